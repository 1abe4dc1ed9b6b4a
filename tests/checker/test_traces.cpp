#include <doctest/doctest.h>

#include <algorithm>

#include "checker/claims.hpp"
#include "checker/outcome.hpp"
#include "checker/ray.hpp"
#include "checker/traces.hpp"
#include "checker/values.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

constexpr std::uint64_t kSeed = 20;

Symbol square(const std::string& name) { return {name, name, {2, 2}, false, false, true}; }

/// A, B, A + B and what the language makes of them.
std::vector<Matrix> letters() {
  const Matrix a = symbol(square("A"));
  const Matrix b = symbol(square("B"));
  const Matrix both = sum({a, b});
  return {a,
          b,
          transpose(a),
          transpose(b),
          inverse(a),
          inverse(both),
          both,
          transpose(inverse(both)),
          pseudo_inverse(b),
          pseudo_inverse(transpose(b)),
          rectifier(number(Rational(1, 2)), b)};
}

RationalMatrix random_matrix(Dice& dice, std::size_t rows, std::size_t columns) {
  RationalMatrix result(rows, std::vector<Rational>(columns));
  for (auto& row : result) {
    for (Rational& entry : row) entry = dice.rational();
  }
  return result;
}

/// Values of A and B at which A and A + B are invertible; B is singular now and then.
Values regular_values(Dice& dice) {
  for (;;) {
    Values values{{"A", random_matrix(dice, 2, 2)}, {"B", random_matrix(dice, 2, 2)}};
    if (dice.below(3) == 0) values["B"][1] = values["B"][0];
    if (evaluate(inverse(symbol(square("A"))), values) &&
        evaluate(inverse(sum({symbol(square("A")), symbol(square("B"))})), values)) {
      return values;
    }
  }
}

Matrix trace_of(const std::vector<Matrix>& word) { return trace(product(word)); }

bool has_pseudo_inverse(const Matrix& e) {
  return e.is(Matrix::Kind::pseudo_inverse) || std::any_of(e.parts.begin(), e.parts.end(), has_pseudo_inverse);
}

}  // namespace

TEST_CASE("traces that are equal by rotation and transposition are equal, and their values are") {
  Dice dice(kSeed);
  CAPTURE(kSeed);
  const Words words({square("A"), square("B")}, false);
  const Traces traces(words);
  const std::vector<Matrix> all = letters();
  for (int round = 0; round < 300; ++round) {
    std::vector<Matrix> word;
    for (std::size_t i = 0, n = 1 + dice.below(4); i < n; ++i) word.push_back(all[dice.below(all.size())]);
    std::vector<Matrix> other = word;
    std::rotate(other.begin(), other.begin() + static_cast<std::ptrdiff_t>(dice.below(word.size())), other.end());
    if (dice.below(2) == 0) {
      std::reverse(other.begin(), other.end());
      std::transform(other.begin(), other.end(), other.begin(), transpose);
    }
    INFO(to_string(trace_of(word)) << " and " << to_string(trace_of(other)));
    CHECK(traces.of(difference(trace_of(word), trace_of(other))).empty());
    const Values values = regular_values(dice);
    CHECK(evaluate(trace_of(word), values) == evaluate(trace_of(other), values));
  }
}

TEST_CASE("traces of other words are not taken to be equal") {
  Dice dice(kSeed + 1);
  CAPTURE(kSeed);
  const Words words({square("A"), square("B")}, false);
  const Traces traces(words);
  const std::vector<Matrix> all = letters();
  std::size_t equal = 0;
  for (int round = 0; round < 600; ++round) {
    std::vector<Matrix> pair[2];
    for (auto& word : pair) {
      for (std::size_t i = 0, n = 1 + dice.below(3); i < n; ++i) word.push_back(all[dice.below(all.size())]);
    }
    if (!traces.of(difference(trace_of(pair[0]), trace_of(pair[1]))).empty()) continue;
    ++equal;
    const Values values = regular_values(dice);
    INFO(to_string(trace_of(pair[0])) << " and " << to_string(trace_of(pair[1])));
    CHECK(evaluate(trace_of(pair[0]), values) == evaluate(trace_of(pair[1]), values));
  }
  CHECK(equal > 0);
}

TEST_CASE("the pseudo-inverse of every matrix satisfies the equations of Penrose") {
  Dice dice(kSeed + 2);
  CAPTURE(kSeed);
  for (const auto& [rows, columns] : std::vector<std::pair<std::size_t, std::size_t>>{{1, 3}, {3, 2}, {3, 3}, {2, 4}}) {
    const Matrix a = symbol({"A", "A", {rows, columns}, false, false, false});
    const Matrix q = pseudo_inverse(a);
    for (int round = 0; round < 8; ++round) {
      Values values{{"A", random_matrix(dice, rows, columns)}};
      if (round == 0) values["A"] = RationalMatrix(rows, std::vector<Rational>(columns));
      if (round % 3 == 1) values["A"].back() = values["A"].front();
      CHECK(evaluate(product({a, q, a}), values) == evaluate(a, values));
      CHECK(evaluate(product({q, a, q}), values) == evaluate(q, values));
      CHECK(evaluate(transpose(product({a, q})), values) == evaluate(product({a, q}), values));
      CHECK(evaluate(transpose(product({q, a})), values) == evaluate(product({q, a}), values));
    }
  }
}

TEST_CASE("the value along a ray is the value at its points near the end, or declined where a rank is not full") {
  Dice dice(kSeed + 3);
  CAPTURE(kSeed);
  const Rational e(1, 1000000007);
  std::size_t declined = 0;
  const std::vector<Matrix> all = letters();
  for (int round = 0; round < 60; ++round) {
    const Values point = regular_values(dice);
    const Values direction{{"A", random_matrix(dice, 2, 2)}, {"B", random_matrix(dice, 2, 2)}};
    Values near = point;
    for (auto& [name, value] : near) {
      for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t j = 0; j < 2; ++j) value[i][j] += e * direction.at(name)[i][j];
      }
    }
    const Matrix expression = product({all[dice.below(all.size())], all[dice.below(all.size())]});
    INFO(to_string(expression));
    if (has_pseudo_inverse(expression) && !evaluate(inverse(symbol(square("B"))), near)) {
      CHECK_THROWS_AS(value_on_ray(expression, point, direction), Declined);
      ++declined;
      continue;
    }
    const RayMatrix value = value_on_ray(expression, point, direction);
    const Rational below = value.denominator.at(0, e).constant_term();
    const auto expected = evaluate(expression, near);
    REQUIRE(expected);
    for (std::size_t i = 0; i < 2; ++i) {
      for (std::size_t j = 0; j < 2; ++j) {
        CHECK(value.numerator[i][j].at(0, e).constant_term() / below == (*expected)[i][j]);
      }
    }
  }
  CHECK(declined > 0);
}
