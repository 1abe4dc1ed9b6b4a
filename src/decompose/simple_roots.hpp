#pragma once

#include <optional>
#include <vector>

#include "decompose/fibre_roots.hpp"

namespace isthmus {

/// An interval with rational ends.
struct RootInterval {
  Rational lower;
  Rational upper;
};

/// `count` disjoint intervals, ascending, each with exactly one real zero of f at the value of the wall coordinate that the
/// ball t encloses, which is simple; nullopt if not exactly so many were found. Other real zeros there may be.
std::optional<std::vector<RootInterval>> simple_real_zeros(const FibrePolynomial& f, const Ball& t, std::size_t count,
                                                           long precision);

}  // namespace isthmus
