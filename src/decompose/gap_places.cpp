#include "decompose/gap_places.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "decompose/coincidences.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// For each root of the polynomial i the number of roots of j below it.
std::vector<long> roots_below(const RootOwners& owners, std::size_t i, std::size_t j) {
  std::vector<long> below;
  long count = 0;
  for (const std::size_t owner : owners) {
    if (owner == j) ++count;
    if (owner == i) below.push_back(count);
  }
  return below;
}

/// How many pairs of roots of the polynomials i and j change places over the wall.
long crossings(const RootOwners& left, const RootOwners& right, std::size_t i, std::size_t j) {
  const std::vector<long> before = roots_below(left, i, j);
  const std::vector<long> after = roots_below(right, i, j);
  long result = 0;
  for (std::size_t k = 0; k < before.size(); ++k) result += std::abs(before[k] - after[k]);
  return result;
}

/// The polynomial that has a multiple zero over the wall, and its discriminant's order is 1; `none` if there is none,
/// nullopt if there is another one, or if a zero of it meets one of another polynomial.
constexpr std::size_t none = static_cast<std::size_t>(-1);
std::optional<std::size_t> simply_branching(const std::vector<FibrePolynomial>& polynomials) {
  std::size_t branching = none;
  for (std::size_t i = 0; i < polynomials.size(); ++i) {
    if (polynomials[i].discriminant_exponent == 0) continue;
    if (polynomials[i].discriminant_exponent > 1 || branching != none) return std::nullopt;
    branching = i;
  }
  for (std::size_t i = 0; i < polynomials.size() && branching != none; ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (polynomials[i].resultant_exponents[j] > 0 && (i == branching || j == branching)) return std::nullopt;
  return branching;
}

/// Sorts the places of gaps with equal roots below, none of whose polynomials has a multiple zero over the wall.
class ClosingGaps {
 public:
  ClosingGaps(const RootOwners& left, const RootOwners& right, const std::vector<FibrePolynomial>& polynomials)
      : left_(left), right_(right), polynomials_(polynomials) {}

  /// Whether the roots beside a gap, which do not change places, may meet: in even order, then.
  bool may_close(std::size_t place) {
    if (place == 0 || place == left_.size()) return false;
    const auto [j, i] = std::minmax(left_[place - 1], left_[place]);
    if (i == j) return false;
    const int order = polynomials_[i].resultant_exponents[j];
    return order >= 2 && order - changes(i, j) >= 2;
  }

 private:
  long changes(std::size_t i, std::size_t j) {
    const auto [entry, added] = changes_.emplace(std::pair(i, j), 0);
    if (added) entry->second = crossings(left_, right_, i, j);
    return entry->second;
  }

  const RootOwners& left_;
  const RootOwners& right_;
  const std::vector<FibrePolynomial>& polynomials_;
  std::map<std::pair<std::size_t, std::size_t>, long> changes_;
};

RootOwners without_pair(RootOwners owners, std::size_t first) {
  const auto at = owners.begin() + static_cast<std::ptrdiff_t>(first);
  owners.erase(at, at + 2);
  return owners;
}

}  // namespace

bool can_go_on(const RootOwners& left, const RootOwners& right, const std::vector<FibrePolynomial>& polynomials) {
  for (std::size_t i = 0; i < polynomials.size(); ++i) {
    if (std::count(left.begin(), left.end(), i) != std::count(right.begin(), right.end(), i)) return false;
    for (std::size_t j = 0; j < i; ++j) {
      const int order = polynomials[i].resultant_exponents[j];
      const long changes = crossings(left, right, i, j);
      if (changes > order || (changes - order) % 2 != 0) return false;
    }
  }
  return true;
}

Places with_equal_roots_below(const RootOwners& left, const RootOwners& right) {
  Places places{{0, 0}};
  std::vector<long> excess;
  std::size_t unequal = 0;
  const auto add = [&](std::size_t owner, long change) {
    if (owner >= excess.size()) excess.resize(owner + 1);
    if (excess[owner] == 0) ++unequal;
    excess[owner] += change;
    if (excess[owner] == 0) --unequal;
  };
  for (std::size_t i = 0; i < left.size(); ++i) {
    add(left[i], 1);
    add(right[i], -1);
    if (unequal == 0) places.emplace_back(i + 1, i + 1);
  }
  return places;
}

std::optional<PlacesThatGoOn> places_that_go_on(const RootOwners& left, const RootOwners& right,
                                                const std::vector<FibrePolynomial>& polynomials) {
  const auto branching = simply_branching(polynomials);
  if (!branching) return std::nullopt;
  PlacesThatGoOn result;
  if (*branching == none) {
    ensure(can_go_on(left, right, polynomials), "the roots beside a wall contradict the orders of resultants");
    ClosingGaps gaps(left, right, polynomials);
    for (const auto& place : with_equal_roots_below(left, right))
      (gaps.may_close(place.first) ? result.perhaps : result.sure).push_back(place);
    return result;
  }
  for (std::size_t i = 0; i < polynomials.size(); ++i)
    for (const int order : polynomials[i].resultant_exponents)
      if (order > 1) return std::nullopt;
  const bool more_at_left = left.size() > right.size();
  const RootOwners& more = more_at_left ? left : right;
  const RootOwners& fewer = more_at_left ? right : left;
  ensure(more.size() == fewer.size() + 2, "the number of roots beside a wall contradicts the order of a discriminant");
  const std::vector<Places> candidates = across_branching(more, fewer, *branching, polynomials);
  std::map<Places::value_type, std::size_t> times;
  for (const Places& places : candidates)
    for (const auto& [m, f] : places) ++times[more_at_left ? std::pair(m, f) : std::pair(f, m)];
  for (const auto& [place, count] : times) (count == candidates.size() ? result.sure : result.perhaps).push_back(place);
  return result;
}

namespace {

/// The only polynomial with a multiple zero over the wall, if its discriminant has order 2, its zeros meet none of others
/// and those of others meet at most simply.
std::optional<std::size_t> with_discriminant_of_order_2(const std::vector<FibrePolynomial>& polynomials) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < polynomials.size(); ++i) {
    const int order = polynomials[i].discriminant_exponent;
    if (order == 0) continue;
    if (order != 2 || found) return std::nullopt;
    found = i;
  }
  if (!found) return std::nullopt;
  for (std::size_t i = 0; i < polynomials.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const int order = polynomials[i].resultant_exponents[j];
      if (order > 1 || (order == 1 && (i == *found || j == *found))) return std::nullopt;
    }
  return found;
}

/// Two zeros of b meet. If they are real, then before and after the wall; if not, neither.
std::optional<PlacesThatGoOn> places_at_double_zero(const RootOwners& left, const RootOwners& right,
                                                    const std::vector<FibrePolynomial>& polynomials, std::size_t b,
                                                    const RealRoot& alpha) {
  const long real = std::count(left.begin(), left.end(), b);
  if (std::count(right.begin(), right.end(), b) != real) return std::nullopt;
  const auto sign = first_subdiscriminant_sign(polynomials[b], alpha);
  if (!sign) return std::nullopt;
  ensure(can_go_on(left, right, polynomials), "the roots beside a wall contradict the orders of resultants");
  const long not_real = static_cast<long>(polynomials[b].coefficients.size()) - 1 - real;
  const bool real_roots_meet = *sign == (not_real / 2 % 2 == 0 ? 1 : -1);
  PlacesThatGoOn result;
  for (const auto& place : with_equal_roots_below(left, right)) {
    const std::size_t l = place.first;
    const bool between = l > 0 && l < left.size() && left[l - 1] == b && left[l] == b;
    (real_roots_meet && between ? result.perhaps : result.sure).push_back(place);
  }
  ensure(!real_roots_meet || !result.perhaps.empty(), "no two neighbouring roots can meet at a wall where two do");
  if (result.perhaps.size() == 1) result.perhaps.clear();
  return result;
}

}  // namespace

namespace {

/// Whether only one of the resultants of i and j vanishes at the wall: that of both, of order 2.
bool meet_only_each_other(const std::vector<FibrePolynomial>& polynomials, std::size_t i, std::size_t j) {
  for (std::size_t h = 0; h < polynomials.size(); ++h)
    for (const std::size_t k : {i, j}) {
      if (h == i || h == j) continue;
      if (polynomials[std::max(h, k)].resultant_exponents[std::min(h, k)] > 0) return false;
    }
  return polynomials[std::max(i, j)].resultant_exponents[std::min(i, j)] == 2;
}

}  // namespace

std::optional<PlacesThatGoOn> places_by_subresultants(const RootOwners& left, const RootOwners& right,
                                                      const std::vector<FibrePolynomial>& polynomials,
                                                      const std::function<const RealRoot&()>& alpha) {
  if (const auto b = with_discriminant_of_order_2(polynomials))
    return places_at_double_zero(left, right, polynomials, *b, alpha());
  const auto branches = [](const FibrePolynomial& f) { return f.discriminant_exponent > 0; };
  if (std::any_of(polynomials.begin(), polynomials.end(), branches)) return std::nullopt;
  auto places = places_that_go_on(left, right, polynomials);
  if (!places || places->perhaps.size() != 1) return std::nullopt;
  const std::size_t l = places->perhaps.front().first;
  const auto [j, i] = std::minmax(left[l - 1], left[l]);
  if (!meet_only_each_other(polynomials, i, j)) return std::nullopt;
  if (!share_at_most_one_zero(polynomials[i], polynomials[j], alpha())) return std::nullopt;
  places->perhaps.clear();
  return places;
}

std::vector<Places> across_branching(const RootOwners& more, const RootOwners& fewer, std::size_t owner,
                                     const std::vector<FibrePolynomial>& polynomials) {
  std::vector<Places> result;
  for (std::size_t p = 0; p + 1 < more.size(); ++p) {
    if (more[p] != owner || more[p + 1] != owner) continue;
    const RootOwners going_on = without_pair(more, p);
    if (!can_go_on(going_on, fewer, polynomials)) continue;
    Places places;
    for (const auto& [m, f] : with_equal_roots_below(going_on, fewer)) {
      if (m <= p) places.emplace_back(m, f);
      if (m >= p) places.emplace_back(m + 2, f);
    }
    result.push_back(std::move(places));
  }
  ensure(!result.empty(), "no two neighbouring roots of a polynomial vanish at a wall where two of its roots do");
  return result;
}

}  // namespace isthmus
