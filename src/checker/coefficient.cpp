#include "checker/coefficient.hpp"

#include <utility>

#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

/// A quotient with its denominator cancelled where it divides the numerator.
Coefficient simplified(Polynomial numerator, Polynomial denominator) {
  if (const auto whole = divide_exactly(numerator, denominator)) {
    return {*whole, Polynomial(denominator.variables(), 1)};
  }
  return {std::move(numerator), std::move(denominator)};
}

}  // namespace

Coefficient operator*(const Coefficient& a, const Coefficient& b) {
  return simplified(a.numerator * b.numerator, a.denominator * b.denominator);
}

Coefficient operator+(const Coefficient& a, const Coefficient& b) {
  if (a.denominator == b.denominator) return simplified(a.numerator + b.numerator, a.denominator);
  return simplified(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

Coefficient reciprocal(const Coefficient& a) {
  if (a.numerator.is_zero()) throw Declined("the inverse of an expression that is 0");
  return simplified(a.denominator, a.numerator);
}

Coefficient operator-(const Coefficient& a) { return {-a.numerator, a.denominator}; }

}  // namespace isthmus::check
