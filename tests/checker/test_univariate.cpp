#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "checker/algebraic_fibre.hpp"
#include "checker/random_polynomials.hpp"
#include "checker/real_line.hpp"
#include "checker/set_reader.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

Univariate univariate(const std::string& text) {
  return read_polynomial(text, Scope(std::vector<std::string>{"x"})).univariate(0);
}

AlgebraicFibre fibre(const std::string& text) {
  const Polynomial p = read_polynomial(text, Scope(std::vector<std::string>{"t", "x"}));
  AlgebraicFibre result(p.degree(1) + 1, std::vector<Integer>(p.degree(0) + 1));
  for (const Polynomial::Term& term : p.terms()) result[term.exponents[1]][term.exponents[0]] = term.coefficient;
  return result;
}

}  // namespace

TEST_CASE("checker: root counts agree with products of known roots") {
  RandomPolynomials random(4);
  for (int round = 0; round < 150; ++round) {
    std::vector<Rational> roots;
    Univariate p = univariate("x^2+x+1");
    for (long i = random.between(0, 5); i > 0; --i) {
      const Rational root{random.between(-4, 4), random.between(1, 2)};
      for (long copies = random.between(1, 2); copies > 0; --copies) {
        p = p * Univariate({-root.numerator(), root.denominator()});
      }
      if (std::find(roots.begin(), roots.end(), root) == roots.end()) roots.push_back(root);
    }
    if (random.between(0, 1) == 0) p = -p;
    const Rational a(random.between(-9, 0), 2);
    const Rational b = a + Rational(random.between(1, 9), 2);
    const auto count = [&](const auto& inside) {
      return static_cast<std::size_t>(std::count_if(roots.begin(), roots.end(), inside));
    };
    CAPTURE(round);
    const RootCounter counter(p);
    CHECK(counter.all() == roots.size());
    CHECK(counter.below(a) == count([&](const Rational& r) { return r < a; }));
    CHECK(counter.up_to(a) == count([&](const Rational& r) { return r <= a; }));
    CHECK(counter.inside(a, b) == count([&](const Rational& r) { return a < r && r < b; }));
    CHECK(counter.within(a, b) == count([&](const Rational& r) { return a <= r && r <= b; }));
    CHECK(squarefree_part(p).degree() == roots.size() + 2);
  }
}

TEST_CASE("checker: root counts of known polynomials") {
  CHECK(RootCounter(univariate("7")).all() == 0);
  CHECK(RootCounter(univariate("x^2+1")).all() == 0);
  CHECK(RootCounter(univariate("x^2-2")).inside(1, 2) == 1);
  CHECK(RootCounter(univariate("(x^2-2)^3*(x-1)^2")).all() == 3);
  CHECK(RootCounter(univariate("x^3-2*x-5")).all() == 1);
  // Wilkinson's polynomial of degree 12.
  CHECK(RootCounter(univariate("(x-1)*(x-2)*(x-3)*(x-4)*(x-5)*(x-6)*(x-7)*(x-8)*(x-9)*(x-10)*(x-11)*(x-12)"))
            .within(3, 9) == 7);
  CHECK_THROWS_AS(RootCounter{Univariate()}, std::logic_error);
  CHECK_THROWS_AS(remainder(univariate("x"), Univariate()), std::logic_error);
  CHECK_THROWS_AS(exact_quotient(univariate("x^2+1"), univariate("x-1")), std::logic_error);
  CHECK(gcd(univariate("(x-1)*(x+2)"), univariate("(x-1)*(x+3)")) == univariate("x-1"));
}

TEST_CASE("checker: signs at algebraic numbers") {
  const AlgebraicNumber root_of_two(univariate("x^2-2"), 1, 2);
  CHECK(root_of_two.sign_of(univariate("x^2-2")) == 0);
  CHECK(root_of_two.sign_of(univariate("x^4-4")) == 0);
  CHECK(root_of_two.sign_of(univariate("5*x-7")) == 1);
  CHECK(root_of_two.sign_of(univariate("7*x-10")) == -1);
  CHECK(root_of_two.sign_of(univariate("(x^2-2)*(x-9)+1")) == 1);
  CHECK(root_of_two.sign_of(univariate("-3")) == -1);
  CHECK(root_of_two.sign_of(Univariate()) == 0);
  // Neighbouring convergents of the continued fraction, on both sides, less than 10^-22 away.
  CHECK(root_of_two.sign_of(univariate("107578520350*x-152139002499")) == -1);
  CHECK(root_of_two.sign_of(univariate("259717522849*x-367296043199")) == 1);
  const AlgebraicNumber reducible(univariate("(x^2-2)*(x-3)"), 1, 2);
  CHECK(reducible.sign_of(univariate("x^2-2")) == 0);
  CHECK(reducible.sign_of(univariate("x-3")) == -1);

  CHECK_THROWS_WITH(AlgebraicNumber(univariate("x^2-2"), -2, 2), "the interval of an algebraic number holds 2 roots");
  CHECK_THROWS_WITH(AlgebraicNumber(univariate("x^2-2"), 2, 3), "the interval of an algebraic number holds 0 roots");
  CHECK_THROWS_WITH(AlgebraicNumber(univariate("x^2-2"), 2, 1), "the interval of an algebraic number is empty");
  CHECK_THROWS_AS(AlgebraicNumber(univariate("(x-1)^2"), 0, 2), std::invalid_argument);
  CHECK_THROWS_AS(AlgebraicNumber(univariate("x-1"), 1, 2), std::invalid_argument);
  CHECK_THROWS_AS(AlgebraicNumber(univariate("3"), 1, 2), std::invalid_argument);
  // One root inside, and one at an end.
  CHECK_THROWS_AS(AlgebraicNumber(univariate("x*(x^2-2)"), 0, 2), std::invalid_argument);
  CHECK_THROWS_AS(AlgebraicNumber(univariate("(x-2)*(x^2-2)"), 1, 2), std::invalid_argument);
}

// n*sqrt(2) - m for m^2 - 2 n^2 = 1 or -1: smaller than what intervals of any fixed width tell from 0.
TEST_CASE("signs at algebraic numbers, of values near 0 and of 0 itself") {
  const AlgebraicNumber alpha(univariate("x^2-2"), 1, 2);
  const AlgebraicNumber negative(univariate("x^2-2"), -2, -1);
  const AlgebraicNumber one_of_four(univariate("(x^2-2)*(x^2-3)"), 1, Rational(3, 2));
  Integer m = 1;
  Integer n = 1;
  for (int k = 1; k < 300; ++k) {
    const int expected = k % 2 == 1 ? 1 : -1;  // m^2 - 2 n^2 is -expected
    CAPTURE(k);
    CHECK(alpha.sign_of(Univariate({-m, n})) == expected);
    CHECK(alpha.sign_of(Univariate({m, -n})) == -expected);
    CHECK(negative.sign_of(Univariate({m, n})) == -expected);
    CHECK(one_of_four.sign_of(Univariate({-m, n})) == expected);
    // An interval with an end where a remainder of the chain vanishes.
    const Rational end(2 * n, m);
    const AlgebraicNumber beside(univariate("x^2-2"), expected < 0 ? end : Rational(1),
                                 expected < 0 ? Rational(2) : end);
    CHECK(beside.sign_of(Univariate({-m, n})) == expected);
    CHECK(beside.sign_of(Univariate({m, -n})) == -expected);
    const Integer next = m + 2 * n;
    n += m;
    m = next;
  }
  CHECK(one_of_four.sign_of(univariate("(x^2-2)*(x-5)")) == 0);
  CHECK(one_of_four.sign_of(univariate("(x^2-3)*(x-5)")) == 1);
  CHECK(one_of_four.sign_of(univariate("(x^2-2)*(x^2-3)*(x+1)")) == 0);
}

TEST_CASE("checker: root counts over algebraic numbers") {
  const AlgebraicNumber alpha(univariate("x^2-2"), 1, 2);
  const auto all = [&](const char* text) { return FibreRootCounter(alpha, {fibre(text)}).all(); };
  CHECK(all("x^2-t") == 2);
  CHECK(all("x^2+t") == 0);
  CHECK(all("(x-t)^2") == 1);
  CHECK(all("(t^2-2)*x^3+x^2-1") == 2);  // the leading coefficient vanishes
  CHECK(all("(t^2-2)*x+1") == 0);
  CHECK(all("x^3-3*x+2*t-2") == 3);
  CHECK(all("x^2-2*t*x+2") == 1);  // (x - alpha)^2
  CHECK(all("(x-t)*(x+t)*(x-1)*(x^2+t)") == 3);
  CHECK(all("5") == 0);
  CHECK_THROWS_AS(all("t^2-2"), std::invalid_argument);
  const FibreRootCounter counter(alpha, {fibre("(x-t)*(x+t)*x")});
  CHECK(counter.below(-2) == 0);
  CHECK(counter.below(Rational(-7, 5)) == 1);
  CHECK(counter.below(Rational(7, 5)) == 2);
  CHECK(counter.below(Rational(3, 2)) == 3);
  CHECK(counter.vanishes_at(0));
  CHECK_THROWS_AS(counter.below(0), std::logic_error);
}

TEST_CASE("checker: over a rational alpha the counts are those of the specialised polynomial") {
  RandomPolynomials random(5);
  for (int round = 0; round < 60; ++round) {
    const Rational a{random.between(-4, 4), random.between(1, 3)};
    // A reducible polynomial for the same number.
    const AlgebraicNumber alpha(Univariate({-a.numerator(), a.denominator()}) * univariate("x^2-50"), a - Rational(1),
                                a + Rational(1));
    const Polynomial p = random.polynomial(2, 6, 3);
    AlgebraicFibre f(p.degree(1) + 1, std::vector<Integer>(p.degree(0) + 1));
    for (const Polynomial::Term& term : p.terms()) f[term.exponents[1]][term.exponents[0]] = term.coefficient;
    const Univariate special = p.at(0, a).univariate(1);
    CAPTURE(p.text({"t", "x"}));
    CAPTURE(to_string(a));
    CHECK(vanishes_identically(alpha, f) == special.is_zero());
    if (special.is_zero()) continue;
    const FibreRootCounter counter(alpha, {f});
    const RootCounter expected(special);
    CHECK(counter.all() == expected.all());
    const Rational y(random.between(-9, 9), 4);
    CHECK(counter.vanishes_at(y) == expected.is_root(y));
    if (!expected.is_root(y)) CHECK(counter.below(y) == expected.below(y));
  }
}

TEST_CASE("checker: common roots over an algebraic number are counted once") {
  const AlgebraicNumber alpha(univariate("x^2-2"), 1, 2);
  const auto all = [&](std::vector<std::string> texts) {
    std::vector<AlgebraicFibre> fibres;
    for (const std::string& text : texts) fibres.push_back(fibre(text));
    return FibreRootCounter(alpha, fibres).all();
  };
  CHECK(all({}) == 0);
  CHECK(all({"x-t", "x+t"}) == 2);
  CHECK(all({"x-t", "x^2-2"}) == 2);
  CHECK(all({"x^2-2", "x-t"}) == 2);
  CHECK(all({"(x-t)^2", "x-t", "x^2-2*t*x+2"}) == 1);
  CHECK(all({"(x-t)*(x-1)", "(x-1)*(x-3)", "(x-3)*(x-t)", "x^2+t"}) == 3);
  CHECK(all({"(x-1)*(x^2+1)", "(x^2+1)*(x-2)"}) == 2);  // the common roots are not real
  CHECK(all({"7", "x", "t"}) == 1);
  CHECK_THROWS_AS(all({"x", "x*(t^2-2)"}), std::invalid_argument);
}

TEST_CASE("checker: unions of roots over a rational alpha are those of the specialised product") {
  RandomPolynomials random(11);
  for (int round = 0; round < 40; ++round) {
    const Rational a{random.between(-4, 4), random.between(1, 3)};
    const AlgebraicNumber alpha(Univariate({-a.numerator(), a.denominator()}) * univariate("x^2-50"), a - Rational(1),
                                a + Rational(1));
    std::vector<AlgebraicFibre> fibres;
    Univariate product({1});
    for (int i = 0; i < 3; ++i) {
      // (x - r), for few r, so that roots are common; times a polynomial in t and x
      const Polynomial x = Polynomial::variable(2, 1);
      const Polynomial factor = x - Polynomial(2, random.between(0, 2));
      const Polynomial p = factor * random.polynomial(2, 3, 2);
      const Univariate special = p.at(0, a).univariate(1);
      if (special.is_zero()) continue;
      product = product * special;
      fibres.emplace_back(p.degree(1) + 1, std::vector<Integer>(p.degree(0) + 1));
      for (const Polynomial::Term& term : p.terms()) {
        fibres.back()[term.exponents[1]][term.exponents[0]] = term.coefficient;
      }
    }
    const FibreRootCounter counter(alpha, fibres);
    const RootCounter expected(product);
    CHECK(counter.all() == expected.all());
    for (const long sixths : {-2, 3, 6, 9, 15}) {
      const Rational y(sixths, 6);
      CHECK(counter.vanishes_at(y) == expected.is_root(y));
      if (!expected.is_root(y)) CHECK(counter.below(y) == expected.below(y));
    }
  }
}

TEST_CASE("checker: signs at an algebraic number closer to 0 than intervals tell") {
  const AlgebraicNumber alpha(univariate("x^2-2"), 1, 2);
  // the convergents of sqrt(2), so good that 1 - alpha q/p is about 1/q^2
  Integer p = 1;
  Integer q = 1;
  for (int i = 0; i < 100; ++i) {
    CHECK(alpha.sign_of(Univariate({-p, q})) == (i % 2 == 0 ? 1 : -1));
    CHECK(alpha.sign_of(Univariate({-p * p, 0, q * q})) == (i % 2 == 0 ? 1 : -1));
    const Integer next = p + 2 * q;
    q = p + q;
    p = next;
  }
  CHECK(alpha.sign_of(univariate("(x^2-2)*(x-7)")) == 0);
  const AlgebraicNumber half(univariate("2*x-1"), 0, 1);  // found exactly by bisection
  CHECK(half.sign_of(univariate("4*x^2-1")) == 0);
  CHECK(half.sign_of(univariate("x-1")) == -1);
}

TEST_CASE("checker: pieces of the line") {
  const RealLine line({univariate("x^2-2"), univariate("x"), univariate("x*(x-5)"), Univariate()}, {-2, -1, 1, 2, 6});
  CHECK(line.roots().all() == 4);
  CHECK(line.sign_at_root(0, 0) == 0);
  CHECK(line.sign_at_root(1, 0) == -1);
  CHECK(line.sign_at_root(0, 1) == -1);
  CHECK(line.sign_at_root(1, 1) == 0);
  CHECK(line.sign_at_root(2, 1) == 0);
  CHECK(line.sign_at_root(3, 1) == 0);
  CHECK(line.sign_in_gap(2, 4) == 1);
  CHECK_THROWS_AS(RealLine({univariate("x")}, {-1, 0}), std::invalid_argument);
  CHECK_THROWS_AS(RealLine({univariate("x")}, {1, -1}), std::invalid_argument);
  CHECK_THROWS_AS(RealLine({univariate("x")}, {1, 2}), std::invalid_argument);
  CHECK_THROWS_AS(RealLine({univariate("x"), univariate("x-1")}, {-1, 2}), std::invalid_argument);
  CHECK_THROWS_AS(RealLine({univariate("x")}, {}), std::invalid_argument);
}

TEST_CASE("checker: points between roots on [0, 1]") {
  for (const char* text : {"1", "x", "x-1", "x*(x-1)", "2*x-1", "(2*x-1)^2*(3*x-1)*x", "x^2-1/2",
                           "(x^2-1/2)*(x-1)*(100*x-1)", "(1000*x-1)*(1000*x-2)*(x+1)", "x-3"}) {
    CAPTURE(text);
    const Univariate p = univariate(text);
    const auto points = points_between_roots({p, Univariate()});
    const RealLine line({p}, points);
    CHECK(line.gaps() == RootCounter(p).inside(0, 1) + 1);
    CHECK(points.front() >= Rational(0));
    CHECK(points.back() <= Rational(1));
  }
}
