#include "claim/set_kinds.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claim/count_reader.hpp"
#include "claim/set_language.hpp"

namespace isthmus {
namespace {

IntegerNames no_dimensions() { return IntegerNames(std::vector<Dimension>{}); }

/// Appends names that must be new.
void append_names(const TomlDocument& document, const std::vector<TomlText>& texts, std::vector<std::string>& names) {
  for (const TomlText& text : texts) {
    const std::string name(text.value);
    if (!is_name(name)) document.fail(text.offset, "'" + name + "' is not a name");
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      document.fail(text.offset, "the name '" + name + "' stands twice");
    }
    names.push_back(name);
  }
}

Formula formula_in(const TomlDocument& document, const TomlText& text, const PolynomialRing& ring) {
  return document.read(text, [&](const Source& source) { return parse_formula(source.text, ring, source.name); });
}

Formula in_ring(const Formula& formula, const PolynomialRing& ring) {
  return formula.map_atoms(
      [&](const Atom& atom) { return Formula::atom(atom.polynomial.in_ring(ring), atom.relation); });
}

/// The keys set, variables (unless these are given), and, if allowed, parameters and assumption.
CountedSet read_set(TableReader& table, const std::optional<std::vector<std::string>>& variables, bool parametric) {
  const TomlDocument& document = table.document();
  std::vector<std::string> names;
  if (parametric) append_names(document, table.optional_texts("parameters"), names);
  const PolynomialRing parameters(names);
  if (variables) {
    for (const std::string& name : *variables) {
      if (parameters.index_of(name)) table.fail("the name '" + name + "' is that of a variable and a parameter");
      names.push_back(name);
    }
  } else {
    append_names(document, table.texts("variables"), names);
  }
  const TomlText text = table.text("set");
  SemialgebraicSet set{PolynomialRing(names), parameters.size()};
  set.formula = formula_in(document, text, set.ring);
  if (parametric) {
    if (const auto assumption = table.optional_text("assumption")) {
      set.assumption = in_ring(formula_in(document, *assumption, parameters), set.ring);
    }
  }
  const Count count = count_in(document, read_count(table), no_dimensions());
  return {std::string(text.value), std::move(set), count};
}

std::vector<std::string> coordinates_of(const SemialgebraicSet& set) {
  const auto& names = set.ring.names();
  return {names.begin() + static_cast<std::ptrdiff_t>(set.parameter_count), names.end()};
}

OrbitComponents::Action read_action(TableReader table, const SemialgebraicSet& set) {
  const TomlDocument& document = table.document();
  std::vector<std::string> names;
  append_names(document, table.texts("variables"), names);
  const PolynomialRing group_ring(names);
  for (const std::string& name : set.ring.names()) {
    if (group_ring.index_of(name)) table.fail("the name '" + name + "' is that of a variable of the set");
    names.push_back(name);
  }
  const PolynomialRing ring(names);
  const TomlText text = table.text("group");
  SemialgebraicSet group{group_ring, 0};
  group.formula = formula_in(document, text, group_ring);
  std::vector<Polynomial> images;
  const std::vector<TomlText> image_texts = table.texts("images");
  if (image_texts.size() != set.ring.size()) {
    table.fail(std::to_string(image_texts.size()) + " images for " + std::to_string(set.ring.size()) + " variables");
  }
  for (const TomlText& image : image_texts) {
    images.push_back(
        document.read(image, [&](const Source& source) { return parse_polynomial(source.text, ring, source.name); }));
  }
  table.finish();
  return {std::string(text.value), std::move(group), ring, std::move(images)};
}

}  // namespace

Claim::Body read_set_components(TableReader& root) {
  TableReader table = root.table("components");
  CountedSet set = read_set(table, std::nullopt, true);
  table.finish();
  return SetComponents{std::move(set)};
}

Claim::Body read_product(TableReader& root) {
  std::vector<CountedSet> factors;
  std::vector<std::string> names;
  for (TableReader& table : root.tables("factor")) {
    append_names(table.document(), table.texts("variables"), names);
    factors.push_back(read_set(table, std::nullopt, false));
    table.finish();
  }
  if (factors.empty()) root.fail("the tables [[factor]] are missing");
  SemialgebraicSet product{PolynomialRing(names), 0};
  std::vector<Formula> parts;
  for (const CountedSet& factor : factors) parts.push_back(in_ring(factor.set.formula, product.ring));
  product.formula = Formula::conjunction(parts);
  TableReader table = root.table("product");
  const Count count = count_in(table.document(), read_count(table), no_dimensions());
  table.finish();
  return ProductComponents{std::move(factors), std::move(product), count};
}

Claim::Body read_orbits(TableReader& root) {
  TableReader table = root.table("orbits");
  OrbitComponents orbits{read_set(table, std::nullopt, false), {}, std::nullopt};
  for (TableReader& orbit : table.tables("orbit")) {
    orbits.orbits.push_back(read_set(orbit, coordinates_of(orbits.set.set), true));
    orbit.finish();
  }
  if (orbits.orbits.empty()) table.fail("the tables [[orbits.orbit]] are missing");
  if (auto action = table.optional_table("action")) orbits.action = read_action(*action, orbits.set.set);
  table.finish();
  return orbits;
}

}  // namespace isthmus
