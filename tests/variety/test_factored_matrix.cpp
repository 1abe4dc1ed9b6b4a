#include <doctest/doctest.h>

#include "exact/error.hpp"
#include "variety/entries.hpp"
#include "variety/factored_matrix.hpp"
#include "variety/matrices.hpp"
#include "variety/word_sum.hpp"

using namespace isthmus;

namespace {

test::Matrices small() {
  test::Matrices m;
  m.weight("A", 2, 2).weight("B", 2, 2).data("C", 2, 3).data("D", 3, 2).scalar("s").scalar("t");
  return m;
}

}  // namespace

TEST_CASE("products are found in sums, inverses and transposes are turned around") {
  const test::Matrices m = small();
  const std::vector<std::pair<std::string, std::string>> cases{
      {"A*(B*A*C + s*C)", "A*(B*A + s*I(2))*C"},
      {"A*B + A*C*D", "A*(B + C*D)"},
      {"s*A*B + t*A*B", "(s + t)*A*B"},
      {"A*B - A*B", "zero(2, 2)"},
      {"inv(A*B)", "inv(B)*inv(A)"},
      {"inv(A)*A*B", "B"},
      {"A*inv(B*A)", "inv(B)"},
      {"inv(C*D)*C*D*A", "A"},
      {"C*D*inv(C*D)", "I(2)"},
      {"inv(inv(A))", "A"},
      {"T(A*B)", "T(B)*T(A)"},
      {"T(inv(A))", "inv(T(A))"},
      {"T(T(C))", "C"},
      {"2*A + 3*A", "5*A"},
      {"0*A + B", "B"},
      {"zero(2, 2)*A", "zero(2, 2)"},
      {"inv(2*A)", "1/2*inv(A)"},
      {"T(A + B)*C", "(T(A) + T(B))*C"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(factor(m.read(text)).to_expression().to_string() == m.read(expected).to_string());
  }
}

TEST_CASE("factoring does not change values") {
  const test::Matrices m = small();
  for (const std::string text :
       {"A*(B*A*C + s*C)*D", "inv(A*B)*(A + t*B) + s*inv(B)", "T(A*C)*inv(T(B)) - s*T(inv(B)*C)",
        "(A + B)*(A - B)*C + A*B*C", "A*B*(s*A + t*A) - B*A*A", "inv(s*A*B)*C*D"}) {
    const MatrixExpression e = m.read(text);
    const MatrixExpression f = factor(e).to_expression();
    std::mt19937_64 engine(7);
    std::size_t compared = 0;
    for (int round = 0; round < 20; ++round) {
      const Assignment values = test::random_values(m.setting.symbols, engine);
      const auto before = evaluate(e, values);
      if (!before) continue;
      CAPTURE(text);
      CAPTURE(f.to_string());
      CAPTURE(to_string(values, m.setting.symbols));
      CHECK(evaluate(f, values) == before);
      ++compared;
    }
    CHECK(compared > 10);
  }
}

TEST_CASE("a product is cut where an inner dimension is n") {
  const test::Matrices m = small();
  const auto pieces = split_at(factor(m.read("A*C*D*B")).factors, 2);
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[1].size() == 2);
  CHECK_THROWS_AS(factor(m.read("s*t")), InvalidInput);
}

TEST_CASE("identities of words") {
  const test::Matrices m = small();
  const std::vector<std::pair<std::string, std::string>> equal{
      {"(A + B)*(A - B)", "A*A - A*B + B*A - B*B"},
      {"A*inv(B)*B*inv(A)", "I(2)"},
      {"s*(A + B)/s", "A + B"},
      {"(s + t)*A", "s*A + t*A"},
      {"inv(A + B)*(A + B)", "I(2)"},
      {"A*(I(2) + inv(A)*B)", "A + B"},
      {"(A*B)^2", "A*B*A*B"},
  };
  for (const auto& [left, right] : equal) {
    CAPTURE(left);
    CHECK(equal_as_words(m.read(left), m.read(right)));
  }
  const std::vector<std::pair<std::string, std::string>> different{{"A*B", "B*A"},
                                                                   {"inv(A*B)", "inv(A)*inv(B)"},
                                                                   {"s*A", "A"},
                                                                   {"T(A*B)", "T(A)*T(B)"},
                                                                   {"(A + B)^2", "A^2 + 2*A*B + B^2"}};
  for (const auto& [left, right] : different) {
    CAPTURE(left);
    CHECK_FALSE(equal_as_words(m.read(left), m.read(right)));
  }
  CHECK(WordSum(m.read("s*A*B - t*A*B + B")).to_string() == "(s-t)*A*B + (1)*B");
}

TEST_CASE("entries agree with values") {
  const test::Matrices m = small();
  const PolynomialRing ring = entry_ring(m.setting.symbols);
  for (const std::string text :
       {"A*B + C*D", "inv(A)*B*C", "inv(s*A + B)*(t*A)", "T(C)*inv(A)*inv(B)", "det(A)*B/s", "inv(C*D)"}) {
    const MatrixExpression e = m.read(text);
    const QuotientMatrix entries = expand_entries(e, ring);
    std::mt19937_64 engine(11);
    for (int round = 0; round < 10; ++round) {
      const Assignment values = test::random_values(m.setting.symbols, engine);
      const auto value = evaluate(e, values);
      const auto point = point_of(values, ring, m.setting.symbols);
      if (!value) continue;
      CAPTURE(text);
      CAPTURE(to_string(values, m.setting.symbols));
      const Rational denominator = entries.denominator.evaluate(point);
      REQUIRE(!denominator.is_zero());
      for (std::size_t i = 0; i < e.shape().rows; ++i) {
        for (std::size_t j = 0; j < e.shape().columns; ++j) {
          CHECK(entries.numerator.at(i, j).evaluate(point) / denominator == value->at(i, j));
        }
      }
    }
  }
  CHECK_THROWS_AS(expand_entries(m.read("inv(A - A)"), ring), InvalidInput);
}

TEST_CASE("conditions in entries agree with conditions on values") {
  const test::Matrices m = small();
  const PolynomialRing ring = entry_ring(m.setting.symbols);
  for (const std::string text : {"rank(C) = 2", "rank(C*D) <= 1", "rank(A) < 2", "rank(A*B) != 2", "det(A) > 0",
                                 "A*B = B*A", "A != 0", "s*t >= 1", "rank(C) >= 1", "rank(D) > 1", "det(inv(A)) < 0"}) {
    const MatrixCondition condition = m.condition(text);
    const Formula formula = entry_formula(condition, ring);
    std::mt19937_64 engine(13);
    for (int round = 0; round < 20; ++round) {
      Assignment values = test::random_values(m.setting.symbols, engine);
      if (round % 3 == 0) values.insert_or_assign("A", Matrix(2, 2));
      if (round % 4 == 0) values.insert_or_assign("C", *evaluate(m.read("A*C"), values));
      if (!evaluate(condition.expression, values)) continue;
      CAPTURE(text);
      CAPTURE(to_string(values, m.setting.symbols));
      CHECK(formula.holds_at(point_of(values, ring, m.setting.symbols)) == holds(condition, values));
    }
  }
}
