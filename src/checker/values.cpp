#include "checker/values.hpp"

#include <algorithm>
#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

RationalMatrix filled(std::size_t rows, std::size_t columns) {
  require_at_most(limits::kEntries, rows * columns, "entries in a matrix");
  return RationalMatrix(rows, std::vector<Rational>(columns));
}

RationalMatrix unit(std::size_t n) {
  RationalMatrix result = filled(n, n);
  for (std::size_t i = 0; i < n; ++i) result[i][i] = 1;
  return result;
}

RationalMatrix transposed(const RationalMatrix& a) {
  RationalMatrix result = filled(a[0].size(), a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < a[i].size(); ++j) result[j][i] = a[i][j];
  }
  return result;
}

RationalMatrix sum(RationalMatrix a, const RationalMatrix& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < a[i].size(); ++j) a[i][j] += b[i][j];
  }
  return a;
}

RationalMatrix scaled(const Rational& c, RationalMatrix a) {
  for (auto& row : a) {
    for (Rational& entry : row) entry *= c;
  }
  return a;
}

/// What elimination by rows makes of a matrix and of another with as many rows.
struct Eliminated {
  std::size_t rank = 0;
  Rational determinant = 1;  ///< of a square matrix
  RationalMatrix carried;    ///< the inverse times the other, if the rank is full
  RationalMatrix reduced;    ///< the reduced row echelon form
  std::vector<std::size_t> pivots;
};

Eliminated eliminate(RationalMatrix a, RationalMatrix other) {
  Eliminated result;
  for (std::size_t column = 0; column < a[0].size(); ++column) {
    std::size_t pivot = result.rank;
    while (pivot < a.size() && sign(a[pivot][column]) == 0) ++pivot;
    if (pivot == a.size()) continue;
    std::swap(a[pivot], a[result.rank]);
    std::swap(other[pivot], other[result.rank]);
    const Rational head = a[result.rank][column];
    result.determinant *= pivot == result.rank ? head : -head;
    const auto divide = [&](std::vector<Rational>& row) {
      std::for_each(row.begin(), row.end(), [&](auto& x) { x /= head; });
    };
    divide(a[result.rank]);
    divide(other[result.rank]);
    for (std::size_t i = 0; i < a.size(); ++i) {
      const Rational factor = a[i][column];
      if (i == result.rank || sign(factor) == 0) continue;
      for (std::size_t j = 0; j < a[i].size(); ++j) a[i][j] -= factor * a[result.rank][j];
      for (std::size_t j = 0; j < other[i].size(); ++j) other[i][j] -= factor * other[result.rank][j];
    }
    result.pivots.push_back(column);
    ++result.rank;
  }
  if (result.rank < a.size()) result.determinant = 0;
  result.carried = std::move(other);
  result.reduced = std::move(a);
  return result;
}

RationalMatrix inverted(const RationalMatrix& a) { return eliminate(a, unit(a.size())).carried; }

/// 0 for 0; otherwise A = C*R, the columns of A at the pivots times the nonzero rows of the echelon form, gives T(R)
/// inv(R*T(R)) inv(T(C)*C) T(C).
RationalMatrix pseudo_inverse_of(const RationalMatrix& a) {
  const Eliminated eliminated = eliminate(a, a);
  if (eliminated.rank == 0) return filled(a[0].size(), a.size());
  const RationalMatrix r(eliminated.reduced.begin(),
                         eliminated.reduced.begin() + static_cast<std::ptrdiff_t>(eliminated.rank));
  RationalMatrix c = filled(a.size(), eliminated.rank);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < eliminated.rank; ++j) c[i][j] = a[i][eliminated.pivots[j]];
  }
  const RationalMatrix right = product(transposed(r), inverted(product(r, transposed(r))));
  return product(right, product(inverted(product(transposed(c), c)), transposed(c)));
}

Rational trace_of(const RationalMatrix& a) {
  Rational sum;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i][i];
  return sum;
}

RationalMatrix rectified(const Rational& slope, RationalMatrix a) {
  for (auto& row : a) {
    for (Rational& entry : row) {
      if (sign(entry) < 0) entry *= slope;
    }
  }
  return a;
}

RationalMatrix value_of(const Symbol& symbol, const Values& values) {
  const auto found = values.find(symbol.name);
  if (found == values.end()) throw Declined("no value is given for " + symbol.name);
  return found->second;
}

std::optional<RationalMatrix> combined(const Matrix& expression, const Values& values) {
  std::optional<RationalMatrix> total;
  Rational scalar = 1;
  for (const Matrix& part : expression.parts) {
    const auto next = evaluate(part, values);
    if (!next) return std::nullopt;
    if (expression.is(Kind::product) && part.scalar) {
      scalar *= (*next)[0][0];
    } else if (!total) {
      total = next;
    } else {
      total = expression.is(Kind::sum) ? sum(std::move(*total), *next) : product(*total, *next);
    }
  }
  return scaled(scalar, total ? *total : unit(1));
}

}  // namespace

RationalMatrix product(const RationalMatrix& a, const RationalMatrix& b) {
  RationalMatrix result = filled(a.size(), b[0].size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b[0].size(); ++j) {
      for (std::size_t k = 0; k < b.size(); ++k) result[i][j] += a[i][k] * b[k][j];
    }
  }
  return result;
}

std::optional<RationalMatrix> evaluate(const Matrix& expression, const Values& values) {
  switch (expression.kind) {
    case Kind::symbol:
      return value_of(expression.symbol, values);
    case Kind::number:
      return RationalMatrix{{expression.number}};
    case Kind::zero:
      return filled(expression.shape.rows, expression.shape.columns);
    case Kind::identity:
      return unit(expression.shape.rows);
    case Kind::sum:
    case Kind::product:
      return combined(expression, values);
    default:
      break;
  }
  const auto part = evaluate(expression.parts[0], values);
  if (!part) return std::nullopt;
  if (expression.is(Kind::transpose)) return transposed(*part);
  if (expression.is(Kind::trace)) return RationalMatrix{{trace_of(*part)}};
  if (expression.is(Kind::pseudo_inverse)) return pseudo_inverse_of(*part);
  if (expression.is(Kind::rectifier)) {
    const auto matrix = evaluate(expression.parts[1], values);
    if (!matrix) return std::nullopt;
    return rectified((*part)[0][0], *matrix);
  }
  const Eliminated eliminated = eliminate(*part, unit(part->size()));
  if (expression.is(Kind::determinant)) return RationalMatrix{{eliminated.determinant}};
  if (eliminated.rank < part->size()) return std::nullopt;
  return eliminated.carried;
}

bool holds(const Condition& condition, const Values& values) {
  const auto value = evaluate(condition.expression, values);
  if (!value) return false;
  if (condition.kind == Condition::Kind::rank) {
    const std::size_t rank = eliminate(*value, *value).rank;
    return holds(condition.relation, static_cast<int>(rank) - static_cast<int>(condition.rank));
  }
  if (condition.kind == Condition::Kind::sign) return holds(condition.relation, sign((*value)[0][0]));
  const bool zero = std::all_of(value->begin(), value->end(), [](const auto& row) {
    return std::all_of(row.begin(), row.end(), [](const Rational& entry) { return sign(entry) == 0; });
  });
  return holds(condition.relation, zero ? 0 : 1);
}

}  // namespace isthmus::check
