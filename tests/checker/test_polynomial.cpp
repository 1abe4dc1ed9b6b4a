#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/elimination.hpp"
#include "checker/outcome.hpp"
#include "checker/random_polynomials.hpp"
#include "checker/set_reader.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

const std::vector<std::string> kNames{"x", "y", "z"};

Polynomial poly(const std::string& text) { return read_polynomial(text, Scope(kNames)); }

/// The determinant of the Sylvester matrix.
Polynomial sylvester(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  const auto p = a.coefficients(variable);
  const auto q = b.coefficients(variable);
  const std::size_t m = p.size() - 1;
  const std::size_t n = q.size() - 1;
  std::vector<std::vector<Polynomial>> rows(m + n, std::vector<Polynomial>(m + n, Polynomial(a.variables())));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= m; ++j) rows[i][i + j] = p[m - j];
  }
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t j = 0; j <= n; ++j) rows[n + i][i + j] = q[n - j];
  }
  return determinant(rows);
}

}  // namespace

TEST_CASE("checker: laws of polynomial rings, against values at points") {
  RandomPolynomials random(2);
  for (int round = 0; round < 100; ++round) {
    const Polynomial a = random.polynomial(3, 4, 3);
    const Polynomial b = random.polynomial(3, 4, 2);
    const Polynomial c = random.polynomial(3, 3, 2);
    const std::vector<Rational> at = random.point(3);
    CAPTURE(a.text(kNames));
    CAPTURE(b.text(kNames));
    CAPTURE(c.text(kNames));
    CHECK(a + b == b + a);
    CHECK(a * b == b * a);
    CHECK((a + b) * c == a * c + b * c);
    CHECK((a - a).is_zero());
    CHECK((a * b).at(at) == a.at(at) * b.at(at));
    CHECK((a + b).at(at) == a.at(at) + b.at(at));
    CHECK(a.at(1, at[1]).at(at) == a.at(at));
    CHECK_FALSE(a.at(1, at[1]).contains(1));
    CHECK((a * b).derivative(0) == a.derivative(0) * b + a * b.derivative(0));
    CHECK(power(a, 2) == a * a);
    CHECK(a.compose({b, c, b * c}).at(at) == a.at({b.at(at), c.at(at), b.at(at) * c.at(at)}));
    CHECK(poly(a.text(kNames)) == a);
    Polynomial sum(3);
    const auto coefficients = a.coefficients(2);
    for (std::size_t i = 0; i < coefficients.size(); ++i) {
      sum += coefficients[i] * power(Polynomial::variable(3, 2), i);
    }
    CHECK(sum == a);
    if (!b.is_zero()) {
      CHECK(divide_exactly(a * b, b) == a);
      CHECK(proportional(Rational(-2, 3) * b, b));
      CHECK_FALSE((b.degree(0) + b.degree(1) + b.degree(2) > 0 && divide_exactly(a * b + Polynomial(3, 1), b)));
    }
  }
}

TEST_CASE("checker: polynomials have one representation") {
  CHECK(poly("x/2+y/3") == poly("(3*x+2*y)/6"));
  CHECK(poly("(x+1)^2-x^2-2*x-1").is_zero());
  CHECK(poly("0*x").is_constant());
  CHECK(poly("x^2-3/2").text(kNames) == "x^2 - 3/2");
  CHECK(poly("x-x").text(kNames) == "0");
  CHECK(poly("-x*y^2+2").text(kNames) == "-x*y^2 + 2");
  CHECK(poly("4/3*x-2/3").primitive() == poly("2*x-1"));
  CHECK(poly("-4*x+2").primitive() == poly("-2*x+1"));
  CHECK(poly("y*x").level() == 2);
  CHECK(poly("5").level() == 0);
  CHECK(Polynomial::sum(1, {{u"\1", 2}, {u"\1", -2}}).is_zero());
  CHECK_THROWS_AS(poly("x") + Polynomial(2), std::logic_error);
  CHECK_THROWS_AS(power(Polynomial::variable(1, 0), 70000), Declined);
}

TEST_CASE("checker: exact division over Q") {
  CHECK(divide_exactly(poly("x^2-y^2"), poly("x-y")) == poly("x+y"));
  CHECK(divide_exactly(poly("x"), poly("2*x/3")) == poly("3/2"));
  CHECK(divide_exactly(poly("x+1"), poly("-2")) == poly("-x/2-1/2"));
  CHECK(divide_exactly(poly("0"), poly("x")) == poly("0"));
  CHECK_FALSE(divide_exactly(poly("x^2+y^2"), poly("x-y")));
  CHECK_FALSE(divide_exactly(poly("x"), poly("x^2")));
  CHECK_FALSE(divide_exactly(poly("1"), poly("x")));
  CHECK_FALSE(divide_exactly(poly("x^5"), poly("x-y^2")));
  CHECK_THROWS_AS(divide_exactly(poly("x"), poly("0")), std::logic_error);
}

TEST_CASE("checker: evident signs") {
  CHECK(poly("x^2+y^4*z^2+1").evident_sign() == 1);
  CHECK(poly("-x^2-1/2").evident_sign() == -1);
  CHECK(poly("7").evident_sign() == 1);
  for (const char* text : {"0", "x^2+y^2", "x^2-1", "x+1", "x*y+1", "x^2+y+1", "-x^2+1", "x^2*y+1"}) {
    CAPTURE(text);
    CHECK(poly(text).evident_sign() == 0);
  }
}

TEST_CASE("checker: resultants are determinants of Sylvester matrices") {
  RandomPolynomials random(3);
  int compared = 0;
  for (int round = 0; round < 60; ++round) {
    const Polynomial a = random.polynomial(3, 4, 2);
    const Polynomial b = random.polynomial(3, 4, 2);
    if (a.degree(0) == 0 || b.degree(0) == 0) continue;
    CAPTURE(a.text(kNames));
    CAPTURE(b.text(kNames));
    CHECK(resultant(a, b, 0) == sylvester(a, b, 0));
    const Polynomial common = poly("x-y");
    CHECK(resultant(a * common, b * common, 0).is_zero());
    ++compared;
  }
  CHECK(compared > 20);
  // (Cox, Little, O'Shea, Ideals, Varieties, and Algorithms, chapter 3, section 6, example 6.)
  CHECK(resultant(poly("x*y-1"), poly("x^2+y^2-4"), 0) == poly("y^4-4*y^2+1"));
}

TEST_CASE("checker: discriminants") {
  const std::vector<std::string> names{"a", "b", "c", "d", "x"};
  const auto read = [&](const char* text) { return read_polynomial(text, Scope(names)); };
  CHECK(discriminant(read("a*x^2+b*x+c"), 4) == read("b^2-4*a*c"));
  CHECK(discriminant(read("a*x^3+b*x^2+c*x+d"), 4) == read("b^2*c^2-4*a*c^3-4*b^3*d-27*a^2*d^2+18*a*b*c*d"));
  CHECK(discriminant(read("(x-a)*(x-b)*(x-c)"), 4) == read("((a-b)*(b-c)*(c-a))^2"));
  CHECK(discriminant(read("(x-a)^2*(x-b)"), 4).is_zero());
  CHECK_THROWS_AS(discriminant(read("a*x+b"), 4), std::logic_error);
}

TEST_CASE("checker: multiples of polynomials by a number") {
  CHECK(proportional(poly("2*x-4*y^2"), poly("2*y^2-x")));
  CHECK(proportional(poly("0"), poly("x-x")));
  for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{{"x", "y"},
                                                                             {"x+y", "x-y"},
                                                                             {"x+y", "x"},
                                                                             {"x", "x+y"},
                                                                             {"x+y", "x+2*y"},
                                                                             {"x^2+y", "x+y"},
                                                                             {"0", "x"},
                                                                             {"x", "0"}}) {
    INFO(a << " and " << b);
    CHECK_FALSE(proportional(poly(a), poly(b)));
  }
  CHECK_FALSE(proportional(Polynomial(2, 1), Polynomial(3, 1)));
  CHECK((Rational(0) * poly("x+y")).is_zero());
  CHECK(poly("x*y+3").derivative(0) == poly("y"));
  CHECK_THROWS_AS(Polynomial(2, 1) * Polynomial(3, 1), std::logic_error);
  CHECK_THROWS_AS(divide_exactly(Polynomial(2, 1), Polynomial(3, 1)), std::logic_error);
  CHECK_THROWS_AS(poly("x+y").univariate(0), std::logic_error);
  CHECK_THROWS_AS(poly("x").at(std::vector<Rational>{1, 2}), std::logic_error);
  CHECK_THROWS_AS(poly("x").compose({poly("x")}), std::logic_error);
}

TEST_CASE("checker: formulas without parts, and as texts") {
  CHECK(Formula::conjunction({}) == Formula::truth());
  CHECK(Formula::disjunction({}) == Formula::falsity());
  CHECK(Formula::falsity().negated() == Formula::truth());
  CHECK(Formula::truth().conjuncts().empty());
  const auto text = [](const std::string& formula) { return read_formula(formula, Scope(kNames)).text(kNames); };
  CHECK(text("true") == "true");
  CHECK(text("x = x + 1") == "false");
  CHECK(text("x > 0 and (y = 0 or z != 1)") == "x > 0 and (y = 0 or z - 1 != 0)");
}
