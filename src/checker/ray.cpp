#include "checker/ray.hpp"

#include <utility>

#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

const Polynomial& one() {
  static const Polynomial value(1, 1);
  return value;
}

/// The last term is the one of lowest degree, which tells the sign and the size for small e > 0.
const Polynomial::Term& lowest(const Polynomial& p) { return p.terms().back(); }
int sign_near_zero(const Polynomial& p) { return p.is_zero() ? 0 : sign(lowest(p).coefficient); }
std::size_t order(const Polynomial& p) { return lowest(p).exponents[0]; }
Rational lowest_coefficient(const Polynomial& p) { return Rational(lowest(p).coefficient, p.denominator()); }

RayMatrix times(const RayMatrix& a, const RayMatrix& b) {
  return {multiplied(a.numerator, b.numerator), a.denominator * b.denominator};
}

RayMatrix scaled(const RayMatrix& scalar, const RayMatrix& a) {
  return {times(a.numerator, {scalar.numerator[0][0]}), a.denominator * scalar.denominator};
}

RayMatrix plus(const RayMatrix& a, const RayMatrix& b) {
  RayMatrix result{times(a.numerator, {b.denominator}), a.denominator * b.denominator};
  const PolynomialMatrix other = times(b.numerator, {a.denominator});
  for (std::size_t i = 0; i < other.size(); ++i) {
    for (std::size_t j = 0; j < other[i].size(); ++j) result.numerator[i][j] += other[i][j];
  }
  return result;
}

RayMatrix transpose_of(const RayMatrix& a) { return {transposed(a.numerator), a.denominator}; }

/// By Cramer's rule: (N/d)^-1 = d*adj(N)/det(N).
RayMatrix inverse_of(const RayMatrix& a) {
  Polynomial det = checked_determinant(a.numerator);
  if (det.is_zero()) throw Declined("an inverse does not exist along the ray");
  return {times(adjugate(a.numerator), {a.denominator}), std::move(det)};
}

/// A matrix whose rank is full for small e > 0.
RayMatrix pseudo_inverse_of(const RayMatrix& a) {
  const RayMatrix at = transpose_of(a);
  const bool tall = a.numerator.size() >= a.numerator[0].size();
  const RayMatrix gram = tall ? times(at, a) : times(a, at);
  return tall ? times(inverse_of(gram), at) : times(at, inverse_of(gram));
}

RayMatrix rectified(const RayMatrix& slope, const RayMatrix& a) {
  RayMatrix result{a.numerator, a.denominator * slope.denominator};
  for (auto& row : result.numerator) {
    for (Polynomial& entry : row) {
      const bool negative = sign_near_zero(entry) * sign_near_zero(a.denominator) < 0;
      entry *= negative ? slope.numerator[0][0] : slope.denominator;
    }
  }
  return result;
}

RayMatrix constant(const RationalMatrix& value) {
  RayMatrix result{{}, one()};
  for (const auto& row : value) {
    result.numerator.emplace_back();
    for (const Rational& entry : row) result.numerator.back().emplace_back(1, entry);
  }
  return result;
}

RayMatrix symbol_on_ray(const Symbol& symbol, const Values& point, const Values& direction) {
  const auto value = point.find(symbol.name);
  if (value == point.end()) throw Declined("no value is given for " + symbol.name);
  RayMatrix result = constant(value->second);
  const auto moves = direction.find(symbol.name);
  if (moves == direction.end()) return result;
  const Polynomial e = Polynomial::variable(1, 0);
  for (std::size_t i = 0; i < moves->second.size(); ++i) {
    for (std::size_t j = 0; j < moves->second[i].size(); ++j) result.numerator[i][j] += moves->second[i][j] * e;
  }
  return result;
}

/// Sums and products.
RayMatrix combined(const Matrix& expression, const Values& point, const Values& direction) {
  std::optional<RayMatrix> total;
  RayMatrix scalar = constant({{Rational(1)}});
  for (const Matrix& part : expression.parts) {
    RayMatrix next = value_on_ray(part, point, direction);
    if (expression.is(Kind::product) && part.scalar) {
      scalar = times(scalar, next);
    } else if (!total) {
      total = std::move(next);
    } else {
      total = expression.is(Kind::sum) ? plus(*total, next) : times(*total, next);
    }
  }
  return total ? scaled(scalar, *total) : scalar;
}

}  // namespace

RayMatrix value_on_ray(const Matrix& expression, const Values& point, const Values& direction) {
  if (expression.is(Kind::symbol)) return symbol_on_ray(expression.symbol, point, direction);
  if (expression.is(Kind::sum) || expression.is(Kind::product)) return combined(expression, point, direction);
  if (expression.parts.empty()) return constant(*evaluate(expression, point));
  const RayMatrix part = value_on_ray(expression.parts[0], point, direction);
  switch (expression.kind) {
    case Kind::transpose:
      return transpose_of(part);
    case Kind::inverse:
      return inverse_of(part);
    case Kind::pseudo_inverse:
      return pseudo_inverse_of(part);
    case Kind::rectifier:
      return rectified(part, value_on_ray(expression.parts[1], point, direction));
    case Kind::determinant:
      return {{{checked_determinant(part.numerator)}}, power(part.denominator, part.numerator.size())};
    case Kind::trace: {
      Polynomial sum(1);
      for (std::size_t i = 0; i < part.numerator.size(); ++i) sum += part.numerator[i][i];
      return {{{std::move(sum)}}, part.denominator};
    }
    default:
      throw Declined("an expression of no kind");
  }
}

std::optional<RationalMatrix> limit_at_zero(const RayMatrix& value) {
  RationalMatrix result;
  for (const auto& row : value.numerator) {
    result.emplace_back();
    for (const Polynomial& entry : row) {
      if (!entry.is_zero() && order(entry) < order(value.denominator)) return std::nullopt;
      const bool vanishes = entry.is_zero() || order(entry) > order(value.denominator);
      result.back().push_back(vanishes ? Rational(0)
                                       : lowest_coefficient(entry) / lowest_coefficient(value.denominator));
    }
  }
  return result;
}

}  // namespace isthmus::check
