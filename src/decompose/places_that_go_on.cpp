#include "decompose/places_that_go_on.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "decompose/coincidences.hpp"
#include "decompose/simple_roots.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// Sorts the places of gaps with equal roots below, the k-th root of each polynomial going on as its k-th root.
class ClosingGaps {
 public:
  /// `branched`: zeros of one polynomial that meet are not on the lists.
  ClosingGaps(const RootOwners& left, const RootOwners& right, const std::vector<FibrePolynomial>& polynomials,
              bool branched)
      : left_(left), right_(right), polynomials_(polynomials), branched_(branched) {}

  /// Whether the roots beside a gap, which do not change places, may meet: in even order, then, or as zeros of one
  /// polynomial.
  bool may_close(std::size_t place) {
    if (place == 0 || place == left_.size()) return false;
    const auto [j, i] = std::minmax(left_[place - 1], left_[place]);
    if (i == j) return !branched_ && polynomials_[i].discriminant_exponent > 0;
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
  bool branched_;
  std::map<std::pair<std::size_t, std::size_t>, long> changes_;
};

/// The pairs of neighbouring roots, of one side of a wall, that meet in simple branchings, and are not there on the other:
/// as many of each polynomial as the order of its discriminant says.
class Branchings {
 public:
  /// nullopt if some zeros meet in another way, or zeros of a polynomial that branches may meet those of another.
  static std::optional<Branchings> find(const RootOwners& more, const RootOwners& fewer,
                                        const std::vector<FibrePolynomial>& polynomials) {
    Branchings result(more, fewer, polynomials);
    for (std::size_t i = 0; i < polynomials.size(); ++i) {
      const long order = polynomials[i].discriminant_exponent;
      const long fewer_by = std::count(more.begin(), more.end(), i) - std::count(fewer.begin(), fewer.end(), i);
      if (fewer_by != 2 * order) return std::nullopt;
      result.pairs_.push_back(order);
      for (std::size_t j = 0; j < i; ++j)
        if (polynomials[i].resultant_exponents[j] > 0 && (order > 0 || result.pairs_[j] > 0)) return std::nullopt;
    }
    result.choose(0, {});
    if (result.too_many_) return std::nullopt;
    ensure(!result.candidates_.empty(), "no neighbouring roots of a polynomial vanish at a wall where some do");
    return result;
  }

  /// What all candidates agree on is sure. Places of the side with more roots first.
  PlacesThatGoOn places() const {
    std::map<Places::value_type, std::size_t> sure;
    std::set<Places::value_type> all;
    for (const std::vector<std::size_t>& pairs : candidates_) {
      const RootOwners going_on = without(pairs);
      ClosingGaps gaps(going_on, *fewer_, *polynomials_, true);
      const Places places = with_equal_roots_below(going_on, *fewer_);
      std::map<std::size_t, std::size_t> opposite(places.begin(), places.end());
      for (std::size_t m = 0, below = 0; m <= more_->size(); ++m) {
        const bool inside = m > 0 && std::find(pairs.begin(), pairs.end(), m - 1) != pairs.end();
        const auto found = opposite.find(below);
        if (!inside && found != opposite.end()) {
          all.emplace(m, found->second);
          if (!gaps.may_close(below)) ++sure[{m, found->second}];
        }
        if (m < more_->size() && !in_pair(pairs, m)) ++below;
      }
    }
    PlacesThatGoOn result;
    for (const auto& place : all) {
      const auto found = sure.find(place);
      const bool is_sure = found != sure.end() && found->second == candidates_.size();
      (is_sure ? result.sure : result.perhaps).push_back(place);
    }
    return result;
  }

 private:
  Branchings(const RootOwners& more, const RootOwners& fewer, const std::vector<FibrePolynomial>& polynomials)
      : more_(&more), fewer_(&fewer), polynomials_(&polynomials) {}

  static bool in_pair(const std::vector<std::size_t>& pairs, std::size_t root) {
    return std::any_of(pairs.begin(), pairs.end(), [&](std::size_t p) { return root == p || root == p + 1; });
  }

  RootOwners without(const std::vector<std::size_t>& pairs) const {
    RootOwners result;
    for (std::size_t i = 0; i < more_->size(); ++i)
      if (!in_pair(pairs, i)) result.push_back((*more_)[i]);
    return result;
  }

  /// Chooses the pairs from the root `first` on; `pairs_` counts those still to be chosen.
  void choose(std::size_t first, std::vector<std::size_t> chosen) {
    constexpr std::size_t most_candidates = 64;
    if (too_many_) return;
    if (std::all_of(pairs_.begin(), pairs_.end(), [](long pairs) { return pairs == 0; })) {
      if (can_go_on(without(chosen), *fewer_, *polynomials_)) candidates_.push_back(std::move(chosen));
      too_many_ = candidates_.size() > most_candidates;
      return;
    }
    for (std::size_t p = first; p + 1 < more_->size(); ++p) {
      const std::size_t owner = (*more_)[p];
      if ((*more_)[p + 1] != owner || pairs_[owner] == 0) continue;
      --pairs_[owner];
      std::vector<std::size_t> more_chosen = chosen;
      more_chosen.push_back(p);
      choose(p + 2, std::move(more_chosen));
      ++pairs_[owner];
    }
  }

  const RootOwners* more_;
  const RootOwners* fewer_;
  const std::vector<FibrePolynomial>* polynomials_;
  std::vector<long> pairs_;
  std::vector<std::vector<std::size_t>> candidates_;
  bool too_many_ = false;
};

}  // namespace

std::optional<PlacesThatGoOn> places_that_go_on(const RootOwners& left, const RootOwners& right,
                                                const std::vector<FibrePolynomial>& polynomials) {
  const bool more_at_left = left.size() >= right.size();
  const auto branchings = more_at_left ? Branchings::find(left, right, polynomials)
                                       : Branchings::find(right, left, polynomials);
  if (!branchings) return std::nullopt;
  PlacesThatGoOn result = branchings->places();
  if (!more_at_left)
    for (Places* places : {&result.sure, &result.perhaps})
      for (auto& [l, r] : *places) std::swap(l, r);
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
  if (const auto b = with_discriminant_of_order_2(polynomials)) {
    if (auto places = places_at_double_zero(left, right, polynomials, *b, alpha())) return places;
  }
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

namespace {

/// The real zeros at alpha of the polynomials that matter, each alone in its interval; nullopt if not all of them are simple
/// and shown.
std::optional<std::vector<std::vector<RootInterval>>> all_zeros(const RootOwners& owners,
                                                                const std::vector<FibrePolynomial>& polynomials,
                                                                const std::vector<bool>& matter,
                                                                const RealRoot& alpha, long precision) {
  const Ball t = alpha.ball(precision);
  std::vector<std::vector<RootInterval>> result(polynomials.size());
  for (std::size_t i = 0; i < polynomials.size(); ++i) {
    if (!matter[i]) continue;
    const auto count = static_cast<std::size_t>(std::count(owners.begin(), owners.end(), i));
    auto zeros = simple_real_zeros(polynomials[i], t, count, precision);
    if (!zeros) return std::nullopt;
    result[i] = std::move(*zeros);
  }
  return result;
}

}  // namespace

std::optional<PlacesThatGoOn> places_by_enclosures(const RootOwners& left, const RootOwners& right,
                                                   const std::vector<FibrePolynomial>& polynomials,
                                                   const RealRoot& alpha) {
  constexpr long first_precision = 64;
  constexpr long last_precision = 256;
  for (std::size_t i = 0; i < polynomials.size(); ++i)
    if (std::count(left.begin(), left.end(), i) != std::count(right.begin(), right.end(), i)) return std::nullopt;
  const Places places = with_equal_roots_below(left, right);
  ClosingGaps gaps(left, right, polynomials, false);
  std::vector<bool> matter;
  for (const FibrePolynomial& f : polynomials) matter.push_back(f.discriminant_exponent > 0);
  for (const auto& [l, r] : places)
    if (gaps.may_close(l)) matter[left[l - 1]] = matter[left[l]] = true;
  std::optional<PlacesThatGoOn> result;
  for (long precision = first_precision; precision <= last_precision; precision *= 2) {
    const auto zeros = all_zeros(left, polynomials, matter, alpha, precision);
    if (!zeros) continue;
    std::vector<RootInterval> of_left;
    std::vector<std::size_t> next(polynomials.size());
    for (const std::size_t owner : left)
      of_left.push_back(matter[owner] ? (*zeros)[owner][next[owner]++] : RootInterval{});
    result.emplace();
    for (const auto& place : places) {
      const std::size_t l = place.first;
      const bool open = !gaps.may_close(l) || of_left[l - 1].upper < of_left[l].lower;
      (open ? result->sure : result->perhaps).push_back(place);
    }
    if (result->perhaps.empty()) return result;
  }
  return result;
}

}  // namespace isthmus
