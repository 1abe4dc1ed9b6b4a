#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claim/claim_setting.hpp"
#include "claim/matrix_kinds.hpp"
#include "claim/one_size.hpp"

namespace isthmus {
namespace {

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
std::vector<std::size_t> coordinates_in(const TomlDocument& document, const std::vector<TomlText>& names,
                                        const Scene& scene) {
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

}  // namespace

Claim::Body read_inverse_maps(TableReader& root) {
  const TomlDocument& document = root.document();
  const SpaceDeclaration domain = read_space(root.table("domain"));
  const SpaceDeclaration codomain = read_space(root.table("codomain"));
  const std::vector<AssignmentDeclaration> forward = read_assignments(root, "forward");
  const std::vector<AssignmentDeclaration> backward = read_assignments(root, "backward");
  InverseMaps maps{{}, has_one_size(root.document())};
  for (Scene& scene : read_scenes(root)) {
    const auto inner = names_of(scene.setting, coordinates_in(document, domain.coordinates, scene));
    const auto outer = names_of(scene.setting, coordinates_in(document, codomain.coordinates, scene));
    for (const std::string& name : outer) {
      if (std::find(inner.begin(), inner.end(), name) == inner.end()) continue;
      document.fail(codomain.offset, name + " is a coordinate of both spaces: declare it twice, under two names");
    }
    forbid_in_hypotheses(document, scene, inner);
    forbid_in_hypotheses(document, scene, outer);
    InverseMaps::Instance instance{
        {}, space_in(document, domain, scene, outer), space_in(document, codomain, scene, inner), {}, {}};
    instance.forward =
        MapReader(document, scene, instance.codomain.coordinates).read(forward, codomain.offset, "forward");
    instance.backward =
        MapReader(document, scene, instance.domain.coordinates).read(backward, domain.offset, "backward");
    instance.setting = std::move(scene.setting);
    maps.instances.push_back(std::move(instance));
  }
  return maps;
}

}  // namespace isthmus
