#include "prove/real_limits.hpp"

#include <algorithm>

#include "prove/rational_function.hpp"
#include "prove/real_points.hpp"

namespace isthmus {
namespace {

using RealKind = RealExpression::Kind;
using Values = std::map<std::string, RationalFunction>;

/// An expression along a curve t -> values(t), if it is a rational function of t there.
std::optional<RationalFunction> along(const RealExpression& e, const Values& values) {
  const PolynomialRing ring = values.begin()->second.ring();
  if (e.kind() == RealKind::number) return RationalFunction(Polynomial(ring, e.value()));
  if (e.kind() == RealKind::variable) return values.at(e.name());
  std::vector<RationalFunction> parts;
  for (const RealExpression& part : e.parts()) {
    const auto value = along(part, values);
    if (!value) return std::nullopt;
    parts.push_back(*value);
  }
  if (e.kind() == RealKind::power) {
    if (!parts[1].is_constant() || !parts[1].constant_value().is_integer()) return std::nullopt;
    const Rational exponent = parts[1].constant_value();
    if (abs(exponent) > Rational(100) || (exponent.sign() < 0 && parts[0].is_zero())) return std::nullopt;
    return pow(parts[0], exponent.numerator().to_long());
  }
  if (e.kind() == RealKind::quotient) {
    if (parts[1].is_zero()) return std::nullopt;
    return parts[0] / parts[1];
  }
  RationalFunction result = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i)
    result = e.kind() == RealKind::product ? result * parts[i] : result + parts[i];
  return result;
}

/// The sign for all large t.
int final_sign(const RationalFunction& f) {
  if (f.is_zero()) return 0;
  return f.numerator().leading_coefficient(0).constant_value().sign() *
         f.denominator().leading_coefficient(0).constant_value().sign();
}

long growth(const RationalFunction& f) { return f.numerator().degree(0) - f.denominator().degree(0); }

bool hold_finally(const std::vector<RealComparison>& conditions, const Values& values) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const RealComparison& condition) {
    const auto left = along(condition.left, values);
    const auto right = along(condition.right, values);
    return left && right && holds(condition.relation, final_sign(*left - *right));
  });
}

/// The variables at a point, but one of them t or 1/t.
Values curve_through(const RealPoint& point, const std::string& moving, bool inverse) {
  const PolynomialRing ring({"t"});
  const RationalFunction t = Polynomial::variable(ring, 0);
  Values values;
  for (const auto& [name, value] : point) values.emplace(name, RationalFunction(Polynomial(ring, value)));
  values.erase(moving);
  values.emplace(moving, inverse ? pow(t, -1) : t);
  return values;
}

std::string text_of(const Values& values, const std::vector<std::string>& order) {
  std::string text;
  for (const std::string& name : order) text += (text.empty() ? "" : ", ") + name + " = " + values.at(name).to_string();
  return text;
}

std::string at_values(const RationalFunction& f) {
  std::string text;
  for (const long t : {10L, 100L, 1000L}) {
    const RationalFunction value(Polynomial(f.ring(), f.numerator().evaluate({Rational(t)})),
                                 Polynomial(f.ring(), f.denominator().evaluate({Rational(t)})));
    text += (text.empty() ? "" : ", ") + std::string("at t = ") + std::to_string(t) + ": " +
            value.constant_value().to_string();
  }
  return text;
}

std::vector<std::string> all_but(const std::vector<std::string>& names, const std::string& name) {
  std::vector<std::string> rest;
  for (const std::string& each : names) {
    if (each != name) rest.push_back(each);
  }
  return rest;
}

/// The first curve with one moving variable on which the conditions hold in the end and `accept` holds.
std::optional<Values> find_curve(const RealStatement& statement, const std::string& moving, bool inverse,
                                 const std::function<bool(const Values&)>& accept) {
  std::optional<Values> found;
  find_point(all_but(statement.variables, moving), {}, [&](const RealPoint& point) {
    const Values values = curve_through(point, moving, inverse);
    if (!hold_finally(statement.assumptions, values) || !accept(values)) return false;
    found = values;
    return true;
  });
  return found;
}

}  // namespace

Finding decide_bounded(const RealStatement& statement, ProofBuilder& builder) {
  const auto unbounded = [&](const Values& values) {
    const auto f = along(*statement.bounded, values);
    return f && growth(*f) > 0 && final_sign(*f) > 0;
  };
  for (const std::string& moving : statement.variables) {
    for (const bool inverse : {false, true}) {
      const auto values = find_curve(statement, moving, inverse, unbounded);
      if (!values) continue;
      const RationalFunction f = *along(*statement.bounded, *values);
      builder.step("growth",
                   {"a curve was found along which the expression is a rational function of positive degree"});
      return found_refuted(
          {"along " + text_of(*values, statement.variables) + ", t -> infinity, the assumptions hold and",
           statement.bounded->to_string() + " = " + f.to_string(), "grows beyond every bound: " + at_values(f)},
          CurveRefutation{*values});
    }
  }
  return found_undecided("no curve was found on which it is unbounded");
}

Finding decide_limit(const RealStatement& statement, ProofBuilder& builder) {
  const auto& [expression, variable, value] = *statement.limit;
  const auto tends = [&](const Values& values) -> std::optional<bool> {
    const auto f = along(expression, values);
    if (!f) return std::nullopt;
    const RationalFunction rest = *f - RationalFunction(Polynomial(f->ring(), value));
    return rest.is_zero() || growth(rest) < 0;
  };
  const auto fails = [&](const Values& values) { return tends(values) == false; };
  if (const auto values = find_curve(statement, variable, false, fails)) {
    const RationalFunction f = *along(expression, *values);
    builder.step("limit", {"the degrees of numerator and denominator tell the limit along a curve"});
    return found_refuted(
        {"along " + text_of(*values, statement.variables) + ", t -> infinity,",
         expression.to_string() + " = " + f.to_string(), "does not tend to " + value.to_string() + ": " + at_values(f)},
        CurveRefutation{*values});
  }
  if (statement.variables.size() > 1)
    return found_undecided("the limit was not decided for all values of the other variables");
  const auto values = find_curve(statement, variable, false, [&](const Values& each) { return tends(each) == true; });
  if (!values) return found_undecided("the expression is no rational function of " + variable);
  builder.step("limit",
               {expression.to_string() + " = " + along(expression, *values)->to_string() + " with " + variable + " = t",
                "tends to " + value.to_string() + " as t -> infinity, by degrees"});
  const auto model = find_point(statement.variables, statement.assumptions, [](const RealPoint&) { return true; });
  if (!model) return found_undecided("no values that satisfy the assumptions were found");
  return found_proved(RealEvidence{*model, std::nullopt});
}

}  // namespace isthmus
