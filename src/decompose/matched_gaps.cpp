#include "decompose/matched_gaps.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "decompose/coincidences.hpp"
#include "decompose/evaluation_plan.hpp"
#include "decompose/gap_places.hpp"
#include "decompose/gaps.hpp"
#include "decompose/lifting_state.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The stack on one side of a wall. Its roots are isolated when they are needed.
class SideStack {
 public:
  SideStack(const std::vector<FibrePolynomial>& polynomials, const StackBeside& known)
      : polynomials_(polynomials), known_(known), owners_(known.owners) {
    if (!owners_) isolate();
  }

  /// The polynomial of each root, ascending.
  const RootOwners& owners() const { return *owners_; }
  std::size_t size() const { return owners_->size(); }
  /// A rational in the i-th gap, if one is known.
  const Rational* known_sample(std::size_t i) {
    if (known_.samples.empty() || !(known_.exact || are_in_their_gaps())) return nullptr;
    return known_.samples[i];
  }
  std::vector<RealRoot>& roots() {
    if (roots_.size() < size()) isolate();
    return roots_;
  }

 private:
  /// Whether the polynomial of each root changes its sign between the samples beside it: as there are no more roots,
  /// each is there.
  bool are_in_their_gaps() {
    if (in_gaps_) return *in_gaps_;
    const auto is_known = [](const Rational* sample) { return sample != nullptr; };
    in_gaps_ = std::all_of(known_.samples.begin(), known_.samples.end(), is_known);
    for (std::size_t i = 0; *in_gaps_ && i < size(); ++i) {
      const UnivariatePolynomial& p = fibre()[(*owners_)[i]];
      const Rational& below = *known_.samples[i];
      const Rational& above = *known_.samples[i + 1];
      in_gaps_ = below < above && p.sign_at(below) * p.sign_at(above) < 0;
    }
    return *in_gaps_;
  }

  const std::vector<UnivariatePolynomial>& fibre() {
    if (fibre_.empty())
      for (const FibrePolynomial& f : polynomials_) fibre_.push_back(specialise(f.coefficients, known_.at));
    return fibre_;
  }

  void isolate() {
    for (StackRoot& root : stack_roots(fibre())) {
      roots_.push_back(std::move(root.value));
      isolated_.push_back(static_cast<std::uint32_t>(root.factor));
    }
    ensure(!owners_ || *owners_ == isolated_, "the stack beside a wall differs from that of its cell");
    owners_ = &isolated_;
  }

  const std::vector<FibrePolynomial>& polynomials_;
  const StackBeside& known_;
  const RootOwners* owners_;
  std::vector<UnivariatePolynomial> fibre_;
  std::vector<RealRoot> roots_;
  RootOwners isolated_;
  std::optional<bool> in_gaps_;
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

/// The i-th root of one stack or the j-th of the other, the greater (sign = 1) or the smaller one (-1); nullptr if
/// there are no such roots.
RealRoot* extreme(SideStack& a, std::size_t i, SideStack& b, std::size_t j, int sign) {
  RealRoot* const x = i < a.size() ? &a.roots()[i] : nullptr;
  RealRoot* const y = j < b.size() ? &b.roots()[j] : nullptr;
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
  Matching(const std::vector<FibrePolynomial>& polynomials, const WallSides& sides)
      : polynomials_(polynomials),
        sides_(sides),
        left_(sides.left.at),
        right_(sides.right.at),
        at_left_(polynomials, sides.left),
        at_right_(polynomials, sides.right) {}

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
    if (order > 1 && !first_subdiscriminant_sign(polynomials_[b], sides_.alpha())) return {};
    return where_branching(b);
  }

 private:
  static long count(const SideStack& stack, std::size_t polynomial) {
    return std::count(stack.owners().begin(), stack.owners().end(), polynomial);
  }

  /// Two roots of the polynomial b, and no other zeros of it, meet; they are real on one side only.
  GapMatching where_branching(std::size_t b) {
    const bool more_at_left = at_left_.size() > at_right_.size();
    const SideStack& more = more_at_left ? at_left_ : at_right_;
    const SideStack& fewer = more_at_left ? at_right_ : at_left_;
    std::vector<Places> candidates = across_branching(more.owners(), fewer.owners(), b, polynomials_);
    for (Places& places : candidates) {
      if (!more_at_left)
        for (auto& [l, r] : places) std::swap(l, r);
      // Which of several pairs of roots branches shows only if all gaps are looked at.
      Sightings seen = look(places, 0, candidates.size() == 1);
      if (seen.unseen.empty()) return {Outcome::complete, std::move(seen.gaps)};
    }
    return {Outcome::too_far, {}};
  }

  /// As many roots of each polynomial on both sides. Without b all go on, and perhaps roots of different polynomials
  /// meet. Zeros of b meet; if these are two real roots, all go on.
  GapMatching where_none_branches(std::optional<std::size_t> b) {
    const bool consistent = can_go_on(at_left_.owners(), at_right_.owners(), polynomials_);
    if (b && !consistent) return {};
    ensure(consistent, "the roots beside a wall contradict the orders of resultants");
    const Places places = with_equal_roots_below(at_left_.owners(), at_right_.owners());
    if (!b && sides_.wanted) {
      Sightings wanted = look(places, 0, true);
      if (wanted.unseen.empty()) return {Outcome::complete, std::move(wanted.gaps)};
    }
    Sightings seen = look(places, 1, false);
    if (seen.unseen.empty()) {
      if (b) return {};
      return {Outcome::complete, std::move(seen.gaps)};
    }
    const auto beside = seen.unseen.size() == 1 ? owners_beside(seen.unseen.front()) : std::nullopt;
    if (!beside) return {Outcome::too_far, {}};
    const auto [i, j] = *beside;
    const bool may_close = b ? i == *b && j == *b : i != j && places.size() == at_left_.size() + 1 && touch(i, j);
    if (!may_close) return {Outcome::too_far, {}};
    if (b ? !is_node(*b) : !share_at_most_one_zero(polynomials_[i], polynomials_[j], sides_.alpha())) return {};
    return {Outcome::complete, std::move(seen.gaps)};
  }

  /// The polynomials of the roots below and above a gap, smaller number first, if they are the same on both sides.
  std::optional<std::pair<std::size_t, std::size_t>> owners_beside(const Places::value_type& place) const {
    const auto [l, r] = place;
    if (l == 0 || l == at_left_.owners().size()) return std::nullopt;
    const auto left = std::minmax(at_left_.owners()[l - 1], at_left_.owners()[l]);
    const auto right = std::minmax(at_right_.owners()[r - 1], at_right_.owners()[r]);
    if (left != right) return std::nullopt;
    return std::pair<std::size_t, std::size_t>(left);
  }

  bool touch(std::size_t i, std::size_t j) const {
    const int order = polynomials_[j].resultant_exponents[i];
    return order > 0 && order % 2 == 0;
  }

  /// Whether two real roots of the polynomial meet and no other zeros of it, its discriminant being zero over the wall.
  bool is_node(std::size_t b) const {
    const auto sign = first_subdiscriminant_sign(polynomials_[b], sides_.alpha());
    const long degree = static_cast<long>(polynomials_[b].coefficients.size()) - 1;
    const long not_real = degree - count(at_left_, b);
    return sign && *sign == (not_real / 2 % 2 == 0 ? 1 : -1);
  }

  /// Looks at the places, perhaps at the wanted ones only, as long as at most `most_unseen` of them are not seen to go
  /// on.
  Sightings look(const Places& places, std::size_t most_unseen, bool only_wanted) {
    Sightings result;
    for (const auto& [l, r] : places) {
      if (only_wanted && sides_.wanted && !sides_.wanted(l, r)) continue;
      if (auto gap = gap_at(l, r))
        result.gaps.push_back(std::move(*gap));
      else
        result.unseen.emplace_back(l, r);
      if (result.unseen.size() > most_unseen) break;
    }
    return result;
  }

  /// A known sample of the gap on one side that is seen to go on lies in the gap on the other side, too, except in
  /// places that come of a wrong pair of roots that branch: then one of the side with more roots is not seen to go on.
  std::optional<MatchedGap> gap_at(std::size_t l, std::size_t r) {
    for (SideStack* side : {&at_left_, &at_right_}) {
      if (side->size() < std::max(at_left_.size(), at_right_.size())) continue;
      const Rational* const known = side->known_sample(side == &at_left_ ? l : r);
      if (!known) continue;
      if (auto gap = gap_with(*known, l, r)) return gap;
    }
    const auto sample = common_sample(at_left_, l, at_right_, r);
    return sample ? gap_with(*sample, l, r) : std::nullopt;
  }

  std::optional<MatchedGap> gap_with(const Rational& sample, std::size_t l, std::size_t r) {
    MatchedGap gap{sample, {}, l, at_left_.size() + 1, r, at_right_.size() + 1};
    for (std::size_t i = 0; i < polynomials_.size(); ++i) {
      const auto sign = sign_along(i, sample);
      if (!sign) return std::nullopt;
      gap.signs.push_back(*sign);
    }
    return gap;
  }

  /// The sign of a polynomial at x for all t between the sides, if it has no zero there.
  std::optional<int> sign_along(std::size_t i, const Rational& x) {
    const Ball at(x, ball_precision);
    Ball value;
    const std::vector<Ball>& coefficients = coefficients_between(i);
    for (std::size_t e = coefficients.size(); e-- > 0;) {
      arb_mul(value.raw(), value.raw(), at.raw(), ball_precision);
      arb_add(value.raw(), value.raw(), coefficients[e].raw(), ball_precision);
    }
    if (!value.contains_zero()) return value.sign();
    const UnivariatePolynomial p = value_along(polynomials_[i].coefficients, x);
    if (p.is_zero() || (!p.is_constant() && has_root_in(p, left_, right_))) return std::nullopt;
    return p.sign_at(left_);
  }

  /// Balls around the values of the coefficients of a polynomial between the sides.
  const std::vector<Ball>& coefficients_between(std::size_t i) {
    if (coefficients_.empty()) {
      const Ball between = Ball::hull(left_, right_, ball_precision);
      for (const FibrePolynomial& f : polynomials_) coefficients_.push_back(coefficients_at(f, between, ball_precision));
    }
    return coefficients_[i];
  }

  const std::vector<FibrePolynomial>& polynomials_;
  const WallSides& sides_;
  const Rational& left_;
  const Rational& right_;
  SideStack at_left_;
  SideStack at_right_;
  std::vector<std::vector<Ball>> coefficients_;
};

}  // namespace

GapMatching matched_gaps(const std::vector<FibrePolynomial>& polynomials, const WallSides& sides) {
  if (!only_collision(polynomials)) return {};
  for (const FibrePolynomial& f : polynomials)
    if (!has_constant_degree(f, sides.left.at, sides.right.at)) return {Outcome::too_far, {}};
  return Matching(polynomials, sides).run();
}

}  // namespace isthmus
