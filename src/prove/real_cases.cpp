#include "prove/real_cases.hpp"

#include <algorithm>
#include <utility>

namespace isthmus {
namespace {

using RealKind = RealExpression::Kind;

constexpr std::size_t kMostCases = 200;

/// x REL bound with REL one of <, >, =.
struct Bound {
  std::size_t variable;
  Relation relation;
  RealExpression value;
};

std::optional<std::size_t> index_in(const std::vector<std::string>& names, const std::string& name) {
  const auto place = std::find(names.begin(), names.end(), name);
  if (place == names.end()) return std::nullopt;
  return static_cast<std::size_t>(place - names.begin());
}

/// The position behind the last variable that occurs.
std::size_t end_of(const RealExpression& e, const std::vector<std::string>& names) {
  if (e.kind() == RealKind::variable) return *index_in(names, e.name()) + 1;
  std::size_t end = 0;
  for (const RealExpression& part : e.parts()) end = std::max(end, end_of(part, names));
  return end;
}

/// The bounds of one variable, one of which holds; none if the comparison is not of that form.
std::vector<Bound> alternatives(const RealComparison& comparison, const std::vector<std::string>& names) {
  const auto with = [&](const RealExpression& x, const RealExpression& value, Relation relation) -> std::vector<Bound> {
    if (x.kind() != RealKind::variable) return {};
    const std::size_t variable = *index_in(names, x.name());
    if (end_of(value, names) > variable) return {};
    std::vector<Bound> result;
    for (const Relation each : {Relation::less, Relation::greater, Relation::equal}) {
      const int sign = each == Relation::less ? -1 : (each == Relation::greater ? 1 : 0);
      if (holds(relation, sign)) result.push_back({variable, each, value});
    }
    return result;
  };
  std::vector<Bound> result = with(comparison.left, comparison.right, comparison.relation);
  return result.empty() ? with(comparison.right, comparison.left, mirrored(comparison.relation)) : result;
}

/// Expresses the variables one after the other in positive ones.
class CaseBuilder {
 public:
  CaseBuilder(const std::vector<std::string>& names, const std::vector<Bound>& bounds)
      : names_(names), bounds_(bounds) {
    std::vector<std::string> positive;
    for (const std::string& name : names) positive.push_back(name + "_");
    for (const std::string& name : positive) {
      if (index_in(names, name)) throw Undecided("the name " + name + " is needed for the method");
    }
    case_.field = std::make_unique<PowerField>(positive);
  }

  RealCase run() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto value = value_of(i);
      if (!value) break;
      case_.values.emplace(names_[i], *value);
      case_.lines.push_back(names_[i] + " = " + value->to_string());
    }
    return std::move(case_);
  }

 private:
  struct Chosen {
    std::size_t index;  ///< in the list of bounds
    RationalFunction value;
  };

  PowerField& field() { return *case_.field; }

  /// The sharpest of the bounds of one kind.
  std::optional<Chosen> sharpest(std::size_t variable, Relation relation) {
    std::optional<Chosen> result;
    for (std::size_t i = 0; i < bounds_.size(); ++i) {
      if (bounds_[i].variable != variable || bounds_[i].relation != relation) continue;
      const RationalFunction value = field().evaluate(bounds_[i].value, case_.values);
      if (!result) {
        result = Chosen{i, value};
        continue;
      }
      const auto sign = field().sign_of(value - result->value);
      if (!sign) throw Undecided("two bounds of " + names_[variable] + " cannot be compared");
      if ((relation == Relation::greater) == (sign->sign > 0)) result = Chosen{i, value};
    }
    return result;
  }

  /// Whether low >= high is seen, so that no point lies between.
  bool excludes(const std::optional<Chosen>& low, const std::optional<Chosen>& high) {
    if (!low || !high) return false;
    const auto sign = field().sign_of(high->value - low->value);
    if (!sign || sign->sign > 0) return false;
    case_.empty = std::pair(low->index, high->index);
    return true;
  }

  /// nullopt if no point belongs to the case.
  std::optional<RationalFunction> value_of(std::size_t variable) {
    const auto equal = sharpest(variable, Relation::equal);
    const auto lower = sharpest(variable, Relation::greater);
    const auto upper = sharpest(variable, Relation::less);
    if (equal && (excludes(lower, equal) || excludes(equal, upper))) return std::nullopt;
    if (!equal && excludes(lower, upper)) return std::nullopt;
    VariableBounds bounds;
    const auto index_of = [](const std::optional<Chosen>& chosen) {
      return chosen ? std::optional<std::size_t>(chosen->index) : std::nullopt;
    };
    bounds.equal = index_of(equal);
    if (!equal) bounds.above = index_of(lower);
    if (!equal) bounds.below = index_of(upper);
    case_.bounds.push_back(bounds);
    if (equal) return equal->value;
    const RationalFunction slack = field().variable(variable);
    if (!lower) return upper->value - slack;
    if (!upper) return lower->value + slack;
    const RationalFunction sum = field().constant(1) + slack;
    field().sign_of(sum.numerator());  // known to whoever follows the division
    return (upper->value + lower->value * slack) / sum;
  }

  const std::vector<std::string>& names_;
  const std::vector<Bound>& bounds_;
  RealCase case_;
};

}  // namespace

std::vector<RealCase> cases_of(const std::vector<std::string>& variables,
                               const std::vector<RealComparison>& assumptions, std::vector<RealComparison>& ignored) {
  std::vector<std::vector<Bound>> choices{{}};
  std::vector<bool> bounded(variables.size(), false);
  const auto split = [&](const std::vector<Bound>& options) {
    std::vector<std::vector<Bound>> next;
    for (const auto& choice : choices) {
      for (const Bound& option : options) {
        next.push_back(choice);
        next.back().push_back(option);
      }
    }
    if (next.size() > kMostCases) throw Undecided("more than " + std::to_string(kMostCases) + " cases");
    choices = std::move(next);
  };
  for (const RealComparison& assumption : assumptions) {
    const std::vector<Bound> options = alternatives(assumption, variables);
    if (options.empty()) {
      ignored.push_back(assumption);
      continue;
    }
    bounded[options[0].variable] = true;
    split(options);
  }
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const RealExpression zero = RealExpression::number(0);
    if (!bounded[i]) split({{i, Relation::less, zero}, {i, Relation::greater, zero}, {i, Relation::equal, zero}});
  }
  std::vector<RealCase> cases;
  for (const auto& choice : choices) {
    cases.push_back(CaseBuilder(variables, choice).run());
  }
  return cases;
}

}  // namespace isthmus
