#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/projection.hpp"

namespace isthmus::check {

/// For each level the signs of its listed polynomials; empty where they are not known yet.
using SignTable = std::vector<std::vector<SignSet>>;

/// The listed polynomials of all levels, with the coordinates chosen so far put in, up to positive factors.
using Specialised = std::vector<std::vector<Polynomial>>;

Specialised unspecialised(const Projection& projection);
/// With the variable of `level` set to the value, in the polynomials of higher levels.
Specialised specialised(const Specialised& polynomials, const Projection& projection, std::size_t level,
                        const Rational& value);

/// A formula whose atoms' polynomials are products of listed ones: (P0).
class CellCondition {
 public:
  /// Refuses an atom that is no product.
  CellCondition(const Formula& formula, const Projection& projection, const Json& place, const std::string& rule);
  /// Kleene's truth value of the formula from the known signs.
  Truth truth(const SignTable& signs) const;

 private:
  Formula formula_;
  std::vector<Factorisation> products_;
};

/// A cell of the decomposition, with the cells over it.
struct Cell {
  enum class Kind { in, out, split };
  Kind kind = Kind::out;
  std::size_t first_leaf = 0;  ///< the leaves below are first_leaf, .., end_leaf - 1
  std::size_t end_leaf = 0;
  // If it is split:
  std::vector<Rational> samples;            ///< q_0 < q_1 < ..
  std::vector<Cell> children;               ///< one for each sample
  std::vector<std::vector<SignSet>> signs;  ///< of the level's polynomials, at each sample
  std::vector<std::size_t> owner;  ///< the position of the polynomial with the root between children i and i + 1
};

/// The cells of section 6, read and checked.
class CellTree {
 public:
  /// If `complete`, "in" and "out" are accepted at the last level only.
  CellTree(const Projection& projection, const CellCondition& condition, const Json& cells, bool complete,
           const std::string& rule);

  const Cell& root() const noexcept { return root_; }
  /// The samples of the leaves, in the order x_1, x_2, .. of the projection.
  const std::vector<std::vector<Rational>>& leaf_samples() const noexcept { return leaf_samples_; }
  /// The leaf that holds a point of the ring, by root counts (Proposition 2); nothing if a listed polynomial vanishes
  /// on the way, or if the cell is out.
  std::optional<std::size_t> leaf_of(const std::vector<Rational>& ring_point) const;

 private:
  struct Reading;
  Cell read(const Json& json, std::size_t level, const Specialised& polynomials, Reading& reading);

  Projection projection_;
  std::vector<std::vector<Rational>> leaf_samples_;
  Cell root_;
};

}  // namespace isthmus::check
