#include "checker/matrix.hpp"

#include <algorithm>
#include <utility>

#include "checker/syntax.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

bool all_numbers(const std::vector<Matrix>& parts) {
  return std::all_of(parts.begin(), parts.end(), [](const Matrix& part) { return part.is(Kind::number); });
}

Matrix square_only(Kind kind, Matrix part) {
  if (!part.shape.is_square()) {
    throw TextError("a square matrix was expected, but " + to_string(part) + " is " + to_string(part.shape));
  }
  const bool scalar = kind != Kind::inverse || part.scalar;
  const Shape shape = scalar ? Shape{} : part.shape;
  return {kind, shape, scalar, {}, {}, {std::move(part)}};
}

void collect(const Matrix& expression, std::set<std::string>& names) {
  if (expression.is(Kind::symbol)) names.insert(expression.symbol.name);
  for (const Matrix& part : expression.parts) collect(part, names);
}

Matrix rebuilt(const Matrix& node, std::vector<Matrix> parts) {
  switch (node.kind) {
    case Kind::sum:
      return sum(std::move(parts));
    case Kind::product:
      return product(std::move(parts));
    case Kind::transpose:
      return transpose(std::move(parts[0]));
    case Kind::inverse:
      return inverse(std::move(parts[0]));
    case Kind::determinant:
      return determinant(std::move(parts[0]));
    case Kind::trace:
      return trace(std::move(parts[0]));
    case Kind::pseudo_inverse:
      return pseudo_inverse(std::move(parts[0]));
    case Kind::rectifier:
      return rectifier(std::move(parts[0]), std::move(parts[1]));
    default:
      return node;
  }
}

std::string joined(const std::vector<Matrix>& parts, const std::string& separator) {
  std::string text;
  for (const Matrix& part : parts) {
    const bool bracket =
        part.is(Kind::sum) || (part.is(Kind::number) && (part.number < 0 || part.number.denominator() != 1));
    text += (text.empty() ? "" : separator) + (bracket ? "(" + to_string(part) + ")" : to_string(part));
  }
  return text;
}

}  // namespace

std::string to_string(const Shape& shape) { return std::to_string(shape.rows) + " x " + std::to_string(shape.columns); }

std::string Symbol::entry_name(std::size_t row, std::size_t column) const {
  if (shape == Shape{}) return identifier;
  return identifier + "_" + std::to_string(row) + "_" + std::to_string(column);
}

Matrix symbol(Symbol symbol) {
  const Shape shape = symbol.shape;
  const bool scalar = symbol.scalar;
  return {Kind::symbol, shape, scalar, std::move(symbol), {}, {}};
}

Matrix number(Rational value) { return {Kind::number, {}, true, {}, std::move(value), {}}; }
Matrix zero(Shape shape) { return {Kind::zero, shape, false, {}, {}, {}}; }
Matrix identity(std::size_t size) { return {Kind::identity, {size, size}, false, {}, {}, {}}; }

Matrix sum(std::vector<Matrix> parts) {
  if (parts.empty()) throw TextError("an empty sum");
  if (parts.size() == 1) return std::move(parts[0]);
  if (all_numbers(parts)) {
    Rational total;
    for (const Matrix& part : parts) total += part.number;
    return number(total);
  }
  const auto matrix = std::find_if(parts.begin(), parts.end(), [](const Matrix& part) { return !part.scalar; });
  const Shape shape = matrix == parts.end() ? Shape{} : matrix->shape;
  const bool scalar = matrix == parts.end();
  for (Matrix& part : parts) {
    if (!scalar && part.is_number(0)) part = zero(shape);
    if (part.scalar == scalar && part.shape == shape) continue;
    throw TextError("a sum of different shapes: " + joined(parts, " + "));
  }
  return {Kind::sum, shape, scalar, {}, {}, std::move(parts)};
}

Matrix product(std::vector<Matrix> parts) {
  if (parts.empty()) throw TextError("an empty product");
  if (parts.size() == 1) return std::move(parts[0]);
  if (all_numbers(parts)) {
    Rational total = 1;
    for (const Matrix& part : parts) total *= part.number;
    return number(total);
  }
  const Matrix* first = nullptr;
  const Matrix* last = nullptr;
  for (const Matrix& part : parts) {
    if (part.scalar) continue;
    if (last != nullptr && last->shape.columns != part.shape.rows) {
      throw TextError(to_string(*last) + " is " + to_string(last->shape) + ", the next factor " + to_string(part) +
                      " is " + to_string(part.shape));
    }
    if (first == nullptr) first = &part;
    last = &part;
  }
  const Shape shape = first == nullptr ? Shape{} : Shape{first->shape.rows, last->shape.columns};
  return {Kind::product, shape, first == nullptr, {}, {}, std::move(parts)};
}

Matrix transpose(Matrix part) {
  if (part.scalar) return part;
  return {Kind::transpose, {part.shape.columns, part.shape.rows}, false, {}, {}, {std::move(part)}};
}

Matrix inverse(Matrix part) {
  if (part.is_number(0)) throw TextError("division by zero");
  if (part.is(Kind::number)) return number(Rational(1) / part.number);
  return square_only(Kind::inverse, std::move(part));
}

Matrix determinant(Matrix part) {
  if (part.scalar) return part;
  return square_only(Kind::determinant, std::move(part));
}

Matrix trace(Matrix part) {
  if (part.scalar) return part;
  return square_only(Kind::trace, std::move(part));
}

Matrix pseudo_inverse(Matrix part) {
  if (part.scalar) throw TextError("pinv needs a matrix, but " + to_string(part) + " is a scalar");
  const Shape shape{part.shape.columns, part.shape.rows};
  return {Kind::pseudo_inverse, shape, false, {}, {}, {std::move(part)}};
}

Matrix rectifier(Matrix slope, Matrix part) {
  if (!slope.scalar || part.scalar) throw TextError("leaky takes a scalar and a matrix");
  const Shape shape = part.shape;
  return {Kind::rectifier, shape, false, {}, {}, {std::move(slope), std::move(part)}};
}

Matrix negated(Matrix part) { return product({number(-1), std::move(part)}); }
Matrix difference(Matrix left, Matrix right) { return sum({std::move(left), negated(std::move(right))}); }

std::set<std::string> names_in(const Matrix& expression) {
  std::set<std::string> names;
  collect(expression, names);
  return names;
}

Matrix substituted(const Matrix& expression, const std::map<std::string, Matrix>& values) {
  if (expression.is(Kind::symbol)) {
    const auto found = values.find(expression.symbol.name);
    return found == values.end() ? expression : found->second;
  }
  std::vector<Matrix> parts;
  for (const Matrix& part : expression.parts) parts.push_back(substituted(part, values));
  return rebuilt(expression, std::move(parts));
}

std::string to_string(const Matrix& expression) {
  switch (expression.kind) {
    case Kind::symbol:
      return expression.symbol.name;
    case Kind::number:
      return isthmus::check::to_string(expression.number);
    case Kind::zero:
      return "zero(" + std::to_string(expression.shape.rows) + ", " + std::to_string(expression.shape.columns) + ")";
    case Kind::identity:
      return "I(" + std::to_string(expression.shape.rows) + ")";
    case Kind::sum:
      return joined(expression.parts, " + ");
    case Kind::product:
      return joined(expression.parts, "*");
    case Kind::transpose:
      return "T(" + to_string(expression.parts[0]) + ")";
    case Kind::inverse:
      return "inv(" + to_string(expression.parts[0]) + ")";
    case Kind::determinant:
      return "det(" + to_string(expression.parts[0]) + ")";
    case Kind::trace:
      return "trace(" + to_string(expression.parts[0]) + ")";
    case Kind::pseudo_inverse:
      return "pinv(" + to_string(expression.parts[0]) + ")";
    case Kind::rectifier:
      return "leaky(" + to_string(expression.parts[0]) + ", " + to_string(expression.parts[1]) + ")";
  }
  throw TextError("a matrix expression of no kind");
}

}  // namespace isthmus::check
