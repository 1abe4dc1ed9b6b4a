#include "checker/matrix_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

using SyntaxKind = Syntax::Kind;

constexpr long kLargestExponent = 1000;
constexpr std::size_t kMostNodes = 100000;

/// Nothing for a product without factors, which is left out of the product it stands in.
using Value = std::optional<Matrix>;

Value value_of(const Syntax& text, const Names& names);

std::size_t node_count(const Matrix& expression) {
  std::size_t count = 1;
  for (const Matrix& part : expression.parts) count += node_count(part);
  return count;
}

Matrix matrix_of(const Syntax& text, const Names& names) {
  Value value = value_of(text, names);
  if (!value) throw TextError("a product is empty, so its shape is unknown: write I(n)", text.offset);
  return std::move(*value);
}

Value multiplied(std::vector<Value> factors) {
  std::vector<Matrix> parts;
  std::size_t nodes = 0;
  bool scalars_only = true;
  bool any_empty = false;
  for (Value& factor : factors) {
    any_empty = any_empty || !factor;
    if (!factor) continue;
    scalars_only = scalars_only && factor->scalar;
    nodes += node_count(*factor);
    parts.push_back(std::move(*factor));
  }
  if (nodes > kMostNodes) throw TextError("an expression of more than " + std::to_string(kMostNodes) + " parts");
  if (parts.empty()) return std::nullopt;
  if (scalars_only && any_empty) throw TextError("a scalar times an empty product, whose shape is unknown");
  return product(std::move(parts));
}

Matrix symbol_named(const std::string& name, const Names& names) {
  const auto found = names.symbols.find(name);
  if (found == names.symbols.end()) throw TextError("'" + name + "' is not declared");
  return symbol(found->second);
}

Matrix named(const Syntax& text, const Names& names) {
  const bool integer = names.indices.count(text.text) > 0 || names.dimension(text.text) != nullptr;
  if (integer && names.symbols.count(text.text) == 0) return number(integer_value(text, names));
  return symbol_named(text.text, names);
}

Matrix member(const Syntax& text, const Names& names) {
  if (names.dimension(text.text) != nullptr) return number(integer_value(text, names));
  if (text.parts.size() != 1) throw TextError("one index was expected", text.offset);
  const Integer index = integer_value(text.parts[0], names);
  return symbol_named(text.text + "[" + index.str() + "]", names);
}

void require_arguments(const Syntax& text, std::size_t count) {
  if (text.parts.size() == count) return;
  throw TextError("'" + text.text + "' takes " + std::to_string(count) + " argument(s)", text.offset);
}

/// prod_up(i = m..n, F) and prod_down(i = n..m, F).
Value ordered_product(const Syntax& text, const Names& names) {
  require_arguments(text, 2);
  const IndexRange range = index_range(text.parts[0], names, text.text == "prod_down");
  std::vector<Value> factors;
  for (const long value : range.values) {
    factors.push_back(value_of(text.parts[1], names.with_index(range.name, value)));
  }
  return multiplied(std::move(factors));
}

std::size_t size_of(const Syntax& text, const Names& names) {
  return static_cast<std::size_t>(integer_between(text, names, 1, limits::kMatrixSize));
}

Value call(const Syntax& text, const Names& names) {
  const std::string& function = text.text;
  if (function == "prod_up" || function == "prod_down") return ordered_product(text, names);
  if (function == "length") return number(integer_value(text, names));
  if (function == "zero") {
    require_arguments(text, 2);
    return zero({size_of(text.parts[0], names), size_of(text.parts[1], names)});
  }
  if (function == "leaky") {
    require_arguments(text, 2);
    return rectifier(matrix_of(text.parts[0], names), matrix_of(text.parts[1], names));
  }
  require_arguments(text, 1);
  if (function == "I") return identity(size_of(text.parts[0], names));
  if (function == "T") return transpose(matrix_of(text.parts[0], names));
  if (function == "inv") return inverse(matrix_of(text.parts[0], names));
  if (function == "det") return determinant(matrix_of(text.parts[0], names));
  if (function == "trace") return trace(matrix_of(text.parts[0], names));
  if (function == "pinv") return pseudo_inverse(matrix_of(text.parts[0], names));
  throw TextError("there is no function '" + function + "' here", text.offset);
}

Matrix sum_of(const Syntax& text, const Names& names) {
  std::vector<Matrix> terms;
  for (std::size_t i = 0; i < text.parts.size(); ++i) {
    Matrix term = matrix_of(text.parts[i], names);
    terms.push_back(text.signs[i] == '-' ? negated(std::move(term)) : std::move(term));
  }
  return sum(std::move(terms));
}

Value product_of(const Syntax& text, const Names& names) {
  std::vector<Value> factors;
  for (std::size_t i = 0; i < text.parts.size(); ++i) {
    if (text.signs[i] == '*') {
      factors.push_back(value_of(text.parts[i], names));
      continue;
    }
    Matrix divisor = matrix_of(text.parts[i], names);
    if (!divisor.scalar) throw TextError("division by a matrix", text.parts[i].offset);
    factors.push_back(inverse(std::move(divisor)));
  }
  return multiplied(std::move(factors));
}

Matrix power_of(const Syntax& text, const Names& names) {
  const Matrix base = matrix_of(text.parts[0], names);
  const long exponent = integer_between(text.parts[1], names, 0, kLargestExponent);
  if (!base.shape.is_square()) throw TextError("only a square matrix has powers", text.offset);
  if (exponent == 0) return base.scalar ? number(1) : identity(base.shape.rows);
  return *multiplied(std::vector<Value>(static_cast<std::size_t>(exponent), base));
}

Value value_of(const Syntax& text, const Names& names) {
  switch (text.kind) {
    case SyntaxKind::number:
      return number(number_value(text));
    case SyntaxKind::name:
      return named(text, names);
    case SyntaxKind::index:
      return member(text, names);
    case SyntaxKind::call:
      return call(text, names);
    case SyntaxKind::sum:
      return sum_of(text, names);
    case SyntaxKind::product:
      return product_of(text, names);
    case SyntaxKind::power:
      return power_of(text, names);
    default:
      throw TextError("a matrix was expected, found a range or a condition", text.offset);
  }
}

void require_same(const Matrix& a, const Matrix& b, const Syntax& text) {
  if (a.scalar == b.scalar && a.shape == b.shape) return;
  throw TextError(to_string(a) + " and " + to_string(b) + " differ in shape, or one is a scalar", text.offset);
}

Condition rank_condition(const Syntax& text, const Names& names, Relation relation) {
  require_arguments(text.parts[0], 1);
  Matrix matrix = matrix_of(text.parts[0].parts[0], names);
  const long rank = integer_between(text.parts[1], names, 0, limits::kMatrixSize);
  return {Condition::Kind::rank, std::move(matrix), relation, static_cast<std::size_t>(rank)};
}

}  // namespace

Matrix read_matrix(const Syntax& text, const Names& names) { return matrix_of(text, names); }

Matrix read_matrix_like(const Matrix& model, const Syntax& text, const Names& names) {
  Matrix matrix = matrix_of(text, names);
  if (!model.scalar && matrix.is_number(0)) return zero(model.shape);
  require_same(model, matrix, text);
  return matrix;
}

Condition read_condition(const Syntax& text, const Names& names) {
  if (text.kind != SyntaxKind::comparison) throw TextError("one comparison was expected", text.offset);
  const Relation relation = relation_of(text.text);
  if (text.parts[0].kind == SyntaxKind::call && text.parts[0].text == "rank")
    return rank_condition(text, names, relation);
  Matrix left = matrix_of(text.parts[0], names);
  Matrix right = matrix_of(text.parts[1], names);
  if (left.is_number(0) && !right.scalar) left = zero(right.shape);
  const bool against_zero = right.is_number(0);
  if (!against_zero) require_same(left, right, text);
  Matrix expression = against_zero ? std::move(left) : difference(std::move(left), std::move(right));
  if (expression.scalar) return {Condition::Kind::sign, std::move(expression), relation};
  if (relation != Relation::equal && relation != Relation::not_equal) {
    throw TextError("matrices are compared by = and != only", text.offset);
  }
  return {Condition::Kind::zero, std::move(expression), relation};
}

}  // namespace isthmus::check
