#include "decompose/places_over_wall.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "decompose/coincidences.hpp"
#include "decompose/enclosed_zeros.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The stack on one side of the wall, by the zeros to which its roots tend.
struct SideOfWall {
  std::vector<ZeroOverWall> limits;
  RootOwners simple;                            ///< the owners of the roots that tend to simple zeros
  /// By the number of these below: the places of gaps that are not between two roots that tend to a double zero.
  std::vector<std::vector<std::size_t>> places;
  std::vector<std::vector<std::size_t>> roots;  ///< per polynomial the positions of its roots
};

enum class Comparison { less, not_less, unknown };

/// Compares the zeros over one wall, by what is known of them.
class LimitsOverWall {
 public:
  LimitsOverWall(const RootOwners& left, const RootOwners& right, const std::vector<FibrePolynomial>& polynomials,
                 ZeroRelations& known)
      : left_owners_(left), right_owners_(right), polynomials_(polynomials), known_(known) {}

  /// Finds out to which zeros the roots tend; `enclosed` may be null. Returns whether that was possible.
  bool find_limits(EnclosedZeros* enclosed) {
    if (has_limits_) return true;
    for (std::size_t i = 0; i < polynomials_.size(); ++i) {
      if (polynomials_[i].discriminant_exponent == 0 || known_.counts.count(i) > 0) continue;
      const auto counts = enclosed != nullptr ? enclosed->counts(i) : std::nullopt;
      if (!counts) return false;
      known_.counts.emplace(i, *counts);
    }
    left_ = side(left_owners_);
    right_ = side(right_owners_);
    for (std::size_t i = 0; i < polynomials_.size(); ++i) check_roots(i);
    return has_limits_ = true;
  }

  /// Where enclosures overlap, `share_at_most_one_zero` tells of two polynomials whether they do over the wall.
  PlacesThatGoOn places(const std::function<bool(std::size_t, std::size_t)>& wanted, EnclosedZeros* enclosed,
                        const std::function<bool(std::size_t, std::size_t)>& share_at_most_one_zero) {
    enclosed_ = enclosed;
    share_at_most_one_zero_ = share_at_most_one_zero;
    PlacesThatGoOn result;
    for (const auto& [left_below, right_below] : with_equal_roots_below(left_.simple, right_.simple))
      for (const std::size_t l : left_.places[left_below])
        for (const std::size_t r : right_.places[right_below]) {
          if (!wanted(l, r)) continue;
          const Comparison open = is_open(l, r);
          if (open == Comparison::less) result.sure.emplace_back(l, r);
          if (open == Comparison::unknown) result.perhaps.emplace_back(l, r);
        }
    return result;
  }

 private:
  /// nullptr if it has no multiple zero.
  const ZeroRelations::Counts* counts(std::size_t polynomial) const {
    const auto found = known_.counts.find(polynomial);
    return found == known_.counts.end() ? nullptr : &found->second;
  }

  /// Whether two of so many roots of a polynomial tend to its double zero.
  bool has_pair(std::size_t polynomial, std::size_t roots) const {
    const ZeroRelations::Counts* zeros = counts(polynomial);
    return zeros != nullptr && zeros->below_double && roots > zeros->simple;
  }

  /// The zero to which the k-th of `roots` roots of a polynomial tends.
  ZeroOverWall limit(std::size_t polynomial, std::size_t k, std::size_t roots) const {
    if (!has_pair(polynomial, roots)) return {polynomial, k, false};
    const std::size_t below = *counts(polynomial)->below_double;
    if (k < below) return {polynomial, k, false};
    if (k < below + 2) return {polynomial, 0, true};
    return {polynomial, k - 2, false};
  }

  /// Simple zeros go on to both sides; two roots tend to a double zero on both, on none, or if the order of the
  /// discriminant is odd, on one.
  void check_roots(std::size_t i) const {
    const std::size_t left = left_.roots[i].size();
    const std::size_t right = right_.roots[i].size();
    bool possible = left == right;
    if (polynomials_[i].discriminant_exponent > 0) {
      const ZeroRelations::Counts& zeros = *counts(i);
      const auto is_possible = [&](std::size_t roots) {
        return roots == zeros.simple || (zeros.below_double && roots == zeros.simple + 2);
      };
      const bool odd = zeros.below_double && polynomials_[i].discriminant_exponent % 2 != 0;
      possible = is_possible(left) && is_possible(right) && (left != right) == odd;
    }
    ensure(possible, "the roots beside a wall contradict the order of a discriminant");
  }

  SideOfWall side(const RootOwners& owners) const {
    SideOfWall result;
    result.roots.resize(polynomials_.size());
    for (std::size_t m = 0; m < owners.size(); ++m) result.roots[owners[m]].push_back(m);
    std::vector<std::size_t> next(polynomials_.size());
    for (const std::size_t i : owners) result.limits.push_back(limit(i, next[i]++, result.roots[i].size()));
    result.places.push_back({0});
    std::set<std::size_t> pairs;  // of which one root is below
    for (std::size_t m = 0; m < result.limits.size(); ++m) {
      const auto& [polynomial, index, is_double] = result.limits[m];
      if (!is_double) {
        result.simple.push_back(polynomial);
        result.places.emplace_back();
      } else if (!pairs.insert(polynomial).second) {
        pairs.erase(polynomial);
      }
      if (pairs.empty()) result.places.back().push_back(m + 1);
    }
    return result;
  }

  /// `less` if the gap between the roots beside these places goes on.
  Comparison is_open(std::size_t l, std::size_t r) {
    Comparison result = Comparison::less;
    for (const auto& [lower_side, lower] : {std::pair(&left_, l), std::pair(&right_, r)})
      for (const auto& [upper_side, upper] : {std::pair(&left_, l), std::pair(&right_, r)}) {
        if (lower == 0 || upper == upper_side->limits.size()) continue;
        const Comparison order = compare(lower_side->limits[lower - 1], upper_side->limits[upper]);
        if (order == Comparison::not_less) return order;
        if (order == Comparison::unknown) result = order;
      }
    return result;
  }

  Comparison compare(const ZeroOverWall& a, const ZeroOverWall& b) {
    if (a.polynomial == b.polynomial) return is_less_of_one(a, b) ? Comparison::less : Comparison::not_less;
    const auto left = are_below(left_, a, b);
    const auto right = are_below(right_, a, b);
    if ((left && !*left) || (right && !*right)) return Comparison::not_less;
    const bool in_order = left || right;
    // Simple zeros that meet and do not change places take 2 of the order of the resultant, a double one at least 1.
    const long least = a.is_double || b.is_double ? 1 : 2;
    if (in_order && order(a, b) - changes(a, b) < least) return Comparison::less;
    const auto found = known_.less.find({a, b});
    if (found != known_.less.end()) return found->second ? Comparison::less : Comparison::not_less;
    const Comparison result = compare_enclosures(a, b);
    if (result != Comparison::unknown) known_.less.emplace(std::pair(a, b), result == Comparison::less);
    return result;
  }

  Comparison compare_enclosures(const ZeroOverWall& a, const ZeroOverWall& b) {
    if (enclosed_ == nullptr) return Comparison::unknown;
    switch (enclosed_->order(a, simple_zeros(a.polynomial), b, simple_zeros(b.polynomial))) {
      case EnclosedZeros::Order::less: return Comparison::less;
      case EnclosedZeros::Order::greater: return Comparison::not_less;
      case EnclosedZeros::Order::unknown: return Comparison::unknown;
      case EnclosedZeros::Order::overlap: break;
    }
    const auto [lesser, greater] = std::minmax(a.polynomial, b.polynomial);
    const bool are_equal =
        polynomials_[greater].resultant_exponents[lesser] > 0 && share_at_most_one_zero_(lesser, greater);
    return are_equal ? Comparison::not_less : Comparison::unknown;
  }

  std::size_t simple_zeros(std::size_t polynomial) const {
    const ZeroRelations::Counts* zeros = counts(polynomial);
    return zeros != nullptr ? zeros->simple : left_.roots[polynomial].size();
  }

  bool is_less_of_one(const ZeroOverWall& a, const ZeroOverWall& b) const {
    if (!a.is_double && !b.is_double) return a.index < b.index;
    const std::size_t below = *counts(a.polynomial)->below_double;
    if (a.is_double) return !b.is_double && b.index >= below;
    return a.index < below;
  }

  /// Whether on one side the roots that tend to a are below those that tend to b; nullopt if one has none there.
  std::optional<bool> are_below(const SideOfWall& side, const ZeroOverWall& a, const ZeroOverWall& b) const {
    const auto of_a = positions(side, a);
    const auto of_b = positions(side, b);
    if (!of_a || !of_b) return std::nullopt;
    return of_a->second < of_b->first;
  }

  /// The positions of the first and the last root that tends to a zero.
  std::optional<std::pair<std::size_t, std::size_t>> positions(const SideOfWall& side, const ZeroOverWall& zero) const {
    const std::vector<std::size_t>& roots = side.roots[zero.polynomial];
    const bool pair = has_pair(zero.polynomial, roots.size());
    if (zero.is_double) {
      if (!pair) return std::nullopt;
      const std::size_t first = *counts(zero.polynomial)->below_double;
      return std::pair(roots[first], roots[first + 1]);
    }
    const std::size_t k = zero.index + (pair && zero.index >= *counts(zero.polynomial)->below_double ? 2 : 0);
    return std::pair(roots[k], roots[k]);
  }

  long order(const ZeroOverWall& a, const ZeroOverWall& b) const {
    const auto [j, i] = std::minmax(a.polynomial, b.polynomial);
    return polynomials_[i].resultant_exponents[j];
  }

  /// How many pairs of simple zeros of the two polynomials change places.
  long changes(const ZeroOverWall& a, const ZeroOverWall& b) {
    const auto [j, i] = std::minmax(a.polynomial, b.polynomial);
    const auto [entry, added] = changes_.emplace(std::pair(i, j), 0);
    if (added) entry->second = crossings(left_.simple, right_.simple, i, j);
    return entry->second;
  }

  const RootOwners& left_owners_;
  const RootOwners& right_owners_;
  const std::vector<FibrePolynomial>& polynomials_;
  ZeroRelations& known_;
  EnclosedZeros* enclosed_ = nullptr;
  std::function<bool(std::size_t, std::size_t)> share_at_most_one_zero_;
  bool has_limits_ = false;
  SideOfWall left_;
  SideOfWall right_;
  std::map<std::pair<std::size_t, std::size_t>, long> changes_;
};

}  // namespace

std::optional<PlacesThatGoOn> places_over_wall(const RootOwners& left, const RootOwners& right,
                                               const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha,
                                               const std::function<bool(std::size_t, std::size_t)>& wanted,
                                               ZeroRelations& known) {
  constexpr long first_precision = 64;
  constexpr long last_precision = 256;
  LimitsOverWall limits(left, right, polynomials, known);
  std::map<std::pair<std::size_t, std::size_t>, bool> share_at_most_one;
  RealRoot refined = alpha;
  const auto share = [&](std::size_t i, std::size_t j) {
    const auto [entry, added] = share_at_most_one.emplace(std::pair(i, j), false);
    if (added) entry->second = share_at_most_one_zero(polynomials[i], polynomials[j], refined);
    return entry->second;
  };
  std::optional<PlacesThatGoOn> result;
  for (long precision = first_precision; precision <= last_precision; precision *= 2) {
    refined.refine_to_precision(precision);
    EnclosedZeros enclosed(polynomials, refined, precision);
    if (!limits.find_limits(&enclosed)) continue;
    result = limits.places(wanted, &enclosed, share);
    if (result->perhaps.empty()) return result;
  }
  return result;
}

std::optional<PlacesThatGoOn> places_by_relations(const RootOwners& left, const RootOwners& right,
                                                  const std::vector<FibrePolynomial>& polynomials,
                                                  const std::function<bool(std::size_t, std::size_t)>& wanted,
                                                  ZeroRelations& known) {
  LimitsOverWall limits(left, right, polynomials, known);
  if (!limits.find_limits(nullptr)) return std::nullopt;
  return limits.places(wanted, nullptr, {});
}

}  // namespace isthmus
