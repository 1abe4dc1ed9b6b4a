#include "prove/real_points.hpp"

#include <set>

#include "barrier/real_value.hpp"

namespace isthmus {
namespace {

using RealKind = RealExpression::Kind;

constexpr std::size_t kMostBits = 1 << 16;
constexpr std::size_t kMostVisitedPoints = 200000;

std::optional<Rational> power_at(const Rational& base, const Rational& exponent) {
  if (base.sign() > 0) return rational_power(base, exponent, kMostBits);
  if (!exponent.is_integer() || (base.is_zero() && exponent.sign() < 0) || abs(exponent) > Rational(1000))
    return std::nullopt;
  return pow(base, exponent.numerator().to_long());
}

void collect_names(const RealExpression& e, std::set<std::string, std::less<>>& names) {
  if (e.kind() == RealKind::variable) names.insert(e.name());
  for (const RealExpression& part : e.parts()) collect_names(part, names);
}

/// Assigns the variables one after the other and drops a branch as soon as a condition fails.
class PointSearch {
 public:
  PointSearch(const std::vector<std::string>& variables, const std::vector<RealComparison>& conditions,
              const std::function<bool(const RealPoint&)>& accept)
      : variables_(variables), conditions_(conditions), accept_(accept) {
    for (const char* text : {"1", "2", "1/2", "3", "-1", "1/3", "4", "0", "2/3", "1/4", "-2", "10", "1/10"}) {
      values_.push_back(Rational::parse(text));
    }
    for (const RealComparison& condition : conditions) {
      names_.emplace_back();
      collect_names(condition.left, names_.back());
      collect_names(condition.right, names_.back());
    }
  }

  std::optional<RealPoint> run() {
    RealPoint point;
    if (descend(0, point)) return point;
    return std::nullopt;
  }

 private:
  bool is_possible(const RealPoint& point) const {
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
      bool complete = true;
      for (const std::string& name : names_[i]) complete = complete && point.count(name) != 0;
      if (complete && holds_at(conditions_[i], point) != true) return false;
    }
    return true;
  }

  bool descend(std::size_t index, RealPoint& point) {
    if (++visited_ > kMostVisitedPoints) return false;
    if (index == variables_.size()) return accept_(point);
    for (const Rational& value : values_) {
      point.insert_or_assign(variables_[index], value);
      if (is_possible(point) && descend(index + 1, point)) return true;
      point.erase(variables_[index]);
    }
    return false;
  }

  const std::vector<std::string>& variables_;
  const std::vector<RealComparison>& conditions_;
  const std::function<bool(const RealPoint&)>& accept_;
  std::vector<Rational> values_;
  std::vector<std::set<std::string, std::less<>>> names_;
  std::size_t visited_ = 0;
};

}  // namespace

std::optional<Rational> value_at(const RealExpression& e, const RealPoint& point) {
  if (e.kind() == RealKind::number) return e.value();
  if (e.kind() == RealKind::variable) {
    const auto found = point.find(e.name());
    if (found == point.end()) return std::nullopt;
    return found->second;
  }
  std::vector<Rational> values;
  for (const RealExpression& part : e.parts()) {
    const auto value = value_at(part, point);
    if (!value) return std::nullopt;
    values.push_back(*value);
  }
  if (e.kind() == RealKind::power) return power_at(values[0], values[1]);
  if (e.kind() == RealKind::quotient) {
    if (values[1].is_zero()) return std::nullopt;
    return values[0] / values[1];
  }
  Rational result(e.kind() == RealKind::product ? 1 : 0);
  for (const Rational& value : values) {
    if (e.kind() == RealKind::product) {
      result *= value;
    } else {
      result += value;
    }
  }
  return result;
}

std::optional<bool> holds_at(const RealComparison& comparison, const RealPoint& point) {
  const auto left = value_at(comparison.left, point);
  const auto right = value_at(comparison.right, point);
  if (!left || !right) return std::nullopt;
  return holds(comparison.relation, (*left - *right).sign());
}

std::optional<RealPoint> find_point(const std::vector<std::string>& variables,
                                    const std::vector<RealComparison>& conditions,
                                    const std::function<bool(const RealPoint&)>& accept) {
  return PointSearch(variables, conditions, accept).run();
}

std::string to_string(const RealPoint& point, const std::vector<std::string>& variables) {
  std::string text;
  for (const std::string& name : variables) {
    const auto found = point.find(name);
    if (found != point.end()) text += (text.empty() ? "" : ", ") + name + " = " + found->second.to_string();
  }
  return text;
}

}  // namespace isthmus
