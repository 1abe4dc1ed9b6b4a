#include "variety/weights.hpp"

#include <algorithm>

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

MatrixExpression transpose(const MatrixExpression& matrix) { return MatrixExpression::transpose(matrix); }

}  // namespace

bool is_weight(const MatrixExpression& e) { return e.is(Kind::symbol) && e.as_symbol().role == Role::weight; }

bool has_weight(const MatrixExpression& e) {
  const auto symbols = e.symbols();
  return std::any_of(symbols.begin(), symbols.end(), [](const auto& each) { return each.role == Role::weight; });
}

std::size_t occurrences(const MatrixExpression& e, const MatrixSymbol& symbol) {
  if (e.is(Kind::symbol)) return e.as_symbol() == symbol ? 1 : 0;
  std::size_t count = 0;
  for (const MatrixExpression& part : e.parts()) count += occurrences(part, symbol);
  return count;
}

MatrixExpression left_inverse(const MatrixExpression& r) {
  if (r.shape().is_square()) return MatrixExpression::inverse(r);
  return MatrixExpression::product(
      {MatrixExpression::inverse(MatrixExpression::product({transpose(r), r})), transpose(r)});
}

MatrixExpression right_inverse(const MatrixExpression& l) {
  if (l.shape().is_square()) return MatrixExpression::inverse(l);
  return MatrixExpression::product(
      {transpose(l), MatrixExpression::inverse(MatrixExpression::product({l, transpose(l)}))});
}

MatrixSymbol FreshWeights::next(const Shape& shape) {
  std::string name;
  const auto same = [&](const MatrixSymbol& each) { return each.name == name || each.identifier == name; };
  do {
    name = "S" + std::to_string(++count_);
  } while (std::any_of(setting_.symbols.begin(), setting_.symbols.end(), same));
  return {name, name, Role::weight, shape, false};
}

}  // namespace isthmus
