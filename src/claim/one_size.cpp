#include "claim/one_size.hpp"

#include <algorithm>
#include <array>

namespace isthmus {
namespace {

using Names = std::set<std::string, std::less<>>;

Names dimension_names(const toml::node& dimensions) {
  Names names;
  if (const toml::table* table = dimensions.as_table()) {
    for (const auto& [key, value] : *table) names.emplace(key.str());
  }
  if (const toml::array* blocks = dimensions.as_array()) {
    for (const toml::node& block : *blocks) names.merge(dimension_names(block));
  }
  return names;
}

/// Whether one of the names occurs, sizes of I(..) and zero(..) aside.
bool mentions(const Expression& expression, const Names& names) {
  const bool call = expression.kind == Expression::Kind::call;
  if (call && (expression.text == "I" || expression.text == "zero")) return false;
  const bool named = expression.kind == Expression::Kind::name || expression.kind == Expression::Kind::index;
  if (named && names.contains(expression.text)) return true;
  return std::any_of(expression.parts.begin(), expression.parts.end(),
                     [&](const Expression& part) { return mentions(part, names); });
}

bool text_mentions(std::string_view text, const Names& names) {
  try {
    return mentions(parse_expression(Source{"", text}), names);
  } catch (const ParseError&) {
    return false;  // a text for people or a name: no expression
  }
}

bool node_mentions(const toml::node& node, const Names& names) {
  if (const auto* text = node.as_string()) return text_mentions(text->get(), names);
  if (const toml::array* array = node.as_array()) {
    return std::any_of(array->begin(), array->end(), [&](const toml::node& each) { return node_mentions(each, names); });
  }
  const toml::table* table = node.as_table();
  if (table == nullptr) return false;
  constexpr std::array<std::string_view, 6> kAside{"rows", "columns", "title", "statement", "source", "dimensions"};
  return std::any_of(table->begin(), table->end(), [&](const auto& entry) {
    const bool aside = std::find(kAside.begin(), kAside.end(), entry.first.str()) != kAside.end();
    return !aside && node_mentions(entry.second, names);
  });
}

}  // namespace

bool has_one_size(const TomlDocument& document) {
  const toml::table& root = document.root();
  const toml::node* dimensions = root.get("dimensions");
  const toml::array* matrices = root["matrix"].as_array();
  if (dimensions == nullptr || matrices == nullptr) return false;
  const Names names = dimension_names(*dimensions);
  Names sizes;
  for (const toml::node& node : *matrices) {
    const toml::table* matrix = node.as_table();
    if (matrix == nullptr) return false;
    for (const char* side : {"rows", "columns"}) sizes.insert((*matrix)[side].value_or(std::string()));
  }
  return sizes.size() == 1 && names.contains(*sizes.begin()) && !node_mentions(root, names);
}

}  // namespace isthmus
