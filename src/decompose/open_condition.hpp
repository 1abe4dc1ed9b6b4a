#pragma once

#include <string>
#include <utility>
#include <vector>

#include "claim/formula.hpp"

namespace isthmus {

/// Sign of a factor at a place: -1, 0, 1, or unknown_sign where it is not determined yet.
using Sign = signed char;
inline constexpr Sign unknown_sign = 2;

/// A Boolean combination of strict sign conditions, compiled over its irreducible factors.
///
/// The set {x in R^n : condition(x)} is open. Each atom is `unit * product of factor^exponent REL 0`; factors that are
/// shown to have no real zero keep a fixed sign and count as known everywhere.
class OpenCondition {
 public:
  /// Factors every atom. Throws InvalidInput if the formula has an atom that is not strict (=, <=, >=).
  OpenCondition(PolynomialRing ring, Formula formula);

  /// The same condition over a ring that has these variables in another order.
  OpenCondition in_order(const PolynomialRing& ring) const;

  const PolynomialRing& ring() const noexcept { return ring_; }
  const Formula& formula() const noexcept { return formula_; }
  /// Irreducible factors that may vanish, in canonical order: the polynomials that bound the set.
  const std::vector<Polynomial>& factors() const noexcept { return factors_; }

  /// Three-valued truth from the signs of factors() (same indices).
  Truth evaluate(const std::vector<Sign>& signs) const { return evaluate(root_, signs); }
  /// True if no point of the set is a zero of factor i, whatever the other factors do.
  bool excludes(std::size_t i) const { return excluded_[i]; }
  /// Signs of all factors at a rational point (one value per variable of the ring).
  std::vector<Sign> signs_at(const std::vector<Rational>& point) const;
  bool holds_at(const std::vector<Rational>& point) const { return evaluate(signs_at(point)) == Truth::yes; }
  /// Whether every point of the closed segment lies in the set; exact (roots along the segment are isolated).
  bool contains_segment(const std::vector<Rational>& from, const std::vector<Rational>& to) const;
  /// The same for end points that are known to lie in the set, which is not checked again.
  bool contains_segment_between_members(const std::vector<Rational>& from, const std::vector<Rational>& to) const;

 private:
  struct Node {
    Formula::Kind kind;
    Relation relation = Relation::not_equal;
    int unit = 1;
    std::vector<std::pair<std::size_t, int>> powers;
    std::vector<std::size_t> children;
  };
  std::size_t compile(const Formula& formula);
  std::size_t factor_index(const Polynomial& factor);
  Truth evaluate(std::size_t node, const std::vector<Sign>& signs) const;
  void sort_factors();
  void negate_factor(std::size_t index);
  void find_excluded();

  PolynomialRing ring_;
  Formula formula_;
  std::vector<Polynomial> factors_;
  std::vector<Node> nodes_;
  std::size_t root_ = 0;
  std::vector<bool> excluded_;
};

/// 1 or -1 if all terms have even exponents, one common sign and a constant term: no real zero, that sign everywhere.
/// 0 if this simple test does not apply.
int evident_sign(const Polynomial& p);

}  // namespace isthmus
