#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "variety/matrices.hpp"
#include "variety/network_set.hpp"

using namespace isthmus;

namespace {

MatrixExpression without(const std::optional<MatrixExpression>& factor, std::size_t size) {
  return factor ? *factor : MatrixExpression::identity(size);
}

/// Follows steps at random values of all matrices: each equation that a step states holds there.
class Follower {
 public:
  Follower(const Setting& setting, MatrixExpression network, MatrixExpression target, std::mt19937_64& engine)
      : network_(std::move(network)), target_(std::move(target)), engine_(engine) {
    values_ = test::random_values(setting.symbols, engine);
  }

  void operator()(const ZeroStep& step) {
    const MatrixSymbol& zero = step.symbol;
    values_.insert_or_assign(zero.name, Matrix(zero.shape.rows, zero.shape.columns));
  }

  void operator()(const LeastSquaresStep& step) {
    network_ = step.after.network;
    target_ = step.after.target;
  }

  void operator()(const EquationStep& step) {
    const Shape shape = network_.shape();
    const MatrixExpression left = without(step.left, shape.rows);
    const MatrixExpression right = without(step.right, shape.columns);
    check_equal(MatrixExpression::product({left, network_, right}), step.after.network);
    check_equal(MatrixExpression::product({left, target_, right}), step.after.target);
    network_ = step.after.network;
    target_ = step.after.target;
  }

  void operator()(const CancelStep& step) {
    const auto around = [&](const MatrixExpression& inner) {
      const Shape shape = inner.shape();
      return MatrixExpression::product({without(step.left, shape.rows), inner, without(step.right, shape.columns)});
    };
    check_equal(around(step.after.network), network_);
    check_equal(around(step.after.target), target_);
    network_ = step.after.network;
    target_ = step.after.target;
  }

  void operator()(const AbsorbStep& step) {
    const MatrixExpression weight = MatrixExpression::symbol(step.weight);
    const MatrixExpression fresh = MatrixExpression::symbol(step.replacement);
    const auto placed = [&](std::vector<MatrixExpression> factors) {
      if (step.rest) factors.insert(step.at_front ? factors.end() : factors.begin(), *step.rest);
      return MatrixExpression::product(factors);
    };
    check_equal(placed(step.at_front ? std::vector{step.data, weight} : std::vector{weight, step.data}), network_);
    add(step.replacement);
    network_ = placed({fresh});
  }

  void operator()(const RankStep& step) {
    const auto product = [&](const MatrixExpression& left, const MatrixExpression& right) {
      return MatrixExpression::product(step.middle ? std::vector{left, *step.middle, right} : std::vector{left, right});
    };
    check_equal(product(MatrixExpression::symbol(step.left), MatrixExpression::symbol(step.right)), network_);
    const Shape shape = step.known.shape();
    check_equal(
        MatrixExpression::product({without(step.before, shape.rows), step.known, without(step.after, shape.columns)}),
        target_);
    CHECK((step.rank > 0) == step.new_left.has_value());
    if (step.rank == 0) return;
    add(*step.new_left);
    add(*step.new_right);
    network_ = product(MatrixExpression::symbol(*step.new_left), MatrixExpression::symbol(*step.new_right));
    target_ = MatrixExpression::identity(step.rank);
  }

  void operator()(const ChangeStep& step) {
    add(step.replacement);
    const auto value = evaluate(step.value, values_);
    if (!value) return;
    values_.insert_or_assign(step.weight.name, *value);
  }

  void operator()(const SolveStep& step) {
    const Shape shape = network_.shape();
    const MatrixExpression weight = MatrixExpression::symbol(step.weight);
    check_equal(MatrixExpression::product({without(step.left, shape.rows), weight, without(step.right, shape.columns)}),
                network_);
    for (const auto& side : {step.left, step.right}) {
      if (side) conditions_.push_back(*side);
    }
    rank_ = target_.shape().rows;
  }

  void operator()(const SplitStep& step) {
    check_equal(MatrixExpression::product(step.pieces), conditions_.at(step.index));
    for (std::size_t i = 1; i < step.pieces.size(); ++i) CHECK(step.pieces[i].shape().rows == rank_);
    const auto place = conditions_.erase(conditions_.begin() + static_cast<std::ptrdiff_t>(step.index));
    std::vector<MatrixExpression> kept;
    for (const RankCondition& each : step.kept) kept.push_back(each.matrix());
    conditions_.insert(place, kept.begin(), kept.end());
  }

  void operator()(const FreeStep& step) {
    const MatrixExpression weight = MatrixExpression::symbol(step.weight);
    check_equal(
        MatrixExpression::product(step.at_front ? std::vector{weight, step.rest} : std::vector{step.rest, weight}),
        conditions_.at(step.index));
    CHECK((step.at_front ? step.rest.shape().columns : step.rest.shape().rows) == rank_);
    add(step.replacement);
    conditions_[step.index] = MatrixExpression::symbol(step.replacement);
    conditions_.push_back(step.rest);
  }

  void operator()(const ScaleStep& step) {
    check_equal(MatrixExpression::scaled(step.scalar, step.rest), conditions_.at(step.index));
    conditions_[step.index] = step.rest;
  }

  /// The steps lead to these conditions.
  void check_result(const std::vector<RankCondition>& conditions) const {
    REQUIRE(conditions.size() == conditions_.size());
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      CHECK(conditions[i].rank == rank_);
      CHECK(conditions[i].matrix().to_string() == conditions_[i].to_string());
    }
  }

  std::size_t checked = 0;

 private:
  void add(const MatrixSymbol& symbol) { values_.merge(test::random_values({symbol}, engine_)); }

  void check_equal(const MatrixExpression& left, const MatrixExpression& right) {
    CAPTURE(left.to_string());
    CAPTURE(right.to_string());
    CHECK(left.shape() == right.shape());
    const auto a = evaluate(left, values_);
    const auto b = evaluate(right, values_);
    if (!a || !b) return;
    CHECK(*a == *b);
    ++checked;
  }

  MatrixExpression network_;
  MatrixExpression target_;
  std::mt19937_64& engine_;
  Assignment values_;
  std::vector<MatrixExpression> conditions_;
  std::size_t rank_ = 0;
};

struct NetworkTexts {
  std::string network;
  std::string target;
};

test::Matrices wide_matrices() {
  test::Matrices m;
  m.weight("W1", 3, 2).weight("W2", 2, 3).weight("W3", 2, 2).weight("W4", 2, 2);
  m.data("X", 2, 2).data("Y", 2, 2).data("Z", 2, 2).scalar("e");
  m.given("det(X) != 0").given("det(Y) != 0").given("e != 0").given("Z = 0");
  return m;
}

}  // namespace

TEST_CASE("each step states an equation of matrices, and the steps lead to the conditions") {
  const test::Matrices m = wide_matrices();
  const std::vector<NetworkTexts> networks{
      {"W3*W2*W1*X", "Y"},          {"W3*(W2*W1*X + e*X)", "Y"},    {"e*X*W3*(W2*W1 + e*I(2))*W4*X", "Y"},
      {"W3*(W4 + W2*W1)*X", "Y"},   {"W3*(e*W4 + W2*W1 + X)", "Y"}, {"W4*X*W2*W1", "Y"},
      {"W2*W1*(W3 + Z*W4)*X", "Y"}, {"T(X)*W4*X*W2*W1*W3", "Y*X"},  {"W1*W3*W2", "I(3)"}};
  std::mt19937_64 engine(11);
  for (const NetworkTexts& each : networks) {
    CAPTURE(each.network);
    const MatrixExpression network = m.read(each.network);
    const MatrixExpression target = m.read(each.target);
    const NetworkSet set = reduce_network(m.setting, network, target);
    REQUIRE_FALSE(set.steps.empty());
    std::size_t checked = 0;
    for (int round = 0; round < 4; ++round) {
      Follower follower(m.setting, network, target, engine);
      for (const NetworkStep& step : set.steps) std::visit(follower, step);
      follower.check_result(set.conditions);
      checked += follower.checked;
    }
    CHECK(checked > 0);
    CHECK(set.rules.size() >= set.steps.size());
  }
}

TEST_CASE("targets of known rank") {
  test::Matrices m;
  m.weight("W1", 2, 3).weight("W2", 4, 2).weight("W3", 2, 2).data("X", 3, 4).data("V", 3, 1).data("U", 4, 4);
  m.data("A", 4, 3).data("O", 4, 3).given("rank(X) = 3").given("V != 0").given("det(U) != 0").given("rank(A) = 1");
  m.given("O = 0");
  struct Case {
    std::string network;
    std::string target;
    std::size_t steps;       // at least
    std::size_t conditions;  // of the result
  };
  const std::vector<Case> cases{{"W2*W1", "A", 2, 2},    {"W2*W3*W1", "A", 2, 3},        {"W2*W1*X", "A*X", 3, 2},
                                {"U*W2*W1", "A", 2, 2},  {"W2*W1", "U*A", 2, 2},         {"W2*W1", "O", 2, 0},
                                {"W2*W3*W1", "O", 2, 0}, {"W2*W1*V", "zero(4, 1)", 2, 0}};
  std::mt19937_64 engine(12);
  for (const Case& each : cases) {
    CAPTURE(each.network);
    CAPTURE(each.target);
    const MatrixExpression network = m.read(each.network);
    const MatrixExpression target = m.read(each.target);
    const NetworkSet set = reduce_network(m.setting, network, target);
    CHECK(set.steps.size() >= each.steps);
    CHECK(set.conditions.size() <= each.conditions);
    CHECK((each.conditions == 0) == set.conditions.empty());
    std::size_t checked = 0;
    for (int round = 0; round < 4; ++round) {
      Follower follower(m.setting, network, target, engine);
      for (const NetworkStep& step : set.steps) std::visit(follower, step);
      checked += follower.checked;
    }
    CHECK(checked > 0);
  }
}

TEST_CASE("each condition and each weight is in one factor") {
  const test::Matrices m = wide_matrices();
  for (const char* text : {"W3*W2*W1*X", "W4*X*W2*W1", "W3*(W2*W1*X + e*X)*W4"}) {
    CAPTURE(text);
    const NetworkSet set = reduce_network(m.setting, m.read(text), m.read("Y"));
    std::vector<std::size_t> conditions;
    std::vector<std::string> weights;
    for (const NetworkFactor& factor : set.factors) {
      conditions.insert(conditions.end(), factor.conditions.begin(), factor.conditions.end());
      for (const MatrixSymbol& weight : factor.weights) weights.push_back(weight.name);
    }
    std::sort(conditions.begin(), conditions.end());
    REQUIRE(conditions.size() == set.conditions.size());
    for (std::size_t i = 0; i < conditions.size(); ++i) CHECK(conditions[i] == i);
    std::vector<std::string> expected;
    for (const MatrixSymbol& weight : set.coordinates) expected.push_back(weight.name);
    std::sort(weights.begin(), weights.end());
    std::sort(expected.begin(), expected.end());
    CHECK(weights == expected);
  }
}

TEST_CASE("a condition on data alone stands in the first factor") {
  test::Matrices m;
  m.weight("W1", 1, 1).weight("W2", 1, 1).data("X", 1, 1).data("Y", 1, 1).given("det(Y) != 0");
  const NetworkSet set = reduce_network(m.setting, m.read("W2*W1*X"), m.read("Y"));
  REQUIRE(set.factors.size() == 1);
  CHECK(set.factors[0].conditions.size() == set.conditions.size());
  CHECK(set.factors[0].set.parameter_count == 1);
}

TEST_CASE("an equation that stays has no inverse in it") {
  const test::Matrices m = wide_matrices();
  const NetworkSet set = reduce_network(m.setting, m.read("W3*W4*W3*W4*X"), m.read("Y"));
  CHECK(set.conditions.empty());
  for (const NetworkStep& step : set.steps) {
    if (const auto* equation = std::get_if<EquationStep>(&step)) {
      CHECK(equation->after.to_string().find("inv") == std::string::npos);
    }
  }
}
