#include "checker/symmetry_claims.hpp"

#include <algorithm>
#include <utility>

namespace isthmus::check {
namespace {

/// Which of two words a text is.
bool is_second(const Text& text, const std::string& first, const std::string& second) {
  if (text.value != first && text.value != second) text.fail("expected '" + first + "' or '" + second + "'");
  return text.value == second;
}

/// Square matrices that are no weights, each name once; the name of a family stands for all its members.
std::vector<Symbol> elements_in(const std::vector<Text>& names, const Setting& setting) {
  std::vector<Symbol> result;
  for (const Text& name : names) {
    const bool family = setting.names.families.contains(name.value);
    if (!family && !setting.names.symbols.contains(name.value)) name.fail("'" + name.value + "' is not declared");
    for (const Symbol& symbol : setting.symbols) {
      if (symbol.name != name.value && !(family && symbol.name.starts_with(name.value + "["))) continue;
      if (symbol.weight || symbol.scalar || !symbol.shape.is_square()) name.fail(symbol.name + " is no square element");
      if (std::find(result.begin(), result.end(), symbol) != result.end()) name.fail(symbol.name + " stands twice");
      result.push_back(symbol);
    }
  }
  return result;
}

/// Exactly one value for each weight.
std::map<std::string, Matrix> images_in(const Table& root, const std::vector<MatrixAssignment>& assignments,
                                        const Setting& setting) {
  std::map<std::string, Matrix> images;
  for (const MatrixAssignment& each : assignments) {
    for (const Names& names : over_index(each.index, setting.names)) {
      const Matrix name = matrix_in(each.name, names);
      if (!name.is(Matrix::Kind::symbol) || !name.symbol.weight) each.name.fail(to_string(name) + " is no weight");
      if (!images.emplace(name.symbol.name, matrix_like(name, each.value, names)).second) {
        each.name.fail("given an image twice");
      }
    }
  }
  for (const Symbol& symbol : setting.symbols) {
    if (symbol.weight && !images.contains(symbol.name)) root.fail("no image is given to " + symbol.name);
  }
  return images;
}

Rational number_in(const toml::node& node, const Table& table) {
  const auto* text = node.as_string();
  if (text == nullptr) table.fail(node, "rows", "a number is a string");
  try {
    const Matrix value = read_matrix(parse(text->get()), Names{});
    if (value.is(Matrix::Kind::number)) return value.number;
  } catch (const TextError& error) {
    table.fail(node, "rows", error.what());
  }
  table.fail(node, "rows", "a number was expected");
}

RationalMatrix rows_in(Table& table) {
  RationalMatrix result;
  for (const toml::node& row : table.array("rows")) {
    const toml::array* entries = row.as_array();
    if (entries == nullptr) table.fail(row, "rows", "a row is an array");
    result.emplace_back();
    for (const toml::node& entry : *entries) result.back().push_back(number_in(entry, table));
  }
  return result;
}

/// Exactly one value for each weight (or each other matrix).
Values values_in(Table& parent, const std::string& key, const Setting& setting, bool weights) {
  Values values;
  for (Table& table : parent.tables(key)) {
    const Text name = table.text("name");
    RationalMatrix rows = rows_in(table);
    table.finish();
    const auto found = setting.names.symbols.find(name.value);
    if (found == setting.names.symbols.end() || found->second.weight != weights) {
      name.fail("'" + name.value + "' has no value here");
    }
    const Shape& shape = found->second.shape;
    const bool fits = rows.size() == shape.rows && std::all_of(rows.begin(), rows.end(), [&](const auto& row) {
                        return row.size() == shape.columns;
                      });
    if (!fits) name.fail(name.value + " is " + to_string(shape));
    if (!values.emplace(name.value, std::move(rows)).second) name.fail("given a value twice");
  }
  for (const Symbol& symbol : setting.symbols) {
    if (symbol.weight == weights && !values.contains(symbol.name)) parent.fail("no value is given to " + symbol.name);
  }
  return values;
}

}  // namespace

std::vector<Inequality> read_inequality(Table& root) {
  Table table = root.table("inequality");
  const Text left_text = table.text("left");
  const Text right_text = table.text("right");
  const std::vector<Text> squares = table.has("squares") ? table.texts("squares") : std::vector<Text>{};
  table.finish();
  std::vector<Inequality> result;
  for (Setting& setting : read_settings(root)) {
    Matrix left = matrix_in(left_text, setting.names);
    if (!left.scalar) left_text.fail("an inequality is between scalars");
    Matrix right = matrix_like(left, right_text, setting.names);
    for (const Text& square : squares) matrix_in(square, setting.names);
    result.push_back({std::move(setting), std::move(left), std::move(right)});
  }
  return result;
}

std::vector<Symbol> Transport::weights() const {
  std::vector<Symbol> result;
  std::copy_if(equation.setting.symbols.begin(), equation.setting.symbols.end(), std::back_inserter(result),
               [](const Symbol& symbol) { return symbol.weight; });
  return result;
}

std::vector<Condition> Transport::known() const {
  std::vector<Condition> result = equation.setting.hypotheses;
  result.insert(result.end(), conditions.begin(), conditions.end());
  for (const Symbol& element : elements) {
    if (!permutations) break;
    const Matrix p = symbol(element);
    const Matrix orthogonal = difference(product({p, transpose(p)}), identity(element.shape.rows));
    result.push_back({Condition::Kind::zero, orthogonal, Relation::equal});
    result.push_back({Condition::Kind::sign, determinant(p), Relation::not_equal});
  }
  return result;
}

std::vector<Transport> read_transport(Table& root) {
  Table table = root.table("transport");
  const Text network = table.text("network");
  const Text target = table.text("target");
  const bool permutations = is_second(table.text("choice"), "every", "some permutations");
  const bool different = is_second(table.text("pairs"), "all", "in different components");
  const std::vector<Text> elements = table.texts("elements");
  const std::vector<IndexedText> conditions = read_indexed_texts(table, "condition");
  const std::vector<MatrixAssignment> images = read_assignments(table, "image");
  table.finish();
  if (permutations && !conditions.empty()) table.fail("conditions on permutation matrices");
  std::vector<Transport> result;
  for (Setting& setting : read_settings(root)) {
    Transport transport{{}, elements_in(elements, setting), permutations, different, {}, {}};
    std::set<std::string> names;
    std::set<std::string> weights;
    for (const Symbol& element : transport.elements) names.insert(element.name);
    for (const Symbol& each : setting.symbols) {
      if (each.weight) weights.insert(each.name);
    }
    forbid_in_hypotheses(root, setting, names);
    transport.conditions = conditions_in(conditions, setting.names, weights);
    transport.images = images_in(root, images, setting);
    transport.equation = network_in(root, network, target, std::move(setting));
    for (const std::string& name : names) {
      const bool fixed =
          !names_in(transport.equation.network).contains(name) && !names_in(transport.equation.target).contains(name);
      if (!fixed) table.fail("the set depends on the element " + name);
    }
    result.push_back(std::move(transport));
  }
  return result;
}

std::vector<ComponentPair> read_same_component(Table& root) {
  Table table = root.table("same-component");
  const Text network = table.text("network");
  const Text target = table.text("target");
  const bool connected = is_second(table.text("connected"), "no", "yes");
  std::vector<Setting> settings = read_settings(root);
  if (settings.size() != 1 || !settings[0].hypotheses.empty()) table.fail("everything has one value here");
  ComponentPair pair{network_in(root, network, target, std::move(settings[0])), {}, {}, connected};
  const Values parameters = values_in(table, "value", pair.equation.setting, false);
  pair.from = values_in(table, "from", pair.equation.setting, true);
  pair.to = values_in(table, "to", pair.equation.setting, true);
  pair.from.insert(parameters.begin(), parameters.end());
  pair.to.insert(parameters.begin(), parameters.end());
  table.finish();
  return {std::move(pair)};
}

}  // namespace isthmus::check
