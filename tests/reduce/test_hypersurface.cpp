#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"
#include "reduce/hypersurface.hpp"
#include "reduce/unit_combination.hpp"

using namespace isthmus;

namespace {

constexpr std::size_t most = 1400;  // monomials

Polynomial in_plane(const std::string& text) { return parse_polynomial(text, PolynomialRing({"x", "y"})); }

bool is_smooth_hypersurface(const std::string& text) { return smooth_hypersurface(parse_set(text)).has_value(); }

void check_combination(const std::vector<Polynomial>& polynomials) {
  const auto multipliers = unit_combination(polynomials, most);
  REQUIRE(multipliers);
  REQUIRE(multipliers->size() == polynomials.size());
  Polynomial sum(polynomials.front().ring());
  for (std::size_t i = 0; i < polynomials.size(); ++i) sum += (*multipliers)[i] * polynomials[i];
  CHECK(sum == Polynomial(sum.ring(), Rational(1)));
}

}  // namespace

TEST_CASE("polynomials without a common complex zero have a combination that is 1") {
  check_combination({in_plane("x"), in_plane("1-x")});
  check_combination({in_plane("1/3")});
  check_combination({in_plane("x^2+y^2-1"), in_plane("x-2"), in_plane("y-1")});
  check_combination({in_plane("x*y-1"), in_plane("x^2*y")});
  check_combination({in_plane("2*x^3-1/2"), in_plane("y^2+x"), in_plane("x*y^2+y+1"), in_plane("x+y")});
  CHECK_FALSE(unit_combination({}, most));
  CHECK_FALSE(unit_combination({in_plane("x"), in_plane("y")}, most));
  CHECK_FALSE(unit_combination({in_plane("x^2+1"), in_plane("y")}, most));
  CHECK_FALSE(unit_combination({in_plane("x^2+1"), in_plane("y+3-x^5")}, 3));
  CHECK_FALSE(unit_combination({in_plane("x-y"), Polynomial(PolynomialRing({"x", "y"}))}, most));
}

TEST_CASE("random polynomials have one, but none if they vanish at a point") {
  std::size_t found = 0;
  for (std::size_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y"});
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 3; ++i) polynomials.push_back(random.sparse(ring, 3, 4));
    const bool any_zero = std::any_of(polynomials.begin(), polynomials.end(), [](const auto& p) { return p.is_zero(); });
    if (unit_combination(polynomials, most)) {
      check_combination(polynomials);
      ++found;
    }
    if (any_zero) continue;
    const std::vector<Rational> at{Rational(static_cast<long>(random.below(5))), Rational(1, 2)};
    for (Polynomial& p : polynomials) p -= Polynomial(ring, p.evaluate(at));
    CHECK_FALSE(unit_combination(polynomials, most));
  }
  CHECK(found > 20);
}

TEST_CASE("smooth hypersurfaces cut by hyperplanes") {
  for (const std::string text :
       {"x^2+y^2+z^2 = 1", "x^2+y^2 = z^2+1 and x > 0 and y+z != 3", "x^3+y^3+z^3+w^3+x*y*z*w = 1", "x^2+y^2+1 = 0",
        "x^2 = y^2 and x > 0", "x^4+y^4+z^4-3*x*y+z = 2", "x^2+y^2 = 1 and 0 < x and x < 1/2"}) {
    CAPTURE(text);
    CHECK(is_smooth_hypersurface(text));
  }
}

TEST_CASE("cones, double points, and sets with other conditions are none") {
  for (const std::string text :
       {"x^2+y^2 = z^2", "x^2 = y^2", "(x^2+y^2-1)^2 = 0", "y^2 = x^2*(x+1)", "y^2 = x^3", "x^2+y^2 = 1 and x*y > 0",
        "x^2+y^2 = 1 and x >= 0", "x^2+y^2 <= 1", "x^2+y^2 > 1", "x^2+y^2+z^2 = 1 and x^2 = y",
        "x^2+y^2 = 1 and (x > 1/2 or x < -1/2)", "x^2+y^2 = 1 or x > 5"}) {
    CAPTURE(text);
    CHECK_FALSE(is_smooth_hypersurface(text));
  }
}

TEST_CASE("with parameters the coordinates alone must be linear, and the set smooth for all values") {
  const auto family = [](const std::string& text, const std::string& assumption) {
    return smooth_hypersurface(parse_set(text, {{"x", "y"}, {"e"}, assumption})).has_value();
  };
  CHECK(family("x^2+y^2 = e", "e > 0"));
  CHECK(family("x^2+y^2 = e and e^2*x > e", "e != 0"));
  CHECK_FALSE(family("x^2+y^2 = e", ""));
  CHECK_FALSE(family("x^2+y^2 = e and e*x*y > 1", "e > 0"));
}

TEST_CASE("a combination that is not 1 proves nothing") {
  const SemialgebraicSet set = parse_set("x = 0 and x = 1");
  const Polynomial one(set.ring, Rational(1));
  const Polynomial x = Polynomial::variable(set.ring, 0);
  CHECK_THROWS_AS(empty_by_combination(set, {{one, x}}), InvalidInput);
  CHECK_NOTHROW(empty_by_combination(set, {{one, x}, {-one, x - one}}));
}
