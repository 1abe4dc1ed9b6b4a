#pragma once

#include "checker/cells.hpp"

namespace isthmus::check {

/// open (section 6): the number of components of an open set, by its decomposition of codimension one.
Count check_open(const Set& set, const Json& node, Session& session);

/// open as a proof node (section 4): refuses unless the set, open, has no open cell.
void check_no_open_cell(const Set& set, const Json& node, Session& session);

/// The wall part of `open`: refuses unless every wall between leaves of different numbers is shown to lie outside of
/// the set. `numbers` has the component number of each leaf.
void check_walls(const Projection& projection, const CellCondition& condition, const CellTree& tree,
                 const std::vector<std::size_t>& numbers, const Json& walls);

/// A permutation of the variables, in the order of the certificate.
std::vector<std::size_t> order_in(const Json& json, const std::vector<std::size_t>& variables, const Scope& scope,
                                  const std::string& rule);

}  // namespace isthmus::check
