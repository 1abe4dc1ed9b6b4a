#include "checker/setting.hpp"

#include <algorithm>
#include <utility>

namespace isthmus::check {
namespace {

constexpr long kLargestDimension = 1000;
constexpr std::size_t kMostChoices = 1000;

using Choice = std::vector<Dimension>;

std::string heading_of(const Choice& choice) {
  std::string text;
  for (const Dimension& dimension : choice) {
    std::string values;
    for (const long value : dimension.values) values += (values.empty() ? "" : ", ") + std::to_string(value);
    text += (text.empty() ? "" : ", ") + dimension.name + "=" + (dimension.tuple ? "(" + values + ")" : values);
  }
  return text;
}

void require_new_name(const Table& table, const std::string& name) {
  if (!is_name(name)) table.fail("'" + name + "' is not a name");
  if (is_reserved(name)) table.fail("'" + name + "' is the name of a function");
}

long dimension_value(const Table& table, const toml::node& node, const std::string& name) {
  const auto* value = node.as_integer();
  if (value == nullptr || value->get() < 1 || value->get() > kLargestDimension) {
    table.fail(node, name, "a dimension is an integer from 1 to " + std::to_string(kLargestDimension));
  }
  return static_cast<long>(value->get());
}

/// [1, 2] or, for tuples, [[1, 2, 1], [2, 3, 2]].
std::vector<Dimension> dimension_values(Table& table, const std::string& name) {
  std::vector<Dimension> result;
  for (const toml::node& node : table.array(name)) {
    Dimension dimension{name, {}, node.is_array()};
    if (dimension.tuple) {
      for (const toml::node& entry : *node.as_array()) {
        dimension.values.push_back(dimension_value(table, entry, name));
      }
    } else {
      dimension.values.push_back(dimension_value(table, node, name));
    }
    if (dimension.values.empty()) table.fail(node, name, "a tuple without entries");
    if (!result.empty() && result[0].tuple != dimension.tuple) table.fail(node, name, "integers and tuples are mixed");
    result.push_back(std::move(dimension));
  }
  if (result.empty()) table.fail("no values for '" + name + "'");
  return result;
}

/// Every combination of the values in one [dimensions] table, the last dimension fastest.
std::vector<Choice> choices_in(Table& table) {
  std::vector<Choice> choices{{}};
  if (table.keys().empty()) table.fail("no dimensions");
  for (const std::string& name : table.keys()) {
    require_new_name(table, name);
    const std::vector<Dimension> values = dimension_values(table, name);
    std::vector<Choice> extended;
    for (const Choice& choice : choices) {
      for (const Dimension& value : values) {
        extended.push_back(choice);
        extended.back().push_back(value);
      }
      if (extended.size() > kMostChoices) table.fail("too many choices of dimensions");
    }
    choices = std::move(extended);
  }
  return choices;
}

/// [dimensions], or several [[dimensions]] whose choices are put together.
std::vector<Choice> read_choices(Table& root) {
  if (!root.has("dimensions")) return {{}};
  std::vector<Table> blocks;
  if (root.is_array("dimensions")) {
    blocks = root.tables("dimensions");
  } else {
    blocks.push_back(root.table("dimensions"));
  }
  std::vector<Choice> choices;
  std::set<std::string> seen;
  for (Table& block : blocks) {
    if (block.keys() != blocks[0].keys()) block.fail("the dimensions differ from those of the first block");
    for (Choice& choice : choices_in(block)) {
      if (!seen.insert(heading_of(choice)).second) block.fail("the choice " + heading_of(choice) + " stands twice");
      choices.push_back(std::move(choice));
    }
  }
  if (choices.empty() || choices.size() > kMostChoices) root.fail("no choice of dimensions, or too many");
  return choices;
}

struct Declaration {
  Text name;
  bool weight;
  std::optional<Text> index;
  std::optional<Text> rows;  ///< none for a scalar
  std::optional<Text> columns;
};

Declaration read_declaration(Table& table, bool scalar) {
  Declaration result{table.text("name"), false, {}, {}, {}};
  require_new_name(table, result.name.value);
  const Text role = table.text("role");
  const std::set<std::string> roles{"weight", "data", "target", "parameter", "group"};
  if (!roles.contains(role.value)) role.fail("a role is one of weight, data, target, parameter, group");
  result.weight = role.value == "weight";
  result.index = table.optional_text("index");
  if (!scalar) {
    result.rows = table.text("rows");
    result.columns = table.text("columns");
  }
  table.finish();
  return result;
}

std::vector<Declaration> read_declarations(Table& root) {
  std::vector<Declaration> result;
  for (Table& table : root.tables("matrix")) result.push_back(read_declaration(table, false));
  for (Table& table : root.tables("scalar")) result.push_back(read_declaration(table, true));
  if (result.empty()) root.fail("no [[matrix]] and no [[scalar]]");
  std::sort(result.begin(), result.end(), [](const Declaration& a, const Declaration& b) {
    return std::pair(a.name.line, a.name.column) < std::pair(b.name.line, b.name.column);
  });
  return result;
}

/// The text of a size; where it mentions an index, with the value of that.
std::string size_text(const std::optional<Text>& size, const Names& names) {
  if (!size) return "";
  std::string text = size->value;
  for (const auto& [index, value] : names.indices) {
    if (size->value.find(index) != std::string::npos) text += " at " + index + " = " + std::to_string(value);
  }
  return text;
}

std::size_t size_in(const std::optional<Text>& size, const Names& names) {
  if (!size) return 1;
  return read(*size, [&](const Syntax& text) {
    return static_cast<std::size_t>(integer_between(text, names, 1, kLargestDimension));
  });
}

void declare(const Declaration& declaration, Setting& setting) {
  const std::string& name = declaration.name.value;
  Names& names = setting.names;
  const bool taken = names.dimension(name) != nullptr || names.symbols.contains(name) || names.families.contains(name);
  if (taken) declaration.name.fail("this name is declared twice");
  if (declaration.index) names.families.insert(name);
  for (const Names& at : over_index(declaration.index, names)) {
    Symbol symbol;
    symbol.name = name;
    symbol.identifier = name;
    symbol.scalar = !declaration.rows;
    symbol.weight = declaration.weight;
    symbol.always_square = !declaration.rows || declaration.rows->value == declaration.columns->value;
    if (declaration.index) {
      const long index = at.indices.begin()->second;
      if (index < 0) declaration.index->fail("an index of a family must not be negative");
      symbol.name = name + "[" + std::to_string(index) + "]";
      symbol.identifier = name + std::to_string(index);
    }
    symbol.row_size = size_text(declaration.rows, at);
    symbol.column_size = size_text(declaration.columns, at);
    symbol.shape = {size_in(declaration.rows, at), size_in(declaration.columns, at)};
    setting.symbols.push_back(symbol);
    names.symbols.emplace(symbol.name, symbol);
  }
}

/// The identifier without an ending such as _1_2; empty if it has none.
std::string without_entry(std::string identifier) {
  for (int group = 0; group < 2; ++group) {
    const std::size_t last = identifier.find_last_not_of("0123456789");
    if (last == std::string::npos || identifier[last] != '_' || last + 1 == identifier.size()) return {};
    identifier.resize(last);
  }
  return identifier;
}

/// Entries of all matrices become variables side by side: no two may have one name.
void check_entry_names(const Table& root, const Setting& setting) {
  std::set<std::string> identifiers;
  for (const Symbol& symbol : setting.symbols) {
    if (!identifiers.insert(symbol.identifier).second) root.fail("two matrices are called " + symbol.identifier);
  }
  for (const Symbol& symbol : setting.symbols) {
    if (identifiers.contains(without_entry(symbol.identifier))) {
      root.fail("an entry of another matrix may be called " + symbol.identifier);
    }
  }
}

}  // namespace

std::string Setting::heading() const { return heading_of(names.dimensions); }

std::vector<Setting> read_settings(Table& root) {
  const std::vector<Choice> choices = read_choices(root);
  const std::vector<Declaration> declarations = read_declarations(root);
  const std::vector<IndexedText> hypotheses = read_indexed_texts(root, "hypothesis");
  std::vector<Setting> settings;
  for (const Choice& choice : choices) {
    Setting setting;
    setting.names.dimensions = choice;
    for (const Declaration& declaration : declarations) declare(declaration, setting);
    check_entry_names(root, setting);
    setting.hypotheses = conditions_in(hypotheses, setting.names, {});
    settings.push_back(std::move(setting));
  }
  return settings;
}

std::vector<IndexedText> read_indexed_texts(Table& parent, const std::string& key) {
  std::vector<IndexedText> result;
  for (Table& table : parent.tables(key)) {
    const Text text = table.text("text");
    result.push_back({text, table.optional_text("index")});
    table.finish();
  }
  return result;
}

std::vector<Names> over_index(const std::optional<Text>& index, const Names& names) {
  if (!index) return {names};
  return read(*index, [&](const Syntax& text) {
    const IndexRange range = index_range(text, names);
    std::vector<Names> result;
    for (const long value : range.values) result.push_back(names.with_index(range.name, value));
    return result;
  });
}

std::vector<Condition> conditions_in(const std::vector<IndexedText>& texts, const Names& names,
                                     const std::set<std::string>& forbidden) {
  std::vector<Condition> conditions;
  for (const IndexedText& each : texts) {
    for (const Names& at : over_index(each.index, names)) {
      conditions.push_back(read(each.text, [&](const Syntax& text) { return read_condition(text, at); }));
      for (const std::string& name : names_in(conditions.back().expression)) {
        if (forbidden.contains(name)) each.text.fail("this condition must not mention " + name);
      }
    }
  }
  return conditions;
}

}  // namespace isthmus::check
