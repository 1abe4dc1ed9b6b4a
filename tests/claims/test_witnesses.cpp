#include <doctest/doctest.h>

#include <set>

#include "claim/set_language.hpp"
#include "claims/witness_values.hpp"

using namespace isthmus;
using namespace isthmus::test;

TEST_CASE("a false count comes with a point of each component") {
  for (const std::string id : {"4.2-control-too-few", "4.2-control-too-many"}) {
    const Proof proof = proof_of(id);
    const auto points = lines_with(proof.witness, "W[3] = ");
    REQUIRE(points.size() == 4);
    const std::string parameters = lines_with(proof.witness, "at X").at(0);
    std::set<std::pair<int, int>> signs;
    for (const std::string& line : points) {
      const Matrix w1 = value_in(line, "W[1]");
      const Matrix w2 = value_in(line, "W[2]");
      CHECK(value_in(line, "W[3]") * w2 * w1 * value_in(parameters, "X") == value_in(parameters, "Y"));
      signs.emplace(w1.determinant().sign(), w2.determinant().sign());
    }
    CHECK(signs.size() == 4);
  }
}

TEST_CASE("the skip connection at eps = 0 has four components") {
  const Proof proof = proof_of("4.3-control-all-eps");
  const std::string parameters = lines_with(proof.witness, "at X").at(0);
  CHECK(value_in(parameters, "eps") == Matrix(1, 1));
  std::set<std::pair<int, int>> signs;
  for (const std::string& line : lines_with(proof.witness, "W[3] = ")) {
    const Matrix w1 = value_in(line, "W[1]");
    const Matrix w2 = value_in(line, "W[2]");
    CHECK(value_in(line, "W[3]") * w2 * w1 * value_in(parameters, "X") == value_in(parameters, "Y"));
    signs.emplace(w1.determinant().sign(), w2.determinant().sign());
  }
  CHECK(signs.size() == 4);
}

TEST_CASE("the printed inverse does not lead back") {
  const Proof proof = proof_of("4.3-printed-inverse");
  const std::string line = lines_with(proof.witness, "at g").at(0);
  const auto number = [&](const std::string& name) { return value_in(line, name).at(0, 0); };
  const Rational g = number("g");
  const Rational x = number("X");
  const Rational eps = number("eps");
  const Rational alpha = number("alpha");
  CHECK(!eps.is_zero());
  CHECK(!alpha.is_zero());
  CHECK(alpha != eps);
  const Rational k = g * (alpha - eps) * x + eps * x;
  CHECK(!k.is_zero());
  CHECK(eps * (k - eps * x) / ((alpha - eps) * x) != g);
}

TEST_CASE("the printed inverse at eps = 2, alpha = 3, X = 1, k = 1 gives a point that is not in its domain") {
  const Rational eps(2);
  const Rational alpha(3);
  const Rational back = eps * (Rational(1) - eps) / (alpha - eps);
  CHECK(back == Rational(-2));
  CHECK((back * (alpha - eps) + eps).is_zero());
}

TEST_CASE("a point of the minimum in neither S_1 nor S_0") {
  const Proof proof = proof_of("4.3-union-wide");
  const std::string line = lines_with(proof.witness, "at W[1]").at(0);
  const Matrix w1 = value_in(line, "W[1]");
  const Matrix x = value_in(line, "X");
  Matrix scaled_x = x;
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 2; ++j) scaled_x.set(i, j, value_in(line, "eps").at(0, 0) * x.at(i, j));
  }
  CHECK(value_in(line, "W[3]") * (value_in(line, "W[2]") * w1 * x + scaled_x) == value_in(line, "Y"));
  CHECK(w1.determinant().is_zero());
  CHECK_FALSE(w1 == Matrix(2, 2));
}

TEST_CASE("the width matters") {
  const Proof proof = proof_of("4.2-width-printed");
  CHECK(lines_with(proof.witness, "has exactly 1 component").size() == 1);
  const std::string line = lines_with(proof.witness, "W[2] = ").at(0);
  CHECK(value_in(line, "W[2]") * value_in(line, "W[1]") == Matrix::identity(1));
}
