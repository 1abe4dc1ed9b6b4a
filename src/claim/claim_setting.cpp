#include "claim/claim_setting.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <utility>

#include "claim/generic_sizes.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostChoices = 1000;
constexpr long kLargestDimension = 1000;

struct MatrixDeclaration {
  TomlText name;
  Role role;
  bool scalar;
  std::optional<LocatedExpression> index;
  std::optional<LocatedExpression> rows;
  std::optional<LocatedExpression> columns;
};

Role role_of(const TomlDocument& document, const TomlText& text) {
  constexpr std::array<std::pair<std::string_view, Role>, 5> roles{{{"weight", Role::weight},
                                                                    {"data", Role::data},
                                                                    {"target", Role::target},
                                                                    {"parameter", Role::parameter},
                                                                    {"group", Role::group}}};
  for (const auto& [name, role] : roles) {
    if (text.value == name) return role;
  }
  document.fail(text.offset, "'role' must be one of weight, data, target, parameter, group");
}

void check_new_name(const TomlDocument& document, const TomlText& name) {
  if (!is_name(name.value)) {
    document.fail(name.offset,
                  "'" + std::string(name.value) + "' is not a name (letters, digits and _, no digit first)");
  }
  if (is_reserved_name(name.value)) {
    document.fail(name.offset, "'" + std::string(name.value) + "' is the name of a function");
  }
}

long dimension_value(const TomlDocument& document, const toml::node& node, const std::string& name) {
  const auto* value = node.as_integer();
  if (value == nullptr) document.fail(node, "a value of '" + name + "' must be an integer, found " + type_name(node));
  if (value->get() < 1 || value->get() > kLargestDimension) {
    document.fail(node, "a value of '" + name + "' must lie between 1 and " + std::to_string(kLargestDimension));
  }
  return static_cast<long>(value->get());
}

/// The values that one dimension takes: [1, 2] or, for a tuple, [[1, 2, 1], [2, 3, 2]].
std::vector<Dimension> dimension_values(const TomlDocument& document, const toml::array& values,
                                        const std::string& name) {
  if (values.empty()) document.fail(values, "no values for '" + name + "'");
  std::vector<Dimension> result;
  for (const toml::node& node : values) {
    Dimension dimension{name, {}, node.is_array()};
    if (!dimension.tuple) {
      dimension.values = {dimension_value(document, node, name)};
    } else {
      for (const toml::node& entry : *node.as_array())
        dimension.values.push_back(dimension_value(document, entry, name));
      if (dimension.values.empty()) document.fail(node, "a tuple without entries");
    }
    if (dimension.tuple != values.front().is_array())
      document.fail(node, "integers and tuples mixed in '" + name + "'");
    result.push_back(std::move(dimension));
  }
  return result;
}

using Choice = std::vector<Dimension>;

/// Every combination of the values in one [dimensions] table, the last dimension fastest.
std::vector<Choice> choices_in(TableReader table) {
  std::vector<Choice> choices{{}};
  for (const std::string& name : table.keys()) {
    const TomlText text{name, table.document().offset_of(table.array(name).source().begin)};
    check_new_name(table.document(), text);
    std::vector<Choice> extended;
    for (const Choice& choice : choices) {
      for (const Dimension& dimension : dimension_values(table.document(), table.array(name), name)) {
        extended.push_back(choice);
        extended.back().push_back(dimension);
      }
      if (extended.size() > kMostChoices) {
        table.fail("more than " + std::to_string(kMostChoices) + " choices of dimensions");
      }
    }
    choices = std::move(extended);
  }
  if (table.keys().empty()) table.fail("no dimensions");
  return choices;
}

std::string shown(const Choice& choice) { return Setting{choice, {}, {}}.to_string(); }

/// [dimensions], or several [[dimensions]] whose choices are put together.
std::vector<Choice> read_choices(TableReader& root) {
  if (!root.has("dimensions")) return {{}};
  std::vector<TableReader> blocks;
  const bool single = !root.is_array("dimensions");
  if (single) {
    blocks.push_back(root.table("dimensions"));
  } else {
    blocks = root.tables("dimensions");
  }
  std::vector<Choice> choices;
  std::map<std::string, std::size_t> seen;
  for (const TableReader& block : blocks) {
    if (block.keys() != blocks[0].keys()) block.fail("the dimensions differ from those of the first [[dimensions]]");
    for (const Choice& choice : choices_in(block)) {
      if (!seen.emplace(shown(choice), choices.size()).second)
        block.fail("the choice " + shown(choice) + " stands twice");
      choices.push_back(choice);
    }
  }
  if (choices.empty()) root.fail("no choice of dimensions");
  if (choices.size() > kMostChoices) root.fail("more than " + std::to_string(kMostChoices) + " choices of dimensions");
  return choices;
}

MatrixDeclaration read_declaration(TableReader table, bool scalar) {
  MatrixDeclaration declaration{table.text("name"), Role::parameter, scalar, {}, {}, {}};
  check_new_name(table.document(), declaration.name);
  declaration.role = role_of(table.document(), table.text("role"));
  declaration.index = table.optional_expression("index");
  if (!scalar) {
    declaration.rows = table.expression("rows");
    declaration.columns = table.expression("columns");
  }
  table.finish();
  return declaration;
}

std::vector<MatrixDeclaration> read_declarations(TableReader& root) {
  std::vector<MatrixDeclaration> declarations;
  for (TableReader& table : root.tables("matrix")) declarations.push_back(read_declaration(table, false));
  for (TableReader& table : root.tables("scalar")) declarations.push_back(read_declaration(table, true));
  std::sort(declarations.begin(), declarations.end(),
            [](const auto& a, const auto& b) { return a.name.offset < b.name.offset; });
  if (declarations.empty()) root.fail("no [[matrix]] and no [[scalar]]");
  return declarations;
}

std::size_t size_in(const TomlDocument& document, const std::optional<LocatedExpression>& size, const std::string& what,
                    const IntegerNames& names) {
  if (!size) return 1;
  return document.read(size->text, [&](const Source& source) {
    return static_cast<std::size_t>(small_value(source, size->tree, names, what, 1, kLargestDimension));
  });
}

void declare(const TomlDocument& document, const MatrixDeclaration& declaration, Scene& scene) {
  const std::string name(declaration.name.value);
  if (scene.integers.dimension(name) != nullptr || scene.matrices.is_plain(name) || scene.matrices.is_family(name)) {
    document.fail(declaration.name.offset, "the name '" + name + "' is declared twice");
  }
  if (declaration.index) scene.matrices.add_family(name);
  const auto symbol = [&](const IntegerNames& names, const std::string& full, const std::string& identifier) {
    const Shape shape{size_in(document, declaration.rows, "the number of rows", names),
                      size_in(document, declaration.columns, "the number of columns", names)};
    return MatrixSymbol{full, identifier, declaration.role, shape, declaration.scalar};
  };
  for_each_index(document, declaration.index, scene, [&](const IntegerNames& names) {
    if (!declaration.index) {
      scene.matrices.add(name, symbol(names, name, name));
      scene.setting.symbols.push_back(*scene.matrices.find(name));
      return;
    }
    const long at = *names.index(std::string_view(declaration.index->tree.parts[0].text));
    if (at < 0) document.fail_inside(declaration.index->text, 0, "an index of a family must not be negative");
    const std::string number = std::to_string(at);
    scene.matrices.add(name, at, symbol(names, name + "[" + number + "]", name + number));
    scene.setting.symbols.push_back(*scene.matrices.find(name, at));
  });
}

/// The identifier without an ending such as _1_2, or nothing.
std::string without_entry(const std::string& identifier) {
  std::size_t end = identifier.size();
  for (int group = 0; group < 2; ++group) {
    const std::size_t last = identifier.find_last_not_of("0123456789", end == 0 ? 0 : end - 1);
    if (last == std::string::npos || identifier[last] != '_' || last + 1 == end) return {};
    end = last;
  }
  return identifier.substr(0, end);
}

/// Entries become variables of one ring: their names must differ. See MatrixSymbol::entry_name.
void check_entry_names(const TomlDocument& document, const std::vector<MatrixDeclaration>& declarations,
                       const Scene& scene) {
  std::map<std::string, std::string> owners;
  const auto refuse = [&](const MatrixSymbol& symbol, const std::string& other) {
    std::size_t offset = 0;
    for (const MatrixDeclaration& declaration : declarations) {
      if (symbol.name.substr(0, symbol.name.find('[')) == declaration.name.value) offset = declaration.name.offset;
    }
    document.fail(offset,
                  "the entries of " + symbol.name + " and of " + other + " have the same names: rename one of them");
  };
  for (const MatrixSymbol& symbol : scene.setting.symbols) {
    const auto [found, added] = owners.emplace(symbol.identifier, symbol.name);
    if (!added) refuse(symbol, found->second);
  }
  for (const MatrixSymbol& symbol : scene.setting.symbols) {
    const auto found = owners.find(without_entry(symbol.identifier));
    if (found != owners.end()) refuse(symbol, found->second);
  }
}

}  // namespace

namespace {

std::vector<Scene> scenes_for(TableReader& root, const std::vector<Choice>& choices) {
  const std::vector<MatrixDeclaration> declarations = read_declarations(root);
  const std::vector<ConditionDeclaration> hypotheses = read_conditions(root, "hypothesis");
  std::vector<Scene> scenes;
  for (const Choice& choice : choices) {
    Scene scene{{choice, {}, {}}, {}, {}, IntegerNames(choice)};
    for (const MatrixDeclaration& declaration : declarations) declare(root.document(), declaration, scene);
    check_entry_names(root.document(), declarations, scene);
    scene.hypotheses = conditions_in(root.document(), scene, hypotheses);
    for (const LocatedCondition& hypothesis : scene.hypotheses) {
      scene.setting.hypotheses.push_back(hypothesis.condition);
    }
    scenes.push_back(std::move(scene));
  }
  return scenes;
}

}  // namespace

std::vector<Scene> read_scenes(TableReader& root) { return scenes_for(root, read_choices(root)); }

std::optional<Scene> read_generic_scene(TableReader& root) {
  if (!has_free_sizes(root.document())) return std::nullopt;
  const auto dimensions = generic_dimensions(read_choices(root));
  if (!dimensions) return std::nullopt;
  return std::move(scenes_for(root, {*dimensions}).front());
}

std::vector<ConditionDeclaration> read_conditions(TableReader& parent, const std::string& key) {
  std::vector<ConditionDeclaration> declarations;
  for (TableReader& table : parent.tables(key)) {
    LocatedExpression text = table.expression("text");
    declarations.push_back({std::move(text), table.optional_expression("index")});
    table.finish();
  }
  return declarations;
}

std::vector<LocatedCondition> conditions_in(const TomlDocument& document, const Scene& scene,
                                            const std::vector<ConditionDeclaration>& declarations) {
  std::vector<LocatedCondition> conditions;
  for (const ConditionDeclaration& declaration : declarations) {
    for_each_index(document, declaration.index, scene, [&](const IntegerNames& names) {
      const TomlText& text = declaration.text.text;
      conditions.push_back({document.read(text,
                                          [&](const Source& source) {
                                            return elaborate_condition(source, declaration.text.tree, scene.matrices,
                                                                       names);
                                          }),
                            text});
    });
  }
  return conditions;
}

void forbid(const TomlDocument& document, const std::vector<LocatedCondition>& conditions,
            const std::vector<std::string>& names, const std::string& why_not) {
  for (const LocatedCondition& each : conditions) {
    for (const MatrixSymbol& symbol : each.condition.expression.symbols()) {
      if (std::find(names.begin(), names.end(), symbol.name) == names.end()) continue;
      document.fail_inside(each.text, 0, "this condition mentions " + symbol.name + ", " + why_not);
    }
  }
}

void forbid_in_hypotheses(const TomlDocument& document, const Scene& scene, const std::vector<std::string>& names) {
  forbid(document, scene.hypotheses, names, "but hypotheses are about parameters, not about the points of the set");
}

MatrixExpression matrix_in(const TomlDocument& document, const LocatedExpression& text, const Scene& scene,
                           const IntegerNames& names) {
  return document.read(text.text,
                       [&](const Source& source) { return elaborate(source, text.tree, scene.matrices, names); });
}

MatrixExpression matrix_like(const TomlDocument& document, const LocatedExpression& text, const Scene& scene,
                             const IntegerNames& names, const MatrixExpression& model) {
  return document.read(
      text.text, [&](const Source& source) { return elaborate(source, text.tree, scene.matrices, names, model); });
}

}  // namespace isthmus
