#pragma once

#include <functional>

#include "certificate/json.hpp"
#include "reduce/reduced_set.hpp"

namespace isthmus {

/// Writes the i-th set that a reduction step leads to (base, core, factors, pieces, or charts and then overlaps), where
/// `set` is what a reader derives for it.
using ChildNode = std::function<Json(std::size_t i, const SemialgebraicSet& set, const ReducedSet& reduced)>;

/// The set that a reader derives where `reduced` was given: its formula, and the assumption as the reader has it.
SemialgebraicSet derived_set(const ReducedSet& reduced, const Formula& assumption);

/// `then`, a node for the set with formula `other`, behind a step "rewrite" if that is not the formula of the set.
Json after_rewriting(const SemialgebraicSet& set, const Formula& other, Json then);

/// The node of one reduction step other than a leaf (proofs/FORMAT.md, section 5): graph, graph-block, product, sum,
/// charts (without points), contraction, rays, slices, empty. The formula of `set` is that of reduced.set, except for
/// the empty set. Throws NotCertified for a step that the format does not know.
Json step_node(const SemialgebraicSet& set, const ReducedSet& reduced, const ChildNode& child);

/// Whether a reduction ends here: an open set, a subset of the line, a point, or something that step_node refuses.
bool is_leaf(const ReducedSet& reduced);

}  // namespace isthmus
