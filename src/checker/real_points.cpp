#include "checker/real_points.hpp"

#include <algorithm>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

std::optional<Rational> power_at(const Rational& base, const Rational& exponent) {
  if (exponent < -limits::kPower || exponent > limits::kPower || exponent.denominator() > limits::kPower) {
    throw Declined("a power beyond 1000");
  }
  const long times = static_cast<long>(exponent.numerator());
  Rational positive = base;
  if (exponent.denominator() != 1) {
    if (sign(base) <= 0) return std::nullopt;
    const auto index = static_cast<std::size_t>(exponent.denominator());
    const auto root = rational_root(base, index);
    if (!root) return std::nullopt;
    positive = *root;
  }
  if (times < 0 && sign(positive) == 0) return std::nullopt;
  const Rational result = power(positive, static_cast<std::size_t>(times < 0 ? -times : times));
  return times < 0 ? Rational(1) / result : result;
}

CurveFunction constant(const Rational& value) { return {Polynomial(1, value), Polynomial(1, 1)}; }

CurveFunction times(const CurveFunction& a, const CurveFunction& b) {
  return {a.numerator * b.numerator, a.denominator * b.denominator};
}
CurveFunction inverse(const CurveFunction& a) { return {a.denominator, a.numerator}; }
CurveFunction plus(const CurveFunction& a, const CurveFunction& b) {
  return {a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator};
}

std::optional<Rational> constant_of(const CurveFunction& f) {
  if (f.numerator.is_zero()) return Rational(0);
  const auto ratio = divide_exactly(f.numerator, f.denominator);
  if (!ratio || !ratio->is_constant()) return std::nullopt;
  return ratio->constant_term();
}

std::optional<CurveFunction> power_along(const CurveFunction& base, const CurveFunction& exponent) {
  const auto value = constant_of(exponent);
  if (!value || value->denominator() != 1 || *value < -100 || *value > 100) return std::nullopt;
  const long number = static_cast<long>(value->numerator());
  if (number < 0 && base.numerator.is_zero()) return std::nullopt;
  const CurveFunction positive = number < 0 ? inverse(base) : base;
  const auto size = static_cast<std::size_t>(number < 0 ? -number : number);
  return CurveFunction{power(positive.numerator, size), power(positive.denominator, size)};
}

}  // namespace

std::optional<Rational> value_at(const Syntax& e, const RealPoint& point) {
  using Kind = Syntax::Kind;
  if (e.kind == Kind::number) return number_value(e);
  if (e.kind == Kind::name) {
    const auto found = point.find(e.text);
    if (found == point.end()) throw Declined("the variable " + e.text + " has no value");
    return found->second;
  }
  std::vector<Rational> parts;
  for (const Syntax& part : e.parts) {
    const auto value = value_at(part, point);
    if (!value) return std::nullopt;
    parts.push_back(*value);
  }
  if (e.kind == Kind::power) return power_at(parts[0], parts[1]);
  Rational result = e.kind == Kind::sum ? 0 : 1;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (e.signs[i] == '/' && sign(parts[i]) == 0) return std::nullopt;
    if (e.signs[i] == '+') result += parts[i];
    if (e.signs[i] == '-') result -= parts[i];
    if (e.signs[i] == '*') result *= parts[i];
    if (e.signs[i] == '/') result /= parts[i];
  }
  return result;
}

std::optional<bool> holds_at(const RealComparison& comparison, const RealPoint& point) {
  const auto left = value_at(comparison.left, point);
  const auto right = value_at(comparison.right, point);
  if (!left || !right) return std::nullopt;
  return holds(comparison.relation, sign(*left - *right));
}

RealPoint read_model(const Json& model, const std::vector<std::string>& variables,
                     const std::vector<RealComparison>& assumptions) {
  model.require(model.keys().size() == variables.size(), "model", "one value for each variable was expected");
  RealPoint point;
  for (const std::string& name : variables) point.emplace(name, model[name].rational());
  for (const RealComparison& assumption : assumptions) {
    model.require(holds_at(assumption, point) == true, "model", "an assumption does not hold at the model");
  }
  return point;
}

std::optional<CurveFunction> along(const Syntax& e, const std::map<std::string, CurveFunction>& curve) {
  using Kind = Syntax::Kind;
  if (e.kind == Kind::number) return constant(number_value(e));
  if (e.kind == Kind::name) {
    const auto found = curve.find(e.text);
    if (found == curve.end()) throw Declined("the variable " + e.text + " has no value");
    return found->second;
  }
  std::vector<CurveFunction> parts;
  for (const Syntax& part : e.parts) {
    const auto value = along(part, curve);
    if (!value) return std::nullopt;
    parts.push_back(*value);
  }
  if (e.kind == Kind::power) return power_along(parts[0], parts[1]);
  CurveFunction result = constant(e.kind == Kind::sum ? 0 : 1);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (e.signs[i] == '/' && parts[i].numerator.is_zero()) return std::nullopt;
    if (e.signs[i] == '+') result = plus(result, parts[i]);
    if (e.signs[i] == '-') result = minus(result, parts[i]);
    if (e.signs[i] == '*') result = times(result, parts[i]);
    if (e.signs[i] == '/') result = times(result, inverse(parts[i]));
  }
  return result;
}

CurveFunction minus(const CurveFunction& a, const CurveFunction& b) { return plus(a, {-b.numerator, b.denominator}); }

long growth(const CurveFunction& f) {
  return static_cast<long>(f.numerator.degree(0)) - static_cast<long>(f.denominator.degree(0));
}

int final_sign(const CurveFunction& f) {
  if (f.numerator.is_zero()) return 0;
  return sign(f.numerator.terms()[0].coefficient) * sign(f.denominator.terms()[0].coefficient);
}

}  // namespace isthmus::check
