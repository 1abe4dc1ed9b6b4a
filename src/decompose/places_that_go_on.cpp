#include "decompose/places_that_go_on.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "exact/error.hpp"

namespace isthmus {

namespace {

/// Sorts the places of gaps with equal roots below, the k-th root of each polynomial going on as its k-th root. Zeros
/// of one polynomial that meet are not on the lists.
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

/// The pairs of neighbouring roots, of one side of a wall, that meet in simple branchings, and are not there on the
/// other: as many of each polynomial as the order of its discriminant says.
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
      ClosingGaps gaps(going_on, *fewer_, *polynomials_);
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

}  // namespace isthmus
