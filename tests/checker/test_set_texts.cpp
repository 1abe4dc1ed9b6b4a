#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/random_polynomials.hpp"
#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

Formula formula(const std::string& text) { return read_formula(text, Scope({"x", "y", "z"})); }

}  // namespace

TEST_CASE("checker: the set language") {
  struct Accepted {
    std::string text;
    std::vector<std::string> inside;
    std::vector<std::string> outside;
  };
  const std::vector<Accepted> accepted = {
      {"x == 1", {"x=1"}, {"x=0"}},
      {"x != 1", {"x=0"}, {"x=1"}},
      {"x <= 1", {"x=1", "x=0"}, {"x=2"}},
      {"1 < x", {"x=2"}, {"x=1"}},
      {"x = 0.125", {"x=1/8"}, {"x=0.1249"}},
      {"x = 6/2/3", {"x=1"}, {"x=9"}},
      {"x/(1+1) = 1", {"x=2"}, {"x=1"}},
      {"-x^2 = -4", {"x=2", "x=-2"}, {"x=4"}},
      {"x**3 = 8", {"x=2"}, {"x=-2"}},
      {"x^2^3 = 256", {"x=2"}, {"x=4"}},
      {"x^0^5 = 1", {"x=3"}, {}},
      {"2--x = 3", {"x=1"}, {"x=-1"}},
      {"x = 1 or y = 1 and z = 1", {"x=1, y=0, z=0", "x=0, y=1, z=1"}, {"x=0, y=1, z=0"}},
      {"not x = 1 and y = 1", {"x=0, y=1"}, {"x=1, y=1", "x=0, y=0"}},
      {"not (x < 1 or y >= 1)", {"x=1, y=0"}, {"x=0, y=0", "x=1, y=1"}},
      {"not (x <= 1 and not y > 0)", {"x=2, y=0", "x=0, y=1"}, {"x=0, y=0"}},
      {"x = 1 and true or false", {"x=1"}, {"x=2"}},
  };
  for (const auto& [text, inside, outside] : accepted) {
    CAPTURE(text);
    const Set set = set_of(text);
    for (const std::string& point : inside) CHECK(set.holds_at(read_point(point, set)));
    for (const std::string& point : outside) CHECK_FALSE(set.holds_at(read_point(point, set)));
  }
  for (const char* text : {"",        "x",        "x = ",        "x = y = 1",       "x/y = 1",      "x/0 = 1",
                           "x^y = 1", "x^-1 = 1", "x^(1/2) = 1", "x^0.5 = 1",       "2 x = 1",      "x = 1 and",
                           "(x = 1",  "x = 1)",   "x && y",      "x + (y = 1) = 2", "f(x) = 1",     "x[1] = 1",
                           "not x",   "x = .5",   "1e5 = x",     "(x = 1) + 1 = 2", "x = 1, y = 2", "true = 1"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(set_of(text), InvalidClaim);
  }
  CHECK_THROWS_AS(set_of("x^99999 = 1"), Declined);
  CHECK_THROWS_AS(set_of(std::string(300, '(') + "x" + std::string(300, ')') + " = 1"), Declined);
  CHECK_THROWS_AS(set_of("x = 1", {"x", "x"}), InvalidClaim);
  CHECK_THROWS_AS(set_of("x = 1", {"1x"}), InvalidClaim);
  CHECK_THROWS_AS(set_of("x = 1", {"x"}, {"x"}), InvalidClaim);
  CHECK_THROWS_AS(set_of("x = e", {}, {"e"}, "x > 0"), InvalidClaim);
  CHECK(set_of("y = x and e = 1", {"z", "x"}, {"e"}).coordinates.size() == 3);
}

TEST_CASE("checker: atoms have one form") {
  CHECK(formula("2*x < 4") == formula("2 - x > 0"));
  CHECK(formula("x = y") == formula("3*y - 3*x = 0"));
  CHECK_FALSE(formula("x < y") == formula("y < x"));
  CHECK(formula("x < x + 1").is(Formula::Kind::truth));
  CHECK(formula("x > 0 and 1 = 2").is(Formula::Kind::falsity));
  CHECK(formula("(x = 1 and y = 1) and z = 1").conjuncts().size() == 3);
  CHECK(formula("not (x = 1 or y = 1)") == formula("x != 1 and y != 1"));
  CHECK(formula("x = 1 and y = 1").requires_that(formula("2 - 2*y = 0").as_atom().polynomial, Relation::equal));
  CHECK_FALSE(formula("x = 1 or y = 1").requires_that(formula("x = 1").as_atom().polynomial, Relation::equal));
}

TEST_CASE("checker: three-valued truth never contradicts the exact one") {
  RandomPolynomials random(6);
  const std::vector<std::string> texts = {"x > 0 and (y = 0 or z <= x) or not (x != y)", "x*y < 1 or y >= 2 and z != 0",
                                          "(x = 0 or y < 0) and (z > 0 or x <= y)"};
  for (int round = 0; round < 200; ++round) {
    const Formula f = formula(texts[static_cast<std::size_t>(random.between(0, 2))]);
    const std::vector<Rational> point = random.point(3);
    std::vector<SignSet> signs;
    for (const Atom* atom : f.atoms()) {
      const SignSet exact = SignSet::only(sign(atom->polynomial.at(point)));
      signs.push_back(random.between(0, 1) == 0 ? SignSet::all() : exact);
    }
    const Truth known = f.truth_for(signs);
    CAPTURE(round);
    CHECK(f.negated().holds_at(point) != f.holds_at(point));
    if (known != Truth::unknown) CHECK((known == Truth::yes) == f.holds_at(point));
  }
}

TEST_CASE("checker: sign sets bound sums, products and powers") {
  const std::vector<SignSet> sets = {SignSet::all(),   SignSet::nonzero(), SignSet::only(1),
                                     SignSet::only(0), SignSet::only(-1),  SignSet::only(0) + SignSet::only(0)};
  for (const SignSet a : sets) {
    for (const SignSet b : sets) {
      for (const int i : {-2, -1, 0, 1, 2}) {
        for (const int j : {-2, -1, 0, 1, 2}) {
          if (!a.has(i) || !b.has(j)) continue;
          CHECK((a + b).has(i + j));
          CHECK((a * b).has(i * j));
          CHECK(power(a, 2).has(i * i));
          CHECK(power(a, 3).has(i));
        }
      }
    }
  }
  CHECK_FALSE(SignSet::all().squared().has(-1));
  CHECK_FALSE((SignSet::nonzero() * SignSet::nonzero()).has(0));
  CHECK_FALSE((SignSet::only(1) + SignSet::only(1)).has(0));
}

TEST_CASE("checker: substitution keeps signs") {
  RandomPolynomials random(7);
  for (int round = 0; round < 100; ++round) {
    const Polynomial p = random.polynomial(3, 5, 3);
    const Polynomial numerator = random.polynomial(3, 3, 2).at(2, 0);
    const Polynomial denominator = random.polynomial(3, 3, 2).at(2, 0);
    std::vector<Rational> point = random.point(3);
    if (sign(denominator.at(point)) == 0) continue;
    point[2] = numerator.at(point) / denominator.at(point);
    CAPTURE(round);
    const Polynomial replaced = substituted(p, {2, numerator, denominator});
    CHECK_FALSE(replaced.contains(2));
    CHECK(sign(replaced.at(point)) == sign(p.at(point)));
  }
}
