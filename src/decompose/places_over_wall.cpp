#include "decompose/places_over_wall.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "decompose/coincidences.hpp"
#include "decompose/zeros_over_wall.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// A real zero over the wall: the double one of its polynomial, or the index-th of the simple ones.
struct ZeroOverWall {
  std::size_t polynomial = 0;
  std::size_t index = 0;
  bool is_double = false;

  bool operator==(const ZeroOverWall&) const = default;
};

/// The stack on one side of the wall, by the zeros to which its roots tend.
struct SideOfWall {
  std::vector<ZeroOverWall> limits;
  RootOwners simple;                            ///< the owners of the roots that tend to simple zeros
  /// By the number of these below: the places of gaps that are not between two roots that tend to a double zero.
  std::vector<std::vector<std::size_t>> places;
  std::vector<std::vector<std::size_t>> roots;  ///< per polynomial the positions of its roots
};

enum class Comparison { less, not_less, unknown };

/// Compares the zeros over one wall.
class LimitsOverWall {
 public:
  LimitsOverWall(const RootOwners& left, const RootOwners& right, const std::vector<FibrePolynomial>& polynomials,
                 const RealRoot& alpha)
      : left_owners_(left),
        right_owners_(right),
        polynomials_(polynomials),
        alpha_(alpha),
        needed_(polynomials.size()),
        zeros_(polynomials.size()) {
    for (std::size_t i = 0; i < polynomials.size(); ++i) needed_[i] = polynomials[i].discriminant_exponent > 0;
  }

  /// Encloses the zeros of the polynomials that are needed. Returns whether that was possible.
  bool enclose(long precision) {
    const Ball t = alpha_.ball(precision);
    for (std::size_t i = 0; i < polynomials_.size(); ++i) {
      zeros_[i].reset();
      if (!needed_[i]) continue;
      zeros_[i] = polynomials_[i].discriminant_exponent > 0
                      ? all_zeros_over_wall(polynomials_[i], t, precision)
                      : simple_zeros_over_wall(polynomials_[i], t, count(left_owners_, i), precision);
      if (!zeros_[i]) return false;
    }
    left_ = side(left_owners_);
    right_ = side(right_owners_);
    for (std::size_t i = 0; i < polynomials_.size(); ++i) check_roots(i);
    changes_.clear();
    needs_more_ = false;
    return true;
  }

  /// Whether other polynomials were found to be needed since.
  bool needs_more() const { return needs_more_; }

  PlacesThatGoOn places(const std::function<bool(std::size_t, std::size_t)>& wanted) {
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
  static std::size_t count(const RootOwners& owners, std::size_t polynomial) {
    return static_cast<std::size_t>(std::count(owners.begin(), owners.end(), polynomial));
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

  /// The zero to which the k-th of `roots` roots of a polynomial tends.
  ZeroOverWall limit(std::size_t polynomial, std::size_t k, std::size_t roots) const {
    const auto& zeros = zeros_[polynomial];
    if (!zeros || !zeros->double_zero || roots == zeros->simple.size()) return {polynomial, k, false};
    const std::size_t below = zeros->double_zero->simple_below;
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
      const std::size_t simple = zeros_[i]->simple.size();
      const auto is_possible = [&](std::size_t roots) {
        return roots == simple || (zeros_[i]->double_zero && roots == simple + 2);
      };
      const bool odd = zeros_[i]->double_zero && polynomials_[i].discriminant_exponent % 2 != 0;
      possible = is_possible(left) && is_possible(right) && (left != right) == odd;
    }
    ensure(possible, "the roots beside a wall contradict the order of a discriminant");
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
    if (!zeros_[a.polynomial] || !zeros_[b.polynomial]) {
      needed_[a.polynomial] = needed_[b.polynomial] = needs_more_ = true;
      return Comparison::unknown;
    }
    const RootInterval& of_a = interval(a);
    const RootInterval& of_b = interval(b);
    if (of_a.upper < of_b.lower) return Comparison::less;
    if (of_b.upper < of_a.lower) return Comparison::not_less;
    return are_equal(a.polynomial, b.polynomial) ? Comparison::not_less : Comparison::unknown;
  }

  bool is_less_of_one(const ZeroOverWall& a, const ZeroOverWall& b) const {
    if (!a.is_double && !b.is_double) return a.index < b.index;
    const std::size_t below = zeros_[a.polynomial]->double_zero->simple_below;
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
    const auto& zeros = zeros_[zero.polynomial];
    const bool has_pair = zeros && zeros->double_zero && roots.size() > zeros->simple.size();
    if (zero.is_double) {
      if (!has_pair) return std::nullopt;
      const std::size_t first = zeros->double_zero->simple_below;
      return std::pair(roots[first], roots[first + 1]);
    }
    const std::size_t k = zero.index + (has_pair && zero.index >= zeros->double_zero->simple_below ? 2 : 0);
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

  const RootInterval& interval(const ZeroOverWall& zero) const {
    const ZerosOverWall& zeros = *zeros_[zero.polynomial];
    return zero.is_double ? zeros.double_zero->interval : zeros.simple[zero.index];
  }

  std::vector<RootInterval> intervals(std::size_t polynomial) const {
    std::vector<RootInterval> result = zeros_[polynomial]->simple;
    if (zeros_[polynomial]->double_zero) result.push_back(zeros_[polynomial]->double_zero->interval);
    return result;
  }

  /// Whether of two polynomials only these two enclosures overlap, and both are of one zero.
  bool are_equal(std::size_t i, std::size_t j) {
    const auto [lesser, greater] = std::minmax(i, j);
    if (polynomials_[greater].resultant_exponents[lesser] == 0) return false;
    std::size_t overlapping = 0;
    for (const RootInterval& a : intervals(i))
      for (const RootInterval& b : intervals(j))
        if (!(a.upper < b.lower) && !(b.upper < a.lower)) ++overlapping;
    if (overlapping > 1) return false;
    const auto found = share_at_most_one_.find({lesser, greater});
    if (found != share_at_most_one_.end()) return found->second;
    const bool at_most_one = share_at_most_one_zero(polynomials_[i], polynomials_[j], alpha_);
    share_at_most_one_.emplace(std::pair(lesser, greater), at_most_one);
    return at_most_one;
  }

  const RootOwners& left_owners_;
  const RootOwners& right_owners_;
  const std::vector<FibrePolynomial>& polynomials_;
  const RealRoot& alpha_;
  std::vector<bool> needed_;
  bool needs_more_ = false;
  std::vector<std::optional<ZerosOverWall>> zeros_;
  SideOfWall left_;
  SideOfWall right_;
  std::map<std::pair<std::size_t, std::size_t>, long> changes_;
  std::map<std::pair<std::size_t, std::size_t>, bool> share_at_most_one_;
};

}  // namespace

std::optional<PlacesThatGoOn> places_over_wall(const RootOwners& left, const RootOwners& right,
                                               const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha,
                                               const std::function<bool(std::size_t, std::size_t)>& wanted) {
  constexpr long first_precision = 64;
  constexpr long last_precision = 256;
  LimitsOverWall limits(left, right, polynomials, alpha);
  std::optional<PlacesThatGoOn> result;
  for (long precision = first_precision; precision <= last_precision; precision *= 2) {
    if (!limits.enclose(precision)) continue;
    result = limits.places(wanted);
    if (limits.needs_more()) {
      if (!limits.enclose(precision)) continue;
      result = limits.places(wanted);
    }
    if (result->perhaps.empty()) return result;
  }
  return result;
}

}  // namespace isthmus
