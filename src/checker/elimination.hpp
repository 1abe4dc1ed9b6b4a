#pragma once

#include "checker/polynomial.hpp"

namespace isthmus::check {

/// The resultant of a and b with respect to a variable: the determinant of their Sylvester matrix for their degrees in
/// it. Both degrees must be positive (std::logic_error).
Polynomial resultant(const Polynomial& a, const Polynomial& b, std::size_t variable);

/// The discriminant of p with respect to a variable, (-1)^(d(d-1)/2) res(p, p') / lc(p), of degree d >= 2 in it
/// (std::logic_error).
Polynomial discriminant(const Polynomial& p, std::size_t variable);

/// The determinant of a square matrix of polynomials, given by rows.
Polynomial determinant(const std::vector<std::vector<Polynomial>>& rows);

}  // namespace isthmus::check
