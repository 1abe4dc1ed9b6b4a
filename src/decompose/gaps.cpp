#include "decompose/gaps.hpp"

#include "exact/error.hpp"

namespace isthmus {

Rational simplest_between(const RealRoot& a, const RealRoot& b) {
  RealRoot left = a;
  RealRoot right = b;
  require(left < right, "simplest_between: the roots are not in ascending order");
  for (;;) {
    const Rational candidate = simplest_between(left.lower(), right.upper());
    const bool above = left.compare(candidate) < 0;
    const bool below = right.compare(candidate) > 0;
    if (above && below) return candidate;
    if (!above) left.refine();
    if (!below) right.refine();
  }
}

namespace {

Rational simplest_before(RealRoot root) {
  for (;;) {
    const Rational candidate = simplest_below(root.upper());
    if (root.compare(candidate) > 0) return candidate;
    root.refine();
  }
}

Rational simplest_after(RealRoot root) {
  for (;;) {
    const Rational candidate = simplest_above(root.lower());
    if (root.compare(candidate) < 0) return candidate;
    root.refine();
  }
}

}  // namespace

std::vector<Rational> gap_samples(const std::vector<RealRoot>& roots) {
  if (roots.empty()) return {Rational(0)};
  std::vector<Rational> samples{simplest_before(roots.front())};
  for (std::size_t i = 0; i + 1 < roots.size(); ++i) samples.push_back(simplest_between(roots[i], roots[i + 1]));
  samples.push_back(simplest_after(roots.back()));
  return samples;
}

}  // namespace isthmus
