#include "claim/matrix_expression.hpp"

#include <algorithm>
#include <utility>

#include "exact/error.hpp"

namespace isthmus {
namespace {

using MatrixKind = MatrixExpression::Kind;

// How tightly the text of a node binds.
constexpr int kSum = 0;
constexpr int kProduct = 1;
constexpr int kOperand = 2;

bool is_number(const MatrixExpression& e) { return e.is(MatrixKind::number); }

/// The numbers among scalar factors multiplied into one, in front, left out if it is 1 and not alone.
std::vector<MatrixExpression> with_one_coefficient(const std::vector<MatrixExpression>& factors) {
  Rational coefficient(1);
  std::vector<MatrixExpression> others;
  for (const MatrixExpression& factor : factors) {
    if (is_number(factor)) {
      coefficient *= factor.as_number();
    } else {
      others.push_back(factor);
    }
  }
  if (others.empty() || coefficient != Rational(1)) {
    others.insert(others.begin(), MatrixExpression::number(coefficient));
  }
  return others;
}

void append_factors(const MatrixExpression& e, std::vector<MatrixExpression>& factors) {
  if (e.is(MatrixKind::product)) {
    factors.insert(factors.end(), e.parts().begin(), e.parts().end());
  } else {
    factors.push_back(e);
  }
}

void collect(const MatrixExpression& e, std::vector<MatrixSymbol>& symbols) {
  if (e.is(MatrixKind::symbol) && std::find(symbols.begin(), symbols.end(), e.as_symbol()) == symbols.end()) {
    symbols.push_back(e.as_symbol());
  }
  for (const MatrixExpression& part : e.parts()) collect(part, symbols);
}

/// Whether the text begins with a minus sign.
bool is_negative(const MatrixExpression& e) {
  if (is_number(e)) return e.as_number().sign() < 0;
  const bool led_by_scalar = e.is(MatrixKind::scaled) || (e.is(MatrixKind::product) && e.is_scalar());
  return led_by_scalar && is_negative(e.parts().front());
}

}  // namespace

std::string Shape::to_string() const { return std::to_string(rows) + " x " + std::to_string(columns); }

std::string MatrixSymbol::entry_name(std::size_t row, std::size_t column) const {
  if (row < 1 || row > shape.rows || column < 1 || column > shape.columns) {
    throw InvalidInput("entry (" + std::to_string(row) + ", " + std::to_string(column) + ") of " + name +
                       ", which is " + shape.to_string());
  }
  if (shape == Shape{}) return identifier;
  return identifier + "_" + std::to_string(row) + "_" + std::to_string(column);
}

MatrixExpression MatrixExpression::symbol(MatrixSymbol symbol) {
  if (symbol.shape.rows < 1 || symbol.shape.columns < 1) throw InvalidInput(symbol.name + " has no entries");
  if (symbol.scalar && symbol.shape != Shape{}) {
    throw InvalidInput(symbol.name + " is declared as a scalar, but is no 1 x 1 matrix");
  }
  const Shape shape = symbol.shape;
  const bool scalar = symbol.scalar;
  return make({MatrixKind::symbol, shape, scalar, std::move(symbol), {}, {}});
}

MatrixExpression MatrixExpression::number(Rational value) {
  return make({MatrixKind::number, {}, true, {}, std::move(value), {}});
}

MatrixExpression MatrixExpression::zero(Shape shape) {
  require(shape.rows >= 1 && shape.columns >= 1, "a zero matrix without entries");
  return make({MatrixKind::zero, shape, false, {}, {}, {}});
}

MatrixExpression MatrixExpression::identity(std::size_t size) {
  require(size >= 1, "an identity matrix without entries");
  return make({MatrixKind::identity, {size, size}, false, {}, {}, {}});
}

MatrixExpression MatrixExpression::sum(const std::vector<MatrixExpression>& parts) {
  require(!parts.empty(), "an empty sum");
  std::vector<MatrixExpression> flat;
  for (const MatrixExpression& part : parts) {
    if (part.shape() != parts[0].shape() || part.is_scalar() != parts[0].is_scalar()) {
      throw InvalidInput("a sum of matrices of different shapes: " + parts[0].to_string() + " and " + part.to_string());
    }
    if (part.is(MatrixKind::sum)) {
      flat.insert(flat.end(), part.parts().begin(), part.parts().end());
    } else {
      flat.push_back(part);
    }
  }
  if (flat.size() == 1) return flat[0];
  if (std::all_of(flat.begin(), flat.end(), is_number)) {
    Rational total;
    for (const MatrixExpression& part : flat) total += part.as_number();
    return number(total);
  }
  return make({MatrixKind::sum, flat[0].shape(), flat[0].is_scalar(), {}, {}, std::move(flat)});
}

MatrixExpression MatrixExpression::product(const std::vector<MatrixExpression>& parts) {
  require(!parts.empty(), "an empty product");
  std::vector<MatrixExpression> scalars;
  std::vector<MatrixExpression> factors;
  for (const MatrixExpression& part : parts) {
    require(part.is_scalar() == parts[0].is_scalar(), "a product of scalars and matrices: use scaled");
    if (part.is(MatrixKind::scaled)) append_factors(part.parts()[0], scalars);
    append_factors(part.is(MatrixKind::scaled) ? part.parts()[1] : part, factors);
  }
  const bool scalar = parts[0].is_scalar();
  if (scalar) factors = with_one_coefficient(factors);
  for (std::size_t i = 1; i < factors.size(); ++i) {
    if (factors[i - 1].shape().columns != factors[i].shape().rows) {
      throw InvalidInput("a product of matrices that do not fit: " + factors[i - 1].to_string() + " and " +
                         factors[i].to_string());
    }
  }
  const Shape shape{factors.front().shape().rows, factors.back().shape().columns};
  const MatrixExpression plain =
      factors.size() == 1 ? factors[0] : make({MatrixKind::product, shape, scalar, {}, {}, std::move(factors)});
  return scalars.empty() ? plain : scaled(product(scalars), plain);
}

MatrixExpression MatrixExpression::scaled(const MatrixExpression& scalar, const MatrixExpression& matrix) {
  require(scalar.is_scalar() && !matrix.is_scalar(), "only a scalar scales, and only a matrix that is no scalar");
  if (matrix.is(MatrixKind::scaled)) return scaled(product({scalar, matrix.parts()[0]}), matrix.parts()[1]);
  if (is_number(scalar) && scalar.as_number() == Rational(1)) return matrix;
  return make({MatrixKind::scaled, matrix.shape(), false, {}, {}, {scalar, matrix}});
}

MatrixExpression MatrixExpression::transpose(const MatrixExpression& matrix) {
  if (matrix.is_scalar()) return matrix;
  return make({MatrixKind::transpose, {matrix.shape().columns, matrix.shape().rows}, false, {}, {}, {matrix}});
}

MatrixExpression MatrixExpression::inverse(const MatrixExpression& matrix) {
  if (!matrix.shape().is_square()) {
    throw InvalidInput("the inverse of " + matrix.to_string() + ", which is " + matrix.shape().to_string());
  }
  if (is_number(matrix)) {
    require(!matrix.as_number().is_zero(), "the inverse of 0");
    return number(Rational(1) / matrix.as_number());
  }
  return make({MatrixKind::inverse, matrix.shape(), matrix.is_scalar(), {}, {}, {matrix}});
}

MatrixExpression MatrixExpression::determinant(const MatrixExpression& matrix) {
  if (!matrix.shape().is_square()) {
    throw InvalidInput("the determinant of " + matrix.to_string() + ", which is " + matrix.shape().to_string());
  }
  if (matrix.is_scalar()) return matrix;
  return make({MatrixKind::determinant, {}, true, {}, {}, {matrix}});
}

MatrixExpression MatrixExpression::trace(const MatrixExpression& matrix) {
  if (!matrix.shape().is_square()) {
    throw InvalidInput("the trace of " + matrix.to_string() + ", which is " + matrix.shape().to_string());
  }
  if (matrix.is_scalar()) return matrix;
  return make({MatrixKind::trace, {}, true, {}, {}, {matrix}});
}

MatrixExpression MatrixExpression::pseudo_inverse(const MatrixExpression& matrix) {
  require(!matrix.is_scalar(), "the pseudo-inverse of the scalar " + matrix.to_string());
  return make({MatrixKind::pseudo_inverse, {matrix.shape().columns, matrix.shape().rows}, false, {}, {}, {matrix}});
}

MatrixExpression MatrixExpression::rectifier(const MatrixExpression& slope, const MatrixExpression& matrix) {
  require(slope.is_scalar() && !matrix.is_scalar(), "a rectifier has a scalar slope and acts on a matrix");
  return make({MatrixKind::rectifier, matrix.shape(), false, {}, {}, {slope, matrix}});
}

MatrixExpression MatrixExpression::negated() const {
  const MatrixExpression minus_one = number(Rational(-1));
  return is_scalar() ? product({minus_one, *this}) : scaled(minus_one, *this);
}

const MatrixSymbol& MatrixExpression::as_symbol() const {
  if (!is(MatrixKind::symbol)) throw InvalidInput("a symbol was expected, found " + to_string());
  return *node_->symbol;
}

const Rational& MatrixExpression::as_number() const {
  if (!is(MatrixKind::number)) throw InvalidInput("a number was expected, found " + to_string());
  return node_->number;
}

std::vector<MatrixSymbol> MatrixExpression::symbols() const {
  std::vector<MatrixSymbol> result;
  collect(*this, result);
  return result;
}

bool operator==(const MatrixExpression& a, const MatrixExpression& b) {
  if (a.node_ == b.node_) return true;
  return a.kind() == b.kind() && a.shape() == b.shape() && a.node_->symbol == b.node_->symbol &&
         a.node_->number == b.node_->number && a.parts() == b.parts();
}

MatrixExpression MatrixExpression::rebuilt(const std::vector<MatrixExpression>& parts) const {
  switch (kind()) {
    case MatrixKind::sum:
      return sum(parts);
    case MatrixKind::product:
      return product(parts);
    case MatrixKind::scaled:
      return scaled(parts[0], parts[1]);
    case MatrixKind::transpose:
      return transpose(parts[0]);
    case MatrixKind::inverse:
      return inverse(parts[0]);
    case MatrixKind::determinant:
      return determinant(parts[0]);
    case MatrixKind::trace:
      return trace(parts[0]);
    case MatrixKind::pseudo_inverse:
      return pseudo_inverse(parts[0]);
    case MatrixKind::rectifier:
      return rectifier(parts[0], parts[1]);
    default:
      return *this;
  }
}

std::string MatrixExpression::to_string() const { return text(kSum); }

std::string MatrixExpression::text(int precedence) const {
  const auto bracketed = [&](const std::string& inner, int own) {
    return own < precedence ? "(" + inner + ")" : inner;
  };
  switch (kind()) {
    case MatrixKind::symbol:
      return as_symbol().name;
    case MatrixKind::number:
      return bracketed(as_number().to_string(),
                       as_number().is_integer() && as_number().sign() >= 0 ? kOperand : kProduct);
    case MatrixKind::zero:
      return "zero(" + std::to_string(shape().rows) + ", " + std::to_string(shape().columns) + ")";
    case MatrixKind::identity:
      return "I(" + std::to_string(shape().rows) + ")";
    case MatrixKind::transpose:
      return "T(" + parts()[0].to_string() + ")";
    case MatrixKind::inverse:
      return "inv(" + parts()[0].to_string() + ")";
    case MatrixKind::determinant:
      return "det(" + parts()[0].to_string() + ")";
    case MatrixKind::trace:
      return "trace(" + parts()[0].to_string() + ")";
    case MatrixKind::pseudo_inverse:
      return "pinv(" + parts()[0].to_string() + ")";
    case MatrixKind::rectifier:
      return "leaky(" + parts()[0].to_string() + ", " + parts()[1].to_string() + ")";
    case MatrixKind::sum:
      return bracketed(sum_text(), kSum);
    case MatrixKind::product:
    case MatrixKind::scaled:
      return bracketed(product_text(), kProduct);
  }
  throw InternalError("a kind of matrix expression outside its enumeration");
}

std::string MatrixExpression::sum_text() const {
  std::string result = parts()[0].text(kProduct);
  for (std::size_t i = 1; i < parts().size(); ++i) {
    const MatrixExpression& part = parts()[i];
    result += is_negative(part) ? " - " + part.negated().text(kProduct) : " + " + part.text(kProduct);
  }
  return result;
}

std::string MatrixExpression::product_text() const {
  const MatrixExpression& first = parts()[0];
  const bool minus = is_number(first) && first.as_number() == Rational(-1);
  // A number, or a product of scalars, in front keeps its meaning without parentheses.
  std::string result = minus ? "-" : first.text(is_scalar() || is(MatrixKind::scaled) ? kProduct : kOperand) + "*";
  for (std::size_t i = 1; i < parts().size(); ++i) {
    if (i > 1) result += "*";
    result += parts()[i].text(is(MatrixKind::scaled) ? kProduct : kOperand);
  }
  return result;
}

std::string MatrixCondition::to_string() const {
  const std::string relation_text = " " + isthmus::to_string(relation) + " ";
  if (kind == Kind::rank) return "rank(" + expression.to_string() + ")" + relation_text + std::to_string(rank);
  return expression.to_string() + relation_text + "0";
}

MatrixExpression squared_norm(const MatrixExpression& matrix) {
  return MatrixExpression::trace(MatrixExpression::product({MatrixExpression::transpose(matrix), matrix}));
}

}  // namespace isthmus
