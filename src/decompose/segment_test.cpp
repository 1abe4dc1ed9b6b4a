#include "decompose/segment_test.hpp"

#include "exact/real_root.hpp"

namespace isthmus {

SegmentTest::SegmentTest(const OpenCondition& condition) : condition_(condition) {
  for (const Polynomial& factor : condition.factors()) factors_.emplace_back(factor);
}

bool SegmentTest::contains(const std::vector<Rational>& from, const std::vector<Rational>& to) const {
  std::vector<UnivariatePolynomial> restricted;
  UnivariatePolynomial vanishing = UnivariatePolynomial::constant(1);
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    restricted.push_back(factors_[i].along(from, to));
    if (restricted.back().is_zero()) {
      if (condition_.excludes(i)) return false;
      continue;
    }
    const UnivariatePolynomial& p = restricted.back();
    if (p.is_constant()) continue;
    // Most segments that leave the set show it at the other end or in the middle, without any root isolation.
    const int start = p.coefficient(0).sign();
    if (condition_.excludes(i) && (p.sign_at(1) != start || p.sign_at(Rational(1, 2)) != start)) return false;
    if (!has_root_in(p, 0, 1)) continue;
    if (condition_.excludes(i)) return false;
    vanishing *= restricted.back();
  }
  if (vanishing.is_constant()) return true;
  // The set is open, so a failure anywhere on the segment shows at a root or to its right, at the next simple point.
  std::vector<Sign> signs(factors_.size());
  const auto holds_with = [&](auto&& sign_of) {
    for (std::size_t i = 0; i < factors_.size(); ++i) signs[i] = static_cast<Sign>(sign_of(restricted[i]));
    return condition_.evaluate(signs) == Truth::yes;
  };
  Rational previous(0);
  for (const RealRoot& root : isolate_real_roots(vanishing)) {
    if (root.compare(0) < 0) continue;
    const bool beyond = root.compare(1) > 0;
    const Rational here = beyond ? Rational(1) : root.lower();
    if (here > previous) {
      const Rational between = midpoint(previous, here);
      if (!holds_with([&](const UnivariatePolynomial& p) { return p.is_zero() ? 0 : p.sign_at(between); }))
        return false;
    }
    if (beyond) break;
    if (!holds_with([&](const UnivariatePolynomial& p) { return p.is_zero() ? 0 : root.sign_of(p); })) return false;
    previous = root.upper();
  }
  return true;
}

}  // namespace isthmus
