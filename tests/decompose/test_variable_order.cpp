#include <algorithm>

#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "decompose/variable_order.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

TEST_CASE("an order is a permutation, parameters stay first, and it is the same every time") {
  for (std::size_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    std::vector<std::string> names{"a", "b", "x", "y", "z"};
    names.resize(1 + random.below(5));
    const PolynomialRing ring(names);
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 2; ++i) {
      const Polynomial p = random.sparse(ring, 3, 3);
      if (!p.is_constant()) polynomials.push_back(p);
    }
    const std::size_t parameters = random.below(ring.size() + 1);
    const PolynomialRing chosen = best_order(ring, parameters, polynomials);
    CHECK(std::is_permutation(names.begin(), names.end(), chosen.names().begin(), chosen.names().end()));
    CHECK(std::is_permutation(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(parameters),
                              chosen.names().begin()));
    CHECK(chosen == best_order(ring, parameters, polynomials));
  }
}

TEST_CASE("a variable that occurs linearly is eliminated before one of high degree") {
  const SemialgebraicSet set = parse_set("x^5-3*x*y-1 != 0");
  CHECK(best_order(set.ring, 0, {set.formula.as_atom().polynomial}).names() == std::vector<std::string>{"x", "y"});
}

TEST_CASE("no polynomials and one variable are fine") {
  CHECK(best_order(PolynomialRing({"x", "y"}), 0, {}).size() == 2);
  CHECK(best_order(PolynomialRing({"x"}), 0, {}).names() == std::vector<std::string>{"x"});
}
