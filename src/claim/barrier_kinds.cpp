#include "claim/barrier_kinds.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "claim/toml_values.hpp"

namespace isthmus {
namespace {

constexpr long kLargestWidth = 200;
constexpr std::size_t kMostNumbers = 1000;

/// f(source, tree) on a text of the claim.
template <class F>
auto parsed(const TomlDocument& document, const TomlText& text, F&& f) {
  return document.read(text, [&](const Source& source) { return f(source, parse_expression(source)); });
}

void check_name(const TomlDocument& document, const TomlText& text, std::size_t offset, std::string_view name) {
  if (name == "sigma") document.fail_inside(text, offset, "the name 'sigma' is that of the activation");
}

RealNames read_variables(TableReader& table, std::string_view key, std::vector<std::string>& names) {
  RealNames known;
  for (const TomlText& text : table.optional_texts(key)) {
    const std::string name(text.value);
    if (!is_name(name)) table.document().fail(text.offset, "'" + name + "' is not a name");
    check_name(table.document(), text, 0, name);
    if (!known.emplace(name, RealExpression::variable(name)).second) {
      table.document().fail(text.offset, "the name '" + name + "' stands twice");
    }
    names.push_back(name);
  }
  return known;
}

/// "name = value" with a new name.
std::pair<std::string, const Expression*> definition(const Source& source, const Expression& e) {
  const bool fits =
      e.kind == Expression::Kind::comparison && e.text == "=" && e.parts[0].kind == Expression::Kind::name;
  if (!fits) source.fail(e.offset, "a definition was expected here, as in 'B = m - 1'");
  return {std::string(e.parts[0].text), &e.parts[1]};
}

void read_definitions(TableReader& table, RealNames& names) {
  for (const TomlText& text : table.optional_texts("define")) {
    parsed(table.document(), text, [&](const Source& source, const Expression& e) {
      const auto [name, value] = definition(source, e);
      if (!names.emplace(name, real_expression(source, *value, names)).second) {
        source.fail(e.offset, "the name '" + name + "' stands twice");
      }
      return 0;
    });
  }
}

RealExpression real_in(const TomlDocument& document, const TomlText& text, const RealNames& names) {
  return parsed(document, text,
                [&](const Source& source, const Expression& e) { return real_expression(source, e, names); });
}

std::vector<RealComparison> comparisons_in(TableReader& table, std::string_view key, const RealNames& names) {
  std::vector<RealComparison> result;
  for (const TomlText& text : table.optional_texts(key)) {
    result.push_back(parsed(table.document(), text, [&](const Source& source, const Expression& e) {
      return real_comparison(source, e, names);
    }));
  }
  return result;
}

std::vector<Rational> rationals_in(TableReader& table, std::string_view key) {
  std::vector<Rational> result;
  for (const TomlText& text : table.texts(key)) result.push_back(rational_in(table.document(), text));
  if (result.empty() || result.size() > kMostNumbers)
    table.fail("no or too many numbers in '" + std::string(key) + "'");
  return result;
}

RealStatement read_statement(TableReader table) {
  RealStatement statement;
  RealNames names = read_variables(table, "variables", statement.variables);
  if (statement.variables.empty()) table.fail("no variables");
  statement.assumptions = comparisons_in(table, "assume", names);
  read_definitions(table, names);
  statement.conclusions = comparisons_in(table, "conclude", names);
  if (const auto text = table.optional_text("bounded")) statement.bounded = real_in(table.document(), *text, names);
  if (const auto text = table.optional_text("limit")) {
    statement.limit = {real_in(table.document(), *text, names), std::string(table.text("of").value),
                       rational_in(table.document(), table.text("tends-to"))};
    const auto& known = statement.variables;
    if (std::find(known.begin(), known.end(), statement.limit->variable) == known.end()) {
      table.fail("'" + statement.limit->variable + "' is no variable");
    }
  }
  const int forms = (statement.conclusions.empty() ? 0 : 1) + (statement.bounded ? 1 : 0) + (statement.limit ? 1 : 0);
  if (forms != 1) table.fail("exactly one of conclude, bounded and limit is needed");
  table.finish();
  return statement;
}

/// [positive, negative]: sigma(z) = positive z^degree for z >= 0, negative (-z)^degree for z < 0.
Activation read_activation(TableReader& table, long degree) {
  const std::vector<Rational> pieces = rationals_in(table, "activation");
  if (pieces.size() != 2) table.fail("'activation' needs two numbers, the values at 1 and at -1");
  return {static_cast<unsigned>(degree), pieces[0], pieces[1]};
}

long read_degree(TableReader& table) {
  const std::int64_t degree = table.integer("degree");
  if (degree < 1 || degree > 1000) table.fail("a degree outside of 1..1000");
  return static_cast<long>(degree);
}

SymbolicMatrix read_symbol(TableReader table) {
  const TomlText name = table.text("name");
  if (!is_name(name.value)) table.document().fail(name.offset, "'" + std::string(name.value) + "' is not a name");
  check_name(table.document(), name, 0, name.value);
  SymbolicMatrix symbol{std::string(name.value), std::string(table.text("rows").value),
                        std::string(table.text("columns").value)};
  if (const auto role = table.optional_text("role")) {
    if (role->value != "permutation") table.document().fail(role->offset, "'role' can only be \"permutation\"");
    symbol.permutation = true;
    if (symbol.rows != symbol.columns) table.fail("a permutation matrix that is not square");
  }
  table.finish();
  return symbol;
}

/// "1, 2/3" for each row.
Matrix read_rows(TableReader& table, std::string_view key) {
  std::vector<std::vector<Rational>> rows;
  for (const TomlText& text : table.texts(key)) {
    rows.emplace_back();
    std::string_view rest = text.value;
    while (true) {
      const std::size_t comma = rest.find(',');
      std::string_view number = rest.substr(0, comma);
      while (!number.empty() && number.front() == ' ') number.remove_prefix(1);
      while (!number.empty() && number.back() == ' ') number.remove_suffix(1);
      rows.back().push_back(rational_in(table.document(), {number, text.offset}));
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
    if (rows.back().size() != rows.front().size()) table.document().fail(text.offset, "the rows differ in length");
  }
  if (rows.empty()) table.fail("a matrix without rows");
  Matrix result(rows.size(), rows[0].size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows[i].size(); ++j) result.set(i, j, rows[i][j]);
  }
  return result;
}

PermutationClaim::Instance read_instance(TableReader table) {
  Matrix outer = read_rows(table, "outer");
  Matrix preactivation = read_rows(table, "preactivation");
  if (outer.columns() != preactivation.rows()) {
    table.fail("'outer' has " + std::to_string(outer.columns()) + " columns, 'preactivation' " +
               std::to_string(preactivation.rows()) + " rows");
  }
  const Activation activation = read_activation(table, read_degree(table));
  PermutationClaim::Instance instance{std::move(outer), std::move(preactivation), activation, std::nullopt,
                                      Rational(0)};
  if (const auto scale = table.optional_text("scale")) {
    instance.scale = rational_in(table.document(), *scale);
    if (instance.scale->sign() <= 0) table.document().fail(scale->offset, "the scale m must be positive");
    const TomlText alpha = table.text("alpha");
    instance.alpha = rational_in(table.document(), alpha);
    if (instance.alpha.sign() < 0 || instance.alpha > Rational(1)) {
      table.document().fail(alpha.offset, "alpha must lie in [0, 1]");
    }
  }
  table.finish();
  return instance;
}

std::vector<long> integers_in(TableReader& table, std::string_view key, long lowest, long highest) {
  std::vector<long> result;
  for (const toml::node& node : table.array(key)) {
    const auto* value = node.as_integer();
    if (value == nullptr) table.document().fail(node, "an integer was expected, found " + type_name(node));
    if (value->get() < lowest || value->get() > highest) {
      table.document().fail(node, "a number outside of " + std::to_string(lowest) + ".." + std::to_string(highest));
    }
    result.push_back(static_cast<long>(value->get()));
  }
  if (result.empty() || result.size() > kMostNumbers)
    table.fail("no or too many numbers in '" + std::string(key) + "'");
  return result;
}

/// What the tables [[matrix]] and the keys scalars, define and where of [homogeneous] declare.
NetworkNames read_names(TableReader& root, TableReader& table, std::vector<SymbolicMatrix>& matrices,
                        std::vector<std::string>& scalars) {
  NetworkNames names{read_variables(table, "scalars", scalars), {}};
  for (TableReader& each : root.tables("matrix")) {
    const SymbolicMatrix symbol = read_symbol(each);
    const bool fresh = names.scalars.count(symbol.name) == 0 &&
                       names.matrices.emplace(symbol.name, NetworkExpression::matrix(symbol)).second;
    if (!fresh) table.fail("the name '" + symbol.name + "' stands twice");
    matrices.push_back(symbol);
  }
  read_definitions(table, names.scalars);
  return names;
}

std::vector<std::pair<std::string, NetworkExpression>> read_matrix_definitions(TableReader& table,
                                                                               NetworkNames& names) {
  std::vector<std::pair<std::string, NetworkExpression>> definitions;
  for (const TomlText& text : table.optional_texts("where")) {
    definitions.push_back(parsed(table.document(), text, [&](const Source& source, const Expression& e) {
      const auto [name, value] = definition(source, e);
      const NetworkExpression matrix = network_expression(source, *value, names);
      const bool fresh = names.scalars.count(name) == 0 && names.matrices.emplace(name, matrix).second;
      if (!fresh) source.fail(e.offset, "the name '" + name + "' stands twice");
      return std::pair(name, matrix);
    }));
  }
  return definitions;
}

bool read_elementwise(TableReader& table) {
  const auto text = table.optional_text("sigma");
  if (!text) return false;
  if (text->value != "elementwise") table.document().fail(text->offset, "'sigma' can only be \"elementwise\"");
  return true;
}

}  // namespace

Claim::Body read_real(TableReader& root) {
  RealClaim claim;
  for (TableReader& table : root.tables("real")) claim.statements.push_back(read_statement(table));
  if (claim.statements.empty()) root.fail("the tables [[real]] are missing");
  return claim;
}

Claim::Body read_homogeneous(TableReader& root) {
  TableReader table = root.table("homogeneous");
  std::vector<SymbolicMatrix> matrices;
  std::vector<std::string> scalars;
  NetworkNames names = read_names(root, table, matrices, scalars);
  if (matrices.empty()) root.fail("the tables [[matrix]] are missing");
  std::vector<RealComparison> assumptions = comparisons_in(table, "assume", names.scalars);
  const RealExpression degree = real_in(table.document(), table.text("degree"), names.scalars);
  const bool elementwise = read_elementwise(table);
  std::optional<Activation> activation;
  if (table.has("activation")) {
    const bool whole = degree.kind() == RealExpression::Kind::number && degree.value().is_integer() &&
                       degree.value().sign() > 0 && degree.value() <= Rational(1000);
    if (!whole) table.fail("an activation is given, so the degree must be an integer from 1 to 1000");
    activation = read_activation(table, degree.value().numerator().to_long());
  }
  auto definitions = read_matrix_definitions(table, names);
  const auto side = [&](std::string_view key) {
    return parsed(table.document(), table.text(key),
                  [&](const Source& source, const Expression& e) { return network_expression(source, e, names); });
  };
  const NetworkExpression left = side("left");
  const NetworkExpression right = side("right");
  if (left.shape() != right.shape()) table.fail("left is " + left.shape() + ", right is " + right.shape());
  table.finish();
  return HomogeneousIdentity{matrices, scalars, std::move(assumptions), degree, elementwise, activation,
                             left,     right,   std::move(definitions)};
}

Claim::Body read_permutations(TableReader& root) {
  TableReader table = root.table("permutations");
  PermutationClaim claim;
  const RealNames names{{"minimum", RealExpression::variable("minimum")}};
  const TomlText text = table.text("claim");
  const RealComparison comparison = parsed(table.document(), text, [&](const Source& source, const Expression& e) {
    return real_comparison(source, e, names);
  });
  if (comparison.left.name() != "minimum" || comparison.right.kind() != RealExpression::Kind::number) {
    table.document().fail(text.offset, "a comparison of 'minimum' with a number was expected, as in 'minimum > 10'");
  }
  claim.relation = comparison.relation;
  claim.value = comparison.right.value();
  for (TableReader& instance : table.tables("instance")) claim.instances.push_back(read_instance(instance));
  if (claim.instances.empty()) table.fail("the tables [[permutations.instance]] are missing");
  table.finish();
  return claim;
}

Claim::Body read_forward_passes(TableReader& root) {
  TableReader table = root.table("forward-passes");
  ForwardPassClaim claim;
  claim.widths = integers_in(table, "widths", 1, kLargestWidth);
  if (claim.widths.size() < 3) table.fail("fewer than two layers");
  claim.samples = static_cast<long>(table.integer("samples"));
  if (claim.samples < 1 || claim.samples > kLargestWidth) table.fail("a number of samples outside of 1..200");
  claim.activation = read_activation(table, read_degree(table));
  claim.seeds = integers_in(table, "seeds", 0, 2147483647);
  claim.scales = rationals_in(table, "scales");
  claim.alphas = rationals_in(table, "alphas");
  for (const Rational& scale : claim.scales) {
    if (scale.sign() <= 0) table.fail("a scale m that is not positive");
  }
  for (const Rational& alpha : claim.alphas) {
    if (alpha.sign() < 0 || alpha > Rational(1)) table.fail("an alpha outside of [0, 1]");
  }
  table.finish();
  return claim;
}

std::vector<Matrix> matrices_of(const ForwardPassClaim& claim, long seed) {
  unsigned long state = static_cast<unsigned long>(seed);
  const auto random_matrix = [&](long rows, long columns) {
    Matrix result(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns));
    for (std::size_t i = 0; i < result.rows(); ++i) {
      for (std::size_t j = 0; j < result.columns(); ++j) {
        state = (1103515245UL * state + 12345UL) % 2147483648UL;
        result.set(i, j, Rational(static_cast<long>(state / 65536 % 17) - 8) / Rational(8));
      }
    }
    return result;
  };
  std::vector<Matrix> matrices{random_matrix(claim.widths[0], claim.samples)};
  for (std::size_t i = 1; i < claim.widths.size(); ++i)
    matrices.push_back(random_matrix(claim.widths[i], claim.widths[i - 1]));
  return matrices;
}

}  // namespace isthmus
