#include "checker/curve_claims.hpp"

#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

long number_between(const Text& text, const Names& names, long lowest, long highest) {
  return read(text, [&](const Syntax& tree) { return integer_between(tree, names, lowest, highest); });
}

/// The one symbol of the setting, a matrix with this name.
Symbol only_matrix(const Text& name, const Setting& setting) {
  const bool fits = setting.symbols.size() == 1 && setting.symbols[0].name == name.value && !setting.symbols[0].scalar;
  if (!fits) name.fail("'" + name.value + "' is not the one matrix that is declared");
  return setting.symbols[0];
}

}  // namespace

std::vector<OrbitDistance> read_distance(Table& root) {
  Table table = root.table("distance");
  const Text product = table.text("product");
  const Text inner = table.text("inner");
  table.finish();
  std::vector<OrbitDistance> result;
  for (Setting& setting : read_settings(root)) {
    const Symbol a = only_matrix(product, setting);
    const long size = number_between(inner, setting.names, 1, limits::kMatrixSize);
    result.push_back({std::move(setting), a, static_cast<std::size_t>(size)});
  }
  return result;
}

std::vector<Exponentials> read_exponentials(Table& root) {
  Table table = root.table("exponentials");
  const Text name = table.text("matrix");
  const long factors = number_between(table.text("factors"), Names{}, 1, 100);
  table.finish();
  std::vector<Exponentials> result;
  for (Setting& setting : read_settings(root)) {
    const Symbol g = only_matrix(name, setting);
    if (!g.shape.is_square()) name.fail("the matrix is not square");
    result.push_back({std::move(setting), g, static_cast<std::size_t>(factors)});
  }
  return result;
}

std::vector<Continuity> read_continuity(Table& root) {
  Table table = root.table("continuity");
  const Text value = table.text("value");
  table.finish();
  std::vector<Continuity> result;
  for (Setting& setting : read_settings(root)) {
    Matrix expression = matrix_in(value, setting.names);
    result.push_back({std::move(setting), std::move(expression)});
  }
  return result;
}

SigmoidNetworks read_sigmoid_networks(Table& root) {
  Table table = root.table("sigmoid-networks");
  number_between(table.text("count"), Names{}, 1, 1000);
  const Text smallest = table.text("smallest");
  const long lowest = number_between(smallest, Names{}, 1, 200);
  if (lowest > number_between(table.text("largest"), Names{}, 1, 200)) smallest.fail("smallest is above largest");
  number_between(table.text("seed"), Names{}, 0, 1000000000);
  table.finish();
  return {};
}

}  // namespace isthmus::check
