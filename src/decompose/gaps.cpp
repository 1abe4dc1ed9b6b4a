#include "decompose/gaps.hpp"

#include "exact/error.hpp"

namespace isthmus {

namespace {

/// A smaller enclosure; the candidate itself if that is the root, which halving might never hit.
void tighten(RealRoot& root, const Rational& candidate, int side) {
  if (side == 0)
    root = RealRoot(candidate);
  else
    root.refine();
}

}  // namespace

Rational simplest_between(const RealRoot& a, const RealRoot& b) {
  RealRoot left = a;
  RealRoot right = b;
  require(left < right, "simplest_between: the roots are not in ascending order");
  for (;;) {
    const Rational candidate = simplest_between(left.lower(), right.upper());
    const int left_side = left.compare(candidate);
    const int right_side = right.compare(candidate);
    if (left_side < 0 && right_side > 0) return candidate;
    if (left_side >= 0) tighten(left, candidate, left_side);
    if (right_side <= 0) tighten(right, candidate, right_side);
  }
}

namespace {

Rational simplest_before(RealRoot root) {
  for (;;) {
    const Rational candidate = simplest_below(root.upper());
    const int side = root.compare(candidate);
    if (side > 0) return candidate;
    tighten(root, candidate, side);
  }
}

Rational simplest_after(RealRoot root) {
  for (;;) {
    const Rational candidate = simplest_above(root.lower());
    const int side = root.compare(candidate);
    if (side < 0) return candidate;
    tighten(root, candidate, side);
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
