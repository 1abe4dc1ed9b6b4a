#include "space/root_stack.hpp"

#include <algorithm>

#include "decompose/gaps.hpp"
#include "exact/ball_value.hpp"
#include "exact/error.hpp"
#include "exact/gcd_degree.hpp"
#include "space/projected_curves.hpp"

namespace isthmus {

namespace {

/// The coefficients as polynomials in one variable of the plane, the other one given; scaled alike.
std::vector<UnivariatePolynomial> specialised(const Polynomial& p, std::size_t given, const Rational& value) {
  const Polynomial q = p.substitute(given, value).primitive();
  std::vector<UnivariatePolynomial> result;
  for (long e = 0; e <= q.degree(kHeight); ++e) {
    const Polynomial c = q.coefficient(kHeight, static_cast<unsigned>(e));
    // to_univariate scales by a positive rational; primitive() has made all coefficients integers.
    std::vector<Integer> integers(static_cast<std::size_t>(std::max(c.degree(1 - given), 0L)) + 1);
    for (const Polynomial::Term& term : c.terms()) integers[term.exponents[1 - given]] = term.coefficient.numerator();
    result.emplace_back(integers);
  }
  return result;
}

UnivariatePolynomial times(const UnivariatePolynomial& p, long factor) {
  return p * UnivariatePolynomial::constant(Integer(factor));
}
Polynomial times(const Polynomial& p, long factor) { return Rational(factor) * p; }

template <class Coefficient>
std::vector<Coefficient> derivative(const std::vector<Coefficient>& coefficients) {
  std::vector<Coefficient> result;
  for (std::size_t e = 1; e < coefficients.size(); ++e) result.push_back(times(coefficients[e], static_cast<long>(e)));
  return result;
}

/// `where`: the point at which the coefficients are to be taken.
template <class Where, class Coefficient>
RootPattern pattern_of(const Where& where, const std::vector<std::vector<Coefficient>>& polynomials) {
  RootPattern pattern;
  for (std::size_t i = 0; i < polynomials.size(); ++i) {
    const std::vector<Coefficient>& p = polynomials[i];
    const auto degree = static_cast<long>(p.size()) - 1;
    pattern.distinct.push_back(degree - (degree > 1 ? gcd_degree_at(where, p, derivative(p)) : 0));
    pattern.common.emplace_back();
    for (std::size_t j = 0; j < i; ++j) pattern.common.back().push_back(gcd_degree_at(where, p, polynomials[j]));
  }
  return pattern;
}

struct RealCluster {
  std::size_t polynomial;
  std::size_t number;
  Rational lower;
  Rational upper;
};

/// nullopt if two clusters of one polynomial would be in one group.
std::optional<std::vector<ClusterGroup>> grouped(const std::vector<std::vector<RootCluster>>& clusters) {
  std::vector<RealCluster> real;
  for (std::size_t i = 0; i < clusters.size(); ++i)
    for (std::size_t c = 0; c < clusters[i].size() && clusters[i][c].real; ++c)
      real.push_back({i, c, clusters[i][c].box.real.lower(), clusters[i][c].box.real.upper()});
  std::stable_sort(real.begin(), real.end(),
                   [](const RealCluster& a, const RealCluster& b) { return a.lower < b.lower; });
  std::vector<ClusterGroup> groups;
  for (const RealCluster& next : real) {
    if (groups.empty() || groups.back().upper < next.lower)
      groups.push_back({std::vector<std::optional<std::size_t>>(clusters.size()), next.lower, next.upper});
    ClusterGroup& group = groups.back();
    if (group.cluster[next.polynomial]) return std::nullopt;
    group.cluster[next.polynomial] = next.number;
    group.upper = std::max(group.upper, next.upper);
  }
  return groups;
}

}  // namespace

bool ClusterStack::fits(const RootPattern& pattern) const {
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    if (static_cast<long>(clusters[i].size()) != pattern.distinct[i]) return false;
    for (std::size_t j = 0; j < i; ++j) {
      long common = 0;
      for (const RootCluster& a : clusters[i])
        for (const RootCluster& b : clusters[j])
          if (overlap(a.box, b.box)) common += std::min(a.multiplicity, b.multiplicity);
      if (common != pattern.common[i][j]) return false;
    }
  }
  return true;
}

std::vector<Rational> ClusterStack::separators() const {
  if (groups.empty()) return {Rational(0)};
  std::vector<Rational> result{simplest_below(groups.front().lower)};
  for (std::size_t g = 0; g + 1 < groups.size(); ++g)
    result.push_back(simplest_between(groups[g].upper, groups[g + 1].lower));
  result.push_back(simplest_above(groups.back().upper));
  return result;
}

Surfaces::Surfaces(std::vector<Polynomial> polynomials) : polynomials_(std::move(polynomials)) {
  for (const Polynomial& p : polynomials_) {
    require(p.ring().size() == 3 && p.depends_on(kHeight) && p.leading_coefficient(kHeight).is_constant(),
            "the surface " + p.to_string() + " has a vertical line or asymptote");
    coefficients_.emplace_back();
    for (long e = 0; e <= p.degree(kHeight); ++e)
      coefficients_.back().push_back(p.coefficient(kHeight, static_cast<unsigned>(e)));
  }
}

RationalStack Surfaces::over(const Rational& x, const Rational& y) const {
  std::vector<std::pair<RealRoot, std::size_t>> all;
  for (std::size_t i = 0; i < count(); ++i)
    for (RealRoot& root : isolate_real_roots(polynomials_[i].substitute(0, x).substitute(1, y).to_univariate(kHeight)))
      all.emplace_back(std::move(root), i);
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  RationalStack stack;
  for (const auto& [root, i] : all) {
    if (stack.roots.empty() || stack.roots.back() != root) {
      stack.roots.push_back(root);
      stack.vanishing.emplace_back(count(), false);
    }
    stack.vanishing.back()[i] = true;
  }
  return stack;
}

std::optional<ClusterStack> Surfaces::over(const PlanePoint& point, long precision) const {
  const auto [x, y] = point(precision);
  ClusterStack stack;
  for (const std::vector<Polynomial>& coefficients : coefficients_) {
    std::vector<Ball> values;
    for (const Polynomial& c : coefficients) values.push_back(value_on(c, {x, y, Ball()}, precision));
    auto clusters = root_clusters(values, precision);
    if (!clusters) return std::nullopt;
    stack.clusters.push_back(std::move(*clusters));
  }
  auto groups = grouped(stack.clusters);
  if (!groups) return std::nullopt;
  stack.groups = std::move(*groups);
  return stack;
}

ClusterStack Surfaces::over(const PlanePoint& point, const RootPattern& pattern,
                            const std::vector<Rational>& avoiding) const {
  for (long precision = kFirstPrecision; precision <= kLastPrecision; precision *= 2) {
    auto stack = over(point, precision);
    if (!stack || !stack->fits(pattern)) continue;
    const bool apart = std::all_of(stack->groups.begin(), stack->groups.end(), [&](const ClusterGroup& group) {
      return std::none_of(avoiding.begin(), avoiding.end(),
                          [&](const Rational& s) { return group.lower <= s && s <= group.upper; });
    });
    if (apart) return std::move(*stack);
  }
  throw Undecided("the roots over a point of a projection were not told apart");
}

RootPattern Surfaces::pattern(std::size_t given, const Rational& value, const RealRoot& other) const {
  std::vector<std::vector<UnivariatePolynomial>> over;
  for (const Polynomial& p : polynomials_) over.push_back(specialised(p, given, value));
  return pattern_of(other, over);
}

RootPattern Surfaces::pattern(const AlgebraicPoint& point) const {
  return pattern_of(AlgebraicPoint{point.at(0), point.at(1), RealRoot(Rational(0))}, coefficients_);
}

RootPattern Surfaces::generic_pattern() const {
  RootPattern pattern;
  for (const Polynomial& p : polynomials_) {
    pattern.common.emplace_back(pattern.distinct.size(), 0);
    pattern.distinct.push_back(p.degree(kHeight));
  }
  return pattern;
}

}  // namespace isthmus
