#include "plot/unit_polynomial.hpp"

#include <algorithm>
#include <cmath>

namespace isthmus {
namespace {

constexpr double kRounding = 1e-12;  // more than sums of doubles lose, of the sizes of their terms

double power(double base, unsigned exponent) {
  double result = 1;
  for (; exponent > 0; exponent >>= 1U, base *= base)
    if (exponent % 2 == 1) result *= base;
  return result;
}

Bounds power(const Bounds& base, unsigned exponent) {
  if (exponent == 0) return {1, 1};
  const double low = power(base.lower, exponent);
  const double high = power(base.upper, exponent);
  if (exponent % 2 == 1) return {low, high};
  return {base.contains_zero() ? 0 : std::min(low, high), std::max(low, high)};
}

Bounds product(const Bounds& a, const Bounds& b) {
  const auto [lower, upper] = std::minmax({a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper});
  return {lower, upper};
}

/// The polynomial on the coordinates of the box, times a positive number.
Polynomial on_box(const Polynomial& polynomial, const Box& box) {
  const PolynomialRing& ring = polynomial.ring();
  std::vector<Polynomial> images;
  for (std::size_t v = 0; v < ring.size(); ++v)
    images.push_back(Polynomial(ring, box[v].lower) + box[v].width() * Polynomial::variable(ring, v));
  return polynomial.compose(images, ring);
}

}  // namespace

Bounds UnitPolynomial::sum_of(const Terms& terms, const std::array<Bounds, 3>& cube) {
  Bounds sum;
  double size = 0;
  for (const Term& term : terms) {
    Bounds value{term.coefficient, term.coefficient};
    for (std::size_t v = 0; v < 3; ++v) value = product(value, power(cube[v], term.exponents[v]));
    sum.lower += value.lower;
    sum.upper += value.upper;
    size += std::max(std::abs(value.lower), std::abs(value.upper));
  }
  return {sum.lower - kRounding * size, sum.upper + kRounding * size};
}

UnitPolynomial::Terms UnitPolynomial::terms_of(const Polynomial& polynomial) {
  Terms result;
  for (const Polynomial::Term& term : polynomial.terms())
    result.push_back({to_double(term.coefficient), {term.exponents[0], term.exponents[1], term.exponents[2]}});
  return result;
}

UnitPolynomial::UnitPolynomial(const Polynomial& polynomial, const Box& box) : exact_(on_box(polynomial, box)) {
  Rational largest(0);
  for (const Polynomial::Term& term : exact_.terms()) largest = std::max(largest, abs(term.coefficient));
  exact_ = (Rational(1) / largest) * exact_;
  original_ = terms_of((Rational(1) / largest) * polynomial);
  for (std::size_t v = 0; v < 3; ++v) box_[v] = {to_double(box[v].lower), to_double(box[v].upper)};
  terms_ = terms_of(exact_);
  for (std::size_t v = 0; v < 3; ++v) derivatives_[v] = terms_of(exact_.derivative(v));
}

double UnitPolynomial::value(const SpacePoint& at) const {
  double sum = 0;
  for (const Term& term : terms_)
    sum += term.coefficient * power(at.x, term.exponents[0]) * power(at.y, term.exponents[1]) *
           power(at.z, term.exponents[2]);
  return sum;
}

SpacePoint UnitPolynomial::gradient(const SpacePoint& at) const {
  std::array<double, 3> sums{};
  for (std::size_t v = 0; v < 3; ++v)
    for (const Term& term : derivatives_[v])
      sums[v] += term.coefficient * power(at.x, term.exponents[0]) * power(at.y, term.exponents[1]) *
                 power(at.z, term.exponents[2]);
  return {sums[0], sums[1], sums[2]};
}

/// By doubles where their rounding cannot matter.
int UnitPolynomial::sign(const std::array<Rational, 3>& at) const {
  constexpr double rounding = 1e-11;
  const std::array<double, 3> near{to_double(at[0]), to_double(at[1]), to_double(at[2])};
  double sum = 0;
  double size = 0;
  for (const Term& term : terms_) {
    double product = term.coefficient;
    for (std::size_t v = 0; v < 3; ++v) product *= power(near[v], term.exponents[v]);
    sum += product;
    size += std::abs(product);
  }
  if (std::abs(sum) > rounding * size && terms_.size() < 1000) return sum > 0 ? 1 : -1;
  return exact_.evaluate({at[0], at[1], at[2]}).sign();
}

Bounds UnitPolynomial::bounds(const SpacePoint& centre, double half) const {
  const Bounds natural = natural_bounds(centre, half);
  const Bounds mean = mean_value_bounds(centre, half);
  return {std::max(natural.lower, mean.lower), std::min(natural.upper, mean.upper)};
}

/// Term by term, on the coordinates of the space: there polynomials have few terms.
Bounds UnitPolynomial::natural_bounds(const SpacePoint& centre, double half) const {
  const std::array<double, 3> at{centre.x, centre.y, centre.z};
  std::array<Bounds, 3> cube;
  for (std::size_t v = 0; v < 3; ++v) {
    const double width = box_[v].upper - box_[v].lower;
    cube[v] = {box_[v].lower + (at[v] - half) * width, box_[v].lower + (at[v] + half) * width};
  }
  return sum_of(original_, cube);
}

Bounds UnitPolynomial::mean_value_bounds(const SpacePoint& centre, double half) const {
  const std::array<Bounds, 3> cube{Bounds{centre.x - half, centre.x + half}, Bounds{centre.y - half, centre.y + half},
                                   Bounds{centre.z - half, centre.z + half}};
  double reach = kRounding * static_cast<double>(terms_.size());
  for (const Terms& derivative : derivatives_) {
    const Bounds sum = sum_of(derivative, cube);
    reach += half * std::max(std::abs(sum.lower), std::abs(sum.upper));
  }
  const double middle = value(centre);
  return {middle - reach, middle + reach};
}

}  // namespace isthmus
