#include "claim/curve_kinds.hpp"

#include <utility>

#include "claim/claim_setting.hpp"

namespace isthmus {
namespace {

/// A plain number, no dimensions involved.
long number_in(TableReader& table, std::string_view key, long lowest, long highest) {
  const LocatedExpression text = table.expression(key);
  return table.document().read(text.text, [&](const Source& source) {
    return small_value(source, text.tree, IntegerNames(std::vector<Dimension>{}), std::string(key), lowest, highest);
  });
}

}  // namespace

Claim::Body read_exponentials(TableReader& root) {
  TableReader table = root.table("exponentials");
  const TomlText name = table.text("matrix");
  const long factors = number_in(table, "factors", 1, 100);
  table.finish();
  const auto instance_in = [&](Scene& scene) {
    const auto position = scene.setting.index_of(name.value);
    if (!position) root.document().fail(name.offset, "'" + std::string(name.value) + "' is not declared");
    const MatrixSymbol& symbol = scene.setting.symbols[*position];
    if (!symbol.shape.is_square() || scene.setting.symbols.size() != 1) {
      root.document().fail(name.offset, "the matrix is square, and the only one that is declared");
    }
    return Exponentials::Instance{std::move(scene.setting), *position, static_cast<std::size_t>(factors)};
  };
  Exponentials exponentials;
  for (Scene& scene : read_scenes(root)) exponentials.instances.push_back(instance_in(scene));
  exponentials.generic = in_generic_scene(root, instance_in);
  return exponentials;
}

Claim::Body read_continuity(TableReader& root) {
  TableReader table = root.table("continuity");
  const LocatedExpression value = table.expression("value");
  table.finish();
  Continuity continuity;
  for (Scene& scene : read_scenes(root)) {
    MatrixExpression expression = matrix_in(root.document(), value, scene, scene.integers);
    continuity.instances.push_back({std::move(scene.setting), std::move(expression)});
  }
  return continuity;
}

Claim::Body read_sigmoid_networks(TableReader& root) {
  TableReader table = root.table("sigmoid-networks");
  SigmoidNetworks networks{};
  networks.count = static_cast<std::size_t>(number_in(table, "count", 1, 1000));
  networks.smallest = static_cast<std::size_t>(number_in(table, "smallest", 1, 200));
  networks.largest = static_cast<std::size_t>(number_in(table, "largest", 1, 200));
  networks.seed = static_cast<std::uint64_t>(number_in(table, "seed", 0, 1000000000));
  if (networks.smallest > networks.largest) table.fail("smallest is above largest");
  table.finish();
  return networks;
}

}  // namespace isthmus
