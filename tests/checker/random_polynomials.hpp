#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "checker/polynomial.hpp"

namespace isthmus::check::test {

/// Random values for tests: the same seed gives the same values everywhere (so two draws in one expression stand in
/// braces, which are evaluated from left to right).
class RandomPolynomials {
 public:
  explicit RandomPolynomials(std::uint64_t seed) : engine_(seed) {}

  long between(long low, long high) {
    return low + static_cast<long>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }

  /// Small, sometimes of many digits, sometimes 0.
  Integer integer() {
    const Integer small = between(-9, 9);
    return between(0, 9) == 0 ? small * power(Integer(10), 25) + between(0, 99) : small;
  }
  Rational rational() { return Rational{integer(), between(1, 6)}; }

  Polynomial polynomial(std::size_t variables, std::size_t terms, long degree) {
    Polynomial result(variables);
    for (std::size_t i = 0; i < terms; ++i) {
      Polynomial term(variables, rational());
      for (std::size_t v = 0; v < variables; ++v) {
        term *= power(Polynomial::variable(variables, v), static_cast<std::size_t>(between(0, degree)));
      }
      result += term;
    }
    return result;
  }

  std::vector<Rational> point(std::size_t dimension) {
    std::vector<Rational> result;
    for (std::size_t i = 0; i < dimension; ++i) result.push_back(Rational{between(-5, 5), between(1, 3)});
    return result;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace isthmus::check::test
