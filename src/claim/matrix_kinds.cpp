#include "claim/matrix_kinds.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "claim/claim_setting.hpp"
#include "claim/count_reader.hpp"
#include "claim/network_declaration.hpp"

namespace isthmus {
namespace {

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
  const auto instance_in = [&](Scene& scene) {
    MatrixExpression left_side = matrix_in(root.document(), left, scene, scene.integers);
    MatrixExpression right_side = matrix_like(root.document(), right, scene, scene.integers, left_side);
    return MatrixIdentity::Instance{std::move(scene.setting), std::move(left_side), std::move(right_side)};
  };
  MatrixIdentity identity;
  for (Scene& scene : read_scenes(root)) identity.instances.push_back(instance_in(scene));
  identity.generic = in_generic_scene(root, instance_in);
  return identity;
}

Claim::Body read_inequality(TableReader& root) {
  TableReader table = root.table("inequality");
  const LocatedExpression left = table.expression("left");
  const LocatedExpression right = table.expression("right");
  std::vector<LocatedExpression> squares;
  for (const TomlText& text : table.optional_texts("squares"))
    squares.push_back(read_expression(root.document(), text));
  table.finish();
  const auto instance_in = [&](Scene& scene) {
    MatrixExpression left_side = matrix_in(root.document(), left, scene, scene.integers);
    if (!left_side.is_scalar()) {
      root.document().fail_inside(
          left.text, 0,
          "an inequality is between scalars, but " + left_side.to_string() + " is " + left_side.shape().to_string());
    }
    MatrixExpression right_side = matrix_like(root.document(), right, scene, scene.integers, left_side);
    MatrixInequality::Instance instance{{}, std::move(left_side), std::move(right_side), {}};
    for (const LocatedExpression& each : squares) {
      instance.squares.push_back(matrix_in(root.document(), each, scene, scene.integers));
    }
    instance.setting = std::move(scene.setting);
    return instance;
  };
  MatrixInequality inequality;
  for (Scene& scene : read_scenes(root)) inequality.instances.push_back(instance_in(scene));
  inequality.generic = in_generic_scene(root, instance_in);
  return inequality;
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
