#include "prove/invertible_product.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "symmetry/determinant_sign.hpp"
#include "variety/factored_matrix.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

MatrixExpression inverse_of(const std::vector<MatrixExpression>& factors, std::size_t n) {
  return MatrixExpression::inverse(product_of(factors, n));
}

void toggle(std::vector<MatrixSymbol>& symbols, const MatrixSymbol& symbol) {
  const auto found = std::find(symbols.begin(), symbols.end(), symbol);
  if (found == symbols.end()) {
    symbols.push_back(symbol);
  } else {
    symbols.erase(found);
  }
}

void multiply(DeterminantSign& result, const MatrixExpression& factor) {
  switch (factor.kind()) {
    case Kind::symbol:
      return toggle(result.symbols, factor.as_symbol());
    case Kind::transpose:
    case Kind::inverse:
    case Kind::product:
      for (const MatrixExpression& part : factor.parts()) multiply(result, part);
      return;
    default:
      throw Undecided("the sign of the determinant of " + factor.to_string() + " is not that of a product");
  }
}

}  // namespace

InvertibleProduct::InvertibleProduct(const Setting& setting, const MatrixExpression& network,
                                     const MatrixExpression& target, const Facts& facts)
    : target_(target) {
  for (const MatrixSymbol& symbol : setting.symbols) {
    if (symbol.role == Role::weight) weights_.push_back(symbol);
  }
  const std::size_t n = target.shape().rows;
  if (!target.shape().is_square() || !facts.is_invertible(target)) {
    throw Undecided("the target " + target.to_string() + " was not seen to be invertible");
  }
  if (!facts.is_defined(network) || !facts.is_defined(target)) {
    throw Undecided("an inverse in the network or the target was not seen to be defined");
  }
  const FactoredMatrix product = factor(network);
  if (product.is_zero() || !facts.is_nonzero(product.scalar)) {
    throw Undecided("the network was not seen to be a product of invertible factors");
  }
  std::vector<MatrixSymbol> seen;
  for (std::size_t i = 0; i < product.factors.size(); ++i) {
    const MatrixExpression& each = product.factors[i];
    if (each.shape() != Shape{n, n})
      throw Undecided("the factor " + each.to_string() + " is not square like the target");
    const bool weight = each.is(Kind::symbol) && each.as_symbol().role == Role::weight;
    if (!weight && !facts.is_invertible(each)) {
      throw Undecided("the factor " + each.to_string() + " is no weight and was not seen to be invertible");
    }
    if (!weight) continue;
    if (std::find(seen.begin(), seen.end(), each.as_symbol()) != seen.end()) {
      throw Undecided("the weight " + each.to_string() + " stands twice in the network");
    }
    seen.push_back(each.as_symbol());
    if (!(each.as_symbol() == weights_.back())) continue;
    const auto at = product.factors.begin() + static_cast<std::ptrdiff_t>(i);
    const std::vector<MatrixExpression> left(product.factors.begin(), at);
    const std::vector<MatrixExpression> right(at + 1, product.factors.end());
    last_ = MatrixExpression::scaled(MatrixExpression::inverse(product.scalar),
                                     MatrixExpression::product({inverse_of(left, n), target, inverse_of(right, n)}));
  }
  if (seen.size() != weights_.size()) throw Undecided("a weight stands in no factor of its own");
}

Assignment InvertibleProduct::completed(Assignment values) const {
  const auto last = evaluate(*last_, values);
  require(last.has_value(), "a factor of the network is singular");
  values.insert_or_assign(weights_.back().name, *last);
  return values;
}

std::vector<int> InvertibleProduct::signs(const Assignment& values) const {
  std::vector<int> result;
  for (const MatrixSymbol& weight : weights_) result.push_back(determinant_sign(values.at(weight.name)));
  return result;
}

DeterminantSign determinant_sign_of(const MatrixExpression& expression) {
  const FactoredMatrix product = factor(expression);
  DeterminantSign result;
  if (!product.scalar.is(Kind::number)) {
    throw Undecided("the sign of the factor " + product.scalar.to_string() + " is not known");
  }
  const int sign = product.scalar.as_number().sign();
  if (sign == 0) throw Undecided(expression.to_string() + " is singular");
  if (sign < 0 && expression.shape().rows % 2 == 1) result.sign = -1;
  for (const MatrixExpression& each : product.factors) multiply(result, each);
  return result;
}

}  // namespace isthmus
