#pragma once

#include <string>
#include <utility>

#include "exact/error.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// A quotient of polynomials in lowest terms; the denominator is not 0 and primitive. Value type.
class RationalFunction {
 public:
  RationalFunction(Polynomial value)  // NOLINT: polynomials are rational functions
      : numerator_(std::move(value)), denominator_(numerator_.ring(), Rational(1)) {}
  /// Throws InvalidInput if the denominator is 0.
  RationalFunction(const Polynomial& numerator, const Polynomial& denominator)
      : numerator_(numerator), denominator_(denominator) {
    require(!denominator.is_zero(), "a quotient with the denominator 0");
    const Polynomial common = gcd(numerator_, denominator_);
    numerator_ = *divide(numerator_, common);
    denominator_ = *divide(denominator_, common);
    const Rational unit = denominator_.unit();
    numerator_ = (Rational(1) / unit) * numerator_;
    denominator_ = (Rational(1) / unit) * denominator_;
  }

  const Polynomial& numerator() const noexcept { return numerator_; }
  const Polynomial& denominator() const noexcept { return denominator_; }
  const PolynomialRing& ring() const noexcept { return numerator_.ring(); }
  bool is_zero() const { return numerator_.is_zero(); }
  bool is_constant() const { return numerator_.is_constant() && denominator_.is_constant(); }
  /// Throws InvalidInput unless is_constant().
  Rational constant_value() const { return numerator_.constant_value() / denominator_.constant_value(); }
  /// "p", "(p)/(q)".
  std::string to_string() const {
    if (denominator_.is_constant() && denominator_.constant_value() == Rational(1)) return numerator_.to_string();
    return "(" + numerator_.to_string() + ")/(" + denominator_.to_string() + ")";
  }

  friend RationalFunction operator+(const RationalFunction& a, const RationalFunction& b) {
    return {a.numerator_ * b.denominator_ + b.numerator_ * a.denominator_, a.denominator_ * b.denominator_};
  }
  friend RationalFunction operator-(const RationalFunction& a, const RationalFunction& b) {
    return {a.numerator_ * b.denominator_ - b.numerator_ * a.denominator_, a.denominator_ * b.denominator_};
  }
  friend RationalFunction operator*(const RationalFunction& a, const RationalFunction& b) {
    return {a.numerator_ * b.numerator_, a.denominator_ * b.denominator_};
  }
  friend RationalFunction operator/(const RationalFunction& a, const RationalFunction& b) {
    return {a.numerator_ * b.denominator_, a.denominator_ * b.numerator_};
  }
  friend bool operator==(const RationalFunction& a, const RationalFunction& b) { return (a - b).is_zero(); }

 private:
  Polynomial numerator_;
  Polynomial denominator_;
};

/// Throws InvalidInput for 0 to a negative power.
inline RationalFunction pow(const RationalFunction& base, long exponent) {
  const unsigned times = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
  const Polynomial numerator = pow(base.numerator(), times);
  const Polynomial denominator = pow(base.denominator(), times);
  return exponent < 0 ? RationalFunction(denominator, numerator) : RationalFunction(numerator, denominator);
}

/// p at rational functions of one ring, one for each variable of p.
RationalFunction compose(const Polynomial& p, const std::vector<RationalFunction>& images);
RationalFunction compose(const RationalFunction& f, const std::vector<RationalFunction>& images);

}  // namespace isthmus
