#pragma once

#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "exact/matrix.hpp"

namespace isthmus {

/// A block of equations M y = b of a set that is linear in some of its variables: M and b do not involve y, and the
/// block is connected (it does not fall apart into smaller blocks).
struct LinearBlock {
  std::vector<Polynomial> equations;
  std::vector<std::size_t> variables;
  PolynomialMatrix matrix;      ///< one row per equation, one column per variable
  PolynomialMatrix right_side;  ///< one column
};

/// A choice of as many columns as there are rows, with the determinant of that square part.
struct Minor {
  std::vector<std::size_t> columns;
  Polynomial determinant;
};

/// Blocks with at most as many equations as variables, smallest first: the single equations that are linear in a single
/// variable, and the connected parts of all equations in maximal sets of variables. Parameters are never unknowns.
std::vector<LinearBlock> linear_blocks(const SemialgebraicSet& set);

/// Blocks in maximal sets of two or more variables in which one equation is linear, with all equations that are linear
/// there. Other equations may involve the variables in any way.
std::vector<LinearBlock> partial_blocks(const SemialgebraicSet& set);

/// The maximal minors that are not the zero polynomial, simplest first. At most `limit` column choices are tried.
std::vector<Minor> maximal_minors(const LinearBlock& block, std::size_t limit);

/// adj(M_c) * (b - M_rest y_rest): the unknowns of the chosen columns c times det M_c, in the order of minor.columns.
/// On the set, all of these vanish wherever the determinant does.
std::vector<Polynomial> cramer_numerators(const LinearBlock& block, const Minor& minor);

}  // namespace isthmus
