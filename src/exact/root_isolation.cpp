// Isolation of real roots by Descartes' rule of signs with bisection (Collins, Akritas 1976).

#include <flint/fmpz_vec.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "exact/descartes.hpp"
#include "exact/error.hpp"
#include "exact/real_root.hpp"

namespace isthmus {

namespace {

Rational dyadic(const Integer& mantissa, long exponent) {
  Rational result(mantissa);
  if (exponent >= 0) fmpq_mul_2exp(result.raw(), result.raw(), static_cast<ulong>(exponent));
  if (exponent < 0) fmpq_div_2exp(result.raw(), result.raw(), static_cast<ulong>(-exponent));
  return result;
}

UnivariatePolynomial without_root_at_zero(const UnivariatePolynomial& q) {
  UnivariatePolynomial quotient;
  fmpz_poly_shift_right(quotient.raw(), q.raw(), 1);
  return quotient;
}

/// An e such that all positive roots of p are < 2^e (Kioustelidis 1986): twice the largest |c_{n-i} / c_n|^(1/i) over
/// the coefficients whose sign differs from the leading one. nullopt if there are none, hence no positive roots.
std::optional<long> positive_root_bound(const UnivariatePolynomial& p) {
  const fmpz* c = p.raw()->coeffs;
  const slong n = p.degree();
  const long leading_bits = static_cast<long>(fmpz_bits(c + n));
  std::optional<long> exponent;
  for (slong i = 1; i <= n; ++i) {
    if (fmpz_sgn(c + n - i) * fmpz_sgn(c + n) >= 0) continue;
    const long ratio_bits = static_cast<long>(fmpz_bits(c + n - i)) - leading_bits + 1;
    const long root_bits = ratio_bits >= 0 ? (ratio_bits + i - 1) / i : -(-ratio_bits / i);
    exponent = std::max(exponent.value_or(root_bits + 1), root_bits + 1);
  }
  return exponent;
}

UnivariatePolynomial mirrored(const UnivariatePolynomial& p) {
  UnivariatePolynomial result(p);
  for (slong i = 1; i <= p.degree(); i += 2) fmpz_neg(result.raw()->coeffs + i, result.raw()->coeffs + i);
  return result;
}

struct Interval {
  Rational lower;
  Rational upper;
};

/// The roots of q in (0, 1) are those of the original polynomial in (mantissa, mantissa + 1) * 2^exponent.
struct Piece {
  UnivariatePolynomial q;
  Integer mantissa;
  long exponent;
};

/// Splits a piece at its middle; pushes the halves, upper first, and a root at the middle between them.
void split(const Piece& piece, std::vector<Piece>& stack) {
  UnivariatePolynomial left(piece.q);
  const slong length = left.degree() + 1;
  _fmpz_poly_scale_2exp(left.raw()->coeffs, length, -1);
  UnivariatePolynomial right(left);
  const Integer one(1);
  _fmpz_poly_taylor_shift(right.raw()->coeffs, one.raw(), length);
  const Integer left_mantissa = piece.mantissa + piece.mantissa;
  const Integer right_mantissa = left_mantissa + one;
  const bool root_at_middle = right.coefficient(0).is_zero();
  // A root at the other end, 1, does not count as a variation.
  if (root_at_middle) right = without_root_at_zero(right);
  stack.push_back({std::move(right), right_mantissa, piece.exponent - 1});
  if (root_at_middle) stack.push_back({UnivariatePolynomial(), right_mantissa, piece.exponent - 1});
  stack.push_back({std::move(left), left_mantissa, piece.exponent - 1});
}

/// Ascending isolating intervals, points included, of the positive roots of a squarefree p with p(0) != 0.
std::vector<Interval> positive_roots(const UnivariatePolynomial& p) {
  std::vector<Interval> found;
  const auto bound = positive_root_bound(p);
  if (!bound) return found;
  std::vector<Piece> stack{{p, Integer(0), *bound}};
  _fmpz_poly_scale_2exp(stack.back().q.raw()->coeffs, p.degree() + 1, *bound);
  while (!stack.empty()) {
    Piece piece = std::move(stack.back());
    stack.pop_back();
    const Rational lower = dyadic(piece.mantissa, piece.exponent);
    if (piece.q.is_zero()) {  // the mark of a root at a midpoint
      found.push_back({lower, lower});
      continue;
    }
    const int variations = piece.q.is_constant() ? 0 : descartes_variations(piece.q);
    if (variations == 1) found.push_back({lower, dyadic(piece.mantissa + Integer(1), piece.exponent)});
    if (variations < 2) continue;
    _fmpz_poly_remove_content_2exp(piece.q.raw()->coeffs, piece.q.raw()->length);
    split(piece, stack);
  }
  return found;
}

/// Isolating intervals of a squarefree p in ascending order. Ends of different intervals may coincide, and an end may
/// be a root, but then it is also listed as a point.
std::vector<Interval> descartes_intervals(const UnivariatePolynomial& p) {
  const bool root_at_zero = p.coefficient(0).is_zero();
  const UnivariatePolynomial reduced = root_at_zero ? without_root_at_zero(p) : p;
  std::vector<Interval> result;
  for (Interval& found : positive_roots(mirrored(reduced))) result.push_back({-found.upper, -found.lower});
  std::reverse(result.begin(), result.end());
  if (root_at_zero) result.push_back({Rational(), Rational()});
  for (Interval& found : positive_roots(reduced)) result.push_back(std::move(found));
  return result;
}

/// Isolating intervals of a primitive p of degree 2: exact points if the discriminant is a square, else dyadic
/// intervals of length at most an eighth of the distance of the roots.
std::vector<Interval> quadratic_intervals(const UnivariatePolynomial& p) {
  const Integer c = p.coefficient(0);
  const Integer b = p.coefficient(1);
  const Integer a = p.coefficient(2);  // positive: p is primitive
  Integer discriminant = b * b - Integer(4) * a * c;
  if (discriminant.sign() < 0) return {};
  Integer root;
  Integer rest;
  fmpz_sqrtrem(root.raw(), rest.raw(), discriminant.raw());
  if (discriminant.is_zero()) return {{Rational(-b, Integer(2) * a), Rational(-b, Integer(2) * a)}};
  if (rest.is_zero()) {
    const Rational low(-b - root, Integer(2) * a);
    const Rational high(root - b, Integer(2) * a);
    return {{low, low}, {high, high}};
  }
  const long resolution = static_cast<long>(a.bit_length()) - static_cast<long>(root.bit_length()) + 4;
  Integer centre = -b;
  Integer divisor = Integer(2) * a;
  if (resolution >= 0) {
    fmpz_mul_2exp(centre.raw(), centre.raw(), static_cast<ulong>(resolution));
    fmpz_mul_2exp(discriminant.raw(), discriminant.raw(), static_cast<ulong>(2 * resolution));
    fmpz_sqrt(root.raw(), discriminant.raw());
  } else {
    fmpz_mul_2exp(divisor.raw(), divisor.raw(), static_cast<ulong>(-resolution));
  }
  // sqrt(discriminant) is irrational, so floor((centre - sqrt) / divisor) = floor((centre - root - 1) / divisor).
  Integer low;
  Integer high;
  fmpz_fdiv_q(low.raw(), (centre - root - Integer(1)).raw(), divisor.raw());
  fmpz_fdiv_q(high.raw(), (centre + root).raw(), divisor.raw());
  return {{dyadic(low, -resolution), dyadic(low + Integer(1), -resolution)},
          {dyadic(high, -resolution), dyadic(high + Integer(1), -resolution)}};
}

/// Divides the listed points out of p, so that it is not zero at the end of any interval.
UnivariatePolynomial without_points(UnivariatePolynomial p, const std::vector<Interval>& intervals) {
  for (const Interval& interval : intervals) {
    if (interval.lower != interval.upper) continue;
    UnivariatePolynomial quotient;
    const auto factor = UnivariatePolynomial::linear_with_root(interval.lower);
    ensure(fmpz_poly_divides(quotient.raw(), p.raw(), factor.raw()), "a rational root divides out");
    p = std::move(quotient);
  }
  return p;
}

/// Refines neighbours whose closed intervals share an end point.
void separate(std::vector<RealRoot>& roots) {
  for (std::size_t i = 0; i + 1 < roots.size(); ++i) {
    while (!(roots[i].upper() < roots[i + 1].lower())) {
      roots[i].refine();
      if (!(roots[i].upper() < roots[i + 1].lower())) roots[i + 1].refine();
    }
  }
}

}  // namespace

std::vector<RealRoot> isolate_real_roots(const UnivariatePolynomial& p) {
  require(!p.is_zero(), "the zero polynomial has no isolated roots");
  std::vector<RealRoot> roots;
  if (p.is_constant()) return roots;
  UnivariatePolynomial squarefree = p.degree() <= 2 ? p.primitive_part() : p.squarefree_part();
  if (squarefree.degree() == 1) {
    roots.emplace_back(Rational(-squarefree.coefficient(0), squarefree.coefficient(1)));
    return roots;
  }
  const auto intervals = squarefree.degree() == 2 ? quadratic_intervals(squarefree) : descartes_intervals(squarefree);
  const bool only_points =
      std::all_of(intervals.begin(), intervals.end(), [](const Interval& i) { return i.lower == i.upper; });
  const UnivariatePolynomial rest =
      only_points ? UnivariatePolynomial() : without_points(std::move(squarefree), intervals);
  for (const Interval& interval : intervals) {
    const bool is_point = interval.lower == interval.upper;
    if (is_point || rest.degree() == 1) {
      roots.emplace_back(is_point ? interval.lower : Rational(-rest.coefficient(0), rest.coefficient(1)));
    } else {
      roots.push_back(RealRoot(RealRoot::Proved{}, rest, interval.lower, interval.upper, rest.sign_at(interval.lower)));
    }
  }
  separate(roots);
  return roots;
}

}  // namespace isthmus
