#include "claim/curve_language.hpp"

#include <utility>

#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr long kLargestCurvePower = 1000;

struct Fraction {
  Polynomial numerator;
  Polynomial denominator;

  Fraction reduced() const {
    require(!denominator.is_zero(), "division by zero in a coordinate of the curve");
    const Polynomial common = gcd(numerator, denominator);
    return {*divide(numerator, common), *divide(denominator, common)};
  }
};

Fraction fraction(const RealExpression& e, const PolynomialRing& ring);

Fraction power_of(const RealExpression& e, const PolynomialRing& ring) {
  const Fraction exponent = fraction(e.parts()[1], ring);
  const bool constant = exponent.numerator.is_constant() && exponent.denominator.is_constant();
  const Rational value = constant ? exponent.numerator.constant_value() / exponent.denominator.constant_value()
                                  : Rational(1) / Rational(2);
  require(constant && value.is_integer() && abs(value) <= Rational(kLargestCurvePower),
          "the exponent in '" + e.to_string() + "' is no integer: the curve must be rational in its parameter");
  const long n = value.numerator().to_long();
  Fraction base = fraction(e.parts()[0], ring);
  if (n < 0) std::swap(base.numerator, base.denominator);
  const unsigned absolute = static_cast<unsigned>(n < 0 ? -n : n);
  return Fraction{pow(base.numerator, absolute), pow(base.denominator, absolute)}.reduced();
}

Fraction fraction(const RealExpression& e, const PolynomialRing& ring) {
  using Kind = RealExpression::Kind;
  const Polynomial one(ring, Rational(1));
  switch (e.kind()) {
    case Kind::number:
      return {Polynomial(ring, e.value()), one};
    case Kind::variable:
      return {Polynomial::variable(ring, ring.index_of(e.name()).value()), one};
    case Kind::sum: {
      Fraction sum{Polynomial(ring), one};
      for (const RealExpression& part : e.parts()) {
        const Fraction f = fraction(part, ring);
        sum = Fraction{sum.numerator * f.denominator + f.numerator * sum.denominator, sum.denominator * f.denominator}
                  .reduced();
      }
      return sum;
    }
    case Kind::product: {
      Fraction product{one, one};
      for (const RealExpression& part : e.parts()) {
        const Fraction f = fraction(part, ring);
        product = Fraction{product.numerator * f.numerator, product.denominator * f.denominator}.reduced();
      }
      return product;
    }
    case Kind::quotient: {
      const Fraction a = fraction(e.parts()[0], ring);
      const Fraction b = fraction(e.parts()[1], ring);
      return Fraction{a.numerator * b.denominator, a.denominator * b.numerator}.reduced();
    }
    case Kind::power:
      return power_of(e, ring);
  }
  throw InternalError("a real expression outside its enumeration");
}

}  // namespace

std::pair<Polynomial, Polynomial> fraction_of(const RealExpression& expression, const PolynomialRing& ring) {
  Fraction result = fraction(expression, ring).reduced();
  return {std::move(result.numerator), std::move(result.denominator)};
}

RationalCurve rational_curve(const std::vector<RealExpression>& coordinates, const std::string& parameter,
                             const Rational& from, const Rational& to) {
  const PolynomialRing ring({parameter});
  std::vector<std::pair<Polynomial, Polynomial>> fractions;
  Polynomial common(ring, Rational(1));
  for (const RealExpression& each : coordinates) {
    fractions.push_back(fraction_of(each, ring));
    const Polynomial& denominator = fractions.back().second;
    common = common * *divide(denominator, gcd(common, denominator));
  }
  std::vector<Polynomial> numerators;
  for (const auto& [numerator, denominator] : fractions) numerators.push_back(numerator * *divide(common, denominator));
  return {std::move(numerators), std::move(common), from, to};
}

}  // namespace isthmus
