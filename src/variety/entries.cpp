#include "variety/entries.hpp"

#include <algorithm>
#include <numeric>

#include "exact/error.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

Polynomial one(const PolynomialRing& ring) { return Polynomial(ring, Rational(1)); }

Polynomial quotient(const Polynomial& a, const Polynomial& b) {
  auto result = divide(a, b);
  ensure(result.has_value(), "a common divisor does not divide");
  return std::move(*result);
}

/// Divides out what all entries and the denominator share.
QuotientMatrix lowest_terms(QuotientMatrix m) {
  if (m.denominator.is_constant()) {
    const Polynomial inverse(m.denominator.ring(), Rational(1) / m.denominator.constant_value());
    return {inverse * m.numerator, one(m.denominator.ring())};
  }
  Polynomial common = m.denominator;
  for (std::size_t i = 0; i < m.numerator.rows(); ++i) {
    for (std::size_t j = 0; j < m.numerator.columns() && !common.is_constant(); ++j) {
      common = gcd(common, m.numerator.at(i, j));
    }
  }
  if (common.is_constant()) return m;
  for (std::size_t i = 0; i < m.numerator.rows(); ++i) {
    for (std::size_t j = 0; j < m.numerator.columns(); ++j) {
      m.numerator.at(i, j) = quotient(m.numerator.at(i, j), common);
    }
  }
  m.denominator = quotient(m.denominator, common);
  return m;
}

class Expander {
 public:
  explicit Expander(const PolynomialRing& ring) : ring_(ring) {}

  QuotientMatrix expand(const MatrixExpression& e) {
    switch (e.kind()) {
      case Kind::symbol:
        return symbol(e.as_symbol());
      case Kind::number:
        return whole(number(Polynomial(ring_, e.as_number())));
      case Kind::zero:
        return whole(PolynomialMatrix(ring_, e.shape().rows, e.shape().columns));
      case Kind::identity:
        return whole(PolynomialMatrix::identity(ring_, e.shape().rows));
      case Kind::transpose: {
        const QuotientMatrix part = expand(e.parts()[0]);
        return {part.numerator.transpose(), part.denominator};
      }
      case Kind::inverse:
        return inverse(expand(e.parts()[0]));
      case Kind::determinant:
        return determinant_of(expand(e.parts()[0]));
      case Kind::trace:
        return trace_of(expand(e.parts()[0]));
      case Kind::pseudo_inverse:
      case Kind::rectifier:
        throw Undecided(e.to_string() + " is no quotient of polynomials in the entries");
      default:
        return folded(e);
    }
  }

  std::vector<Polynomial> inverted;  ///< numerators of the determinants that were divided by

 private:
  PolynomialMatrix number(const Polynomial& p) const {
    PolynomialMatrix m(ring_, 1, 1);
    m.at(0, 0) = p;
    return m;
  }

  QuotientMatrix whole(PolynomialMatrix m) const { return {std::move(m), one(ring_)}; }

  QuotientMatrix symbol(const MatrixSymbol& s) const {
    PolynomialMatrix m(ring_, s.shape.rows, s.shape.columns);
    for (std::size_t i = 0; i < s.shape.rows; ++i) {
      for (std::size_t j = 0; j < s.shape.columns; ++j) {
        const auto index = ring_.index_of(s.entry_name(i + 1, j + 1));
        require(index.has_value(), "the ring lacks the entries of " + s.name);
        m.at(i, j) = Polynomial::variable(ring_, *index);
      }
    }
    return whole(std::move(m));
  }

  QuotientMatrix inverse(const QuotientMatrix& m) {
    const Polynomial det = determinant(m.numerator);
    require(!det.is_zero(), "the inverse of a matrix whose determinant is identically zero");
    inverted.push_back(det);
    return lowest_terms({m.denominator * adjugate(m.numerator), det});
  }

  QuotientMatrix determinant_of(const QuotientMatrix& m) const {
    return lowest_terms(
        {number(determinant(m.numerator)), pow(m.denominator, static_cast<unsigned>(m.numerator.rows()))});
  }

  QuotientMatrix trace_of(const QuotientMatrix& m) const {
    Polynomial sum(ring_);
    for (std::size_t i = 0; i < m.numerator.rows(); ++i) sum += m.numerator.at(i, i);
    return lowest_terms({number(sum), m.denominator});
  }

  QuotientMatrix folded(const MatrixExpression& e) {
    QuotientMatrix result = expand(e.parts()[0]);
    for (std::size_t i = 1; i < e.parts().size(); ++i) {
      const QuotientMatrix next = expand(e.parts()[i]);
      if (e.is(Kind::sum)) {
        result = {next.denominator * result.numerator + result.denominator * next.numerator,
                  result.denominator * next.denominator};
      } else if (e.is(Kind::scaled)) {
        result = {result.numerator.at(0, 0) * next.numerator, result.denominator * next.denominator};
      } else {
        result = {result.numerator * next.numerator, result.denominator * next.denominator};
      }
      result = lowest_terms(std::move(result));
    }
    return result;
  }

  const PolynomialRing& ring_;
};

/// Calls f with every choice of `size` indices below n, ascending.
template <class F>
void for_each_choice(std::size_t n, std::size_t size, F&& f) {
  if (size > n) return;
  std::vector<std::size_t> choice(size);
  std::iota(choice.begin(), choice.end(), std::size_t{0});
  for (;;) {
    f(choice);
    std::size_t i = size;
    while (i > 0 && choice[i - 1] == n - size + i - 1) --i;
    if (i == 0) return;
    ++choice[i - 1];
    for (; i < size; ++i) choice[i] = choice[i - 1] + 1;
  }
}

Formula all_entries_zero(const PolynomialMatrix& m) {
  std::vector<Formula> parts;
  for (std::size_t i = 0; i < m.rows(); ++i) {
    for (std::size_t j = 0; j < m.columns(); ++j) parts.push_back(Formula::atom(m.at(i, j), Relation::equal));
  }
  return Formula::conjunction(parts);
}

Formula rank_formula(const PolynomialMatrix& m, Relation relation, std::size_t rank) {
  const Formula below = rank_at_least(m, rank).negated();
  const Formula above = rank_at_least(m, rank + 1);
  switch (relation) {
    case Relation::equal:
      return Formula::conjunction({below.negated(), above.negated()});
    case Relation::not_equal:
      return Formula::disjunction({below, above});
    case Relation::less:
      return below;
    case Relation::less_equal:
      return above.negated();
    case Relation::greater:
      return above;
    case Relation::greater_equal:
      return below.negated();
  }
  throw InternalError("a relation outside its enumeration");
}

}  // namespace

bool has_entry_quotients(const MatrixExpression& e) {
  if (e.is(Kind::pseudo_inverse) || e.is(Kind::rectifier)) return false;
  return std::all_of(e.parts().begin(), e.parts().end(), has_entry_quotients);
}

PolynomialRing entry_ring(const std::vector<MatrixSymbol>& symbols) {
  std::vector<std::string> names;
  for (const MatrixSymbol& symbol : symbols) {
    for (std::size_t i = 1; i <= symbol.shape.rows; ++i) {
      for (std::size_t j = 1; j <= symbol.shape.columns; ++j) names.push_back(symbol.entry_name(i, j));
    }
  }
  return PolynomialRing(names);
}

QuotientMatrix expand_entries(const MatrixExpression& expression, const PolynomialRing& ring) {
  return Expander(ring).expand(expression);
}

std::vector<Polynomial> inverted_determinants(const MatrixExpression& expression, const PolynomialRing& ring) {
  Expander expander(ring);
  expander.expand(expression);
  return expander.inverted;
}

std::vector<Polynomial> minors(const PolynomialMatrix& matrix, std::size_t size) {
  std::vector<Polynomial> result;
  for_each_choice(matrix.rows(), size, [&](const std::vector<std::size_t>& rows) {
    for_each_choice(matrix.columns(), size, [&](const std::vector<std::size_t>& columns) {
      result.push_back(determinant(matrix.submatrix(rows, columns)));
    });
  });
  return result;
}

Formula rank_at_least(const PolynomialMatrix& matrix, std::size_t size) {
  if (size == 0) return Formula::truth();
  std::vector<Formula> parts;
  for (const Polynomial& minor : minors(matrix, size)) parts.push_back(Formula::atom(minor, Relation::not_equal));
  return Formula::disjunction(parts);
}

Formula entry_formula(const MatrixCondition& condition, const PolynomialRing& ring) {
  const QuotientMatrix m = expand_entries(condition.expression, ring);
  switch (condition.kind) {
    case MatrixCondition::Kind::sign: {
      const bool has_sign = condition.relation == Relation::equal || condition.relation == Relation::not_equal;
      const Polynomial& numerator = m.numerator.at(0, 0);
      return Formula::atom(has_sign ? numerator : numerator * m.denominator, condition.relation);
    }
    case MatrixCondition::Kind::zero: {
      const Formula zero = all_entries_zero(m.numerator);
      return condition.relation == Relation::equal ? zero : zero.negated();
    }
    case MatrixCondition::Kind::rank:
      return rank_formula(m.numerator, condition.relation, condition.rank);
  }
  throw InternalError("a kind of condition outside its enumeration");
}

Assignment values_at(const std::vector<Rational>& point, const PolynomialRing& ring,
                     const std::vector<MatrixSymbol>& symbols) {
  Assignment values;
  for (const MatrixSymbol& symbol : symbols) {
    Matrix m(symbol.shape.rows, symbol.shape.columns);
    for (std::size_t i = 0; i < symbol.shape.rows; ++i) {
      for (std::size_t j = 0; j < symbol.shape.columns; ++j) {
        const auto index = ring.index_of(symbol.entry_name(i + 1, j + 1));
        require(index.has_value(), "the ring lacks the entries of " + symbol.name);
        m.set(i, j, point.at(*index));
      }
    }
    values.emplace(symbol.name, std::move(m));
  }
  return values;
}

std::vector<Rational> point_of(const Assignment& values, const PolynomialRing& ring,
                               const std::vector<MatrixSymbol>& symbols) {
  std::vector<Rational> point(ring.size());
  for (const MatrixSymbol& symbol : symbols) {
    const Matrix& m = values.at(symbol.name);
    for (std::size_t i = 0; i < symbol.shape.rows; ++i) {
      for (std::size_t j = 0; j < symbol.shape.columns; ++j) {
        const auto index = ring.index_of(symbol.entry_name(i + 1, j + 1));
        if (index) point[*index] = m.at(i, j);
      }
    }
  }
  return point;
}

}  // namespace isthmus
