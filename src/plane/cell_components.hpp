#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "plane/sign_formula.hpp"

namespace isthmus {

/// The components of a set that is a union of cells: two cells are joined where one lies in the closure of the other.
struct CellComponents {
  static constexpr std::ptrdiff_t outside = -1;

  std::vector<std::ptrdiff_t> of_cell;            ///< the number of the component, or `outside`
  std::vector<std::vector<std::size_t>> members;  ///< the cells of each component, ascending
};

/// `cells`: a CellComplex or SpaceComplex; the formula is evaluated on the signs of its polynomials.
template <class Cells>
CellComponents components_of_cells(const Cells& cells, const SignFormula& formula) {
  constexpr std::ptrdiff_t unseen = -2;
  CellComponents result;
  for (std::size_t cell = 0; cell < cells.size(); ++cell)
    result.of_cell.push_back(formula.holds(cells.signs(cell)) ? unseen : CellComponents::outside);
  for (std::size_t start = 0; start < cells.size(); ++start) {
    if (result.of_cell[start] != unseen) continue;
    const auto number = static_cast<std::ptrdiff_t>(result.members.size());
    std::vector<std::size_t> members{start};
    result.of_cell[start] = number;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (const std::size_t next : cells.neighbours(members[i])) {
        if (result.of_cell[next] != unseen) continue;
        result.of_cell[next] = number;
        members.push_back(next);
      }
    std::sort(members.begin(), members.end());
    result.members.push_back(std::move(members));
  }
  return result;
}

/// Those of the polynomials of the cells that vanish on no cell of the set.
template <class Cells>
std::vector<Polynomial> vanishing_nowhere(const std::vector<Polynomial>& polynomials, const Cells& cells,
                                          const CellComponents& components) {
  std::vector<Polynomial> result;
  for (std::size_t p = 0; p < polynomials.size(); ++p) {
    bool vanishes = false;
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
      vanishes = vanishes || (components.of_cell[cell] != CellComponents::outside && cells.signs(cell)[p] == 0);
    if (!vanishes) result.push_back(polynomials[p]);
  }
  return result;
}

}  // namespace isthmus
