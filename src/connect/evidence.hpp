#pragma once

#include <string>
#include <vector>

#include "connect/open_components.hpp"

namespace isthmus {

/// Everything that supports the number of components of an open set, as plain data in projection order.
///
/// At most N: every open cell that meets the set is listed, and the joins link the cells of one component by piecewise
/// linear paths inside the set. At least N: `separators` vanish nowhere on the set and tell components apart, or
/// (Separation::decomposition) every wall inside the set was crossed.
struct OpenEvidence {
  struct Cell {
    std::vector<std::size_t> name;  ///< positions in the stacks, level by level
    Point sample;
    std::size_t component;
  };
  struct PathJoin {
    std::size_t first;  ///< indices in `cells`
    std::size_t second;
    std::vector<Point> path;  ///< from the sample of `first` to that of `second`; each segment shown to stay in the set
  };
  struct Witness {
    Polynomial polynomial;
    std::vector<int> signs;  ///< one per component
  };
  std::vector<std::string> variables;
  std::vector<std::string> projection;  ///< one line per projection factor, with its origin
  std::vector<Cell> cells;
  std::vector<PathJoin> joins;  ///< a spanning forest of the components
  Separation separation = Separation::trivial;
  std::vector<Witness> separators;
};

/// The evidence for a count. Throws Undecided if a cell is too narrow for a path of moderate length.
OpenEvidence evidence_of(const OpenComponents& open);

/// The evidence as lines of a log: at most `limit` cells and joins are listed, the rest is counted.
std::vector<std::string> evidence_lines(const OpenComponents& open, std::size_t limit);

}  // namespace isthmus
