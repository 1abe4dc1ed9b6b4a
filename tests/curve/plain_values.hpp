#pragma once

#include <string>
#include <vector>

#include "exact/matrix.hpp"
#include "exact/polynomial.hpp"

// Short names for the values of the tests here: polynomials in t, rationals, matrices of integers.

namespace isthmus::test {

inline const PolynomialRing kRing({"t"});

inline Polynomial t() { return Polynomial::variable(kRing, 0); }
inline Polynomial number(long value) { return Polynomial(kRing, Rational(value)); }
inline Rational q(const char* text) { return Rational::parse(text); }
inline double approximate(const Rational& value) {
  return std::stod(value.numerator().to_string()) / std::stod(value.denominator().to_string());
}

inline Matrix matrix(const std::vector<std::vector<long>>& rows) {
  Matrix result(rows.size(), rows[0].size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows[i].size(); ++j) result.set(i, j, Rational(rows[i][j]));
  }
  return result;
}

}  // namespace isthmus::test
