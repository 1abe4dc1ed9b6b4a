#pragma once

#include <vector>

#include "reduce/reduced_set.hpp"
#include "claim/set_language.hpp"
#include "laws/random_source.hpp"

namespace isthmus {

/// Whether the set of this text is reduced by such a part first.
template <class Part>
bool starts_with(const std::string& text) {
  return std::holds_alternative<Part>(reduce(parse_set(text))->part);
}

/// Rational points that are likely to lie on zero sets: small integers, and points where linear factors vanish.
inline std::vector<std::vector<Rational>> adversarial_points(RandomSource& random, const std::vector<Polynomial>& polynomials,
                                                             std::size_t dimension, std::size_t count) {
  std::vector<std::vector<Rational>> points;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<Rational> point;
    for (std::size_t k = 0; k < dimension; ++k) point.emplace_back(random.between(-2, 2));
    // Move one coordinate onto the zero set of a polynomial that is linear in it.
    if (!polynomials.empty() && random.chance(2, 3)) {
      const Polynomial& p = random.pick(polynomials);
      const std::size_t v = random.below(dimension);
      if (p.degree(v) == 1) {
        const Rational slope = p.coefficient(v, 1).evaluate(point);
        if (!slope.is_zero()) point[v] = -p.coefficient(v, 0).evaluate(point) / slope;
      }
    }
    points.push_back(std::move(point));
  }
  return points;
}

/// Random polynomials with factors that normal forms care about: repeated, even, without zero, constant multiples.
inline Polynomial structured_polynomial(RandomSource& random, const PolynomialRing& ring) {
  const auto variable = [&] { return Polynomial::variable(ring, random.below(ring.size())); };
  Polynomial product(ring, Rational(random.coefficient()));
  const std::size_t factors = 1 + random.below(3);
  for (std::size_t i = 0; i < factors; ++i) {
    Polynomial factor = variable();
    switch (random.below(6)) {
      case 0:
        factor = random.linear(ring);
        break;
      case 1:
        factor = variable() * variable() + Polynomial(ring, Rational(random.between(-1, 1)));
        break;
      case 2:
        factor = pow(variable(), 2) + pow(variable(), 2);
        break;
      case 3:
        factor = pow(variable(), 2) + Polynomial(ring, Rational(random.between(0, 2)));
        break;
      case 4:
        factor = -pow(variable(), 4) - Rational(2) * pow(variable(), 2) * pow(variable(), 2);
        break;
      default:
        break;
    }
    if (!factor.is_zero()) product *= pow(factor, 1 + static_cast<unsigned>(random.below(3)));
  }
  return product;
}

}  // namespace isthmus
