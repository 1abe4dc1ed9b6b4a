#include "prove/ray_value.hpp"

#include "exact/error.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

/// The sign for small e > 0: that of the lowest coefficient.
int sign_near_zero(const Polynomial& p) {
  const auto terms = p.terms();
  return terms.empty() ? 0 : terms.back().coefficient.sign();
}

class RayValue {
 public:
  RayValue(const Assignment& point, const Assignment& direction, const PolynomialRing& ring)
      : point_(point), direction_(direction), ring_(ring), one_(ring, Rational(1)) {}

  /// Throws Undecided where the value does not exist.
  QuotientMatrix value(const MatrixExpression& e) const {
    switch (e.kind()) {
      case Kind::symbol:
        return symbol(e.as_symbol().name);
      case Kind::transpose: {
        const QuotientMatrix part = value(e.parts()[0]);
        return {part.numerator.transpose(), part.denominator};
      }
      case Kind::inverse:
        return inverse(value(e.parts()[0]));
      case Kind::pseudo_inverse:
        return pseudo_inverse(value(e.parts()[0]));
      case Kind::rectifier:
        return rectified(value(e.parts()[0]), value(e.parts()[1]));
      case Kind::determinant:
      case Kind::trace:
        throw Undecided("no values of determinants and traces on rays");
      case Kind::sum:
      case Kind::product:
      case Kind::scaled:
        return folded(e);
      default:
        return constant(*evaluate(e, {}));
    }
  }

 private:
  QuotientMatrix constant(const Matrix& m) const {
    PolynomialMatrix result(ring_, m.rows(), m.columns());
    for (std::size_t i = 0; i < m.rows(); ++i) {
      for (std::size_t j = 0; j < m.columns(); ++j) result.at(i, j) = Polynomial(ring_, m.at(i, j));
    }
    return {result, one_};
  }
  QuotientMatrix symbol(const std::string& name) const {
    const QuotientMatrix at = constant(point_.at(name));
    const auto along = direction_.find(name);
    if (along == direction_.end()) return at;
    return {at.numerator + Polynomial::variable(ring_, 0) * constant(along->second).numerator, one_};
  }
  QuotientMatrix folded(const MatrixExpression& e) const {
    QuotientMatrix result = value(e.parts()[0]);
    for (std::size_t i = 1; i < e.parts().size(); ++i) {
      const QuotientMatrix next = value(e.parts()[i]);
      if (e.is(Kind::sum)) {
        result.numerator = next.denominator * result.numerator + result.denominator * next.numerator;
      } else if (e.is(Kind::scaled)) {
        result.numerator = result.numerator.at(0, 0) * next.numerator;
      } else {
        result.numerator = result.numerator * next.numerator;
      }
      result.denominator *= next.denominator;
    }
    return result;
  }
  static QuotientMatrix inverse(const QuotientMatrix& m) {
    const Polynomial det = determinant(m.numerator);
    if (det.is_zero()) throw Undecided("a matrix that is singular on the whole ray");
    return {m.denominator * adjugate(m.numerator), det};
  }
  static QuotientMatrix times(const QuotientMatrix& a, const QuotientMatrix& b) {
    return {a.numerator * b.numerator, a.denominator * b.denominator};
  }
  static QuotientMatrix pseudo_inverse(const QuotientMatrix& m) {
    const QuotientMatrix transpose{m.numerator.transpose(), m.denominator};
    if (m.numerator.rows() >= m.numerator.columns()) return times(inverse(times(transpose, m)), transpose);
    return times(transpose, inverse(times(m, transpose)));
  }
  QuotientMatrix rectified(const QuotientMatrix& slope, const QuotientMatrix& m) const {
    QuotientMatrix result{m.numerator, m.denominator * slope.denominator};
    const int below = sign_near_zero(m.denominator);
    for (std::size_t i = 0; i < m.numerator.rows(); ++i) {
      for (std::size_t j = 0; j < m.numerator.columns(); ++j) {
        const bool negative = sign_near_zero(m.numerator.at(i, j)) * below < 0;
        result.numerator.at(i, j) *= negative ? slope.numerator.at(0, 0) : slope.denominator;
      }
    }
    return result;
  }

  const Assignment& point_;
  const Assignment& direction_;
  PolynomialRing ring_;
  Polynomial one_;
};

}  // namespace

std::optional<QuotientMatrix> value_on_ray(const MatrixExpression& expression, const Assignment& point,
                                           const Assignment& direction, const PolynomialRing& ring) {
  try {
    return RayValue(point, direction, ring).value(expression);
  } catch (const Undecided&) {
    return std::nullopt;
  }
}

std::optional<Matrix> limit_at_zero(const QuotientMatrix& value) {
  Matrix result(value.numerator.rows(), value.numerator.columns());
  const std::vector<Rational> origin{Rational(0)};
  for (std::size_t i = 0; i < result.rows(); ++i) {
    for (std::size_t j = 0; j < result.columns(); ++j) {
      const Polynomial common = gcd(value.numerator.at(i, j), value.denominator);
      const auto numerator = divide(value.numerator.at(i, j), common);
      const auto denominator = divide(value.denominator, common);
      ensure(numerator && denominator, "a common divisor does not divide");
      const Rational below = denominator->evaluate(origin);
      if (below.is_zero()) return std::nullopt;
      result.set(i, j, numerator->evaluate(origin) / below);
    }
  }
  return result;
}

}  // namespace isthmus
