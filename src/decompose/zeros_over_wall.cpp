#include "decompose/zeros_over_wall.hpp"

#include <algorithm>

#include "exact/complex_roots.hpp"
#include "exact/root_clusters.hpp"

namespace isthmus {

namespace {

Ball value(const std::vector<Ball>& coefficients, const Ball& x, long precision) {
  Ball result;
  for (std::size_t e = coefficients.size(); e-- > 0;)
    result = add(mul(result, x, precision), coefficients[e], precision);
  return result;
}

std::vector<Ball> derivative(const std::vector<Ball>& coefficients, long precision) {
  std::vector<Ball> result;
  for (std::size_t e = 1; e < coefficients.size(); ++e)
    result.push_back(mul(coefficients[e], Ball(Rational(static_cast<long>(e)), precision), precision));
  return result;
}

/// Whether the polynomial changes its sign between the ends and is monotonic between them.
bool has_one_simple_zero(const std::vector<Ball>& coefficients, const RootInterval& between, long precision) {
  const auto below = value(coefficients, Ball(between.lower, precision), precision).sign();
  const auto above = value(coefficients, Ball(between.upper, precision), precision).sign();
  if (!below || !above || *below * *above >= 0) return false;
  const Ball all = Ball::hull(between.lower, between.upper, precision);
  return !value(derivative(coefficients, precision), all, precision).contains_zero();
}

Rational least_width(long precision) {
  return Rational(Integer(1), pow(Integer(2), static_cast<unsigned long>(precision - 8)));
}

}  // namespace

std::optional<ZerosOverWall> simple_zeros_over_wall(const FibrePolynomial& f, const Ball& t, std::size_t count,
                                                    long precision) {
  const std::vector<Ball> coefficients = coefficients_at(f, t, precision);
  if (coefficients.back().contains_zero()) return std::nullopt;
  std::vector<RootInterval> found;
  if (coefficients.size() > 1)
    for (const ComplexBall& root : isolate_complex_roots(coefficients, precision).simple) {
      if (!root.imaginary.contains_zero()) continue;
      // A little more than the box, which may be a point: at its ends the signs are then shown.
      const Rational width = root.real.upper() - root.real.lower() + least_width(precision);
      const RootInterval around{root.real.lower() - width, root.real.upper() + width};
      if (has_one_simple_zero(coefficients, around, precision)) found.push_back(around);
    }
  if (found.size() != count) return std::nullopt;
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.lower < b.lower; });
  for (std::size_t i = 0; i + 1 < found.size(); ++i)
    if (found[i].upper >= found[i + 1].lower) return std::nullopt;
  return ZerosOverWall{std::move(found), std::nullopt};
}

std::optional<ZerosOverWall> all_zeros_over_wall(const FibrePolynomial& f, const Ball& t, long precision) {
  const std::vector<Ball> coefficients = coefficients_at(f, t, precision);
  if (coefficients.back().contains_zero()) return std::nullopt;
  const auto clusters = root_clusters(coefficients, precision);
  if (!clusters) return std::nullopt;
  ZerosOverWall zeros;
  std::size_t multiple = 0;
  for (const RootCluster& cluster : *clusters) {
    if (cluster.multiplicity > 1) ++multiple;
    if (!cluster.real) continue;
    if (cluster.multiplicity > 2) return std::nullopt;
    const RootInterval interval{cluster.box.real.lower(), cluster.box.real.upper()};
    if (cluster.multiplicity == 1)
      zeros.simple.push_back(interval);
    else
      zeros.double_zero = {interval, zeros.simple.size()};
  }
  // Of several clusters each may consist of simple zeros.
  if (zeros.double_zero && multiple > 1) return std::nullopt;
  return zeros;
}

}  // namespace isthmus
