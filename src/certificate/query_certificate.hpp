#pragma once

#include <string>

#include "certificate/not_certified.hpp"
#include "connect/connection.hpp"
#include "connect/family.hpp"

namespace isthmus {

/// The certificate (proofs/FORMAT.md, section 10) of the numbers of components of a set, for all parameters. Throws
/// NotCertified if the evidence cannot be expressed or something stayed undecided.
std::string components_certificate(const SemialgebraicSet& set, const FamilyCount& count);

/// The certificate of an answer of connect_points: a path; or a polynomial that separates the points, or the count of
/// all components, in two of which they lie. Throws NotCertified.
std::string connection_certificate(const SemialgebraicSet& set, const Point& from, const Point& to,
                                   const Connection& connection);

}  // namespace isthmus
