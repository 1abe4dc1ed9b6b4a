#include "checker/real_line.hpp"

#include <stdexcept>
#include <utility>

namespace isthmus::check {
namespace {

/// A rational strictly between that is no root; there are finitely many roots.
Rational no_root_between(const Univariate& p, const Rational& a, const Rational& b) {
  long parts = 2;
  while (p.sign_at(a + (b - a) / parts) == 0) ++parts;
  return a + (b - a) / parts;
}

/// Appends points that are no roots until no two neighbours, the ends included, have more than one root between them;
/// at least one.
void bisect(const Univariate& p, const RootCounter& roots, const Rational& a, const Rational& b,
            std::vector<Rational>& points) {
  const Rational middle = no_root_between(p, a, b);
  const auto settled = [&](const Rational& low, const Rational& high) {
    const std::size_t inside = roots.inside(low, high);
    return inside == 0 || (inside == 1 && p.sign_at(low) != 0 && p.sign_at(high) != 0);
  };
  if (!settled(a, middle)) bisect(p, roots, a, middle, points);
  points.push_back(middle);
  if (!settled(middle, b)) bisect(p, roots, middle, b, points);
}

}  // namespace

Univariate product_of_nonzero(const std::vector<Univariate>& polynomials) {
  Univariate product({1});
  for (const Univariate& p : polynomials) {
    if (!p.is_zero()) product = product * p;
  }
  return product;
}

RealLine::RealLine(std::vector<Univariate> polynomials, std::vector<Rational> points)
    : polynomials_(std::move(polynomials)), points_(std::move(points)), union_(product_of_nonzero(polynomials_)) {
  for (const Univariate& p : polynomials_) counters_.emplace_back(p.is_zero() ? Univariate({1}) : p);
  if (points_.empty()) throw std::invalid_argument("there is no point in a gap");
  for (std::size_t i = 0; i < points_.size(); ++i) {
    if (union_.is_root(points_[i])) throw std::invalid_argument("the point " + to_string(points_[i]) + " is a root");
    if (i == 0) continue;
    if (!(points_[i - 1] < points_[i])) throw std::invalid_argument("the points do not increase");
    const std::size_t between = union_.inside(points_[i - 1], points_[i]);
    if (between == 1) continue;
    throw std::invalid_argument("between " + to_string(points_[i - 1]) + " and " + to_string(points_[i]) +
                                " there are " + std::to_string(between) + " roots");
  }
}

int RealLine::sign_in_gap(std::size_t polynomial, std::size_t gap) const {
  return polynomials_.at(polynomial).sign_at(points_.at(gap));
}

int RealLine::sign_at_root(std::size_t polynomial, std::size_t i) const {
  const bool vanishes = counters_.at(polynomial).inside(points_.at(i), points_.at(i + 1)) > 0;
  return vanishes ? 0 : sign_in_gap(polynomial, i);
}

std::vector<Rational> points_between_roots(const std::vector<Univariate>& polynomials) {
  const Univariate product = product_of_nonzero(polynomials);
  const RootCounter roots(product);
  std::vector<Rational> candidates;
  bisect(product, roots, 0, 1, candidates);
  // Where 0 or 1 is no root, the gap next to it may hold no other point than near that end.
  if (product.sign_at(0) != 0) candidates.insert(candidates.begin(), 0);
  if (product.sign_at(1) != 0) candidates.push_back(1);
  std::vector<Rational> points;
  for (const Rational& candidate : candidates) {
    if (points.empty() || roots.inside(points.back(), candidate) > 0) points.push_back(candidate);
  }
  return points;
}

}  // namespace isthmus::check
