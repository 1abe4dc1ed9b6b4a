#include "checker/set_claims.hpp"

#include <algorithm>
#include <utility>

namespace isthmus::check {
namespace {

/// Appends names that must be new.
void append_names(const std::vector<Text>& texts, std::vector<std::string>& names) {
  for (const Text& text : texts) {
    if (!is_name(text.value)) text.fail("'" + text.value + "' is not a name");
    if (std::find(names.begin(), names.end(), text.value) != names.end()) {
      text.fail("the name '" + text.value + "' stands twice");
    }
    names.push_back(text.value);
  }
}

Formula formula_of(const Text& text, const std::vector<std::string>& names) {
  return read(text, [&](const Syntax& tree) { return read_formula(tree, Scope(names)); });
}

/// The polynomials of a formula in the first variables of a ring, in the ring of `names`.
Formula assumption_of(const std::optional<Text>& text, const std::vector<std::string>& parameters,
                      const std::vector<std::string>& names) {
  if (!text) return Formula::truth();
  formula_of(*text, parameters);  // mentions parameters only
  return formula_of(*text, names);
}

/// The keys set, count and, unless `coordinates` are given, variables; with `parametric`, also parameters and
/// assumption.
CountedSet read_counted_set(Table& table, std::vector<std::string> coordinates, bool parametric) {
  std::vector<std::string> parameters;
  std::optional<Text> assumption;
  if (parametric) {
    if (table.has("parameters")) append_names(table.texts("parameters"), parameters);
    assumption = table.optional_text("assumption");
  }
  std::vector<std::string> names = parameters;
  if (coordinates.empty()) {
    append_names(table.texts("variables"), names);
    coordinates.assign(names.begin() + static_cast<std::ptrdiff_t>(parameters.size()), names.end());
  } else {
    for (const std::string& name : coordinates) {
      if (std::find(names.begin(), names.end(), name) != names.end()) table.fail(name + " is a variable of the set");
      names.push_back(name);
    }
  }
  const Formula formula = formula_of(table.text("set"), names);
  const Set set = make_set(parameters, coordinates, assumption_of(assumption, parameters, names), formula);
  return {std::move(parameters), std::move(coordinates), set, read_count(table, {})};
}

Orbits::Action read_action(Table table, const CountedSet& set) {
  std::vector<std::string> names = set.coordinates;
  append_names(table.texts("variables"), names);
  const std::vector<std::string> variables(names.begin() + static_cast<std::ptrdiff_t>(set.coordinates.size()),
                                           names.end());
  const Text group = table.text("group");
  formula_of(group, variables);
  Orbits::Action action{variables, group.value, {}};
  for (const Text& image : table.texts("images")) {
    read(image, [&](const Syntax& tree) { return read_polynomial(tree, Scope(names)); });
    action.images.push_back(image.value);
  }
  if (action.images.size() != set.coordinates.size()) table.fail("one image for each variable of the set was expected");
  table.finish();
  return action;
}

}  // namespace

CountedSet read_set_components(Table& root) {
  Table table = root.table("components");
  CountedSet set = read_counted_set(table, {}, true);
  table.finish();
  return set;
}

Product read_product(Table& root) {
  std::vector<CountedSet> factors;
  std::vector<std::string> names;
  std::vector<Text> texts;
  for (Table& factor : root.tables("factor")) {
    append_names(factor.texts("variables"), names);
    factors.push_back(read_counted_set(factor, {}, false));
    texts.push_back(factor.text("set"));
    factor.finish();
  }
  if (texts.empty()) root.fail("the tables [[factor]] are missing");
  std::vector<Formula> parts;
  for (const Text& text : texts) parts.push_back(formula_of(text, names));
  Table table = root.table("product");
  const ClaimedCount count = read_count(table, {});
  table.finish();
  const Set product = make_set({}, names, Formula::truth(), Formula::conjunction(parts));
  return {std::move(factors), {{}, names, product, count}};
}

Orbits read_orbits(Table& root) {
  Table table = root.table("orbits");
  Orbits result{read_counted_set(table, {}, false), {}, {}};
  for (Table& orbit : table.tables("orbit")) {
    result.orbits.push_back(read_counted_set(orbit, result.set.coordinates, true));
    orbit.finish();
  }
  if (result.orbits.empty()) table.fail("the tables [[orbits.orbit]] are missing");
  if (table.has("action")) result.action = read_action(table.table("action"), result.set);
  table.finish();
  return result;
}

}  // namespace isthmus::check
