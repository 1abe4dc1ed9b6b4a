#pragma once

#include <utility>
#include <vector>

#include "claim/formula.hpp"

namespace isthmus {

/// Any Boolean combination of sign conditions, compiled over its irreducible factors: each atom is `unit * product of
/// factor^exponent REL 0`, so that the signs of the factors at a place decide the formula there.
class SignFormula {
 public:
  explicit SignFormula(const Formula& formula);

  /// The distinct irreducible factors of all atoms, in canonical order.
  const std::vector<Polynomial>& factors() const noexcept { return factors_; }
  /// Truth where factor i has the sign signs[i] (-1, 0, 1).
  bool holds(const std::vector<int>& signs) const { return holds(root_, signs); }

 private:
  struct Node {
    Formula::Kind kind;
    Relation relation = Relation::equal;
    int unit = 1;
    std::vector<std::pair<std::size_t, int>> powers;  ///< indices of factors, exponents
    std::vector<std::size_t> children;
  };
  std::size_t compile(const Formula& formula);
  Node compile_atom(const Atom& atom);
  std::size_t index_of(const Polynomial& factor) const;
  bool holds(std::size_t node, const std::vector<int>& signs) const;

  std::vector<Polynomial> factors_;
  std::vector<Node> nodes_;
  std::size_t root_ = 0;
};

}  // namespace isthmus
