#include "variety/word_sum.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "variety/entries.hpp"
#include "variety/factored_matrix.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

std::vector<MatrixSymbol> scalar_symbols(const MatrixExpression& matrix) {
  std::vector<MatrixSymbol> result = matrix.symbols();
  std::erase_if(result, [](const MatrixSymbol& symbol) { return !symbol.scalar; });
  return result;
}

bool has_determinant_or_trace(const MatrixExpression& e) {
  return e.is(Kind::determinant) || e.is(Kind::trace) ||
         std::any_of(e.parts().begin(), e.parts().end(), has_determinant_or_trace);
}

std::string text_of(const std::vector<MatrixExpression>& word) {
  return word.empty() ? "I" : MatrixExpression::product(word).to_string();
}

}  // namespace

WordSum::WordSum(const MatrixExpression& matrix)
    : shape_(matrix.shape()), scalars_(entry_ring(scalar_symbols(matrix))), terms_(expand(matrix)) {}

WordSum::Coefficient WordSum::coefficient(const MatrixExpression& scalar) const {
  if (has_determinant_or_trace(scalar))
    throw Undecided("a determinant or a trace stands in the coefficient " + scalar.to_string());
  const QuotientMatrix value = expand_entries(scalar, scalars_);
  return {value.numerator.at(0, 0), value.denominator};
}

void WordSum::add(Terms& terms, Term term) {
  const std::string key = text_of(term.word);
  const auto found = terms.find(key);
  if (found == terms.end()) {
    if (!term.coefficient.numerator.is_zero()) terms.emplace(key, std::move(term));
    return;
  }
  Coefficient& a = found->second.coefficient;
  const Coefficient& b = term.coefficient;
  a = {a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator};
  if (a.numerator.is_zero()) terms.erase(found);
}

WordSum::Terms WordSum::times(const Terms& terms, const MatrixExpression& factor) const {
  Terms result;
  if (!factor.is(Kind::sum)) {
    for (const auto& [key, term] : terms) {
      Term product = term;
      append_factor(product.word, factor);
      add(result, std::move(product));
    }
    return result;
  }
  const Terms right = [&] {
    Terms sum;
    for (const MatrixExpression& part : factor.parts()) {
      for (auto& [key, term] : expand(part)) add(sum, term);
    }
    return sum;
  }();
  for (const auto& [left_key, left] : terms) {
    for (const auto& [right_key, term] : right) {
      Term product{{left.coefficient.numerator * term.coefficient.numerator,
                    left.coefficient.denominator * term.coefficient.denominator},
                   left.word};
      for (const MatrixExpression& each : term.word) append_factor(product.word, each);
      add(result, std::move(product));
    }
  }
  return result;
}

WordSum::Terms WordSum::expand(const MatrixExpression& matrix) const {
  const FactoredMatrix product = factor(matrix);
  Terms terms;
  if (product.is_zero()) return terms;
  add(terms, {coefficient(product.scalar), {}});
  for (const MatrixExpression& each : product.factors) terms = times(terms, each);
  return terms;
}

std::optional<MatrixExpression> WordSum::single_product() const {
  if (terms_.size() != 1) return std::nullopt;
  const auto& [coefficient, word] = terms_.begin()->second;
  if (!coefficient.numerator.is_constant() || !coefficient.denominator.is_constant()) {
    const auto ratio = divide(coefficient.numerator, coefficient.denominator);
    if (!ratio || !ratio->is_constant()) return std::nullopt;
    return MatrixExpression::scaled(MatrixExpression::number(ratio->constant_value()), product_of(word, shape_.rows));
  }
  const Rational ratio = coefficient.numerator.constant_value() / coefficient.denominator.constant_value();
  return MatrixExpression::scaled(MatrixExpression::number(ratio), product_of(word, shape_.rows));
}

std::string WordSum::to_string() const {
  std::string text;
  for (const auto& [key, term] : terms_) {
    const Coefficient& c = term.coefficient;
    const std::string denominator = c.denominator.is_constant() ? "" : "/(" + c.denominator.to_string() + ")";
    text += (text.empty() ? "(" : " + (") + c.numerator.to_string() + ")" + denominator + "*" + key;
  }
  return text.empty() ? "0" : text;
}

bool equal_as_words(const MatrixExpression& left, const MatrixExpression& right) {
  if (left.is_scalar()) return false;
  try {
    return WordSum(MatrixExpression::sum({left, right.negated()})).is_zero();
  } catch (const Undecided&) {
    return false;
  }
}

}  // namespace isthmus
