#include "checker/curvature_shape.hpp"

#include "checker/interval.hpp"

namespace isthmus::check {

CurveShape::CurveShape(const ParametrisedCurve& curve)
    : curve_(curve), speed_(1), bending_(1), fourth_power_(power(curve.denominator, 4)) {
  Polynomial mixed(1);
  Polynomial turning(1);
  for (const Polynomial& n : curve.numerators) {
    const Polynomial a = n.derivative(0) * curve.denominator - n * curve.denominator.derivative(0);
    const Polynomial b = a.derivative(0);
    speed_ += a * a;
    mixed += a * b;
    turning += b * b;
  }
  bending_ = speed_ * turning - mixed * mixed;
}

bool CurveShape::is_regular() const {
  return !speed_.is_zero() && RootCounter(speed_.univariate(0)).within(curve_.from, curve_.to) == 0;
}

bool CurveShape::curvature_at_most(const Rational& squared) const {
  return nonnegative_on(squared * power(speed_, 3) - fourth_power_ * bending_, curve_.from, curve_.to);
}

Rational CurveShape::squared_curvature(const Json& t) const {
  const Rational place = t.rational();
  t.require(curve_.from <= place && place <= curve_.to, "curvature", "the parameter value is not on the curve");
  const std::vector<Rational> at{place};
  const Rational speed = speed_.at(at);
  t.require(sign(speed) > 0, "curvature", "the derivative vanishes there");
  return fourth_power_.at(at) * bending_.at(at) / power(speed, 3);
}

Rational CurveShape::bounded(bool length, bool above, const Json& pieces, const std::string& rule) const {
  const Polynomial& numerator = length ? speed_ : bending_;
  const Polynomial denominator = length ? fourth_power_ : speed_ * speed_;
  const Scope scope({curve_.parameter});
  Rational from = curve_.from;
  Rational sum;
  for (const auto& piece : pieces.elements()) {
    piece->require(piece->size() == 2, "encoding", "an end and a polynomial were expected");
    const Rational end = (*piece)[0].rational();
    (*piece)[0].require(from < end && end <= curve_.to, rule, "the ends of the pieces do not increase in the interval");
    const Polynomial bound = polynomial_in((*piece)[1], scope);
    const Polynomial excess = bound * bound * denominator - numerator;
    const bool holds = above ? nonnegative_on(bound, from, end) && nonnegative_on(excess, from, end)
                             : nonnegative_on(-excess, from, end);
    (*piece)[1].require(holds, rule, std::string("this is no bound from ") + (above ? "above" : "below"));
    sum += integral(bound, from, end);
    from = end;
  }
  pieces.require(from == curve_.to, rule, "the pieces do not reach the end of the curve");
  return sum;
}

}  // namespace isthmus::check
