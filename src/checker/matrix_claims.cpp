#include "checker/matrix_claims.hpp"

#include <optional>

namespace isthmus::check {
namespace {

struct SpaceDeclaration {
  std::vector<Text> coordinates;
  std::vector<IndexedText> conditions;
};

SpaceDeclaration read_space(Table table) {
  SpaceDeclaration result{table.texts("coordinates"), read_indexed_texts(table, "condition")};
  table.finish();
  if (result.coordinates.empty()) table.fail("no coordinates");
  return result;
}

/// The matrices that a list of names stands for: the name of a family for all its members.
std::vector<Symbol> coordinates_in(const SpaceDeclaration& space, const Setting& setting) {
  std::vector<Symbol> result;
  std::set<std::string> seen;
  for (const Text& text : space.coordinates) {
    const bool family = setting.names.families.contains(text.value);
    if (!family && !setting.names.symbols.contains(text.value)) text.fail("'" + text.value + "' is not declared");
    if (!seen.insert(text.value).second) text.fail("'" + text.value + "' stands twice");
    for (const Symbol& symbol : setting.symbols) {
      const bool member = family && symbol.name.starts_with(text.value + "[");
      if (member || symbol.name == text.value) result.push_back(symbol);
    }
  }
  return result;
}

std::set<std::string> names_of(const std::vector<Symbol>& symbols) {
  std::set<std::string> names;
  for (const Symbol& symbol : symbols) names.insert(symbol.name);
  return names;
}

/// Exactly one value for each of the coordinates `into`, in which none of them occurs.
std::map<std::string, Matrix> map_in(const Table& root, const std::vector<MatrixAssignment>& assignments,
                                     const Setting& setting, const std::set<std::string>& into) {
  std::map<std::string, Matrix> values;
  for (const MatrixAssignment& each : assignments) {
    for (const Names& names : over_index(each.index, setting.names)) {
      const Matrix name = matrix_in(each.name, names);
      if (!name.is(Matrix::Kind::symbol) || !into.contains(name.symbol.name)) {
        each.name.fail(to_string(name) + " is not a coordinate of the space that this map leads to");
      }
      Matrix value = matrix_like(name, each.value, names);
      for (const std::string& other : names_in(value)) {
        if (into.contains(other)) each.value.fail("the value mentions " + other);
      }
      if (!values.emplace(name.symbol.name, std::move(value)).second) each.name.fail("given a value twice");
    }
  }
  for (const std::string& name : into) {
    if (!values.contains(name)) root.fail("no map gives a value to " + name);
  }
  return values;
}

}  // namespace

Matrix matrix_in(const Text& text, const Names& names) {
  return read(text, [&](const Syntax& tree) { return read_matrix(tree, names); });
}

Matrix matrix_like(const Matrix& model, const Text& text, const Names& names) {
  return read(text, [&](const Syntax& tree) { return read_matrix_like(model, tree, names); });
}

void forbid_in_hypotheses(const Table& root, const Setting& setting, const std::set<std::string>& forbidden) {
  for (const Condition& hypothesis : setting.hypotheses) {
    for (const std::string& name : names_in(hypothesis.expression)) {
      if (forbidden.contains(name)) root.fail("a hypothesis mentions " + name + ", which is no parameter");
    }
  }
}

/// The weights are the coordinates: all occur in the network, none in the target or in a hypothesis.
Network network_in(const Table& root, const Text& network, const Text& target, Setting setting) {
  std::set<std::string> weights;
  for (const Symbol& symbol : setting.symbols) {
    if (symbol.weight) weights.insert(symbol.name);
  }
  if (weights.empty()) root.fail("no matrix has the role weight");
  forbid_in_hypotheses(root, setting, weights);
  Matrix left = matrix_in(network, setting.names);
  Matrix right = matrix_like(left, target, setting.names);
  const std::set<std::string> in_left = names_in(left);
  const std::set<std::string> in_right = names_in(right);
  for (const std::string& weight : weights) {
    if (!in_left.contains(weight)) network.fail("the weight " + weight + " does not occur");
    if (in_right.contains(weight)) target.fail("the weight " + weight + " occurs");
  }
  return {std::move(setting), std::move(left), std::move(right)};
}

std::vector<MatrixAssignment> read_assignments(Table& root, const std::string& key) {
  std::vector<MatrixAssignment> result;
  for (Table& table : root.tables(key)) {
    const Text name = table.text("name");
    const Text value = table.text("value");
    result.push_back({name, value, table.optional_text("index")});
    table.finish();
  }
  if (result.empty()) root.fail("the tables [[" + key + "]] are missing");
  return result;
}

ClaimedCount read_count(Table& table, const Names& names) {
  const std::vector<std::pair<std::string, Relation>> keys{
      {"count", Relation::equal}, {"at-most", Relation::less_equal}, {"at-least", Relation::greater_equal}};
  std::optional<ClaimedCount> found;
  for (const auto& [key, relation] : keys) {
    const std::optional<Text> text = table.optional_text(key);
    if (!text) continue;
    if (found) text->fail("only one of count, at-most, at-least can be given");
    found = ClaimedCount{relation, read(*text, [&](const Syntax& tree) { return integer_value(tree, names); })};
    if (found->value < 0) text->fail("a number of components is not negative");
  }
  if (!found) table.fail("the key 'count' (or at-most, or at-least) is missing");
  return *found;
}

std::vector<CountedNetwork> read_counted_networks(Table& root, const std::string& key) {
  Table table = root.table(key);
  const Text network = table.text("network");
  const Text target = table.text("target");
  std::vector<CountedNetwork> result;
  for (Setting& setting : read_settings(root)) {
    const ClaimedCount count = read_count(table, setting.names);
    result.push_back({network_in(root, network, target, std::move(setting)), count});
  }
  table.finish();
  return result;
}

std::vector<Identity> read_identity(Table& root) {
  Table table = root.table("identity");
  const Text left_text = table.text("left");
  const Text right_text = table.text("right");
  table.finish();
  std::vector<Identity> result;
  for (Setting& setting : read_settings(root)) {
    Matrix left = matrix_in(left_text, setting.names);
    Matrix right = matrix_like(left, right_text, setting.names);
    result.push_back({std::move(setting), std::move(left), std::move(right)});
  }
  return result;
}

std::vector<Cover> read_cover(Table& root) {
  Table table = root.table("cover");
  const Text network = table.text("network");
  const Text target = table.text("target");
  std::vector<std::vector<Text>> parts;
  for (Table& part : table.tables("part")) {
    part.text("name");
    parts.push_back(part.texts("conditions"));
    part.finish();
  }
  table.finish();
  if (parts.empty()) table.fail("the tables [[cover.part]] are missing");
  std::vector<Cover> result;
  for (Setting& setting : read_settings(root)) {
    Cover cover{network_in(root, network, target, std::move(setting)), {}};
    for (const std::vector<Text>& texts : parts) {
      std::vector<IndexedText> conditions;
      for (const Text& text : texts) conditions.push_back({text, {}});
      cover.parts.push_back(conditions_in(conditions, cover.equation.setting.names, {}));
    }
    result.push_back(std::move(cover));
  }
  return result;
}

std::vector<Symbol> InverseMaps::parameters() const {
  std::vector<Symbol> result = setting.symbols;
  for (const Space* space : {&domain, &codomain}) {
    for (const Symbol& coordinate : space->coordinates) std::erase(result, coordinate);
  }
  return result;
}

std::vector<InverseMaps> read_inverse_maps(Table& root) {
  const SpaceDeclaration domain = read_space(root.table("domain"));
  const SpaceDeclaration codomain = read_space(root.table("codomain"));
  const std::vector<MatrixAssignment> forward = read_assignments(root, "forward");
  const std::vector<MatrixAssignment> backward = read_assignments(root, "backward");
  std::vector<InverseMaps> result;
  for (Setting& setting : read_settings(root)) {
    InverseMaps maps{{}, {coordinates_in(domain, setting), {}, {}}, {coordinates_in(codomain, setting), {}, {}}};
    const std::set<std::string> inner = names_of(maps.domain.coordinates);
    const std::set<std::string> outer = names_of(maps.codomain.coordinates);
    for (const std::string& name : outer) {
      if (inner.contains(name)) root.fail(name + " is a coordinate of both spaces");
    }
    forbid_in_hypotheses(root, setting, inner);
    forbid_in_hypotheses(root, setting, outer);
    maps.domain.conditions = conditions_in(domain.conditions, setting.names, outer);
    maps.codomain.conditions = conditions_in(codomain.conditions, setting.names, inner);
    maps.domain.map = map_in(root, forward, setting, outer);
    maps.codomain.map = map_in(root, backward, setting, inner);
    maps.setting = std::move(setting);
    result.push_back(std::move(maps));
  }
  return result;
}

}  // namespace isthmus::check
