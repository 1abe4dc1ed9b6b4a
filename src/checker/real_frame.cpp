#include "checker/real_frame.hpp"

#include <algorithm>

namespace isthmus::check {
namespace {

constexpr std::size_t kMostCases = 200;

/// x REL bound with REL one of <, >, =.
struct Bound {
  std::size_t variable;
  Relation relation;
  Syntax value;
};

std::size_t position(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// The position behind the last variable that occurs.
std::size_t end_of(const Syntax& e, const std::vector<std::string>& names) {
  if (e.kind == Syntax::Kind::name) return position(names, e.text) + 1;
  std::size_t end = 0;
  for (const Syntax& part : e.parts) end = std::max(end, end_of(part, names));
  return end;
}

std::vector<Bound> alternatives(const Syntax& x, const Syntax& value, bool mirrored, Relation relation,
                                const std::vector<std::string>& names) {
  if (x.kind != Syntax::Kind::name) return {};
  const std::size_t variable = position(names, x.text);
  if (end_of(value, names) > variable) return {};
  std::vector<Bound> result;
  for (const int sign : {-1, 1, 0}) {
    const Relation each = sign < 0 ? Relation::less : (sign > 0 ? Relation::greater : Relation::equal);
    if (holds(relation, mirrored ? -sign : sign)) result.push_back({variable, each, value});
  }
  return result;
}

/// The ways to choose one bound from each assumption that is split, the last fastest.
std::vector<std::vector<Bound>> choices_of(const std::vector<std::string>& names,
                                           const std::vector<RealComparison>& assumptions) {
  std::vector<std::vector<Bound>> choices{{}};
  std::vector<bool> bounded(names.size(), false);
  const auto split = [&](const std::vector<Bound>& options) {
    std::vector<std::vector<Bound>> next;
    for (const auto& choice : choices) {
      for (const Bound& option : options) {
        next.push_back(choice);
        next.back().push_back(option);
      }
    }
    choices = std::move(next);
    if (choices.size() > kMostCases) throw Declined("more than 200 cases");
  };
  for (const RealComparison& assumption : assumptions) {
    std::vector<Bound> options = alternatives(assumption.left, assumption.right, false, assumption.relation, names);
    if (options.empty()) options = alternatives(assumption.right, assumption.left, true, assumption.relation, names);
    if (options.empty()) continue;
    bounded[options[0].variable] = true;
    split(options);
  }
  const Syntax zero{Syntax::Kind::number, "0", {}, {}, 0};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!bounded[i]) split({{i, Relation::less, zero}, {i, Relation::greater, zero}, {i, Relation::equal, zero}});
  }
  return choices;
}

/// One frame against one choice of bounds.
class Frame {
 public:
  Frame(const Json& frame, const std::vector<std::string>& names, const std::vector<Bound>& choice, Session& session)
      : frame_(frame), names_(names), choice_(choice), field_(positive(names), frame["steps"], session) {
    for (const auto& entry : frame["bounds"].elements()) {
      frame.require(values_.size() < names.size(), "real", "more bounds than variables");
      values_.emplace(names[values_.size()], value_of(*entry, values_.size()));
    }
  }

  const RealField& field() const { return field_; }
  const std::map<std::string, Quotient>& values() const { return values_; }

  /// Two bounds of the next variable that exclude each other.
  void require_empty() const {
    const Json& pair = frame_["empty"];
    pair.require(pair.size() == 2 && values_.size() < names_.size(), "real", "two bounds were expected");
    const Bound& low = bound(pair[0], values_.size());
    const Bound& high = bound(pair[1], values_.size());
    const bool order = low.relation != Relation::less && high.relation != Relation::greater &&
                       (low.relation != Relation::equal || high.relation != Relation::equal);
    pair.require(order, "real", "these bounds do not exclude each other");
    const auto sign =
        field_.sign_of(field_.subtract(field_.evaluate(high.value, values_), field_.evaluate(low.value, values_)));
    pair.require(sign && sign->sign <= 0, "real", "the interval is not shown to be empty");
  }

  bool is_complete() const { return values_.size() == names_.size(); }

 private:
  static std::vector<std::string> positive(const std::vector<std::string>& names) {
    std::vector<std::string> result;
    for (const std::string& name : names) result.push_back(name + "_");
    return result;
  }

  const Bound& bound(const Json& index, std::size_t variable) const {
    const Bound& result = choice_[index.index_below(choice_.size())];
    index.require(result.variable == variable, "real", "the bound is one of another variable");
    return result;
  }

  Quotient bound_value(const Json& entry, const char* key, Relation relation, std::size_t variable) const {
    const Bound& result = bound(entry[key], variable);
    entry.require(result.relation == relation, "real", "the bound is of another kind");
    return field_.evaluate(result.value, values_);
  }

  Quotient value_of(const Json& entry, std::size_t variable) const {
    const Quotient slack = field_.variable(names_[variable] + "_");
    if (entry.has("equal")) {
      entry.expect_keys({"equal"});
      return bound_value(entry, "equal", Relation::equal, variable);
    }
    const bool above = entry.has("above");
    const bool below = entry.has("below");
    if (above && below) {
      entry.expect_keys({"above", "below"});
    } else if (above) {
      entry.expect_keys({"above"});
    } else {
      entry.expect_keys({"below"});
    }
    if (!below) return field_.add(bound_value(entry, "above", Relation::greater, variable), slack);
    const Quotient high = bound_value(entry, "below", Relation::less, variable);
    if (!above) return field_.subtract(high, slack);
    const Quotient low = bound_value(entry, "above", Relation::greater, variable);
    const Quotient sum = field_.add(high, field_.multiply(low, slack));
    return field_.divide(sum, field_.add(field_.constant(1), slack));
  }

  const Json& frame_;
  const std::vector<std::string>& names_;
  const std::vector<Bound>& choice_;
  RealField field_;
  std::map<std::string, Quotient> values_;
};

}  // namespace

void check_cases(
    const Json& frames, const std::vector<std::string>& variables, const std::vector<RealComparison>& assumptions,
    Session& session,
    const std::function<void(const RealField&, const std::map<std::string, Quotient>&, const Json&)>& check) {
  const auto choices = choices_of(variables, assumptions);
  frames.require(frames.size() == choices.size(), "real", std::to_string(choices.size()) + " cases were expected");
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Json& json = frames[i];
    if (json.has("empty")) {
      json.expect_keys({"steps", "bounds", "empty"});
      Frame(json, variables, choices[i], session).require_empty();
      continue;
    }
    json.expect_keys({"steps", "bounds"});
    const Frame frame(json, variables, choices[i], session);
    json.require(frame.is_complete(), "real", "a variable has no bounds");
    check(frame.field(), frame.values(), json);
  }
}

}  // namespace isthmus::check
