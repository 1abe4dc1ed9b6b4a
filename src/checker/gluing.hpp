#pragma once

#include <vector>

#include "checker/session.hpp"

namespace isthmus::check {

// Counts that join components of other sets (section 5), and what reductions over all parameters (section 8) need of
// them.

/// cover: the options of a condition, each of which holds on a closed part of the set; one of them does everywhere.
struct ChartCover {
  Formula condition;
  std::vector<Formula> options;

  /// The set with this in place of the condition.
  Set replaced(const Set& set, const Formula& other) const;
};
ChartCover cover_of(const Set& set, const Json& node, Session& session);

/// fold: the image of the set under a product of two coordinates, or a square of one, which is the coordinate `first`
/// there; the set is its preimage.
struct Fold {
  std::size_t first;
  std::size_t second;
  Set base;
  /// Where the product is 0.
  Set branch() const { return base.at(first, 0); }
};
Fold fold_of(const Set& set, const Json& node, Session& session);

Count glued_charts(const Set& set, const Json& node, Session& session);
Count glued_cover(const Set& set, const Json& node, Session& session);
Count unfolded(const Set& set, const Json& node, Session& session);

}  // namespace isthmus::check
