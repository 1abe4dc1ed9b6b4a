#pragma once

#include "checker/polynomial.hpp"

namespace isthmus::check {

/// Whether p >= 0 on [a, b], a < b, for a polynomial in one variable: by root counts, exactly.
bool nonnegative_on(const Polynomial& p, const Rational& a, const Rational& b);

/// The integral of a polynomial in one variable.
Rational integral(const Polynomial& p, const Rational& a, const Rational& b);

/// Bounds of pi with 0 < above - below < 10^-9: partial sums of the alternating series of 16 arctan(1/5) - 4
/// arctan(1/239) (Machin 1706).
Rational below_pi();
Rational above_pi();

}  // namespace isthmus::check
