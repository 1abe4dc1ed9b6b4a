#include "variety/facts.hpp"

#include <algorithm>

#include "variety/entries.hpp"
#include "variety/factored_matrix.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

bool has_determinant(const MatrixExpression& e) {
  return e.is(Kind::determinant) || !has_entry_quotients(e) ||
         std::any_of(e.parts().begin(), e.parts().end(), has_determinant);
}

bool is_never_zero(Relation relation) { return is_strict(relation); }

/// All symbols of several expressions, each once.
std::vector<MatrixSymbol> symbols_of(const std::vector<MatrixExpression>& expressions) {
  std::vector<MatrixSymbol> result;
  for (const MatrixExpression& e : expressions) {
    for (const MatrixSymbol& symbol : e.symbols()) {
      if (std::find(result.begin(), result.end(), symbol) == result.end()) result.push_back(symbol);
    }
  }
  return result;
}

}  // namespace

Facts::Facts(const std::vector<MatrixCondition>& conditions) {
  for (const MatrixCondition& condition : conditions) add(condition);
}

void Facts::add(const MatrixCondition& condition) {
  const MatrixExpression& e = condition.expression;
  switch (condition.kind) {
    case MatrixCondition::Kind::sign:
      if (is_never_zero(condition.relation)) add_nonzero(e);
      return;
    case MatrixCondition::Kind::zero:
      if (condition.relation == Relation::not_equal && std::min(e.shape().rows, e.shape().columns) == 1)
        add_full_rank(e);
      return;
    case MatrixCondition::Kind::rank: {
      const bool at_least = condition.relation == Relation::equal || condition.relation == Relation::greater_equal;
      if (at_least && condition.rank == std::min(e.shape().rows, e.shape().columns)) add_full_rank(e);
      return;
    }
  }
}

void Facts::add_full_rank(const MatrixExpression& matrix) {
  const Shape& shape = matrix.shape();
  const MatrixExpression transpose = MatrixExpression::transpose(matrix);
  if (shape.is_square()) return add_invertible(matrix);
  add_invertible(MatrixExpression::product(shape.rows < shape.columns ? std::vector{matrix, transpose}
                                                                      : std::vector{transpose, matrix}));
}

void Facts::add_invertible(const MatrixExpression& matrix) {
  if (matrix.is_scalar()) return add_nonzero(matrix);
  const FactoredMatrix f = factor(matrix);
  if (f.is_zero() || !f.shape.is_square()) return;
  add_nonzero(f.scalar);
  for (const Word& word : split_at(f.factors, f.shape.rows)) add_word(word);
}

void Facts::add_word(const Word& word) {
  if (is_known(word)) return;
  invertible_.push_back(word);
  const Word transposed = factor(MatrixExpression::transpose(product_of(word, word[0].shape().rows))).factors;
  if (!(transposed == word)) invertible_.push_back(transposed);
  if (word.size() == 1) return;
  // A*B invertible: A has full row rank, B full column rank.
  for (const MatrixExpression& each : {word.front(), word.back()}) {
    if (!each.shape().is_square()) add_full_rank(each);
  }
}

void Facts::add_nonzero(const MatrixExpression& scalar) {
  switch (scalar.kind()) {
    case Kind::number:
      return;
    case Kind::determinant:
      return add_invertible(scalar.parts()[0]);
    case Kind::product:
      for (const MatrixExpression& part : scalar.parts()) add_nonzero(part);
      return;
    default:
      if (!has_determinant(scalar)) nonzero_.push_back(scalar);
  }
}

bool Facts::is_nonzero(const MatrixExpression& scalar) const {
  if (scalar.is(Kind::number)) return !scalar.as_number().is_zero();
  if (scalar.is(Kind::inverse)) return true;
  if (scalar.is(Kind::determinant)) return is_invertible(scalar.parts()[0]);
  if (scalar.is(Kind::product)) {
    return std::all_of(scalar.parts().begin(), scalar.parts().end(),
                       [&](const auto& part) { return is_nonzero(part); });
  }
  if (has_determinant(scalar)) return false;
  std::vector<MatrixExpression> all = nonzero_;
  all.push_back(scalar);
  const PolynomialRing ring = entry_ring(symbols_of(all));
  const Polynomial p = expand_entries(scalar, ring).numerator.at(0, 0);
  if (p.is_zero()) return false;
  const auto powers = p.factor().powers;
  return std::all_of(powers.begin(), powers.end(), [&](const Factorisation::Power& power) {
    return std::any_of(nonzero_.begin(), nonzero_.end(), [&](const MatrixExpression& known) {
      return divide(expand_entries(known, ring).numerator.at(0, 0), power.factor).has_value();
    });
  });
}

bool Facts::is_known(const Word& word) const {
  if (word.size() == 1 && word[0].is(Kind::inverse)) return true;
  return std::find(invertible_.begin(), invertible_.end(), word) != invertible_.end();
}

bool Facts::is_invertible(const MatrixExpression& matrix) const {
  if (!matrix.shape().is_square()) return false;
  if (matrix.is_scalar()) return is_nonzero(matrix);
  const FactoredMatrix f = factor(matrix);
  if (f.is_zero() || !is_nonzero(f.scalar)) return false;
  std::vector<bool> covered(f.factors.size() + 1, false);
  covered[0] = true;
  for (std::size_t end = 1; end <= f.factors.size(); ++end) {
    for (std::size_t begin = 0; begin < end && !covered[end]; ++begin) {
      const auto at = [&](std::size_t i) { return f.factors.begin() + static_cast<std::ptrdiff_t>(i); };
      covered[end] = covered[begin] && is_known(Word(at(begin), at(end)));
    }
  }
  return covered.back();
}

bool Facts::is_defined(const MatrixExpression& expression) const {
  const auto& parts = expression.parts();
  if (!std::all_of(parts.begin(), parts.end(), [&](const auto& part) { return is_defined(part); })) return false;
  return !expression.is(Kind::inverse) || is_invertible(parts[0]);
}

}  // namespace isthmus
