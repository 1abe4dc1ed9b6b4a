#include "claim/symmetry_kinds.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "claim/claim_setting.hpp"
#include "claim/matrix_values.hpp"
#include "claim/network_declaration.hpp"

namespace isthmus {
namespace {

struct ImageDeclaration {
  LocatedExpression name;
  LocatedExpression value;
  std::optional<LocatedExpression> index;
};

/// The position of the one of these words that the text is.
std::size_t word_in(const TomlDocument& document, const TomlText& text, const std::vector<std::string>& words) {
  std::string known;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (text.value == words[i]) return i;
    known += (i == 0 ? "\"" : ", \"") + words[i] + "\"";
  }
  document.fail(text.offset, "one of " + known + " was expected");
}

/// The matrices with this name: one, or all members of a family.
std::vector<std::size_t> symbols_named(const TomlDocument& document, const TomlText& name, const Scene& scene) {
  std::vector<std::size_t> found;
  const std::string member = std::string(name.value) + "[";
  for (std::size_t i = 0; i < scene.setting.symbols.size(); ++i) {
    const std::string& each = scene.setting.symbols[i].name;
    if (each == name.value || each.compare(0, member.size(), member) == 0) found.push_back(i);
  }
  if (found.empty() && !scene.matrices.is_family(name.value)) {
    document.fail(name.offset,
                  "'" + std::string(name.value) + "' is not declared; the matrices are " + scene.matrices.to_string());
  }
  return found;
}

/// The one matrix with this name, of a role.
std::size_t symbol_named(const TomlDocument& document, const TomlText& name, const Setting& setting) {
  const auto found = setting.index_of(name.value);
  if (!found) document.fail(name.offset, "'" + std::string(name.value) + "' is not declared");
  return *found;
}

std::vector<std::size_t> elements_in(const TomlDocument& document, const std::vector<TomlText>& names,
                                     const Scene& scene) {
  std::vector<std::size_t> elements;
  for (const TomlText& name : names) {
    for (const std::size_t i : symbols_named(document, name, scene)) {
      const MatrixSymbol& symbol = scene.setting.symbols[i];
      if (symbol.role != Role::group || !symbol.shape.is_square()) {
        document.fail(name.offset, symbol.name + " is no square matrix of the role group");
      }
      elements.push_back(i);
    }
  }
  return elements;
}

std::vector<ImageDeclaration> read_images(TableReader& table) {
  std::vector<ImageDeclaration> images;
  for (TableReader& image : table.tables("image")) {
    LocatedExpression name = image.expression("name");
    LocatedExpression value = image.expression("value");
    images.push_back({std::move(name), std::move(value), image.optional_expression("index")});
    image.finish();
  }
  if (images.empty()) table.fail("the tables [[transport.image]] are missing");
  return images;
}

/// One value for each weight, in the order of the symbols.
std::vector<InverseMaps::Assignment> images_in(const TableReader& root,
                                               const std::vector<ImageDeclaration>& declarations, const Scene& scene) {
  const TomlDocument& document = root.document();
  std::map<std::size_t, MatrixExpression> values;
  for (const ImageDeclaration& each : declarations) {
    for_each_index(document, each.index, scene, [&](const IntegerNames& names) {
      const MatrixExpression name = matrix_in(document, each.name, scene, names);
      if (!name.is(MatrixExpression::Kind::symbol) || name.as_symbol().role != Role::weight) {
        document.fail_inside(each.name.text, 0, "the name of one weight was expected");
      }
      const auto position = *scene.setting.index_of(name.as_symbol().name);
      if (!values.emplace(position, matrix_like(document, each.value, scene, names, name)).second) {
        document.fail_inside(each.name.text, 0, name.as_symbol().name + names.context() + " is given an image twice");
      }
    });
  }
  std::vector<InverseMaps::Assignment> images;
  for (std::size_t i = 0; i < scene.setting.symbols.size(); ++i) {
    const MatrixSymbol& symbol = scene.setting.symbols[i];
    if (symbol.role != Role::weight) continue;
    const auto value = values.find(i);
    if (value == values.end()) {
      root.fail("no [[transport.image]] gives an image to " + symbol.name + scene.integers.context());
    }
    images.push_back({i, value->second});
  }
  return images;
}

SameComponent::Values read_values(TableReader& table, const std::string& key, const Setting& setting, bool weights) {
  const TomlDocument& document = table.document();
  SameComponent::Values values;
  for (TableReader& each : table.tables(key)) {
    const TomlText name = each.text("name");
    const std::size_t i = symbol_named(document, name, setting);
    const MatrixSymbol& symbol = setting.symbols[i];
    if ((symbol.role == Role::weight) != weights) {
      document.fail(name.offset,
                    symbol.name + (weights ? " is no weight" : " is a weight: its values are from and to"));
    }
    Matrix value = matrix_of(document, each.array("rows"));
    each.finish();
    if (value.rows() != symbol.shape.rows || value.columns() != symbol.shape.columns) {
      document.fail(name.offset, symbol.name + " is " + symbol.shape.to_string() + ", but these rows make a " +
                                     Shape{value.rows(), value.columns()}.to_string() + " matrix");
    }
    const auto same = [&](const auto& other) { return other.first == i; };
    if (std::any_of(values.begin(), values.end(), same)) document.fail(name.offset, symbol.name + " has a value twice");
    values.emplace_back(i, std::move(value));
  }
  for (std::size_t i = 0; i < setting.symbols.size(); ++i) {
    const auto same = [&](const auto& other) { return other.first == i; };
    if ((setting.symbols[i].role == Role::weight) == weights && std::none_of(values.begin(), values.end(), same)) {
      table.fail("no [[same-component." + key + "]] gives a value to " + setting.symbols[i].name);
    }
  }
  return values;
}

void forbid_weights(const TomlDocument& document, const LocatedCondition& condition) {
  for (const MatrixSymbol& symbol : condition.condition.expression.symbols()) {
    if (symbol.role != Role::weight) continue;
    document.fail_inside(condition.text, 0, "a condition on the group elements mentions the weight " + symbol.name);
  }
}

}  // namespace

Claim::Body read_transport(TableReader& root) {
  const TomlDocument& document = root.document();
  TableReader table = root.table("transport");
  const NetworkDeclaration declaration{table.expression("network"), table.expression("target")};
  const bool permutations = word_in(document, table.text("choice"), {"every", "some permutations"}) == 1;
  const bool different = word_in(document, table.text("pairs"), {"all", "in different components"}) == 1;
  const std::vector<TomlText> elements = table.texts("elements");
  const std::vector<ConditionDeclaration> conditions = read_conditions(table, "condition");
  const std::vector<ImageDeclaration> images = read_images(table);
  table.finish();
  if (permutations && !conditions.empty()) table.fail("conditions on permutation matrices are not looked at");
  Transport transport;
  for (Scene& scene : read_scenes(root)) {
    auto [network, target] = equation_in(root, declaration, scene);
    Transport::Instance instance{{},
                                 std::move(network),
                                 std::move(target),
                                 elements_in(document, elements, scene),
                                 permutations,
                                 different,
                                 {},
                                 images_in(root, images, scene)};
    std::vector<std::string> elsewhere;
    for (const std::size_t i : instance.elements) elsewhere.push_back(scene.setting.symbols[i].name);
    forbid_in_hypotheses(document, scene, elsewhere);
    for (const LocatedCondition& each : conditions_in(document, scene, conditions)) {
      forbid_weights(document, each);
      instance.conditions.push_back(each.condition);
    }
    for (const MatrixExpression* side : {&instance.network, &instance.target}) {
      for (const MatrixSymbol& symbol : side->symbols()) {
        const auto position = *scene.setting.index_of(symbol.name);
        const auto& moved = instance.elements;
        if (std::find(moved.begin(), moved.end(), position) == moved.end()) continue;
        document.fail_inside(declaration.network.text, 0, "the set depends on the group element " + symbol.name);
      }
    }
    instance.setting = std::move(scene.setting);
    transport.instances.push_back(std::move(instance));
  }
  return transport;
}

Claim::Body read_same_component(TableReader& root) {
  TableReader table = root.table("same-component");
  const NetworkDeclaration declaration{table.expression("network"), table.expression("target")};
  const bool connected = word_in(root.document(), table.text("connected"), {"no", "yes"}) == 1;
  std::vector<Scene> scenes = read_scenes(root);
  if (scenes.size() != 1) table.fail("points are given in one choice of dimensions, but there are several");
  Scene& scene = scenes[0];
  if (!scene.hypotheses.empty()) table.fail("all matrices have values here, so there are no hypotheses");
  auto [network, target] = equation_in(root, declaration, scene);
  SameComponent claim{scene.setting, std::move(network), std::move(target), {}, {}, {}, connected};
  claim.parameters = read_values(table, "value", scene.setting, false);
  claim.from = read_values(table, "from", scene.setting, true);
  claim.to = read_values(table, "to", scene.setting, true);
  table.finish();
  return claim;
}

Claim::Body read_distance(TableReader& root) {
  const TomlDocument& document = root.document();
  TableReader table = root.table("distance");
  const TomlText product = table.text("product");
  const LocatedExpression inner = table.expression("inner");
  table.finish();
  OrbitDistance distance;
  for (Scene& scene : read_scenes(root)) {
    const std::size_t position = symbol_named(document, product, scene.setting);
    if (scene.setting.symbols[position].scalar || scene.setting.symbols.size() != 1) {
      document.fail(product.offset, "the product is the one matrix that is declared");
    }
    const long size = document.read(inner.text, [&](const Source& source) {
      return small_value(source, inner.tree, scene.integers, "a size", 1, 1000);
    });
    distance.instances.push_back({std::move(scene.setting), position, static_cast<std::size_t>(size)});
  }
  return distance;
}

}  // namespace isthmus
