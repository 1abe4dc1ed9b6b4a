#pragma once

#include <functional>
#include <optional>

#include "decompose/places_that_go_on.hpp"
#include "decompose/zero_relations.hpp"

namespace isthmus {

/// As places_that_go_on(), of the gaps that are wanted, from the real zeros at the wall coordinate alpha: these are
/// enclosed, and where enclosures overlap, a subresultant may show that both are one zero. Where that does not suffice
/// a gap is in `perhaps`. nullopt if some polynomial has other multiple zeros than one double one, or they are not
/// enclosed. Throws InternalError if the stacks contradict the exponents. What is in `known` is not looked at again,
/// and what is found is added to it. docs/engine.md, section "Regions".
std::optional<PlacesThatGoOn> places_over_wall(const RootOwners& left, const RootOwners& right,
                                               const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha,
                                               const std::function<bool(std::size_t, std::size_t)>& wanted,
                                               ZeroRelations& known);

/// The same from what is known alone; only the exponents of the polynomials are needed. nullopt if it is not known how
/// many zeros the polynomials with multiple zeros have.
std::optional<PlacesThatGoOn> places_by_relations(const RootOwners& left, const RootOwners& right,
                                                  const std::vector<FibrePolynomial>& polynomials,
                                                  const std::function<bool(std::size_t, std::size_t)>& wanted,
                                                  ZeroRelations& known);

}  // namespace isthmus
