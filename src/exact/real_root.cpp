#include "exact/real_root.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "exact/ball_value.hpp"
#include "exact/descartes.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The bit length of the largest coefficient.
long height_bits(const UnivariatePolynomial& p) { return std::abs(fmpz_poly_max_bits(p.raw())); }

/// An integer e with 2^(e-1) < value < 2^(e+1), for value > 0.
long binary_exponent(const Rational& value) {
  const ulong numerator_bits = fmpz_bits(fmpq_numref(value.raw()));
  const ulong denominator_bits = fmpz_bits(fmpq_denref(value.raw()));
  return static_cast<long>(numerator_bits) - static_cast<long>(denominator_bits);
}

/// The largest multiple of 2^exponent that is <= value.
Rational floor_to_grid(const Rational& value, long exponent) {
  Rational scaled;
  if (exponent >= 0) fmpq_div_2exp(scaled.raw(), value.raw(), static_cast<ulong>(exponent));
  if (exponent < 0) fmpq_mul_2exp(scaled.raw(), value.raw(), static_cast<ulong>(-exponent));
  const Rational floor(scaled.floor());
  if (exponent >= 0) fmpq_mul_2exp(scaled.raw(), floor.raw(), static_cast<ulong>(exponent));
  if (exponent < 0) fmpq_div_2exp(scaled.raw(), floor.raw(), static_cast<ulong>(-exponent));
  return scaled;
}

Rational power_of_two(long exponent) { return pow(Rational(2), exponent); }

bool is_primitive(const UnivariatePolynomial& p) { return p == p.primitive_part(); }

bool is_squarefree(const UnivariatePolynomial& p) { return p.degree() <= 1 || fmpz_poly_is_squarefree(p.raw()); }

bool changes_sign_between(const UnivariatePolynomial& p, const Rational& lower, const Rational& upper) {
  return p.sign_at(lower) * p.sign_at(upper) < 0;
}

/// Whether both roots, enclosed by overlapping proper intervals, are one number: the greatest common divisor has at
/// most one root where the intervals meet and is not zero at its ends.
bool are_equal(const RealRoot& a, const RealRoot& b) {
  const UnivariatePolynomial& p = a.polynomial();
  const UnivariatePolynomial common = p == b.polynomial() ? p : gcd(p, b.polynomial());
  if (common.is_constant()) return false;
  return changes_sign_between(common, std::max(a.lower(), b.lower()), std::min(a.upper(), b.upper()));
}

bool are_disjoint(const RealRoot& a, const RealRoot& b) { return a.upper() <= b.lower() || b.upper() <= a.lower(); }

/// The sign of p on (lower, upper) if Descartes' rule shows that it has no root there.
std::optional<int> sign_without_roots(const UnivariatePolynomial& p, const Rational& lower, const Rational& upper) {
  const int sign = p.sign_at(lower);
  if (sign == 0 || p.sign_at(upper) != sign) return std::nullopt;
  return descartes_variations(p, lower, upper) == 0 ? std::optional<int>(sign) : std::nullopt;
}

}  // namespace

RealRoot::RealRoot(const Rational& value)
    : polynomial_(UnivariatePolynomial::linear_with_root(value)), lower_(value), upper_(value) {}

RealRoot::RealRoot(Proved, UnivariatePolynomial polynomial, Rational lower, Rational upper, int sign_at_lower)
    : polynomial_(std::move(polynomial)),
      lower_(std::move(lower)),
      upper_(std::move(upper)),
      sign_at_lower_(sign_at_lower) {}

RealRoot::RealRoot(UnivariatePolynomial polynomial, Rational lower, Rational upper)
    : polynomial_(polynomial.primitive_part()), lower_(std::move(lower)), upper_(std::move(upper)) {
  if (lower_ < upper_) sign_at_lower_ = polynomial_.sign_at(lower_);
  require(is_consistent(), "not an isolating interval: " + to_string());
}

RealRoot RealRoot::simple_between(const UnivariatePolynomial& polynomial, Rational lower, Rational upper) {
  const UnivariatePolynomial p = polynomial.primitive_part();
  if (p.degree() == 1) return RealRoot(Rational(-p.coefficient(0), p.coefficient(1)));
  const int sign = p.sign_at(lower);
  require(sign * p.sign_at(upper) < 0, "a polynomial does not change its sign at the one root between two numbers");
  return RealRoot(Proved{}, p, std::move(lower), std::move(upper), sign);
}

bool RealRoot::is_consistent() const {
  if (polynomial_.degree() < 1 || !is_primitive(polynomial_) || !is_squarefree(polynomial_)) return false;
  if (is_point()) return polynomial_.sign_at(lower_) == 0 && sign_at_lower_ == 0;
  if (lower_ > upper_ || sign_at_lower_ == 0 || polynomial_.sign_at(lower_) != sign_at_lower_) return false;
  if (polynomial_.sign_at(upper_) == 0) return false;
  return count_roots_below(polynomial_, upper_) - count_roots_below(polynomial_, lower_) == 1;
}

void RealRoot::become_point(Rational value) { *this = RealRoot(value); }

void RealRoot::refine() {
  if (is_point()) return;
  Rational middle = midpoint(lower_, upper_);
  const int sign = polynomial_.sign_at(middle);
  if (sign == 0) return become_point(std::move(middle));
  (sign == sign_at_lower_ ? lower_ : upper_) = std::move(middle);
}

/// One step of the interval Newton method; false if it does not shrink the interval fourfold, which is then unchanged.
bool RealRoot::newton_step(long precision) {
  const Ball slope = value_on(polynomial_.derivative(), Ball::hull(lower_, upper_, precision), precision);
  if (slope.contains_zero() || !arb_is_finite(slope.raw())) return false;
  const Ball middle(midpoint(lower_, upper_), precision);
  const Ball next = sub(middle, div(value_on(polynomial_, middle, precision), slope, precision), precision);
  if (!arb_is_finite(next.raw())) return false;
  const Rational next_lower = next.lower();
  const Rational next_upper = next.upper();
  const long grid = next_lower == next_upper ? -precision : binary_exponent(next_upper - next_lower) - 3;
  Rational lower = std::max(lower_, floor_to_grid(next_lower, grid));
  Rational upper = std::min(upper_, -floor_to_grid(-next_upper, grid));
  if ((upper - lower) * Rational(4) > upper_ - lower_) return false;
  for (const Rational& end : {lower, upper}) {
    if (polynomial_.sign_at(end) != 0) continue;
    become_point(end);
    return true;
  }
  ensure(lower < upper, "the interval Newton method lost the root");
  lower_ = std::move(lower);
  upper_ = std::move(upper);
  return true;
}

void RealRoot::refine_to(const Rational& width) {
  require(width.sign() > 0, "refine_to: the width must be positive");
  constexpr long worth_newton = 16;  // bits; below that, bisection is cheaper
  while (upper_ - lower_ > width) {
    const long current = binary_exponent(upper_ - lower_);
    const long missing = current - binary_exponent(width);
    const long magnitude = std::max(0L, binary_exponent(std::max({abs(lower_), abs(upper_), Rational(1)})));
    const long resolution = std::min(missing, std::max(worth_newton, -current + magnitude)) - current + magnitude;
    const long precision = std::max(0L, resolution) + height_bits(polynomial_) + polynomial_.degree() * magnitude + 32;
    if (missing < worth_newton || !newton_step(precision)) refine();
  }
}

int RealRoot::compare(const Rational& value) const {
  if (value <= lower_) return is_point() && value == lower_ ? 0 : 1;
  if (value >= upper_) return -1;
  const int sign = polynomial_.sign_at(value);
  if (sign == 0) return 0;
  return sign == sign_at_lower_ ? 1 : -1;
}

int RealRoot::sign_of(const UnivariatePolynomial& p) const {
  if (p.is_constant()) return p.coefficient(0).sign();
  if (is_point()) return p.sign_at(lower_);
  if (p.degree() == 1) return compare(Rational(-p.coefficient(0), p.coefficient(1))) * p.leading_coefficient().sign();
  if (p == polynomial_) return 0;
  RealRoot refined(*this);
  constexpr int cheap_rounds = 3;
  for (int round = 0; round < cheap_rounds; ++round) {
    if (const auto sign = sign_without_roots(p, refined.lower_, refined.upper_)) return *sign;
    refined.refine();
    if (refined.is_point()) return p.sign_at(refined.lower_);
  }
  for (long precision = 32;; precision *= 2) {
    refined.refine_to(power_of_two(-precision));
    if (refined.is_point()) return p.sign_at(refined.lower_);
    const Ball value = value_on(p, Ball::hull(refined.lower_, refined.upper_, precision + 32), precision + 32);
    if (const auto sign = value.sign()) return *sign;
    if (precision != 64) continue;
    const UnivariatePolynomial common = gcd(p, polynomial_);
    if (!common.is_constant() && changes_sign_between(common, lower_, upper_)) return 0;
  }
}

void RealRoot::refine_to_precision(long precision) {
  if (is_point()) return;
  Rational least(1);
  if (lower_.sign() == upper_.sign()) least = std::max(least, std::min(abs(lower_), abs(upper_)));
  refine_to(least * power_of_two(-precision));
}

Ball RealRoot::ball(long precision) const {
  RealRoot refined(*this);
  refined.refine_to_precision(precision);
  return Ball::hull(refined.lower_, refined.upper_, precision + 2);
}

std::optional<RealRoot> RealRoot::as_root_of(const UnivariatePolynomial& divisor) const {
  require(!divisor.is_constant() && divides(divisor, polynomial_), "as_root_of: not a divisor of positive degree");
  if (is_point()) return divisor.sign_at(lower_) == 0 ? std::optional<RealRoot>(*this) : std::nullopt;
  // The one root of the polynomial in the interval is simple, and the divisor has no other there.
  if (!changes_sign_between(divisor, lower_, upper_)) return std::nullopt;
  const UnivariatePolynomial primitive = divisor.primitive_part();
  if (primitive.degree() == 1) return RealRoot(Rational(-primitive.coefficient(0), primitive.coefficient(1)));
  return RealRoot(Proved{}, primitive, lower_, upper_, primitive.sign_at(lower_));
}

std::string RealRoot::to_string() const {
  if (is_point()) return lower_.to_string();
  return "root of " + polynomial_.to_string() + " in (" + lower_.to_string() + ", " + upper_.to_string() + ")";
}

std::strong_ordering compare_refining(RealRoot& a, RealRoot& b) {
  constexpr int cheap_rounds = 12;
  for (int round = 0; !a.is_point() && !b.is_point() && !are_disjoint(a, b); ++round) {
    if (round < cheap_rounds) {
      (a.upper_ - a.lower_ > b.upper_ - b.lower_ ? a : b).refine();
      continue;
    }
    if (round == cheap_rounds && are_equal(a, b)) return std::strong_ordering::equal;
    const long bits = 1L << std::min(round - cheap_rounds, 20);
    const Rational width = std::min(a.upper_ - a.lower_, b.upper_ - b.lower_) * power_of_two(-bits);
    a.refine_to(width);
    b.refine_to(width);
  }
  if (a.is_point()) return 0 <=> b.compare(a.lower_);
  if (b.is_point()) return a.compare(b.lower_) <=> 0;
  return a.lower_ <=> b.lower_;
}

std::strong_ordering operator<=>(const RealRoot& a, const RealRoot& b) {
  if (a.is_point()) return 0 <=> b.compare(a.lower_);
  if (b.is_point()) return a.compare(b.lower_) <=> 0;
  if (are_disjoint(a, b)) return a.lower_ <=> b.lower_;
  RealRoot x(a);
  RealRoot y(b);
  return compare_refining(x, y);
}

std::vector<std::size_t> ascending_order(std::vector<RealRoot>& roots) {
  std::vector<std::size_t> order(roots.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t i, std::size_t j) { return compare_refining(roots[i], roots[j]) < 0; });
  return order;
}

}  // namespace isthmus
