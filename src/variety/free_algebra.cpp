#include "variety/free_algebra.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "variety/entries.hpp"
#include "variety/factored_matrix.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

bool has(const MatrixExpression& e, Kind kind) {
  return e.is(kind) ||
         std::any_of(e.parts().begin(), e.parts().end(), [&](const auto& part) { return has(part, kind); });
}

Coefficient in_lowest_terms(const Coefficient& c) {
  if (c.numerator.is_zero()) return {c.numerator, Polynomial(c.numerator.ring(), Rational(1))};
  if (c.denominator.is_constant()) {
    const Rational scale = Rational(1) / c.denominator.constant_value();
    return {scale * c.numerator, Polynomial(c.numerator.ring(), Rational(1))};
  }
  const Polynomial common = gcd(c.numerator, c.denominator);
  const auto numerator = divide(c.numerator, common);
  const auto denominator = divide(c.denominator, common);
  ensure(numerator && denominator, "a common divisor does not divide");
  const Rational unit = Rational(1) / denominator->unit();
  return {unit * *numerator, unit * *denominator};
}

}  // namespace

Coefficient operator+(const Coefficient& a, const Coefficient& b) {
  return in_lowest_terms({a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator});
}

Coefficient operator*(const Coefficient& a, const Coefficient& b) {
  return in_lowest_terms({a.numerator * b.numerator, a.denominator * b.denominator});
}

std::string Coefficient::to_string() const {
  if (denominator.is_constant()) return numerator.to_string();
  return "(" + numerator.to_string() + ")/(" + denominator.to_string() + ")";
}

void add_to(WordPolynomial& polynomial, const Word& word, const Coefficient& coefficient) {
  if (coefficient.is_zero()) return;
  const auto found = polynomial.find(word);
  if (found == polynomial.end()) {
    polynomial.emplace(word, coefficient);
    return;
  }
  found->second = found->second + coefficient;
  if (found->second.is_zero()) polynomial.erase(found);
}

Word joined(const Word& a, const Word& word, const Word& b) {
  Word result = a;
  result.insert(result.end(), word.begin(), word.end());
  result.insert(result.end(), b.begin(), b.end());
  return result;
}

WordPolynomial product(const WordPolynomial& a, const WordPolynomial& b) {
  WordPolynomial result;
  for (const auto& [left, c] : a) {
    for (const auto& [right, d] : b) add_to(result, joined(left, right, {}), c * d);
  }
  return result;
}

FreeAlgebra::FreeAlgebra(const std::vector<MatrixSymbol>& scalars) : scalars_(entry_ring(scalars)) {}

Coefficient FreeAlgebra::one() const { return {Polynomial(scalars_, Rational(1)), Polynomial(scalars_, Rational(1))}; }

Coefficient FreeAlgebra::coefficient(const MatrixExpression& scalar) const {
  if (has(scalar, Kind::determinant) || has(scalar, Kind::trace)) {
    throw Undecided("a determinant or a trace stands in the coefficient " + scalar.to_string());
  }
  const QuotientMatrix value = expand_entries(scalar, scalars_);
  return {value.numerator.at(0, 0), value.denominator};
}

std::size_t FreeAlgebra::number_of(const MatrixExpression& letter) {
  const auto [place, is_new] = numbers_.emplace(letter.to_string(), letters_.size());
  if (is_new) letters_.push_back(letter);
  return place->second;
}

std::size_t FreeAlgebra::transposed(std::size_t letter) {
  const MatrixExpression e = letters_.at(letter);
  if (e.shape() == Shape{}) return letter;
  const FactoredMatrix f = factor(MatrixExpression::transpose(e));
  ensure(f.factors.size() == 1, "the transpose of a letter is no letter");
  return number_of(f.factors[0]);
}

Word FreeAlgebra::transposed(const Word& word) {
  Word result;
  for (std::size_t i = word.size(); i-- > 0;) result.push_back(transposed(word[i]));
  return result;
}

WordPolynomial FreeAlgebra::transposed(const WordPolynomial& polynomial) {
  WordPolynomial result;
  for (const auto& [word, c] : polynomial) add_to(result, transposed(word), c);
  return result;
}

Word FreeAlgebra::cyclic(const Word& word) {
  Word best = word;
  for (Word each : {word, transposed(word)}) {
    for (std::size_t i = 0; i < each.size(); ++i) {
      if (each < best) best = each;
      std::rotate(each.begin(), each.begin() + 1, each.end());
    }
  }
  return best;
}

WordPolynomial FreeAlgebra::factors(const MatrixExpression& e) {
  const FactoredMatrix f = factor(e);
  WordPolynomial result;
  if (f.is_zero()) return result;
  add_to(result, {}, coefficient(f.scalar));
  for (const MatrixExpression& each : f.factors) {
    WordPolynomial letter;
    if (!each.is(Kind::sum)) add_to(letter, {number_of(each)}, one());
    result = product(result, each.is(Kind::sum) ? matrix(each) : letter);
  }
  return result;
}

WordPolynomial FreeAlgebra::matrix(const MatrixExpression& e) {
  WordPolynomial result;
  switch (e.kind()) {
    case Kind::zero:
      return result;
    case Kind::identity:
      add_to(result, {}, one());
      return result;
    case Kind::sum:
      for (const MatrixExpression& part : e.parts()) {
        for (const auto& [word, c] : matrix(part)) add_to(result, word, c);
      }
      return result;
    case Kind::product:
      result = matrix(e.parts()[0]);
      for (std::size_t i = 1; i < e.parts().size(); ++i) result = product(result, matrix(e.parts()[i]));
      return result;
    case Kind::scaled:
      for (const auto& [word, c] : matrix(e.parts()[1])) add_to(result, word, coefficient(e.parts()[0]) * c);
      return result;
    case Kind::transpose:
      return transposed(matrix(e.parts()[0]));
    default:
      return factors(e);
  }
}

WordPolynomial FreeAlgebra::trace(const MatrixExpression& e) {
  WordPolynomial result;
  for (const auto& [word, c] : matrix(e)) {
    const Coefficient size{Polynomial(scalars_, Rational(static_cast<long>(e.shape().rows))), one().denominator};
    if (word.empty()) independent_of_sizes_ = false;
    add_to(result, cyclic(word), word.empty() ? size * c : c);
  }
  return result;
}

WordPolynomial FreeAlgebra::scalar(const MatrixExpression& e) {
  WordPolynomial result;
  if (!has(e, Kind::trace)) {
    add_to(result, {}, coefficient(e));
    return result;
  }
  if (e.is(Kind::trace)) return trace(e.parts()[0]);
  if (e.is(Kind::sum)) {
    for (const MatrixExpression& part : e.parts()) {
      for (const auto& [word, c] : scalar(part)) add_to(result, word, c);
    }
    return result;
  }
  if (!e.is(Kind::product)) throw Undecided("not a combination of traces: " + e.to_string());
  add_to(result, {}, one());
  bool any_trace = false;
  for (const MatrixExpression& part : e.parts()) {
    const bool is_trace = has(part, Kind::trace);
    if (any_trace && is_trace) throw Undecided("a product of traces: " + e.to_string());
    any_trace = any_trace || is_trace;
    result = product(result, scalar(part));
  }
  return result;
}

WordPolynomial FreeAlgebra::expand(const MatrixExpression& e) { return e.is_scalar() ? scalar(e) : matrix(e); }

std::string FreeAlgebra::to_string(const Word& word) const {
  std::string text;
  for (const std::size_t each : word) text += (text.empty() ? "" : "*") + letters_.at(each).to_string();
  return text.empty() ? "I" : text;
}

}  // namespace isthmus
