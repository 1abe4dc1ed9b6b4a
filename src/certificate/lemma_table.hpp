#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "certificate/json.hpp"
#include "claim/semialgebraic_set.hpp"
#include "connect/components.hpp"

namespace isthmus {

/// Sets that were counted in a certificate, so that they can be used again under other names (proofs/FORMAT.md, section
/// 7).
///
/// Every set that is noted becomes a lemma, its place in the certificate a reference to it; `resolve` puts the lemmas
/// that are used only once in their place again.
class LemmaTable {
 public:
  /// A reference to a lemma that counts this set up to the names of its coordinates and numbers the components alike;
  /// nullopt if there is none. Two sets are taken to be the same only if their formulas are, atom by atom.
  std::optional<Json> find(const SemialgebraicSet& set, const Components& components) const;
  /// Makes `node`, which counts the set, a lemma; returns a reference to it.
  Json note(const SemialgebraicSet& set, const ComponentsPtr& components, Json node);
  /// A reference under other names: names[i] for the i-th coordinate here.
  static Json renamed(const Json& reference, const PolynomialRing& ring, const std::vector<std::string>& names);
  /// Replaces the references in a document by what they refer to where that is used once, under its own names, numbers
  /// the others anew, and returns the lemmas that are left.
  Json resolve(Json& document) const;

 private:
  struct Lemma {
    SemialgebraicSet set;
    std::vector<std::size_t> order;  ///< the coordinates in the order in which they occur in the formula
    ComponentsPtr components;
    Json node;
  };
  std::vector<Lemma> lemmas_;
  std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace isthmus
