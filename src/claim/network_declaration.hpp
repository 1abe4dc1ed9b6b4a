#pragma once

#include <utility>

#include "claim/claim_setting.hpp"

namespace isthmus {

/// The keys network and target of a table.
struct NetworkDeclaration {
  LocatedExpression network;
  LocatedExpression target;
};

/// The equation network = target of one scene. Throws ParseError unless every weight occurs in the network and none in
/// the target or the hypotheses.
std::pair<MatrixExpression, MatrixExpression> equation_in(const TableReader& root,
                                                          const NetworkDeclaration& declaration, const Scene& scene);

}  // namespace isthmus
