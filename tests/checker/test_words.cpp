#include <doctest/doctest.h>

#include "checker/claims.hpp"
#include "checker/entries.hpp"
#include "checker/facts.hpp"
#include "checker/matrix_reader.hpp"
#include "checker/outcome.hpp"
#include "checker/values.hpp"
#include "checker/words.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

/// A, B, C square of size n, D: n x m, E: m x n, the scalars s and t.
struct Setup {
  explicit Setup(std::size_t n, std::size_t m) {
    for (const char* name : {"A", "B", "C"}) add({name, name, {n, n}, false, false, true});
    add({"D", "D", {n, m}, false, false, false});
    add({"E", "E", {m, n}, false, false, false});
    for (const char* name : {"s", "t"}) add({name, name, {}, true, false, true});
  }
  void add(const Symbol& symbol) {
    symbols.push_back(symbol);
    names.symbols.emplace(symbol.name, symbol);
  }
  Matrix operator()(const std::string& text) const { return read_matrix(parse(text), names); }
  Condition condition(const std::string& text) const { return read_condition(parse(text), names); }

  std::vector<Symbol> symbols;
  Names names;
};

bool equal(const Setup& setup, const std::string& left, const std::string& right, bool any_size = false) {
  return Words(setup.symbols, any_size).equal(setup(left), setup(right));
}

/// A random n x n expression.
Matrix random_square(const Setup& setup, Dice& dice, int depth) {
  const std::vector<std::string> leaves{"A", "B", "C", "D*E", "I(2)", "T(A)", "D*T(D)"};
  if (depth == 0) return setup(leaves[dice.below(leaves.size())]);
  const Matrix one = random_square(setup, dice, depth - 1);
  switch (dice.below(7)) {
    case 0:
    case 1:
      return sum({one, random_square(setup, dice, depth - 1)});
    case 2:
    case 3:
      return product({one, random_square(setup, dice, depth - 1)});
    case 4:
      return transpose(one);
    case 5:
      return inverse(one);
    default:
      return product({setup(dice.below(2) == 0 ? "s + 2" : "t/s"), one});
  }
}

Values random_values(const Setup& setup, Dice& dice) {
  Values values;
  for (const Symbol& symbol : setup.symbols) {
    RationalMatrix matrix(symbol.shape.rows, std::vector<Rational>(symbol.shape.columns));
    for (auto& row : matrix) {
      for (Rational& entry : row) entry = dice.rational();
    }
    values.emplace(symbol.name, matrix);
  }
  return values;
}

/// The sum of words as an expression.
Matrix expression_of(const Setup& setup, const Words& words, const WordSum& sum);

Matrix letter_of(const Setup& setup, const Words& words, const Letter& letter) {
  if (letter.inverse_of != nullptr) return inverse(expression_of(setup, words, *letter.inverse_of));
  if (letter.key.ends_with('\'')) return transpose(setup(letter.key.substr(0, letter.key.size() - 1)));
  return setup(letter.key);
}

Matrix expression_of(const Setup& setup, const Words& words, const WordSum& sum) {
  std::vector<Matrix> terms{zero(sum.shape)};
  for (const auto& [word, c] : sum.terms) {
    std::vector<Matrix> factors{setup("(" + c.numerator.text(words.scalars()) + ")"),
                                inverse(setup("(" + c.denominator.text(words.scalars()) + ")"))};
    if (word.empty()) factors.push_back(identity(sum.shape.rows));
    for (const Letter& letter : word) factors.push_back(letter_of(setup, words, letter));
    terms.push_back(product(std::move(factors)));
  }
  return isthmus::check::sum(std::move(terms));
}

}  // namespace

TEST_CASE("laws of the free ring hold as words, and what is no law does not") {
  const Setup f(2, 3);
  CHECK(equal(f, "A*(B + C)", "A*B + A*C"));
  CHECK(equal(f, "(A*B)*C - A*(B*C)", "0*A"));
  CHECK(equal(f, "A*inv(A)", "I(2)"));
  CHECK(equal(f, "inv(A*B)", "inv(B)*inv(A)"));
  CHECK(equal(f, "inv(inv(A + B))", "A + B"));
  CHECK(equal(f, "T(A*D)", "T(D)*T(A)"));
  CHECK(equal(f, "T(inv(A))*T(A)", "I(2)"));
  CHECK(equal(f, "inv(D*E)*D*E", "I(2)"));
  CHECK(equal(f, "D*E*inv(D*E)", "I(2)"));
  CHECK(equal(f, "inv(A + B)*A + inv(A + B)*B", "I(2)"));
  CHECK(equal(f, "(A + B*C)*inv(A + B*C)", "I(2)"));
  CHECK(equal(f, "inv(A*C + B*C)", "inv(C)*inv(A + B)"));
  CHECK(equal(f, "inv(2*A + 2*B)", "inv(A + B)/2"));
  CHECK(equal(f, "(s*A)*inv(s*B)", "A*inv(B)"));
  CHECK(equal(f, "(s - t)*A/(t - s)", "-A"));
  CHECK(equal(f, "A*(s/t + t/s)", "A*(s^2 + t^2)/(s*t)"));
  CHECK_FALSE(equal(f, "A*B", "B*A"));
  CHECK_FALSE(equal(f, "A*B", "A*C"));
  CHECK_FALSE(equal(f, "T(A*B)", "T(A)*T(B)"));
  CHECK_FALSE(equal(f, "inv(A*B)", "inv(A)*inv(B)"));
  CHECK_FALSE(equal(f, "inv(A + B)", "inv(A) + inv(B)"));
  CHECK_FALSE(equal(f, "E*inv(D*E)*D", "I(3)"));
  CHECK_FALSE(equal(f, "s*A", "t*A"));
  CHECK_FALSE(equal(f, "A", "0*A"));
  CHECK(equal(f, "inv(A/s + B)", "s*inv(A + s*B)"));
  CHECK(equal(f, "inv(A/s + B/s)", "s*inv(A + B)"));
  CHECK(equal(f, "pinv(I(2))", "pinv(I(2))"));
  CHECK_FALSE(equal(f, "inv(inv(A) + B*C)", "A"));
  CHECK_FALSE(equal(f, "A*B*inv(s*A*B + C)", "I(2) - C*inv(s*A*B + C)"));
  CHECK_THROWS_AS(equal(f, "inv(A - A)", "A"), Declined);
}

TEST_CASE("words for any size do not use the sizes at hand") {
  const Setup one(1, 1);
  CHECK(equal(one, "T(A)", "A"));
  CHECK_FALSE(equal(one, "T(A)", "A", true));
  CHECK(equal(one, "E*inv(D*E)*D", "I(1)"));
  CHECK_FALSE(equal(one, "E*inv(D*E)*D", "I(1)", true));
  CHECK(equal(one, "inv(A*D*E*B)", "inv(B)*inv(D*E)*inv(A)", true));
  CHECK(equal(one, "inv(D*E)*D*E", "I(1)", true));
  CHECK(equal(one, "inv(A*B*T(A))", "inv(T(A))*inv(A*B)", true));
}

TEST_CASE("the normal form has the values of the expression") {
  const std::uint64_t seed = 20250301;
  CAPTURE(seed);
  Dice dice(seed);
  const Setup setup(2, 3);
  const Words words(setup.symbols, false);
  int compared = 0;
  for (int round = 0; round < 300; ++round) {
    const Matrix expression = random_square(setup, dice, 1 + static_cast<int>(dice.below(3)));
    INFO(to_string(expression));
    WordSum form;
    try {
      form = words.normal_form(expression);
    } catch (const Declined&) {
      continue;  // the inverse of 0
    }
    const Values values = random_values(setup, dice);
    const auto value = evaluate(expression, values);
    if (!value) continue;
    CHECK(evaluate(expression_of(setup, words, form), values) == value);
    ++compared;
  }
  CHECK(compared > 150);
}

TEST_CASE("expressions that agree as words agree at every matrix") {
  const std::uint64_t seed = 77;
  CAPTURE(seed);
  Dice dice(seed);
  const Setup setup(2, 3);
  const Words words(setup.symbols, false);
  int equal_pairs = 0;
  for (int round = 0; round < 2000; ++round) {
    const Matrix left = random_square(setup, dice, 1);
    const Matrix right = random_square(setup, dice, 1);
    INFO(to_string(left) << " and " << to_string(right));
    const Values values = random_values(setup, dice);
    const auto a = evaluate(left, values);
    const auto b = evaluate(right, values);
    if (!a || !b || !words.equal(left, right)) continue;
    CHECK(*a == *b);
    ++equal_pairs;
  }
  CHECK(equal_pairs > 20);
}

TEST_CASE("entries written out have the values of the expression") {
  const std::uint64_t seed = 4711;
  CAPTURE(seed);
  Dice dice(seed);
  const Setup setup(2, 3);
  const Scope scope(entry_names(setup.symbols));
  int compared = 0;
  for (int round = 0; round < 120; ++round) {
    const Matrix square = random_square(setup, dice, 1 + static_cast<int>(dice.below(2)));
    const Matrix expression = dice.below(3) == 0 ? determinant(square) : square;
    INFO(to_string(expression));
    const Values values = random_values(setup, dice);
    std::vector<Rational> point;
    for (const Symbol& symbol : setup.symbols) {
      for (const auto& row : values.at(symbol.name)) point.insert(point.end(), row.begin(), row.end());
    }
    const auto value = evaluate(expression, values);
    if (!value) continue;
    const Entries entries = expand(expression, scope);
    Rational denominator = 1;
    for (const Polynomial& factor : entries.denominators) denominator *= factor.at(point);
    REQUIRE(sign(denominator) != 0);
    for (std::size_t i = 0; i < value->size(); ++i) {
      for (std::size_t j = 0; j < (*value)[i].size(); ++j) {
        CHECK(entries.numerator[i][j].at(point) / denominator == (*value)[i][j]);
      }
    }
    ++compared;
  }
  CHECK(compared > 80);
}

TEST_CASE("conditions in entries hold where they hold at the matrices") {
  const std::uint64_t seed = 99;
  CAPTURE(seed);
  Dice dice(seed);
  const Setup setup(2, 3);
  const Scope scope(entry_names(setup.symbols));
  for (const char* text : {"det(A) > 0", "det(A*B) <= s", "A = B", "A != 0", "rank(D) = 2", "rank(D) < 2",
                           "rank(A) >= 0", "rank(A) < 0", "det(A*s) > 1", "A*s = B", "D*s*E = A", "1/s = t", "1/s != t",
                           "rank(A) >= 1", "rank(E) != 2", "rank(A) = 3", "s/t < 1", "det(inv(A)) > 0", "inv(A) = A"}) {
    CAPTURE(text);
    const Condition condition = setup.condition(text);
    const Formula formula = condition_in_entries(condition, scope);
    for (int round = 0; round < 40; ++round) {
      Values values = random_values(setup, dice);
      for (const char* name : {"A", "D", "E"}) {  // singular ones, too
        if (dice.below(2) == 0) values.at(name)[1] = values.at(name)[0];
      }
      if (!evaluate(condition.expression, values)) continue;
      std::vector<Rational> point;
      for (const Symbol& symbol : setup.symbols) {
        for (const auto& row : values.at(symbol.name)) point.insert(point.end(), row.begin(), row.end());
      }
      CHECK(formula.holds_at(point) == holds(condition, values));
    }
  }
}

TEST_CASE("facts follow from what conditions say about invertibility, and nothing else does") {
  const Setup f(2, 3);
  const Words words(f.symbols, false);
  const auto facts = [&](std::initializer_list<const char*> texts) {
    std::vector<Condition> conditions;
    for (const char* text : texts) conditions.push_back(f.condition(text));
    return Facts(words, conditions);
  };
  CHECK(facts({"det(A) != 0"}).is_invertible(f("A*inv(A)*T(A)")));
  CHECK(facts({"det(A*B) > 0"}).is_invertible(f("B")));
  CHECK(facts({"det(A*C + B*C) != 0"}).is_invertible(f("-3*(A + B)")));
  CHECK(facts({"rank(D) = 2"}).is_invertible(f("D*T(D)")));
  CHECK(facts({"rank(E) >= 2"}).is_invertible(f("T(E)*E")));
  CHECK(facts({"det(D*E) < 0"}).is_invertible(f("D*T(D)")));
  CHECK(facts({"det(D*E) < 0"}).is_invertible(f("T(E)*T(D)")));
  CHECK(facts({"s*t != 0", "det(A) != 0"}).is_defined(f("inv(s*A)/t")));
  CHECK(facts({"s != t"}).is_nonzero(f("t - s")));
  CHECK(facts({"s^2 - t^2 != 0"}).is_nonzero(f("s + t")));
  CHECK_FALSE(facts({"det(A) != 0"}).is_invertible(f("A + B")));
  CHECK_FALSE(facts({"det(A) = 0"}).is_invertible(f("A")));
  CHECK_FALSE(facts({"det(A) >= 0"}).is_invertible(f("A")));
  CHECK_FALSE(facts({"A != 0"}).is_invertible(f("A")));
  CHECK_FALSE(facts({"rank(D) = 1"}).is_invertible(f("D*T(D)")));
  CHECK_FALSE(facts({"rank(D) <= 2"}).is_invertible(f("D*T(D)")));
  CHECK_FALSE(facts({"rank(D) = 2"}).is_invertible(f("T(D)*D")));
  CHECK_FALSE(facts({"det(D*E) != 0"}).is_invertible(f("E*D")));
  CHECK_FALSE(facts({"det(A + B) != 0"}).is_invertible(f("A - B")));
  CHECK_FALSE(facts({"s != 0"}).is_nonzero(f("s + t")));
  CHECK_FALSE(facts({"s != 0"}).is_nonzero(f("s - s")));
  CHECK_FALSE(facts({"det(A) != 0"}).is_invertible(f("s*A")));
  CHECK_FALSE(facts({"det(A) != 0"}).is_defined(f("inv(A - A*B)")));
  CHECK_FALSE(facts({"det(A) != 0"}).is_invertible(f("inv(B)*B")));
  // An invertible sum says nothing of its words, and an invertible word nothing of a sum.
  CHECK_FALSE(facts({"det(A*B + D*E) != 0"}).is_invertible(f("A")));
  CHECK_FALSE(facts({"det(A*B + D*E) != 0"}).is_invertible(f("D*T(D)")));
  CHECK_FALSE(facts({"det(A) != 0"}).is_invertible(f("inv(A) + B*C")));
  CHECK_FALSE(facts({"s != 0"}).is_nonzero(f("s + 1/t - 1/t")));
  CHECK_FALSE(facts({"det(A) != 0"}).is_invertible(f("A - A")));
  CHECK(facts({"rank(A + B) = 2"}).is_invertible(f("A + B")));
  CHECK(facts({"det(A*B + A) != 0"}).is_invertible(f("A")));
  CHECK_FALSE(facts({"det(A*B + A) != 0"}).is_invertible(f("B")));
  CHECK_FALSE(facts({"det(D*pinv(D)) != 0"}).is_invertible(f("pinv(D)*D")));
  CHECK(facts({"det(A)*s != 0"}).is_invertible(f("s*A")));
  CHECK(facts({"det(A) != 0", "s != 0"}).is_nonzero(f("det(A)*s")));
  CHECK(facts({"det(A) != 0"}).is_nonzero(f("1/det(A)")));
  CHECK_FALSE(facts({"s != 0"}).is_nonzero(f("1/det(A)")));
  // Conditions that say nothing of words are passed over.
  for (const char* text : {"det(A)*D != 0", "rank(det(A)*D) = 2", "det(det(A)*D*T(D)) != 0", "det(A) + s != 0",
                           "det(A - A) != 0", "det(2*I(2)) != 0", "trace(A) != 0"}) {
    CAPTURE(text);
    CHECK_FALSE(facts({text}).is_invertible(f("D*T(D)")));
    CHECK_FALSE(facts({text}).is_invertible(f("A")));
  }
  CHECK_FALSE(facts({"det(A) != 0", "det(B) != 0"}).is_invertible(f("det(B)*A")));
  // A single row: not 0 is of full rank, = 0 is not.
  const Setup row(1, 3);
  const Words one(row.symbols, false);
  CHECK(Facts(one, {row.condition("D != 0")}).is_invertible(row("D*T(D)")));
  CHECK_FALSE(Facts(one, {row.condition("D = 0")}).is_invertible(row("D*T(D)")));
  CHECK_FALSE(Facts(one, {row.condition("det(A)*D != 0")}).is_invertible(row("D*T(D)")));
  const Facts any_size(
      Words(Setup(1, 1).symbols, true),
      {Setup(1, 1).condition("rank(D) = 1"), Setup(1, 1).condition("A != 0"), Setup(1, 1).condition("det(D*E) != 0")});
  CHECK_FALSE(any_size.is_invertible(Setup(1, 1)("D*T(D)")));
  CHECK_FALSE(any_size.is_invertible(Setup(1, 1)("A")));
  CHECK_FALSE(any_size.is_invertible(Setup(1, 1)("D")));
  CHECK(any_size.is_invertible(Setup(1, 1)("D*E")));
  const Facts sums(Words(Setup(1, 1).symbols, true), {Setup(1, 1).condition("det(D*E + D*E*A) != 0")});
  CHECK_FALSE(sums.is_invertible(Setup(1, 1)("D")));
  CHECK_FALSE(sums.is_invertible(Setup(1, 1)("E")));
  const Facts common(Words(Setup(1, 1).symbols, true), {Setup(1, 1).condition("det(D*E*A + D*T(D)) != 0")});
  CHECK_FALSE(common.is_invertible(Setup(1, 1)("D")));
}
