#include "checker/entries.hpp"

#include <algorithm>

#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

/// Cancels each denominator that divides all entries.
Entries lowest_terms(Entries entries) {
  std::vector<Polynomial> kept;
  for (const Polynomial& denominator : entries.denominators) {
    const bool divides = std::all_of(entries.numerator.begin(), entries.numerator.end(), [&](const auto& row) {
      return std::all_of(row.begin(), row.end(), [&](const Polynomial& p) { return divide_exactly(p, denominator); });
    });
    if (!divides) kept.push_back(denominator);
    if (divides) {
      entries.numerator =
          mapped(std::move(entries.numerator), [&](const Polynomial& p) { return *divide_exactly(p, denominator); });
    }
  }
  entries.denominators = std::move(kept);
  return entries;
}

/// The members of b that are not matched by members of a.
std::vector<Polynomial> missing(std::vector<Polynomial> a, const std::vector<Polynomial>& b) {
  std::vector<Polynomial> result;
  for (const Polynomial& each : b) {
    const auto found = std::find(a.begin(), a.end(), each);
    if (found == a.end()) {
      result.push_back(each);
    } else {
      a.erase(found);
    }
  }
  return result;
}

Entries added(const Entries& a, const Entries& b) {
  const std::vector<Polynomial> for_a = missing(a.denominators, b.denominators);
  Entries result{times(a.numerator, for_a), a.denominators};
  const PolynomialMatrix other = times(b.numerator, missing(b.denominators, a.denominators));
  for (std::size_t i = 0; i < other.size(); ++i) {
    for (std::size_t j = 0; j < other[i].size(); ++j) result.numerator[i][j] += other[i][j];
  }
  result.denominators.insert(result.denominators.end(), for_a.begin(), for_a.end());
  return lowest_terms(std::move(result));
}

/// `scaling`: one of the two is a scalar, to be multiplied into the other.
Entries multiplied(const Entries& a, const Entries& b, bool a_scales, bool b_scales) {
  Entries result{{}, a.denominators};
  result.denominators.insert(result.denominators.end(), b.denominators.begin(), b.denominators.end());
  if (a_scales) {
    result.numerator = times(b.numerator, {a.numerator[0][0]});
  } else if (b_scales) {
    result.numerator = times(a.numerator, {b.numerator[0][0]});
  } else {
    result.numerator = multiplied(a.numerator, b.numerator);
  }
  return lowest_terms(std::move(result));
}

Entries inverted(const Entries& entries) {
  const Polynomial det = checked_determinant(entries.numerator);
  if (det.is_zero()) throw Declined("the inverse of a matrix whose determinant is identically 0");
  return lowest_terms({times(adjugate(entries.numerator), entries.denominators), {det}});
}

Entries determinant_of(const Entries& entries) {
  Entries result{{{checked_determinant(entries.numerator)}}, {}};
  for (std::size_t i = 0; i < entries.numerator.size(); ++i) {
    result.denominators.insert(result.denominators.end(), entries.denominators.begin(), entries.denominators.end());
  }
  return lowest_terms(std::move(result));
}

Entries trace_of(Entries entries) {
  Polynomial sum = entries.numerator[0][0];
  for (std::size_t i = 1; i < entries.numerator.size(); ++i) sum += entries.numerator[i][i];
  return lowest_terms({{{std::move(sum)}}, std::move(entries.denominators)});
}

Entries symbol_in(const Symbol& symbol, const Scope& scope) {
  Entries result{zero_matrix(symbol.shape.rows, symbol.shape.columns, scope.variables), {}};
  for (std::size_t i = 0; i < symbol.shape.rows; ++i) {
    for (std::size_t j = 0; j < symbol.shape.columns; ++j) {
      const auto found = scope.index.find(symbol.entry_name(i + 1, j + 1));
      if (found == scope.index.end()) throw Declined(symbol.name + " is not among the variables here");
      result.numerator[i][j] = Polynomial::variable(scope.variables, found->second);
    }
  }
  return result;
}

Formula rank_formula(const PolynomialMatrix& matrix, Relation relation, std::size_t rank) {
  const Formula at_least = rank_at_least(matrix, rank);
  const Formula above = rank_at_least(matrix, rank + 1);
  switch (relation) {
    case Relation::equal:
      return Formula::conjunction({at_least, above.negated()});
    case Relation::not_equal:
      return Formula::disjunction({at_least.negated(), above});
    case Relation::less:
      return at_least.negated();
    case Relation::less_equal:
      return above.negated();
    case Relation::greater:
      return above;
    case Relation::greater_equal:
      break;
  }
  return at_least;
}

}  // namespace

std::vector<std::string> entry_names(const std::vector<Symbol>& symbols) {
  std::vector<std::string> names;
  for (const Symbol& symbol : symbols) {
    for (std::size_t i = 1; i <= symbol.shape.rows; ++i) {
      for (std::size_t j = 1; j <= symbol.shape.columns; ++j) names.push_back(symbol.entry_name(i, j));
    }
  }
  return names;
}

Entries expand(const Matrix& expression, const Scope& scope) {
  const Polynomial one(scope.variables, 1);
  const Shape& shape = expression.shape;
  switch (expression.kind) {
    case Kind::symbol:
      return symbol_in(expression.symbol, scope);
    case Kind::number:
      return {{{Polynomial(scope.variables, expression.number)}}, {}};
    case Kind::zero:
      return {zero_matrix(shape.rows, shape.columns, scope.variables), {}};
    case Kind::identity: {
      Entries result{zero_matrix(shape.rows, shape.columns, scope.variables), {}};
      for (std::size_t i = 0; i < shape.rows; ++i) result.numerator[i][i] = one;
      return result;
    }
    case Kind::transpose: {
      const Entries part = expand(expression.parts[0], scope);
      return {transposed(part.numerator), part.denominators};
    }
    case Kind::inverse:
      return inverted(expand(expression.parts[0], scope));
    case Kind::determinant:
      return determinant_of(expand(expression.parts[0], scope));
    case Kind::trace:
      return trace_of(expand(expression.parts[0], scope));
    case Kind::pseudo_inverse:
    case Kind::rectifier:
      throw Declined(to_string(expression) + " is not written out in entries");
    case Kind::sum:
    case Kind::product:
      break;
  }
  Entries total = expand(expression.parts[0], scope);
  bool scalar = expression.parts[0].scalar;
  for (std::size_t i = 1; i < expression.parts.size(); ++i) {
    const Matrix& part = expression.parts[i];
    const Entries next = expand(part, scope);
    total = expression.is(Kind::sum) ? added(total, next) : multiplied(total, next, scalar, part.scalar);
    scalar = scalar && part.scalar;
  }
  return total;
}

bool has_inverse(const Matrix& expression) {
  return expression.is(Kind::inverse) || std::any_of(expression.parts.begin(), expression.parts.end(), has_inverse);
}

Formula condition_in_entries(const Condition& condition, const Scope& scope) {
  const Entries entries = expand(condition.expression, scope);
  if (condition.kind == Condition::Kind::rank)
    return rank_formula(entries.numerator, condition.relation, condition.rank);
  if (condition.kind == Condition::Kind::sign) {
    const bool order = condition.relation != Relation::equal && condition.relation != Relation::not_equal;
    const PolynomialMatrix value = order ? times(entries.numerator, entries.denominators) : entries.numerator;
    return Formula::atom(value[0][0], condition.relation);
  }
  std::vector<Formula> parts;
  for (const auto& row : entries.numerator) {
    for (const Polynomial& entry : row) parts.push_back(Formula::atom(entry, condition.relation));
  }
  return condition.relation == Relation::equal ? Formula::conjunction(parts) : Formula::disjunction(parts);
}

Formula rank_at_least(const PolynomialMatrix& matrix, std::size_t size) {
  if (size == 0) return Formula::truth();
  std::vector<Formula> parts;
  for (const Polynomial& minor : minors(matrix, size)) parts.push_back(Formula::atom(minor, Relation::not_equal));
  return Formula::disjunction(parts);
}

}  // namespace isthmus::check
