#include "checker/facts.hpp"

#include <algorithm>

#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

}  // namespace

bool has_determinant(const Matrix& expression) {
  return expression.is(Kind::determinant) || expression.is(Kind::trace) ||
         std::any_of(expression.parts.begin(), expression.parts.end(), has_determinant);
}

Facts::Facts(const Words& words, const std::vector<Condition>& conditions) : words_(words) {
  for (const Condition& condition : conditions) add(condition);
}

void Facts::add(const Condition& condition) {
  const Matrix& e = condition.expression;
  switch (condition.kind) {
    case Condition::Kind::sign:
      if (!holds(condition.relation, 0)) add_nonzero(e);
      return;
    case Condition::Kind::zero:
      // A single row or column; that it is one must not depend on the dimensions.
      if (condition.relation == Relation::not_equal && std::min(e.shape.rows, e.shape.columns) == 1 &&
          !words_.any_size() && !has_determinant(e)) {
        add_full_rank(words_.normal_form(e));
      }
      return;
    case Condition::Kind::rank: {
      const bool at_least = condition.relation == Relation::equal || condition.relation == Relation::greater_equal;
      const bool full = condition.rank == std::min(e.shape.rows, e.shape.columns);
      if (at_least && full && !words_.any_size() && !has_determinant(e)) add_full_rank(words_.normal_form(e));
      return;
    }
  }
}

void Facts::add_nonzero(const Matrix& scalar) {
  if (scalar.is(Kind::number)) return;
  if (scalar.is(Kind::product)) {
    for (const Matrix& part : scalar.parts) add_nonzero(part);
  } else if (scalar.is(Kind::determinant)) {
    if (!has_determinant(scalar.parts[0])) add_invertible(words_.normal_form(scalar.parts[0]));
  } else if (!has_determinant(scalar)) {
    add_nonzero(words_.scalar(scalar).numerator);
  }
}

void Facts::add_nonzero(const Polynomial& p) {
  if (!p.is_constant()) nonzero_.push_back(p);
}

void Facts::add_invertible(const WordSum& sum) {
  if (sum.is_zero()) return;
  const Words::Pieces pieces = words_.pieces(sum);
  add_nonzero(pieces.coefficient.numerator);
  for (const WordSum& piece : pieces.factors) {
    const bool added = invertible_.insert(words_.key(piece)).second;
    invertible_.insert(words_.key(words_.transpose(piece)));
    if (added && !words_.any_size()) add_outer_ranks(piece);
  }
}

/// A*B invertible: A has full row rank, B full column rank.
void Facts::add_outer_ranks(const WordSum& piece) {
  if (piece.terms.size() != 1) return;
  const Word& word = piece.terms.begin()->first;
  if (word.size() < 2) return;
  add_full_rank(words_.one_letter(word.front()));
  add_full_rank(words_.one_letter(word.back()));
}

void Facts::add_full_rank(const WordSum& a) {
  const WordSum transposed = words_.transpose(a);
  if (a.shape.is_square()) return add_invertible(a);
  add_invertible(a.shape.rows < a.shape.columns ? words_.multiply(a, transposed) : words_.multiply(transposed, a));
}

/// Up to a constant, p is a product of divisors of polynomials that are not 0.
bool Facts::is_nonzero(const Polynomial& p) const {
  if (p.is_zero()) return false;
  Polynomial rest = p;
  for (const Polynomial& known : nonzero_) {
    while (const auto quotient = divide_exactly(rest, known)) rest = *quotient;
  }
  return rest.is_constant() || std::any_of(nonzero_.begin(), nonzero_.end(), [&](const Polynomial& known) {
           return divide_exactly(known, rest).has_value();
         });
}

bool Facts::is_known(const WordSum& square) const {
  const bool inverse = square.terms.size() == 1 && square.terms.begin()->first.size() == 1 &&
                       square.terms.begin()->first[0].inverse_of != nullptr;
  return inverse || invertible_.contains(words_.key(square));
}

bool Facts::is_nonzero(const Matrix& scalar) const {
  if (scalar.is(Kind::determinant)) return is_invertible(scalar.parts[0]);
  if (scalar.is(Kind::inverse)) return is_defined(scalar);
  if (scalar.is(Kind::product)) {
    return std::all_of(scalar.parts.begin(), scalar.parts.end(), [&](const Matrix& part) { return is_nonzero(part); });
  }
  return !has_determinant(scalar) && is_defined(scalar) && is_nonzero(words_.scalar(scalar).numerator);
}

bool Facts::is_invertible(const Matrix& matrix) const {
  if (matrix.scalar) return is_nonzero(matrix);
  if (!matrix.shape.is_square() || has_determinant(matrix) || !is_defined(matrix)) return false;
  return is_invertible(words_.normal_form(matrix));
}

bool Facts::is_invertible(const WordSum& square) const {
  if (square.is_zero()) return false;
  const Words::Pieces pieces = words_.pieces(square);
  return is_nonzero(pieces.coefficient.numerator) &&
         std::all_of(pieces.factors.begin(), pieces.factors.end(), [&](const WordSum& each) { return is_known(each); });
}

bool Facts::is_defined(const Matrix& expression) const {
  const auto& parts = expression.parts;
  if (!std::all_of(parts.begin(), parts.end(), [&](const Matrix& part) { return is_defined(part); })) return false;
  return !expression.is(Kind::inverse) || is_invertible(parts[0]);
}

}  // namespace isthmus::check
