#include <doctest/doctest.h>

#include <algorithm>

#include "connect/family.hpp"
#include "variety/matrices.hpp"
#include "variety/network_set.hpp"

using namespace isthmus;

namespace {

std::size_t components(const std::vector<NetworkFactor>& factors) {
  std::size_t product = 1;
  for (const NetworkFactor& factor : factors) {
    const auto common = count_family(factor.set).common();
    REQUIRE(common.has_value());
    product *= *common;
  }
  return product;
}

bool has_rule(const NetworkSet& set, const std::string& name) {
  return std::any_of(set.rules.begin(), set.rules.end(), [&](const Rule& rule) { return rule.name == name; });
}

struct Network {
  test::Matrices matrices;
  std::string network;
  std::string target;
};

Network chain(const std::vector<std::size_t>& widths) {
  Network result;
  for (std::size_t i = 1; i < widths.size(); ++i) {
    const std::string name = "W" + std::to_string(i);
    result.matrices.weight(name, widths[i], widths[i - 1]);
    result.network = result.network.empty() ? name : name + "*" + result.network;
  }
  result.target = "I(" + std::to_string(widths[0]) + ")";
  return result;
}

}  // namespace

TEST_CASE("rules for matrices and plain expansion give the same count") {
  std::vector<Network> networks{chain({1, 1, 1}),    chain({1, 1, 1, 1}), chain({1, 2, 1}),
                                chain({1, 1, 2, 1}), chain({1, 2, 1, 1}), chain({2, 2, 2})};
  test::Matrices skip;
  skip.weight("W1", 1, 1).weight("W2", 1, 1).weight("W3", 1, 1).scalar("e").given("e != 0");
  networks.push_back({skip, "W3*(W2*W1 + e*I(1))", "I(1)"});
  networks.push_back({skip, "W3*(W2 + e*I(1))*W1", "I(1)"});
  test::Matrices wide;
  wide.weight("W1", 2, 1).weight("W2", 1, 2).weight("W3", 1, 1);
  networks.push_back({wide, "W3*(W2*W1 + I(1))", "I(1)"});
  for (const Network& each : networks) {
    CAPTURE(each.network);
    const MatrixExpression network = each.matrices.read(each.network);
    const MatrixExpression target = each.matrices.read(each.target);
    const NetworkSet by_rules = reduce_network(each.matrices.setting, network, target);
    const NetworkSet by_entries = expand_network(each.matrices.setting, network, target);
    CHECK_FALSE(has_rule(by_rules, "expand"));
    CHECK(components(by_rules.factors) == components(by_entries.factors));
  }
}

TEST_CASE("data that the hypotheses make invertible cancel") {
  test::Matrices m;
  m.weight("W1", 2, 2).weight("W2", 2, 2).data("X", 2, 2).data("Y", 2, 2).given("det(X) != 0").given("det(Y) != 0");
  const NetworkSet set = reduce_network(m.setting, m.read("W2*W1*X"), m.read("Y"));
  CHECK(has_rule(set, "cancel-invertible-factor"));
  REQUIRE(set.factors.size() == 1);
  CHECK(set.factors[0].set.parameter_count == 0);
  CHECK(set.factors[0].set.dimension() == 4);
  REQUIRE(set.eliminated.size() == 1);
  CHECK(set.eliminated[0].value.to_string() == "Y*inv(X)*inv(W1)");
}

TEST_CASE("without the hypotheses nothing cancels") {
  test::Matrices m;
  m.weight("W1", 1, 1).weight("W2", 1, 1).data("X", 1, 1).data("Y", 1, 1);
  CHECK(has_rule(reduce_network(m.setting, m.read("W2*W1*X"), m.read("Y")), "expand"));
  m.given("det(X) != 0");
  const NetworkSet set = reduce_network(m.setting, m.read("W2*W1*X"), m.read("Y"));  // inv(X) would only get in the way
  CHECK_FALSE(has_rule(set, "cancel-invertible-factor"));
  CHECK(has_rule(set, "expand"));
}

TEST_CASE("parameters that stay carry the hypotheses that concern them") {
  test::Matrices m;
  m.weight("W1", 1, 1).weight("W2", 1, 1).weight("W3", 1, 1).data("X", 1, 1).scalar("e").scalar("f");
  m.given("det(X) != 0").given("e*f > 1").given("f < 2");
  const NetworkSet set = reduce_network(m.setting, m.read("W3*(W2*W1*X + e*X)"), m.read("X"));
  REQUIRE(set.factors.size() == 1);
  CHECK(set.factors[0].set.parameter_count == 2);
  CHECK(set.factors[0].set.assumption.to_string() == "e*f-1 > 0 and f-2 < 0");
}

TEST_CASE("a scalar without zero drops out of a sum") {
  test::Matrices m;
  m.weight("W1", 3, 2).weight("W2", 2, 3).weight("W3", 2, 2).scalar("e").given("e != 0");
  const MatrixExpression network = m.read("W3*(W2*W1 + e*I(2))");
  const NetworkSet set = reduce_network(m.setting, network, m.read("I(2)"));
  CHECK(has_rule(set, "drop-scalar"));
  REQUIRE(set.factors.size() == 1);
  CHECK(set.factors[0].set.parameter_count == 0);
  std::mt19937_64 engine(3);
  Assignment values = test::random_values(set.coordinates, engine);
  values.emplace("e", Matrix(1, 1));
  values.at("e").set(0, 0, Rational(-3, 2));
  for (std::size_t i = set.eliminated.size(); i-- > 0;) {
    const auto value = evaluate(set.eliminated[i].value, values);
    REQUIRE(value.has_value());
    values.insert_or_assign(set.eliminated[i].symbol.name, *value);
  }
  CHECK(*evaluate(network, values) == Matrix::identity(2));

  test::Matrices open;
  open.weight("W1", 1, 1).weight("W2", 1, 1).weight("W3", 1, 1).scalar("e");
  const NetworkSet kept = reduce_network(open.setting, open.read("W3*(W2*W1 + e*I(1))"), open.read("I(1)"));
  CHECK_FALSE(has_rule(kept, "drop-scalar"));
  const NetworkSet tied = reduce_network(m.setting, m.read("W3*(W2*W1*W2*W1 + e*I(2))"), m.read("I(2)"));
  CHECK_FALSE(has_rule(tied, "drop-scalar"));
}

TEST_CASE("a weight that occurs twice is not solved for") {
  test::Matrices m;
  m.weight("W1", 1, 1).weight("W2", 1, 1);
  const NetworkSet twice = reduce_network(m.setting, m.read("W1*W2*W1"), m.read("I(1)"));
  CHECK(components(twice.factors) == 2);
  const NetworkSet square = reduce_network(m.setting, m.read("W1*W2*W1*W2"), m.read("I(1)"));
  CHECK(has_rule(square, "expand"));
}

TEST_CASE("the points of the reduced set lead back to weights") {
  for (const std::vector<std::size_t>& widths :
       {std::vector<std::size_t>{2, 2, 2}, {1, 2, 1}, {2, 3, 2}, {2, 2, 3, 2}, {1, 2, 3, 1}}) {
    const Network each = chain(widths);
    const MatrixExpression network = each.matrices.read(each.network);
    const NetworkSet set = reduce_network(each.matrices.setting, network, each.matrices.read(each.target));
    std::mt19937_64 engine(5);
    std::size_t checked = 0;
    for (int round = 0; round < 10; ++round) {
      Assignment values = test::random_values(set.coordinates, engine);
      bool regular = true;
      for (std::size_t i = set.eliminated.size(); i-- > 0 && regular;) {
        const auto value = evaluate(set.eliminated[i].value, values);
        regular = value.has_value();
        if (regular) values.insert_or_assign(set.eliminated[i].symbol.name, *value);
      }
      if (!regular) continue;
      CAPTURE(each.network);
      CHECK(*evaluate(network, values) == Matrix::identity(widths[0]));
      ++checked;
    }
    CHECK(checked > 3);
  }
}

TEST_CASE("a hidden layer that is too narrow leaves no point") {
  const Network each = chain({2, 1, 2});
  const NetworkSet set =
      reduce_network(each.matrices.setting, each.matrices.read(each.network), each.matrices.read(each.target));
  CHECK(components(set.factors) == 0);
}

TEST_CASE("a weight in no condition is a factor R^n") {
  test::Matrices m;
  m.weight("W1", 1, 1).weight("V", 2, 2);
  const NetworkSet set = reduce_network(m.setting, m.read("W1"), m.read("I(1)"));
  CHECK(has_rule(set, "free-weights"));
  CHECK(components(set.factors) == 1);
}
