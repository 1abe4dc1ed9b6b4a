#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"
#include "reduce/line_set.hpp"

using namespace isthmus;

namespace {

std::size_t pieces(const std::string& text) { return LineSet(parse_set(text, {{"x"}, {}, ""})).components().size(); }

}  // namespace

TEST_CASE("intervals, points, and what joins them") {
  CHECK(pieces("true") == 1);
  CHECK(pieces("false") == 0);
  CHECK(pieces("x != 0") == 2);
  CHECK(pieces("x^2 <= 0") == 1);
  CHECK(pieces("x^2 < 0") == 0);
  CHECK(pieces("x^2 = 2") == 2);
  CHECK(pieces("x < 0 or x > 0 or x = 0") == 1);
  CHECK(pieces("x <= 0 or x > 0") == 1);
  CHECK(pieces("x < 0 or x > 0") == 2);
  CHECK(pieces("x^2*(x-1)^2 <= 0") == 2);
  CHECK(pieces("(x^2-2)*(x^2-3) >= 0") == 3);
  CHECK(pieces("x^3-3*x+1 = 0 or x > 1") == 3);
  CHECK(pieces("x^5-x-1 > 0 and x^5-x-1 < 1/1000000000") == 1);
}

TEST_CASE("random formulas with rational roots against a walk over half steps") {
  for (std::size_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x"});
    const Polynomial x = Polynomial::variable(ring, 0);
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 3; ++i) {
      Polynomial p(ring, Rational(random.coefficient()));
      for (std::size_t j = 0; j < 1 + random.below(3); ++j)
        p *= pow(x - Polynomial(ring, Rational(random.between(-4, 4))), 1 + static_cast<unsigned>(random.below(2)));
      polynomials.push_back(p);
    }
    const Formula formula = random.formula(polynomials, 3, false);
    CAPTURE(formula.to_string());
    // All roots are integers: truth at integers and half integers is everything.
    std::size_t expected = 0;
    bool before = false;
    for (long twice = -11; twice <= 11; ++twice) {
      const bool here = formula.holds_at({Rational(Integer(twice), Integer(2))});
      if (here && !before) ++expected;
      before = here;
    }
    const LineSet set(plain_set(ring, formula));
    CHECK(set.components().size() == expected);
    for (std::size_t i = 0; i < set.components().size(); ++i) {
      const RealRoot& sample = set.components()[i].sample;
      CHECK(sample.is_point());
      CHECK(formula.holds_at({sample.lower()}));
      CHECK(set.component_at(sample) == i);
    }
    for (long twice = -11; twice <= 11; ++twice) {
      const Rational at(Integer(twice), Integer(2));
      CHECK(set.component_at(RealRoot(at)).has_value() == formula.holds_at({at}));
    }
  }
}

TEST_CASE("irrational points are components, named exactly") {
  const LineSet set(parse_set("x^4-10*x^2+1 = 0 or x > 5"));
  REQUIRE(set.components().size() == 5);
  const RealRoot largest =
      isolate_real_roots(parse_polynomial("x^4-10*x^2+1", PolynomialRing({"x"})).to_univariate(0)).back();
  CHECK(set.components()[3].sample == largest);
  CHECK(set.component_at(largest) == 3);
  CHECK(set.component_at(RealRoot(Rational(6))) == 4);
  CHECK_FALSE(set.component_at(RealRoot(Rational(5))).has_value());
  CHECK_FALSE(set.component_at(RealRoot(Rational(3))).has_value());
}

TEST_CASE("anything but one variable without parameters is refused") {
  CHECK_THROWS_AS(LineSet(parse_set("x*y = 1")), InvalidInput);
  CHECK_THROWS_AS(LineSet(parse_set("a*x = 1", {{"x"}, {"a"}, ""})), InvalidInput);
}
