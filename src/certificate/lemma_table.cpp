#include "certificate/lemma_table.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The coordinates in the order of their first occurrence in the formula; those that do not occur come last.
std::vector<std::size_t> order_of_occurrence(const SemialgebraicSet& set) {
  std::vector<std::size_t> order;
  const auto add = [&](std::size_t v) {
    if (std::find(order.begin(), order.end(), v) == order.end()) order.push_back(v);
  };
  for (const Atom& atom : set.formula.atoms())
    for (const Polynomial::Term& term : atom.polynomial.terms())
      for (std::size_t v = 0; v < term.exponents.size(); ++v)
        if (term.exponents[v] > 0) add(v);
  for (std::size_t v = 0; v < set.ring.size(); ++v) add(v);
  return order;
}

/// The formula with the coordinates named x1, x2, .. in the given order: equal texts mean equal sets up to names.
std::string key_of(const SemialgebraicSet& set, const std::vector<std::size_t>& order) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < order.size(); ++i) names.push_back("x" + std::to_string(i + 1));
  const PolynomialRing ring(names);
  std::vector<Polynomial> images(order.size(), Polynomial(ring));
  for (std::size_t i = 0; i < order.size(); ++i) images[order[i]] = Polynomial::variable(ring, i);
  const Formula renamed = set.formula.map_atoms([&](const Atom& atom) {
    const Polynomial p = atom.polynomial.compose(images, ring);
    const bool turned = p.unit().sign() < 0;
    return Formula::atom(p.primitive(), turned ? mirrored(atom.relation) : atom.relation);
  });
  return std::to_string(order.size()) + ": " + renamed.to_string();
}

Json reference(std::size_t lemma, const std::vector<std::string>& names) {
  return {{"rule", "lemma"}, {"lemma", lemma}, {"names", names}};
}

bool is_reference(const Json& node) { return node.is_object() && node.contains("rule") && node["rule"] == "lemma"; }

/// Calls f on every reference in a document.
template <class Node, class F>
void for_each_reference(Node& node, F&& f) {
  if (is_reference(node)) return f(node);
  if (node.is_structured())
    for (auto& child : node) for_each_reference(child, f);
}

}  // namespace

std::optional<Json> LemmaTable::find(const SemialgebraicSet& set, const Components& components) const {
  const std::vector<std::size_t> order = order_of_occurrence(set);
  const auto known = index_.find(key_of(set, order));
  if (known == index_.end()) return std::nullopt;
  const Lemma& lemma = lemmas_[known->second];
  // The coordinate lemma.order[i] of the lemma is the coordinate order[i] here.
  std::vector<std::size_t> here(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) here[lemma.order[i]] = order[i];
  if (components.count() != lemma.components->count()) return std::nullopt;
  for (std::size_t c = 0; c < components.count(); ++c) {
    const AlgebraicPoint sample = components.sample(c);
    AlgebraicPoint renamed;
    for (std::size_t v : here) renamed.push_back(sample[v]);
    try {
      if (lemma.components->component_at(renamed) != c) return std::nullopt;
    } catch (const Undecided&) {
      return std::nullopt;
    }
  }
  std::vector<std::string> names;
  for (std::size_t v : here) names.push_back(set.ring.name(v));
  return reference(known->second, names);
}

Json LemmaTable::note(const SemialgebraicSet& set, const ComponentsPtr& components, Json node) {
  require(set.parameter_count == 0, "a lemma has no parameters");
  std::vector<std::size_t> order = order_of_occurrence(set);
  index_.emplace(key_of(set, order), lemmas_.size());
  lemmas_.push_back({set, std::move(order), components, std::move(node)});
  return reference(lemmas_.size() - 1, set.ring.names());
}

Json LemmaTable::renamed(const Json& reference, const PolynomialRing& ring, const std::vector<std::string>& names) {
  Json result = reference;
  for (Json& name : result["names"]) name = names.at(*ring.index_of(name.get<std::string>()));
  return result;
}

Json LemmaTable::resolve(Json& document) const {
  std::vector<std::size_t> uses(lemmas_.size(), 0);  // a use under other names counts twice
  const auto count = [&](const Json& node) {
    const auto i = node["lemma"].get<std::size_t>();
    uses.at(i) += node["names"] == Json(lemmas_[i].set.ring.names()) ? 1 : 2;
  };
  for_each_reference(std::as_const(document), count);
  // A lemma uses earlier ones only.
  for (std::size_t i = lemmas_.size(); i-- > 0;)
    if (uses[i] > 0) for_each_reference(lemmas_[i].node, count);

  std::vector<Json> resolved(lemmas_.size());
  std::vector<std::size_t> number(lemmas_.size(), 0);
  const auto replace = [&](Json& node) {
    const auto i = node["lemma"].get<std::size_t>();
    if (uses[i] == 1)
      node = std::move(resolved[i]);
    else
      node["lemma"] = number[i];
  };
  Json kept = Json::array();
  for (std::size_t i = 0; i < lemmas_.size(); ++i) {
    if (uses[i] == 0) continue;
    resolved[i] = lemmas_[i].node;
    for_each_reference(resolved[i], replace);
    if (uses[i] == 1) continue;
    number[i] = kept.size();
    kept.push_back({{"coordinates", lemmas_[i].set.ring.names()},
                    {"formula", lemmas_[i].set.formula.to_string()},
                    {"count", std::move(resolved[i])}});
  }
  for_each_reference(document, replace);
  return kept;
}

}  // namespace isthmus
