#include "checker/hidden_units_claims.hpp"

#include <algorithm>
#include <utility>

#include "checker/claim_numbers.hpp"
#include "checker/real_claims.hpp"

namespace isthmus::check {
namespace {

std::size_t natural(Table& table, const char* key, std::int64_t lowest, std::int64_t highest) {
  const std::int64_t value = table.integer(key);
  if (value < lowest || value > highest) table.fail(std::string("'") + key + "' is out of range");
  return static_cast<std::size_t>(value);
}

std::vector<std::size_t> naturals(Table& table, const char* key, std::int64_t lowest, std::int64_t highest) {
  std::vector<std::size_t> result;
  for (const toml::node& node : table.array(key)) {
    const auto* value = node.as_integer();
    if (value == nullptr || value->get() < lowest || value->get() > highest)
      table.fail(node, key, "not an integer in range");
    result.push_back(static_cast<std::size_t>(value->get()));
  }
  if (result.empty()) table.fail(std::string("no numbers in '") + key + "'");
  return result;
}

RationalMatrix read_rows(Table& table, const char* key) {
  RationalMatrix rows;
  for (const Text& text : table.texts(key)) {
    rows.emplace_back();
    for (std::size_t begin = 0; begin <= text.value.size();) {
      const std::size_t comma = std::min(text.value.find(',', begin), text.value.size());
      rows.back().push_back(plain_number(text.value.substr(begin, comma - begin), text));
      begin = comma + 1;
    }
    if (rows.back().size() != rows[0].size()) text.fail("the rows differ in length");
  }
  if (rows.empty()) table.fail("a matrix without rows");
  return rows;
}

HiddenUnits read_instance(Table table) {
  HiddenUnits units{read_rows(table, "outer"), read_rows(table, "preactivation"), {}, {}, 0, Relation::equal, 0};
  if (units.outer[0].size() != units.preactivation.size()) table.fail("the shapes do not fit");
  units.activation = read_activation(table, natural(table, "degree", 1, 1000));
  if (const auto scale = table.optional_text("scale")) {
    units.scale = plain_number(scale->value, *scale);
    const Text alpha = table.text("alpha");
    units.alpha = plain_number(alpha.value, alpha);
    if (sign(*units.scale) <= 0 || units.alpha < 0 || units.alpha > 1) table.fail("scale or alpha is out of range");
  }
  table.finish();
  return units;
}

}  // namespace

std::vector<HiddenUnits> read_permutations(Table& root) {
  Table table = root.table("permutations");
  const Text text = table.text("claim");
  const RealComparison claim = read(text, [&](const Syntax& tree) {
    if (tree.kind != Syntax::Kind::comparison) throw TextError("a comparison was expected");
    return RealComparison{tree.parts[0], relation_of(tree.text), tree.parts[1]};
  });
  if (claim.left.kind != Syntax::Kind::name || claim.left.text != "minimum")
    text.fail("'minimum' must stand on the left");
  const std::string value = text.value.substr(claim.right.offset);
  std::vector<HiddenUnits> instances;
  for (Table& instance : table.tables("instance")) {
    instances.push_back(read_instance(instance));
    instances.back().relation = claim.relation;
    instances.back().value = plain_number(value, text);
  }
  if (instances.empty()) table.fail("no instances");
  table.finish();
  return instances;
}

std::vector<ForwardPasses> read_forward_passes(Table& root) {
  Table table = root.table("forward-passes");
  ForwardPasses passes{naturals(table, "widths", 1, 200), natural(table, "samples", 1, 200), {}, 0, {}, {}};
  if (passes.widths.size() < 3) table.fail("fewer than two layers");
  passes.activation = read_activation(table, natural(table, "degree", 1, 1000));
  passes.scales = plain_numbers(table, "scales");
  passes.alphas = plain_numbers(table, "alphas");
  for (const Rational& scale : passes.scales) {
    if (sign(scale) <= 0) table.fail("a scale that is not positive");
  }
  for (const Rational& alpha : passes.alphas) {
    if (alpha < 0 || alpha > 1) table.fail("an alpha outside of [0, 1]");
  }
  std::vector<ForwardPasses> result;
  for (const std::size_t seed : naturals(table, "seeds", 0, 2147483647)) {
    result.push_back(passes);
    result.back().seed = seed;
  }
  table.finish();
  return result;
}

}  // namespace isthmus::check
