#include "decompose/matched_gaps.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "decompose/coincidences.hpp"
#include "decompose/evaluation_plan.hpp"
#include "decompose/gap_places.hpp"
#include "decompose/gaps.hpp"
#include "decompose/lifting_state.hpp"
#include "exact/ball_value.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The roots over one side of a wall, ascending, and the polynomial of each.
struct SideStack {
  std::vector<RealRoot> roots;
  Owners owners;
};

/// The polynomial of which zeros meet over the wall, if it is only one and none of them meets zeros of others.
struct Collision {
  std::optional<std::size_t> of;
};

/// nullopt if the exponents allow more than that.
std::optional<Collision> only_collision(const std::vector<FibrePolynomial>& polynomials) {
  Collision result;
  for (std::size_t i = 0; i < polynomials.size(); ++i) {
    if (polynomials[i].discriminant_exponent == 0) continue;
    if (result.of) return std::nullopt;
    result.of = i;
  }
  for (std::size_t i = 0; i < polynomials.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (polynomials[i].resultant_exponents[j] > 0 && (result.of == i || result.of == j)) return std::nullopt;
  return result;
}

/// The stack over a rational coordinate beside the wall.
SideStack side_stack(const std::vector<FibrePolynomial>& polynomials, const Rational& side) {
  std::vector<UnivariatePolynomial> fibre;
  for (const FibrePolynomial& f : polynomials) fibre.push_back(specialise(f.coefficients, side));
  SideStack stack;
  for (StackRoot& root : stack_roots(fibre)) {
    stack.roots.push_back(std::move(root.value));
    stack.owners.push_back(root.factor);
  }
  return stack;
}

/// The i-th root of one stack or the j-th of the other, the greater (sign = 1) or the smaller one (-1); nullptr if
/// there are no such roots.
RealRoot* extreme(SideStack& a, std::size_t i, SideStack& b, std::size_t j, int sign) {
  RealRoot* const x = i < a.roots.size() ? &a.roots[i] : nullptr;
  RealRoot* const y = j < b.roots.size() ? &b.roots[j] : nullptr;
  if (!x || !y) return x ? x : y;
  const bool x_is_greater = compare_refining(*x, *y) > 0;
  return x_is_greater == (sign > 0) ? x : y;
}

/// A rational in the i-th gap of one stack and the j-th of the other; nullopt if they do not overlap.
std::optional<Rational> common_sample(SideStack& a, std::size_t i, SideStack& b, std::size_t j) {
  const RealRoot* const lower = extreme(a, i - 1, b, j - 1, 1);  // beyond every index for a gap without lower end
  const RealRoot* const upper = extreme(a, i, b, j, -1);
  if (!lower && !upper) return Rational(0);
  if (!lower) return gap_samples({*upper}).front();
  if (!upper) return gap_samples({*lower}).back();
  if (!(*lower < *upper)) return std::nullopt;
  return simplest_between(*lower, *upper);
}

bool has_constant_degree(const FibrePolynomial& f, const Rational& left, const Rational& right) {
  const UnivariatePolynomial& leading = f.coefficients.back();
  return !leading.is_zero() && (leading.is_constant() || !has_root_in(leading, left, right));
}

/// The gaps seen to go on from `left` to `right`, and which of the places are not.
struct Sightings {
  std::vector<MatchedGap> gaps;
  Places unseen;
};

using Outcome = GapMatching::Outcome;

constexpr long ball_precision = 64;

/// The gaps over one wall, from both sides.
class Matching {
 public:
  Matching(const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha, const Rational& left,
           const Rational& right)
      : polynomials_(polynomials),
        alpha_(alpha),
        left_(left),
        right_(right),
        between_(Ball::hull(left, right, ball_precision)),
        at_left_(side_stack(polynomials, left)),
        at_right_(side_stack(polynomials, right)) {}

  GapMatching run() {
    const auto collision = only_collision(polynomials_);
    if (!collision) return {};
    if (!collision->of) return where_none_branches(std::nullopt);
    const std::size_t b = *collision->of;
    const long before = count(at_left_, b);
    const long after = count(at_right_, b);
    const int order = polynomials_[b].discriminant_exponent;
    ensure((before - after) % 2 == 0 && ((before - after) / 2 - order) % 2 == 0 && std::abs(before - after) / 2 <= order,
           "the number of roots beside a wall contradicts the order of a discriminant");
    if (order % 2 == 0) return before == after ? where_none_branches(b) : GapMatching{};
    if (order > 1 && !first_subdiscriminant_sign(polynomials_[b], alpha_)) return {};
    return where_branching(b);
  }

 private:
  static long count(const SideStack& stack, std::size_t polynomial) {
    return std::count(stack.owners.begin(), stack.owners.end(), polynomial);
  }

  /// Two roots of the polynomial b, and no other zeros of it, meet; they are real on one side only.
  GapMatching where_branching(std::size_t b) {
    const bool more_at_left = at_left_.roots.size() > at_right_.roots.size();
    const SideStack& more = more_at_left ? at_left_ : at_right_;
    const SideStack& fewer = more_at_left ? at_right_ : at_left_;
    for (Places& places : across_branching(more.owners, fewer.owners, b, polynomials_)) {
      if (!more_at_left)
        for (auto& [l, r] : places) std::swap(l, r);
      Sightings seen = look(places, 0);
      if (seen.unseen.empty()) return {Outcome::complete, std::move(seen.gaps)};
    }
    return {Outcome::too_far, {}};
  }

  /// As many roots of each polynomial on both sides. Without b all go on, and perhaps roots of different polynomials
  /// meet. Zeros of b meet; if these are two real roots, all go on.
  GapMatching where_none_branches(std::optional<std::size_t> b) {
    const bool consistent = can_go_on(at_left_.owners, at_right_.owners, polynomials_);
    if (b && !consistent) return {};
    ensure(consistent, "the roots beside a wall contradict the orders of resultants");
    const Places places = with_equal_roots_below(at_left_.owners, at_right_.owners);
    Sightings seen = look(places, 1);
    if (seen.unseen.empty()) {
      if (b) return {};
      return {Outcome::complete, std::move(seen.gaps)};
    }
    const auto beside = seen.unseen.size() == 1 ? owners_beside(seen.unseen.front()) : std::nullopt;
    if (!beside) return {Outcome::too_far, {}};
    const auto [i, j] = *beside;
    const bool may_close = b ? i == *b && j == *b : i != j && places.size() == at_left_.roots.size() + 1 && touch(i, j);
    if (!may_close) return {Outcome::too_far, {}};
    if (b ? !is_node(*b) : !share_at_most_one_zero(polynomials_[i], polynomials_[j], alpha_)) return {};
    return {Outcome::complete, std::move(seen.gaps)};
  }

  /// The polynomials of the roots below and above a gap, smaller number first, if they are the same on both sides.
  std::optional<std::pair<std::size_t, std::size_t>> owners_beside(const Places::value_type& place) const {
    const auto [l, r] = place;
    if (l == 0 || l == at_left_.owners.size()) return std::nullopt;
    const auto left = std::minmax(at_left_.owners[l - 1], at_left_.owners[l]);
    const auto right = std::minmax(at_right_.owners[r - 1], at_right_.owners[r]);
    if (left != right) return std::nullopt;
    return std::pair<std::size_t, std::size_t>(left);
  }

  bool touch(std::size_t i, std::size_t j) const {
    const int order = polynomials_[j].resultant_exponents[i];
    return order > 0 && order % 2 == 0;
  }

  /// Whether two real roots of the polynomial meet and no other zeros of it, its discriminant being zero over the wall.
  bool is_node(std::size_t b) const {
    const auto sign = first_subdiscriminant_sign(polynomials_[b], alpha_);
    const long degree = static_cast<long>(polynomials_[b].coefficients.size()) - 1;
    const long not_real = degree - count(at_left_, b);
    return sign && *sign == (not_real / 2 % 2 == 0 ? 1 : -1);
  }

  /// Looks at the places as long as at most `most_unseen` of them are not seen to go on.
  Sightings look(const Places& places, std::size_t most_unseen) {
    Sightings result;
    for (const auto& [l, r] : places) {
      if (auto gap = gap_at(l, r))
        result.gaps.push_back(std::move(*gap));
      else
        result.unseen.emplace_back(l, r);
      if (result.unseen.size() > most_unseen) break;
    }
    return result;
  }

  std::optional<MatchedGap> gap_at(std::size_t l, std::size_t r) {
    auto sample = common_sample(at_left_, l, at_right_, r);
    if (!sample) return std::nullopt;
    MatchedGap gap{std::move(*sample), {}, l, at_left_.roots.size() + 1, r, at_right_.roots.size() + 1};
    for (const FibrePolynomial& f : polynomials_) gap.along.push_back(value_along(f.coefficients, gap.sample));
    if (!std::all_of(gap.along.begin(), gap.along.end(), [this](const auto& p) { return has_no_root_between(p); }))
      return std::nullopt;
    return gap;
  }

  bool has_no_root_between(const UnivariatePolynomial& p) const {
    if (p.is_constant()) return !p.is_zero();
    return !value_on(p, between_, ball_precision).contains_zero() || !has_root_in(p, left_, right_);
  }

  const std::vector<FibrePolynomial>& polynomials_;
  const RealRoot& alpha_;
  const Rational& left_;
  const Rational& right_;
  const Ball between_;  ///< contains [left, right]
  SideStack at_left_;
  SideStack at_right_;
};

}  // namespace

GapMatching matched_gaps(const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha, const Rational& left,
                         const Rational& right) {
  if (!only_collision(polynomials)) return {};
  for (const FibrePolynomial& f : polynomials)
    if (!has_constant_degree(f, left, right)) return {Outcome::too_far, {}};
  return Matching(polynomials, alpha, left, right).run();
}

}  // namespace isthmus
