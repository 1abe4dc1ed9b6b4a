#include "decompose/matched_gaps.hpp"

#include <algorithm>
#include <utility>

#include "decompose/evaluation_plan.hpp"
#include "decompose/gaps.hpp"
#include "decompose/lifting_state.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The roots over one side of a wall, ascending, and the polynomial of each.
struct SideStack {
  std::vector<RealRoot> roots;
  std::vector<std::size_t> owners;
};

/// What becomes of the roots at the wall: nothing, two roots of one polynomial that meet in a branch point, or two
/// roots of two polynomials that cross.
struct Event {
  enum class Kind { none, branching, crossing };
  Kind kind = Kind::none;
  std::size_t first = 0;
  std::size_t second = 0;
};

/// The only event over the wall, nullopt if the exponents allow more than that.
std::optional<Event> only_event(const std::vector<FibrePolynomial>& polynomials) {
  Event event;
  int sum = 0;
  for (std::size_t i = 0; i < polynomials.size(); ++i) {
    const FibrePolynomial& f = polynomials[i];
    if (f.discriminant_exponent > 0) event = {Event::Kind::branching, i, i};
    sum += f.discriminant_exponent;
    for (std::size_t j = 0; j < i; ++j) {
      if (f.resultant_exponents[j] > 0) event = {Event::Kind::crossing, j, i};
      sum += f.resultant_exponents[j];
    }
  }
  if (sum > 1) return std::nullopt;
  return event;
}

using Places = std::vector<std::pair<std::size_t, std::size_t>>;

Places all_but(std::size_t gaps, std::size_t collapsed) {
  Places places;
  for (std::size_t i = 0; i < gaps; ++i)
    if (i != collapsed) places.emplace_back(i, i);
  return places;
}

/// Two neighbouring roots change places; the gap between them is not there over the wall.
Places across_crossing(const std::vector<std::size_t>& left, const std::vector<std::size_t>& right,
                       const Event& event) {
  ensure(left.size() == right.size(), "the number of roots changes at a wall where two roots cross");
  const auto [l, r] = std::mismatch(left.begin(), left.end(), right.begin());
  ensure(left.end() - l >= 2 && l[0] == r[1] && l[1] == r[0] && std::equal(l + 2, left.end(), r + 2) &&
             std::minmax(l[0], l[1]) == std::minmax(event.first, event.second),
         "no two neighbouring roots cross at a wall where two roots do");
  return all_but(left.size() + 1, static_cast<std::size_t>(l - left.begin()) + 1);
}

/// Two neighbouring roots of one polynomial are there on one side only: one list for each pair that these can be.
std::vector<Places> across_branching(const std::vector<std::size_t>& more, const std::vector<std::size_t>& fewer,
                                     std::size_t owner) {
  ensure(more.size() == fewer.size() + 2, "the number of roots does not change by two at a branch point");
  std::vector<Places> result;
  for (std::size_t p = 0; p + 1 < more.size(); ++p) {
    const auto at = static_cast<std::ptrdiff_t>(p);
    if (more[p] != owner || more[p + 1] != owner || !std::equal(more.begin(), more.begin() + at, fewer.begin()) ||
        !std::equal(more.begin() + at + 2, more.end(), fewer.begin() + at))
      continue;
    Places places;
    for (std::size_t i = 0; i <= more.size(); ++i)
      if (i != p + 1) places.emplace_back(i, i <= p ? i : i - 2);
    result.push_back(std::move(places));
  }
  ensure(!result.empty(), "no two neighbouring roots vanish at a branch point");
  return result;
}

/// The possible lists of gaps that go on over the wall; one of them is the true one.
std::vector<Places> possible_places(const SideStack& left, const SideStack& right, const Event& event) {
  switch (event.kind) {
    case Event::Kind::none:
      ensure(left.owners == right.owners, "the roots over a wall change where none collide");
      return {all_but(left.roots.size() + 1, left.roots.size() + 1)};
    case Event::Kind::crossing:
      return {across_crossing(left.owners, right.owners, event)};
    case Event::Kind::branching:
      break;
  }
  if (left.owners.size() > right.owners.size()) return across_branching(left.owners, right.owners, event.first);
  std::vector<Places> lists = across_branching(right.owners, left.owners, event.first);
  for (Places& places : lists)
    for (auto& [l, r] : places) std::swap(l, r);
  return lists;
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

/// Whether no polynomial has a root in [left, right].
bool all_clear(const std::vector<UnivariatePolynomial>& along, const Rational& left, const Rational& right) {
  return std::all_of(along.begin(), along.end(), [&](const UnivariatePolynomial& p) {
    return !p.is_zero() && (p.is_constant() || !has_root_in(p, left, right));
  });
}

/// The gaps at these places, or nullopt if some are not seen to go on from `left` to `right`.
std::optional<std::vector<MatchedGap>> gaps_at(const Places& places, SideStack& at_left, SideStack& at_right,
                                               const std::vector<FibrePolynomial>& polynomials, const Rational& left,
                                               const Rational& right) {
  std::vector<MatchedGap> gaps;
  for (const auto& [l, r] : places) {
    auto sample = common_sample(at_left, l, at_right, r);
    if (!sample) return std::nullopt;
    MatchedGap gap{std::move(*sample), {}, l, at_left.roots.size() + 1, r, at_right.roots.size() + 1};
    for (const FibrePolynomial& f : polynomials) gap.along.push_back(value_along(f.coefficients, gap.sample));
    if (!all_clear(gap.along, left, right)) return std::nullopt;
    gaps.push_back(std::move(gap));
  }
  return gaps;
}

}  // namespace

std::optional<std::vector<MatchedGap>> matched_gaps(const std::vector<FibrePolynomial>& polynomials,
                                                    const Rational& left, const Rational& right) {
  const auto event = only_event(polynomials);
  if (!event) return std::nullopt;
  for (const FibrePolynomial& f : polynomials)
    if (!has_constant_degree(f, left, right)) return std::nullopt;
  SideStack at_left = side_stack(polynomials, left);
  SideStack at_right = side_stack(polynomials, right);
  for (const Places& places : possible_places(at_left, at_right, *event))
    if (auto gaps = gaps_at(places, at_left, at_right, polynomials, left, right)) return gaps;
  return std::nullopt;
}

}  // namespace isthmus
