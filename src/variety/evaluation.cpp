#include "variety/evaluation.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "exact/pseudo_inverse.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

Matrix number(const Rational& value) {
  Matrix result(1, 1);
  result.set(0, 0, value);
  return result;
}

Matrix scaled(const Rational& factor, const Matrix& matrix) {
  Matrix result(matrix.rows(), matrix.columns());
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    for (std::size_t j = 0; j < matrix.columns(); ++j) result.set(i, j, factor * matrix.at(i, j));
  }
  return result;
}

Matrix rectified(const Rational& slope, const Matrix& matrix) {
  Matrix result = matrix;
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    for (std::size_t j = 0; j < matrix.columns(); ++j) {
      if (matrix.at(i, j).sign() < 0) result.set(i, j, slope * matrix.at(i, j));
    }
  }
  return result;
}

/// The value of a node from the values of its parts.
std::optional<Matrix> combine(const MatrixExpression& expression, const std::vector<Matrix>& parts) {
  Matrix result = parts[0];
  switch (expression.kind()) {
    case Kind::sum:
      for (std::size_t i = 1; i < parts.size(); ++i) result = result + parts[i];
      return result;
    case Kind::product:
      for (std::size_t i = 1; i < parts.size(); ++i) result = result * parts[i];
      return result;
    case Kind::scaled:
      return scaled(parts[0].at(0, 0), parts[1]);
    case Kind::transpose:
      return result.transpose();
    case Kind::inverse:
      if (result.determinant().is_zero()) return std::nullopt;
      return result.inverse();
    case Kind::determinant:
      return number(result.determinant());
    case Kind::trace:
      return number(trace(result));
    case Kind::pseudo_inverse:
      return pseudo_inverse(result);
    case Kind::rectifier:
      return rectified(parts[0].at(0, 0), parts[1]);
    default:
      throw InternalError("a matrix expression without parts was to be combined");
  }
}

}  // namespace

std::optional<Matrix> evaluate(const MatrixExpression& expression, const Assignment& values) {
  switch (expression.kind()) {
    case Kind::symbol: {
      const auto value = values.find(expression.as_symbol().name);
      require(value != values.end(), "no value for " + expression.as_symbol().name);
      return value->second;
    }
    case Kind::number:
      return number(expression.as_number());
    case Kind::zero:
      return Matrix(expression.shape().rows, expression.shape().columns);
    case Kind::identity:
      return Matrix::identity(expression.shape().rows);
    default:
      break;
  }
  std::vector<Matrix> parts;
  for (const MatrixExpression& part : expression.parts()) {
    const auto value = evaluate(part, values);
    if (!value) return std::nullopt;
    parts.push_back(*value);
  }
  return combine(expression, parts);
}

bool is_zero(const Matrix& matrix) { return matrix == Matrix(matrix.rows(), matrix.columns()); }

bool holds(const MatrixCondition& condition, const Assignment& values) {
  const auto value = evaluate(condition.expression, values);
  if (!value) return false;
  switch (condition.kind) {
    case MatrixCondition::Kind::sign:
      return holds(condition.relation, value->at(0, 0).sign());
    case MatrixCondition::Kind::zero:
      return holds(condition.relation, is_zero(*value) ? 0 : 1);
    case MatrixCondition::Kind::rank: {
      const auto rank = value->rank();
      return holds(condition.relation, rank < condition.rank ? -1 : (rank > condition.rank ? 1 : 0));
    }
  }
  throw InternalError("a kind of condition outside its enumeration");
}

bool has_values(const MatrixExpression& expression, const Assignment& values) {
  const auto symbols = expression.symbols();
  return std::all_of(symbols.begin(), symbols.end(),
                     [&](const MatrixSymbol& symbol) { return values.count(symbol.name) != 0; });
}

std::string to_string(const Matrix& matrix) {
  if (matrix.rows() == 1 && matrix.columns() == 1) return matrix.at(0, 0).to_string();
  std::string text;
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    text += i == 0 ? "[[" : ", [";
    for (std::size_t j = 0; j < matrix.columns(); ++j) text += (j == 0 ? "" : ", ") + matrix.at(i, j).to_string();
    text += "]";
  }
  return text + "]";
}

std::string to_string(const Assignment& values, const std::vector<MatrixSymbol>& symbols) {
  std::string text;
  for (const MatrixSymbol& symbol : symbols) {
    const auto value = values.find(symbol.name);
    if (value != values.end()) text += (text.empty() ? "" : ", ") + symbol.name + " = " + to_string(value->second);
  }
  return text;
}

}  // namespace isthmus
