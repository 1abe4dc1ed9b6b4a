#include "claim/matrix_kinds.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claim/claim_setting.hpp"
#include "claim/count_reader.hpp"

namespace isthmus {
namespace {

MatrixExpression matrix_in(const TomlDocument& document, const LocatedExpression& text, const Scene& scene,
                           const IntegerNames& names) {
  return document.read(
      text.text, [&](const Source& source) { return elaborate(source, text.tree, scene.matrices, names); });
}

MatrixExpression matrix_like(const TomlDocument& document, const LocatedExpression& text, const Scene& scene,
                             const IntegerNames& names, const MatrixExpression& model) {
  return document.read(
      text.text, [&](const Source& source) { return elaborate(source, text.tree, scene.matrices, names, model); });
}

constexpr const char* kParametersOnly = "but hypotheses are about parameters, not about the points of the set";

std::vector<std::string> weights_of(const Setting& setting) {
  std::vector<std::string> names;
  for (const MatrixSymbol& symbol : setting.symbols) {
    if (symbol.role == Role::weight) names.push_back(symbol.name);
  }
  return names;
}

struct NetworkDeclaration {
  LocatedExpression network;
  LocatedExpression target;
};

/// The equation network = target of each scene, weights on the left side only.
std::pair<MatrixExpression, MatrixExpression> equation_in(const TableReader& root, const NetworkDeclaration& declaration,
                                                          const Scene& scene) {
  const TomlDocument& document = root.document();
  const std::vector<std::string> weights = weights_of(scene.setting);
  forbid(document, scene.hypotheses, weights, kParametersOnly);
  if (weights.empty()) root.fail("no [[matrix]] has the role weight" + scene.integers.context());
  MatrixExpression network = matrix_in(document, declaration.network, scene, scene.integers);
  MatrixExpression target = matrix_like(document, declaration.target, scene, scene.integers, network);
  for (const MatrixSymbol& symbol : target.symbols()) {
    if (symbol.role == Role::weight) {
      document.fail_inside(declaration.target.text, 0, "the target mentions the weight " + symbol.name);
    }
  }
  return {std::move(network), std::move(target)};
}

std::vector<NetworkComponents::Instance> read_network_instances(TableReader& root, const std::string& key) {
  TableReader table = root.table(key);
  NetworkDeclaration declaration{table.expression("network"), table.expression("target")};
  const CountDeclaration count = read_count(table);
  table.finish();
  std::vector<NetworkComponents::Instance> instances;
  for (Scene& scene : read_scenes(root)) {
    auto [network, target] = equation_in(root, declaration, scene);
    const Count expected = count_in(root.document(), count, scene.integers);
    instances.push_back({std::move(scene.setting), std::move(network), std::move(target), expected});
  }
  return instances;
}

struct AssignmentDeclaration {
  LocatedExpression name;
  LocatedExpression value;
  std::optional<LocatedExpression> index;
};

struct SpaceDeclaration {
  std::size_t offset;
  std::vector<TomlText> coordinates;
  std::vector<ConditionDeclaration> conditions;
};

SpaceDeclaration read_space(TableReader table) {
  SpaceDeclaration declaration{table.offset(), table.texts("coordinates"), read_conditions(table, "condition")};
  table.finish();
  if (declaration.coordinates.empty()) table.fail("no coordinates");
  return declaration;
}

std::vector<AssignmentDeclaration> read_assignments(TableReader& root, const std::string& key) {
  std::vector<AssignmentDeclaration> declarations;
  for (TableReader& table : root.tables(key)) {
    LocatedExpression name = table.expression("name");
    LocatedExpression value = table.expression("value");
    declarations.push_back({std::move(name), std::move(value), table.optional_expression("index")});
    table.finish();
  }
  if (declarations.empty()) root.fail("the tables [[" + key + "]] are missing");
  return declarations;
}

/// The matrices that a list of names stands for: a family's name for all its members.
std::vector<std::size_t> coordinates_in(const TomlDocument& document, const std::vector<TomlText>& names, const Scene& scene) {
  std::vector<std::size_t> coordinates;
  for (const TomlText& name : names) {
    const bool plain = scene.matrices.is_plain(name.value);
    if (!plain && !scene.matrices.is_family(name.value)) {
      document.fail(name.offset, "'" + std::string(name.value) + "' is not declared; the matrices are " +
                                     scene.matrices.to_string());
    }
    const std::string prefix = std::string(name.value) + (plain ? "" : "[");
    for (std::size_t i = 0; i < scene.setting.symbols.size(); ++i) {
      const std::string& each = scene.setting.symbols[i].name;
      if (plain ? each != prefix : each.compare(0, prefix.size(), prefix) != 0) continue;
      if (std::find(coordinates.begin(), coordinates.end(), i) != coordinates.end()) {
        document.fail(name.offset, "the coordinate '" + std::string(name.value) + "' stands twice");
      }
      coordinates.push_back(i);
    }
  }
  return coordinates;
}

std::vector<std::string> names_of(const Setting& setting, const std::vector<std::size_t>& coordinates) {
  std::vector<std::string> names;
  for (const std::size_t i : coordinates) names.push_back(setting.symbols[i].name);
  return names;
}

/// Reads one map: the values of the coordinates of `into`, as expressions that do not mention them.
class MapReader {
 public:
  MapReader(const TomlDocument& document, const Scene& scene, const std::vector<std::size_t>& into)
      : document_(document), scene_(scene), into_(into), foreign_(names_of(scene.setting, into)) {}

  std::vector<InverseMaps::Assignment> read(const std::vector<AssignmentDeclaration>& declarations, std::size_t offset,
                                            const std::string& key) {
    for (const AssignmentDeclaration& declaration : declarations) {
      for_each_index(document_, declaration.index, scene_,
                     [&](const IntegerNames& names) { assign(declaration, names); });
    }
    std::vector<InverseMaps::Assignment> assignments;
    for (const std::size_t coordinate : into_) {
      const auto value = values_.find(coordinate);
      if (value == values_.end()) {
        document_.fail(offset, "no [[" + key + "]] gives a value to " + scene_.setting.symbols[coordinate].name +
                                   scene_.integers.context());
      }
      assignments.push_back({coordinate, value->second});
    }
    return assignments;
  }

 private:
  void assign(const AssignmentDeclaration& declaration, const IntegerNames& names) {
    const MatrixExpression name = matrix_in(document_, declaration.name, scene_, names);
    const TomlText& name_text = declaration.name.text;
    if (!name.is(MatrixExpression::Kind::symbol)) {
      document_.fail_inside(name_text, 0, "the name of one coordinate was expected");
    }
    const std::size_t coordinate = *scene_.setting.index_of(name.as_symbol().name);
    const std::string shown = name.as_symbol().name + names.context();
    if (std::find(into_.begin(), into_.end(), coordinate) == into_.end()) {
      document_.fail_inside(name_text, 0, shown + " is not a coordinate of the space that this map leads to");
    }
    MatrixExpression value = matrix_like(document_, declaration.value, scene_, names, name);
    for (const MatrixSymbol& symbol : value.symbols()) {
      if (std::find(foreign_.begin(), foreign_.end(), symbol.name) == foreign_.end()) continue;
      document_.fail_inside(declaration.value.text, 0,
                            "the value mentions " + symbol.name + ", a coordinate of the space that this map leads to");
    }
    if (!values_.emplace(coordinate, std::move(value)).second) {
      document_.fail_inside(name_text, 0, shown + " is given a value twice");
    }
  }

  const TomlDocument& document_;
  const Scene& scene_;
  const std::vector<std::size_t>& into_;
  std::vector<std::string> foreign_;
  std::map<std::size_t, MatrixExpression> values_;
};

/// Conditions of a space may not mention the coordinates of the other one.
InverseMaps::Space space_in(const TomlDocument& document, const SpaceDeclaration& declaration, const Scene& scene,
                            const std::vector<std::string>& foreign) {
  const std::vector<LocatedCondition> conditions = conditions_in(document, scene, declaration.conditions);
  forbid(document, conditions, foreign, "a coordinate of the other space");
  InverseMaps::Space space{coordinates_in(document, declaration.coordinates, scene), {}};
  for (const LocatedCondition& each : conditions) space.conditions.push_back(each.condition);
  return space;
}

struct PartDeclaration {
  std::string name;
  std::vector<LocatedExpression> conditions;
};

std::vector<PartDeclaration> read_parts(TableReader& table) {
  std::vector<PartDeclaration> parts;
  for (TableReader& part : table.tables("part")) {
    PartDeclaration declaration{std::string(part.text("name").value), {}};
    for (const TomlText& text : part.texts("conditions")) {
      declaration.conditions.push_back(read_expression(part.document(), text));
    }
    part.finish();
    parts.push_back(std::move(declaration));
  }
  if (parts.empty()) table.fail("the tables [[cover.part]] are missing");
  return parts;
}

Cover::Part part_in(const TomlDocument& document, const PartDeclaration& declaration, const Scene& scene) {
  Cover::Part part{declaration.name, {}};
  for (const LocatedExpression& condition : declaration.conditions) {
    part.conditions.push_back(document.read(condition.text, [&](const Source& source) {
      return elaborate_condition(source, condition.tree, scene.matrices, scene.integers);
    }));
  }
  return part;
}

}  // namespace

Claim::Body read_network_components(TableReader& root) {
  return NetworkComponents{read_network_instances(root, "components")};
}

Claim::Body read_argmin(TableReader& root) { return ArgminComponents{read_network_instances(root, "argmin")}; }

Claim::Body read_identity(TableReader& root) {
  TableReader table = root.table("identity");
  const LocatedExpression left = table.expression("left");
  const LocatedExpression right = table.expression("right");
  table.finish();
  MatrixIdentity identity;
  for (Scene& scene : read_scenes(root)) {
    MatrixExpression left_side = matrix_in(root.document(), left, scene, scene.integers);
    MatrixExpression right_side = matrix_like(root.document(), right, scene, scene.integers, left_side);
    identity.instances.push_back({std::move(scene.setting), std::move(left_side), std::move(right_side)});
  }
  return identity;
}

Claim::Body read_inverse_maps(TableReader& root) {
  const TomlDocument& document = root.document();
  const SpaceDeclaration domain = read_space(root.table("domain"));
  const SpaceDeclaration codomain = read_space(root.table("codomain"));
  const std::vector<AssignmentDeclaration> forward = read_assignments(root, "forward");
  const std::vector<AssignmentDeclaration> backward = read_assignments(root, "backward");
  InverseMaps maps;
  for (Scene& scene : read_scenes(root)) {
    const auto inner = names_of(scene.setting, coordinates_in(document, domain.coordinates, scene));
    const auto outer = names_of(scene.setting, coordinates_in(document, codomain.coordinates, scene));
    for (const std::string& name : outer) {
      if (std::find(inner.begin(), inner.end(), name) == inner.end()) continue;
      document.fail(codomain.offset, name + " is a coordinate of both spaces: declare it twice, under two names");
    }
    forbid(document, scene.hypotheses, inner, kParametersOnly);
    forbid(document, scene.hypotheses, outer, kParametersOnly);
    InverseMaps::Instance instance{{}, space_in(document, domain, scene, outer), space_in(document, codomain, scene, inner),
                                   {}, {}};
    instance.forward = MapReader(document, scene, instance.codomain.coordinates).read(forward, codomain.offset, "forward");
    instance.backward = MapReader(document, scene, instance.domain.coordinates).read(backward, domain.offset, "backward");
    instance.setting = std::move(scene.setting);
    maps.instances.push_back(std::move(instance));
  }
  return maps;
}

Claim::Body read_cover(TableReader& root) {
  TableReader table = root.table("cover");
  const NetworkDeclaration declaration{table.expression("network"), table.expression("target")};
  const std::vector<PartDeclaration> parts = read_parts(table);
  table.finish();
  Cover cover;
  for (Scene& scene : read_scenes(root)) {
    auto [network, target] = equation_in(root, declaration, scene);
    std::vector<Cover::Part> concrete;
    for (const PartDeclaration& part : parts) concrete.push_back(part_in(root.document(), part, scene));
    cover.instances.push_back({std::move(scene.setting), std::move(network), std::move(target), std::move(concrete)});
  }
  return cover;
}

}  // namespace isthmus
