#include "checker/real_claims.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "checker/claim_numbers.hpp"

namespace isthmus::check {
namespace {

using Meanings = std::map<std::string, Syntax, std::less<>>;

Syntax name_node(const std::string& name) { return {Syntax::Kind::name, name, {}, {}, 0}; }

/// The tree with all names replaced by what they stand for; only real operations, and those of matrices if `matrices`.
Syntax resolved(const Syntax& tree, const Meanings& names, bool matrices) {
  using Kind = Syntax::Kind;
  if (tree.kind == Kind::name) {
    const auto found = names.find(tree.text);
    if (found == names.end()) throw TextError("the name '" + tree.text + "' is not declared", tree.offset);
    return found->second;
  }
  const bool real =
      tree.kind == Kind::number || tree.kind == Kind::sum || tree.kind == Kind::product || tree.kind == Kind::power;
  const bool activation = matrices && tree.kind == Kind::call && tree.text == "sigma" && tree.parts.size() == 1;
  if (!real && !activation) throw TextError("this is no operation here", tree.offset);
  Syntax result = tree;
  for (Syntax& part : result.parts) part = resolved(part, names, matrices);
  return result;
}

Meanings read_variables(Table& table, const char* key, std::vector<std::string>& variables) {
  Meanings names;
  if (!table.has(key)) return names;
  for (const Text& text : table.texts(key)) {
    if (!is_name(text.value) || text.value == "sigma") text.fail("'" + text.value + "' is not a name");
    if (!names.emplace(text.value, name_node(text.value)).second) text.fail("'" + text.value + "' stands twice");
    variables.push_back(text.value);
  }
  return names;
}

void define(Table& table, const char* key, Meanings& names, bool matrices) {
  if (!table.has(key)) return;
  for (const Text& text : table.texts(key)) {
    read(text, [&](const Syntax& tree) {
      const bool fits =
          tree.kind == Syntax::Kind::comparison && tree.text == "=" && tree.parts[0].kind == Syntax::Kind::name;
      if (!fits) throw TextError("a definition was expected", tree.offset);
      if (!names.emplace(tree.parts[0].text, resolved(tree.parts[1], names, matrices)).second) {
        throw TextError("the name '" + tree.parts[0].text + "' stands twice", tree.offset);
      }
      return 0;
    });
  }
}

Syntax expression(const Text& text, const Meanings& names, bool matrices = false) {
  return read(text, [&](const Syntax& tree) { return resolved(tree, names, matrices); });
}

std::vector<RealComparison> comparisons(Table& table, const char* key, const Meanings& names) {
  std::vector<RealComparison> result;
  if (!table.has(key)) return result;
  for (const Text& text : table.texts(key)) {
    result.push_back(read(text, [&](const Syntax& tree) {
      if (tree.kind != Syntax::Kind::comparison) throw TextError("a comparison was expected", tree.offset);
      return RealComparison{resolved(tree.parts[0], names, false), relation_of(tree.text),
                            resolved(tree.parts[1], names, false)};
    }));
  }
  return result;
}

/// The sizes of a matrix; nothing for a scalar.
using Sizes = std::optional<std::pair<std::string, std::string>>;

/// Refuses sums and products that do not fit.
Sizes sizes_of(const Syntax& e, const std::vector<SizedMatrix>& matrices) {
  using Kind = Syntax::Kind;
  if (e.kind == Kind::name) {
    for (const SizedMatrix& each : matrices) {
      if (each.name == e.text) return std::pair(each.rows, each.columns);
    }
    return std::nullopt;
  }
  std::vector<Sizes> parts;
  for (const Syntax& part : e.parts) parts.push_back(sizes_of(part, matrices));
  if (e.kind == Kind::call) {
    if (!parts[0]) throw TextError("sigma of a number");
    return parts[0];
  }
  Sizes result = parts.empty() ? std::nullopt : parts[0];
  if (e.kind == Kind::power && (parts[0] || parts[1])) throw TextError("a power of a matrix");
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (e.kind == Kind::sum && parts[i] != result) throw TextError("a sum of different sizes");
    if (e.kind != Kind::product || !parts[i]) continue;
    if (e.signs[i] == '/') throw TextError("division by a matrix");
    if (result && result->second != parts[i]->first) throw TextError("a product of sizes that do not fit");
    result = std::pair(result ? result->first : parts[i]->first, parts[i]->second);
  }
  return result;
}

SizedMatrix read_symbol(Table table) {
  SizedMatrix symbol{table.text("name").value, table.text("rows").value, table.text("columns").value, false};
  if (!is_name(symbol.name) || symbol.name == "sigma") table.fail("'" + symbol.name + "' is not a name");
  if (const auto role = table.optional_text("role")) {
    if (role->value != "permutation" || symbol.rows != symbol.columns) role->fail("not a permutation matrix");
    symbol.permutation = true;
  }
  table.finish();
  return symbol;
}

}  // namespace

std::vector<RealStatement> read_real(Table& root) {
  std::vector<RealStatement> statements;
  for (Table& table : root.tables("real")) {
    RealStatement statement;
    Meanings names = read_variables(table, "variables", statement.variables);
    if (statement.variables.empty()) table.fail("no variables");
    statement.assumptions = comparisons(table, "assume", names);
    define(table, "define", names, false);
    statement.conclusions = comparisons(table, "conclude", names);
    if (const auto text = table.optional_text("bounded")) statement.bounded = expression(*text, names);
    if (const auto text = table.optional_text("limit")) {
      statement.limit = expression(*text, names);
      statement.limit_variable = table.text("of").value;
      const Text value = table.text("tends-to");
      statement.limit_value = plain_number(value.value, value);
      const auto& known = statement.variables;
      if (std::find(known.begin(), known.end(), statement.limit_variable) == known.end())
        table.fail("'of' is no variable");
    }
    const int forms = (statement.conclusions.empty() ? 0 : 1) + (statement.bounded ? 1 : 0) + (statement.limit ? 1 : 0);
    if (forms != 1) table.fail("exactly one of conclude, bounded and limit is needed");
    table.finish();
    statements.push_back(std::move(statement));
  }
  if (statements.empty()) root.fail("the tables [[real]] are missing");
  return statements;
}

Homogeneous read_homogeneous(Table& root) {
  Table table = root.table("homogeneous");
  Homogeneous claim{};
  Meanings names = read_variables(table, "scalars", claim.scalars);
  claim.assumptions = comparisons(table, "assume", names);
  define(table, "define", names, false);
  claim.degree = expression(table.text("degree"), names);
  for (Table& each : root.tables("matrix")) {
    claim.matrices.push_back(read_symbol(each));
    const std::string& name = claim.matrices.back().name;
    if (!names.emplace(name, name_node(name)).second) table.fail("the name '" + name + "' stands twice");
  }
  if (claim.matrices.empty()) root.fail("the tables [[matrix]] are missing");
  if (const auto text = table.optional_text("sigma")) {
    if (text->value != "elementwise") text->fail("'sigma' can only be \"elementwise\"");
    claim.elementwise = true;
  }
  if (table.has("activation")) {
    if (claim.degree.kind != Syntax::Kind::number) table.fail("the degree of a given activation must be an integer");
    const Rational degree = number_value(claim.degree);
    if (degree.denominator() != 1 || degree < 1 || degree > 1000)
      table.fail("the degree must be an integer in 1..1000");
    claim.activation = read_activation(table, static_cast<std::size_t>(degree.numerator()));
  }
  define(table, "where", names, true);
  claim.left = expression(table.text("left"), names, true);
  claim.right = expression(table.text("right"), names, true);
  try {
    const Sizes left = sizes_of(claim.left, claim.matrices);
    if (!left || left != sizes_of(claim.right, claim.matrices))
      table.fail("left and right are no matrices of one size");
  } catch (const TextError& error) {
    table.fail(error.what());
  }
  table.finish();
  return claim;
}

}  // namespace isthmus::check
