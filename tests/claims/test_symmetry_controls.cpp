#include <doctest/doctest.h>

#include "claims/witness_values.hpp"

using namespace isthmus;
using namespace isthmus::test;

// More refutations of sections 5 and 6, recomputed by formulas for matrices of sizes 1 and 2.

namespace {}  // namespace

TEST_CASE("Lemma 5.1 needs det(g) < 0") {
  const Proof proof = proof_of("5.1-control");
  const std::string at = line_with(proof, "at W1 = ");
  const std::string to = line_with(proof, "and W1' = ");
  const Matrix w1 = value_in(at, "W1");
  const Matrix v1 = value_in(to, "W1'");
  const Matrix g = value_in(at, "g");
  const Matrix x = value_in(at, "X");
  const Matrix y = value_in(at, "Y");
  CHECK(value_in(at, "W2") * w1 * x == y);
  CHECK(value_in(to, "W2'") * v1 * x == y);
  CHECK(det2(x).sign() * det2(y).sign() != 0);
  CHECK(det2(g).sign() > 0);
  // The points lie apart, and g leaves the first on its side.
  CHECK((det2(w1) * det2(v1)).sign() < 0);
  CHECK((det2(g * w1) * det2(v1)).sign() < 0);
}

TEST_CASE("5.5: products with an inner size of 1 have rank 1") {
  const Matrix a = value_in(line_with(proof_of("5.5-control"), "at A = "), "A");
  CHECK(det2(a).sign() != 0);
}

TEST_CASE("equation (5): a determinant of exponentials is positive") {
  const Proof proof = proof_of("6.eq5-control");
  const Matrix g = value_in(line_with(proof, "g = "), "g");
  REQUIRE(g.rows() == 2);
  CHECK(det2(g).sign() < 0);
}

TEST_CASE("map (6) of a narrow network changes the outputs") {
  const std::string at = line_with(proof_of("6.eq6-narrow"), "at U = ");
  const auto number = [&](const std::string& name) { return value_in(at, name).at(0, 0); };
  const Matrix x = value_in(at, "X");
  const Rational s0 = leaky(q("1/2"), number("V") * x.at(0, 0));
  const Rational s1 = leaky(q("1/2"), number("V") * x.at(0, 1));
  const Rational r0 = leaky(q("1/2"), number("g") * number("V") * x.at(0, 0));
  const Rational r1 = leaky(q("1/2"), number("g") * number("V") * x.at(0, 1));
  CHECK_FALSE(number("g").is_zero());
  // U s goes to U (s.r/|r|^2) r, which is U s iff s is a multiple of r.
  const Rational square = r0 * r0 + r1 * r1;
  CHECK(square.sign() > 0);
  const Rational factor = number("U") * (s0 * r0 + s1 * r1) / square;
  CHECK((factor * r0 != number("U") * s0 || factor * r1 != number("U") * s1));
  CHECK_FALSE((s0 * r1 - s1 * r0).is_zero());
}

TEST_CASE("map (6) jumps where the data vanish, for the identity as sigma too") {
  const std::string line = line_with(proof_of("6.eq6-continuous-linear"), "at U = ");
  const std::string at = line.substr(0, line.find(": "));
  const auto number = [&](const std::string& name) { return value_in(at, name).at(0, 0); };
  // U (VX) (gVX)^+ is U/g where VX != 0, and 0 where it is 0.
  CHECK((number("V") * number("X")).is_zero());
  CHECK_FALSE(number("g").is_zero());
  CHECK_FALSE(number("U").is_zero());
}

TEST_CASE("map (6) in the sizes of Figure 3: a matrix of rank 8 is not the identity") {
  const std::string at = line_with(proof_of("6.eq6-unit-figure-3"), "at U = ");
  const Matrix u = value_in(at, "U");
  const Matrix s = value_in(at, "S");
  REQUIRE(s.rows() == 32);
  REQUIRE(s.columns() == 8);
  REQUIRE(s.transpose() * s == Matrix::identity(8));  // so the pseudo-inverse of S is its transpose
  CHECK_FALSE(u * s * s.transpose() == u);
  // S is sigma(VX) for V = S, X = I: no entry is negative.
  for (std::size_t i = 0; i < 32; ++i) {
    for (std::size_t j = 0; j < 8; ++j) CHECK(s.at(i, j).sign() >= 0);
  }
}
