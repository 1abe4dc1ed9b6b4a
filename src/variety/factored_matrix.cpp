#include "variety/factored_matrix.hpp"

#include <algorithm>
#include <optional>

#include "exact/error.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;
using Factors = std::vector<MatrixExpression>;

MatrixExpression number(long value) { return MatrixExpression::number(Rational(value)); }

bool is_number(const MatrixExpression& scalar, long value) {
  return scalar.is(Kind::number) && scalar.as_number() == Rational(value);
}

FactoredMatrix zero_of(const Shape& shape) { return {number(0), {}, shape}; }

/// A sum of scalars without zero summands, equal ones put together as far as they are numbers.
MatrixExpression add(const MatrixExpression& a, const MatrixExpression& b) {
  if (is_number(a, 0)) return b;
  if (is_number(b, 0)) return a;
  if (a == b.negated() || b == a.negated()) return number(0);
  return MatrixExpression::sum({a, b});
}

MatrixExpression multiply(const MatrixExpression& a, const MatrixExpression& b) {
  if (is_number(a, 0) || is_number(b, 0)) return number(0);
  return MatrixExpression::product({a, b});
}

/// What stands inside an inverse, as factors.
Factors inside(const MatrixExpression& inverse) {
  const MatrixExpression& part = inverse.parts()[0];
  return part.is(Kind::product) ? part.parts() : Factors{part};
}

bool ends_with(const Factors& factors, const Factors& tail) {
  return factors.size() >= tail.size() &&
         std::equal(tail.begin(), tail.end(), factors.end() - static_cast<std::ptrdiff_t>(tail.size()));
}

FactoredMatrix product(const std::vector<FactoredMatrix>& parts, const Shape& shape) {
  FactoredMatrix result{number(1), {}, shape};
  for (const FactoredMatrix& part : parts) {
    result.scalar = multiply(result.scalar, part.scalar);
    for (const MatrixExpression& each : part.factors) append_factor(result.factors, each);
  }
  return result.is_zero() ? zero_of(shape) : result;
}

/// How many factors at the front (or, reversed, at the back) all terms share.
std::size_t common_length(const std::vector<FactoredMatrix>& terms, bool at_front) {
  const auto at = [&](const FactoredMatrix& term, std::size_t i) {
    return at_front ? term.factors[i] : term.factors[term.factors.size() - 1 - i];
  };
  for (std::size_t length = 0;; ++length) {
    for (const FactoredMatrix& term : terms) {
      if (term.factors.size() <= length || !(at(term, length) == at(terms[0], length))) return length;
    }
  }
}

Factors cut_front(std::vector<FactoredMatrix>& terms) {
  const auto length = static_cast<std::ptrdiff_t>(common_length(terms, true));
  const Factors front(terms[0].factors.begin(), terms[0].factors.begin() + length);
  for (FactoredMatrix& term : terms) term.factors.erase(term.factors.begin(), term.factors.begin() + length);
  return front;
}

Factors cut_back(std::vector<FactoredMatrix>& terms) {
  const auto length = static_cast<std::ptrdiff_t>(common_length(terms, false));
  const Factors back(terms[0].factors.end() - length, terms[0].factors.end());
  for (FactoredMatrix& term : terms) term.factors.erase(term.factors.end() - length, term.factors.end());
  return back;
}

/// Terms that differ in their scalars only, put together; zero terms left out.
std::vector<FactoredMatrix> collected(const std::vector<FactoredMatrix>& terms) {
  std::vector<FactoredMatrix> result;
  for (const FactoredMatrix& term : terms) {
    if (term.is_zero()) continue;
    const auto same = std::find_if(result.begin(), result.end(),
                                   [&](const FactoredMatrix& other) { return other.factors == term.factors; });
    if (same == result.end()) {
      result.push_back(term);
    } else {
      same->scalar = add(same->scalar, term.scalar);
    }
  }
  std::erase_if(result, [](const FactoredMatrix& term) { return term.is_zero(); });
  return result;
}

FactoredMatrix sum(const std::vector<FactoredMatrix>& parts, const Shape& shape) {
  std::vector<FactoredMatrix> terms = collected(parts);
  if (terms.empty()) return zero_of(shape);
  if (terms.size() == 1) return terms[0];
  FactoredMatrix result{number(1), cut_front(terms), shape};
  const Factors back = cut_back(terms);
  const std::size_t rows = result.factors.empty() ? shape.rows : result.factors.back().shape().columns;
  std::vector<MatrixExpression> middle;
  for (const FactoredMatrix& term : terms) {
    middle.push_back(MatrixExpression::scaled(term.scalar, product_of(term.factors, rows)));
  }
  append_factor(result.factors, MatrixExpression::sum(middle));
  for (const MatrixExpression& each : back) append_factor(result.factors, each);
  return result;
}

FactoredMatrix transposed(const FactoredMatrix& matrix);

/// The transpose of one factor, again in factors.
FactoredMatrix transposed_factor(const MatrixExpression& each) {
  const Shape shape{each.shape().columns, each.shape().rows};
  const FactoredMatrix plain{number(1), {each}, shape};
  if (each.is(Kind::transpose)) return {number(1), {each.parts()[0]}, shape};
  if (each.is(Kind::inverse))
    return factor(MatrixExpression::inverse(transposed(factor(each.parts()[0])).to_expression()));
  if (each.is(Kind::sum)) {
    std::vector<FactoredMatrix> parts;
    for (const MatrixExpression& part : each.parts()) parts.push_back(transposed(factor(part)));
    return sum(parts, shape);
  }
  if (shape == Shape{}) return plain;
  return {number(1), {MatrixExpression::transpose(each)}, shape};
}

FactoredMatrix transposed(const FactoredMatrix& matrix) {
  const Shape shape{matrix.shape.columns, matrix.shape.rows};
  std::vector<FactoredMatrix> parts{{matrix.scalar, {}, shape}};
  for (std::size_t i = matrix.factors.size(); i-- > 0;) parts.push_back(transposed_factor(matrix.factors[i]));
  return product(parts, shape);
}

FactoredMatrix inverted(const FactoredMatrix& matrix) {
  require(!matrix.is_zero(), "the inverse of a zero matrix");
  FactoredMatrix result{MatrixExpression::inverse(matrix.scalar), {}, matrix.shape};
  auto pieces = split_at(matrix.factors, matrix.shape.rows);
  std::reverse(pieces.begin(), pieces.end());
  for (const Factors& piece : pieces) {
    const bool cancels = piece.size() == 1 && piece[0].is(Kind::inverse);
    if (!cancels) {
      append_factor(result.factors, MatrixExpression::inverse(product_of(piece, matrix.shape.rows)));
      continue;
    }
    for (const MatrixExpression& each : inside(piece[0])) append_factor(result.factors, each);
  }
  return result;
}

}  // namespace

void append_factor(Factors& factors, const MatrixExpression& factor) {
  if (factor.is(Kind::inverse) && ends_with(factors, inside(factor))) {
    factors.resize(factors.size() - inside(factor).size(), factor);
    return;
  }
  factors.push_back(factor);
  // inv(A*B)*A*B: the inverse stands in front of the end.
  for (std::size_t length = 1; length < factors.size(); ++length) {
    const std::size_t at = factors.size() - 1 - length;
    if (!factors[at].is(Kind::inverse)) continue;
    const Factors tail(factors.begin() + static_cast<std::ptrdiff_t>(at) + 1, factors.end());
    if (inside(factors[at]) != tail) continue;
    factors.resize(at, factor);
    return;
  }
}

MatrixExpression product_of(const Factors& factors, std::size_t size) {
  return factors.empty() ? MatrixExpression::identity(size) : MatrixExpression::product(factors);
}

MatrixExpression FactoredMatrix::to_expression() const {
  if (is_zero()) return MatrixExpression::zero(shape);
  return MatrixExpression::scaled(scalar, product_of(factors, shape.rows));
}

std::vector<Factors> split_at(const Factors& factors, std::size_t n) {
  std::vector<Factors> pieces;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    if (i == 0 || factors[i].shape().rows == n) pieces.emplace_back();
    pieces.back().push_back(factors[i]);
  }
  return pieces;
}

FactoredMatrix factor(const MatrixExpression& matrix) {
  require(!matrix.is_scalar(), "a matrix was expected, found the scalar " + matrix.to_string());
  const Shape shape = matrix.shape();
  std::vector<FactoredMatrix> parts;
  switch (matrix.kind()) {
    case Kind::zero:
      return zero_of(shape);
    case Kind::identity:
      return {number(1), {}, shape};
    case Kind::scaled: {
      FactoredMatrix inner = factor(matrix.parts()[1]);
      inner.scalar = multiply(matrix.parts()[0], inner.scalar);
      return inner.is_zero() ? zero_of(shape) : inner;
    }
    case Kind::transpose:
      return transposed(factor(matrix.parts()[0]));
    case Kind::inverse:
      return inverted(factor(matrix.parts()[0]));
    case Kind::sum:
    case Kind::product:
      for (const MatrixExpression& part : matrix.parts()) parts.push_back(factor(part));
      return matrix.is(Kind::sum) ? sum(parts, shape) : product(parts, shape);
    default:
      return {number(1), {matrix}, shape};
  }
}

}  // namespace isthmus
