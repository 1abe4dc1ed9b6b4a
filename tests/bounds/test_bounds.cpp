#include <doctest/doctest.h>

#include "bounds/component_bounds.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

Support simplex(std::size_t n, long size) {
  Support support{std::vector<long>(n, 0)};
  for (std::size_t i = 0; i < n; ++i) {
    support.push_back(std::vector<long>(n, 0));
    support.back()[i] = size;
  }
  return support;
}

}  // namespace

TEST_CASE("mixed volumes that are known") {
  // Simplices: the product of the degrees (Bezout).
  CHECK(mixed_volume({simplex(2, 2), simplex(2, 3)}).value == Integer(6));
  CHECK(mixed_volume({simplex(3, 1), simplex(3, 2), simplex(3, 4)}).value == Integer(8));
  // Boxes: the permanent of the side lengths (multihomogeneous Bezout).
  const Support box{{0, 0}, {2, 0}, {0, 3}, {2, 3}};
  const Support other{{0, 0}, {1, 0}, {0, 5}, {1, 5}};
  CHECK(mixed_volume({box, other}).value == Integer(2 * 5 + 3 * 1));
  // Twice the area of one polygon: the mixed volume with itself.
  const Support pentagon{{0, 0}, {2, 0}, {3, 2}, {1, 3}, {0, 2}};
  CHECK(mixed_volume({pentagon, pentagon}).value == Integer(2 * 13 / 2));
  // Sturmfels, Polynomial equations and convex polytopes (1998): a0 + a1 x + a2 xy + a3 y, b0 + b1 x^2 y + b2 x y^2.
  CHECK(mixed_volume({{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {{0, 0}, {2, 1}, {1, 2}}}).value == Integer(4));
  // Parallel segments.
  CHECK(mixed_volume({{{0, 0}, {1, 1}}, {{0, 0}, {2, 2}}}).value == Integer(0));
}

TEST_CASE("a mixed volume in the plane is area(P + Q) - area(P) - area(Q)") {
  // Segments and triangles, the areas by hand: the triangle (0,0),(2,0),(0,1) and the segment (0,0)-(1,3).
  // P + Q = hull of (0,0),(2,0),(3,3),(1,4),(0,1): area 8 by the shoelace formula; area(P) = 1.
  CHECK(mixed_volume({{{0, 0}, {2, 0}, {0, 1}}, {{0, 0}, {1, 3}}}).value == Integer(7));
}

TEST_CASE("bounds for scalar networks") {
  for (long layers = 2; layers <= 5; ++layers) {
    std::vector<std::string> names;
    for (long i = 0; i < layers; ++i) names.push_back("w" + std::to_string(i));
    const PolynomialRing ring(names);
    Polynomial product(ring, Rational(1));
    for (std::size_t i = 0; i < names.size(); ++i) product *= Polynomial::variable(ring, i);
    const Polynomial f = product - Polynomial(ring, Rational(1));
    CHECK(mixed_volume(critical_system(f)).value ==
          Integer(layers) * pow(Integer(2), static_cast<unsigned long>(layers - 1)));
    CHECK(bezout_bound(f) == pow(Integer(layers), static_cast<unsigned long>(layers + 1)));
    CHECK(milnor_thom_bound(f) ==
          Integer(layers) * pow(Integer(2 * layers - 1), static_cast<unsigned long>(layers - 1)));
  }
}

TEST_CASE("what has no mixed volume") {
  CHECK_THROWS_AS(mixed_volume({}), InvalidInput);
  CHECK_THROWS_AS(mixed_volume({{{0, 0}, {1, 0}}}), InvalidInput);
}
