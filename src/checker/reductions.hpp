#pragma once

#include "checker/session.hpp"

namespace isthmus::check {

// What the rules for counting (section 5) and for reductions over all parameters (section 8) have in common: the side
// conditions of a step, checked over all admitted parameter values, and the sets that remain.

/// Numerator and denominator must be free of the variable; the denominator is not 0. Refused otherwise.
Solution solution_in(const Json& variable, const Json& numerator, const Json& denominator, const Scope& scope);

/// rewrite: the set with an equivalent formula.
Set rewritten(const Set& set, const Json& node);
/// graph and graph-block: the base, over which the set is the graph of a continuous map.
Set graph_base(const Set& set, const Json& node, Session& session);
/// product: one set for each factor.
std::vector<Set> product_factors(const Set& set, const Json& node, Session& session);
/// sum: one set for each piece; they are closed in the set, disjoint, and cover it.
std::vector<Set> sum_pieces(const Set& set, const Json& node, Session& session);
/// charts: the pivots; they have no common zero on the set.
std::vector<Polynomial> chart_pivots(const Set& set, const Json& node, Session& session);
/// contraction: the core, onto which the set retracts.
Set contraction_core(const Set& set, const Json& node, Session& session);
/// rays: the union of the rays through the points of the set.
Set rays_base(const Set& set, const Json& node, Session& session);
/// slices: the variable, and the sets where it is 1 and where it is -1; it vanishes nowhere on the set.
struct Slices {
  std::size_t variable;
  std::vector<std::size_t> weights;  ///< by variable of the ring
  Set positive;
  Set negative;
};
Slices slices_of(const Set& set, const Json& node, Session& session);

/// stretch: the set in coordinates t, the moved ones being c + t * factor; the factor vanishes nowhere on the set.
struct StretchedSet {
  std::vector<std::pair<std::size_t, Rational>> moved;  ///< variable, c
  Polynomial factor;
  Set base;
};
StretchedSet stretched(const Set& set, const Json& node, Session& session);

/// modulo: atoms simplified by equations that are conjuncts.
Set simplified(const Set& set, const Json& node);
/// thicken, for a set without parameters: thin open neighbourhoods with as many components.
Count check_thicken(const Set& set, const Json& node, Session& session);

/// line (section 5), for a set without parameters.
Count check_line(const Set& set, const Json& node, Session& session);

}  // namespace isthmus::check
