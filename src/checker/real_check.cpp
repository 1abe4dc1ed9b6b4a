// Claims about real powers: section 9 of proofs/FORMAT.md, "real".

#include "checker/real_frame.hpp"
#include "checker/real_points.hpp"
#include "checker/real_rules.hpp"
#include "checker/set_reader.hpp"

namespace isthmus::check {
namespace {

bool is_shown(Relation relation, const Sign& sign) {
  if (sign.sign == 0) return holds(relation, 0);
  return holds(relation, sign.sign) && (sign.strict || holds(relation, 0));
}

std::map<std::string, CurveFunction> read_curve(const Json& json, const RealStatement& claim) {
  json.require(json.keys().size() == claim.variables.size(), "real", "one function for each variable was expected");
  std::map<std::string, CurveFunction> curve;
  const Scope t(std::vector<std::string>{"t"});
  for (const std::string& name : claim.variables) {
    json[name].require(json[name].size() == 2, "real", "a numerator and a denominator were expected");
    const CurveFunction f{read_polynomial(json[name][0].text(), t), read_polynomial(json[name][1].text(), t)};
    json[name].require(!f.denominator.is_zero(), "real", "the denominator is 0");
    curve.emplace(name, f);
  }
  for (const RealComparison& assumption : claim.assumptions) {
    const auto left = along(assumption.left, curve);
    const auto right = along(assumption.right, curve);
    json.require(left && right && holds(assumption.relation, final_sign(minus(*left, *right))), "real",
                 "an assumption does not hold in the end");
  }
  return curve;
}

/// Whether the expression tends to the value along a curve where the variable of the limit grows; nothing if it is no
/// rational function there.
std::optional<bool> tends(const RealStatement& claim, const std::map<std::string, CurveFunction>& curve) {
  const auto f = along(*claim.limit, curve);
  if (!f) return std::nullopt;
  const CurveFunction rest = minus(*f, {Polynomial(1, claim.limit_value), Polynomial(1, 1)});
  return rest.numerator.is_zero() || growth(rest) < 0;
}

}  // namespace

void prove_real(const RealStatement& claim, const Json& instance, Session& session) {
  if (claim.limit) {
    instance.expect_keys({"model"});
    read_model(instance["model"], claim.variables, claim.assumptions);
    instance.require(claim.variables.size() == 1, "real", "a limit with other variables");
    const CurveFunction t{Polynomial::variable(1, 0), Polynomial(1, 1)};
    instance.require(tends(claim, {{claim.limit_variable, t}}) == true, "real", "the limit is another one");
    return;
  }
  instance.require(!claim.bounded, "real", "that an expression is bounded cannot be shown");
  instance.expect_keys({"model", "cases"});
  read_model(instance["model"], claim.variables, claim.assumptions);
  check_cases(instance["cases"], claim.variables, claim.assumptions, session,
              [&](const RealField& field, const std::map<std::string, Quotient>& values, const Json& frame) {
                for (const RealComparison& each : claim.conclusions) {
                  const Quotient difference =
                      field.subtract(field.evaluate(each.left, values), field.evaluate(each.right, values));
                  const auto sign = field.sign_of(difference);
                  frame.require(sign && is_shown(each.relation, *sign), "real", "a conclusion is not shown");
                }
              });
}

void refute_real(const RealStatement& claim, const Json& instance) {
  if (!claim.conclusions.empty()) {
    instance.expect_keys({"instance", "model", "conclusion"});
    const RealPoint point = read_model(instance["model"], claim.variables, claim.assumptions);
    const RealComparison& conclusion = claim.conclusions[instance["conclusion"].index_below(claim.conclusions.size())];
    instance.require(holds_at(conclusion, point) == false, "real", "the conclusion is not violated at the model");
    return;
  }
  instance.expect_keys({"instance", "curve"});
  const auto curve = read_curve(instance["curve"], claim);
  if (claim.bounded) {
    const auto f = along(*claim.bounded, curve);
    instance.require(f && growth(*f) > 0 && final_sign(*f) > 0, "real",
                     "the expression does not grow beyond every bound");
    return;
  }
  const CurveFunction& moving = curve.at(claim.limit_variable);
  const CurveFunction t{Polynomial::variable(1, 0), Polynomial(1, 1)};
  instance.require(minus(moving, t).numerator.is_zero(), "real", "the variable of the limit is not t");
  for (const std::string& name : claim.variables) {
    const bool fixed = name == claim.limit_variable ||
                       (curve.at(name).numerator.is_constant() && curve.at(name).denominator.is_constant());
    instance.require(fixed, "real", "another variable moves");
  }
  instance.require(tends(claim, curve) == false, "real", "the expression tends to the value");
}

}  // namespace isthmus::check
