#pragma once

#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// A level set of a cone: t.x = (t^w_1 x_1, .., t^w_n x_n), t > 0, keeps the truth of every condition of a set but one,
/// `form` = `level`, and multiplies `form` by t^degree.
struct Scaling {
  Polynomial form;            ///< weighted homogeneous
  Rational level;             ///< not 0
  std::vector<long> weights;  ///< one per variable of the ring, any sign, 0 for parameters
  unsigned long degree;       ///< >= 1
};

/// A scaling of the set, of least degree among those tried; nullopt if there is none.
std::optional<Scaling> find_scaling(const SemialgebraicSet& set);

/// The set with the equation `form` = `level` replaced by `level` * `form` > 0. x -> r.x, r = (level /
/// form(x))^(1/degree), retracts it onto the set. Throws InvalidInput if the equation is not one of the conditions.
SemialgebraicSet cone_over(const SemialgebraicSet& set, const Scaling& scaling);

}  // namespace isthmus
