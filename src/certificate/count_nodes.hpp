#pragma once

#include <optional>

#include "certificate/json.hpp"
#include "certificate/lemma_table.hpp"
#include "connect/components.hpp"
#include "reduce/reduced_set.hpp"

namespace isthmus {

/// Writes count nodes (proofs/FORMAT.md, section 5), noting the sets that are worth it in a table of lemmas.
class CountNodes {
 public:
  explicit CountNodes(LemmaTable& lemmas) : lemmas_(&lemmas) {}

  /// `set` as a reader derives it, without parameters; its variables may have other names than in the reduction, in the
  /// same order. Throws NotCertified.
  Json node(const SemialgebraicSet& set, const ReducedSet& reduced, const ComponentsPtr& components);

 private:
  Json normal(const ReducedSet& reduced, const ComponentsPtr& components, std::size_t shortest_lemma);
  Json body(const ReducedSet& reduced, const ComponentsPtr& components);
  Json step(const ReducedSet& reduced, const ComponentsPtr& components);
  std::optional<Json> by_sides(const SemialgebraicSet& set, std::size_t count);
  Json leaf(const ReducedSet& reduced, const Components& components);

  LemmaTable* lemmas_;
};

}  // namespace isthmus
