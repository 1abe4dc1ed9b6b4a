#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "claims/witness_values.hpp"

using namespace isthmus;
using namespace isthmus::test;

// The refuted counts and maps of sections 3 and 4 and of the appendices again, by signs and plain matrix arithmetic.

namespace {

/// The coordinate behind "name=" in a line "(x=-1, y=1/2)".
Rational coordinate(const std::string& line, const std::string& name) {
  std::size_t begin = line.find("(" + name + "=");
  if (begin == std::string::npos) begin = line.find(" " + name + "=");
  REQUIRE(begin != std::string::npos);
  begin += name.size() + 2;
  return Rational::parse(line.substr(begin, line.find_first_of(",)", begin) - begin));
}

/// The lines of the witness that are points.
std::vector<std::string> points_of(const Proof& proof) {
  std::vector<std::string> points;
  for (const std::string& line : proof.witness) {
    if (line.rfind("  (", 0) == 0) points.push_back(line);
  }
  return points;
}

/// The different signs of the coordinates, which vanish nowhere on the sets here: so many components at least.
std::size_t sign_patterns(const std::vector<std::string>& points, const std::vector<std::string>& names) {
  std::set<std::vector<int>> patterns;
  for (const std::string& point : points) {
    std::vector<int> signs;
    for (const std::string& name : names) signs.push_back(coordinate(point, name).sign());
    CHECK(std::count(signs.begin(), signs.end(), 0) == 0);
    patterns.insert(signs);
  }
  return patterns.size();
}

/// The determinant of the Sylvester matrix: 0 iff the two polynomials, coefficients from the highest degree down, have
/// a common root.
Rational resultant(const std::vector<Rational>& p, const std::vector<Rational>& q) {
  const std::size_t m = p.size() - 1;
  const std::size_t n = q.size() - 1;
  Matrix sylvester(m + n, m + n);
  for (std::size_t row = 0; row < n; ++row) {
    for (std::size_t j = 0; j <= m; ++j) sylvester.set(row, row + j, p[j]);
  }
  for (std::size_t row = 0; row < m; ++row) {
    for (std::size_t j = 0; j <= n; ++j) sylvester.set(n + row, row + j, q[j]);
  }
  return sylvester.determinant();
}

}  // namespace

TEST_CASE("3.5: the product has a component for each of 8 sign patterns, not 6") {
  const std::vector<std::string> points = points_of(refutation("3.5-control"));
  for (const std::string& point : points) {
    const Rational z = coordinate(point, "z");
    CHECK(z * z > Rational(1));
  }
  CHECK(sign_patterns(points, {"x", "y", "z"}) == 8);
}

TEST_CASE("3.7: one orbit of two points under a group that is connected when it is indiscrete") {
  const std::vector<std::string> points = points_of(refutation("3.7-printed"));
  REQUIRE(points.size() == 2);
  const Rational first = coordinate(points[0], "x");
  const Rational second = coordinate(points[1], "x");
  CHECK(first * first == Rational(1));
  CHECK(second == -first);  // the image under g = -1, and 0 between them is no point of the set
}

TEST_CASE("A.8: an orbit of the nonzero reals has two halves") {
  const Proof proof = refutation("A.8-control");
  const std::string at = lines_with(proof.witness, "at a=").at(0);
  const Rational a = coordinate(" " + at.substr(3), "a");
  const Rational b = coordinate(at, "b");
  CHECK_FALSE((a.is_zero() && b.is_zero()));
  const std::vector<std::string> points = points_of(proof);
  for (const std::string& point : points) CHECK(a * coordinate(point, "y") == b * coordinate(point, "x"));
  // On the line through the origin and (a, b), a x + b y vanishes in the origin only.
  std::set<int> sides;
  for (const std::string& point : points)
    sides.insert((a * coordinate(point, "x") + b * coordinate(point, "y")).sign());
  CHECK(sides == std::set<int>{-1, 1});
}

TEST_CASE("B: four components of a surface of degree 3") {
  const std::vector<std::string> points = points_of(refutation("B-degree"));
  for (const std::string& point : points)
    CHECK(coordinate(point, "w1") * coordinate(point, "w2") * coordinate(point, "w3") == Rational(1));
  CHECK(sign_patterns(points, {"w1", "w2", "w3"}) == 4);
}

TEST_CASE("B: the critical system of w2 w1 = 1 has four solutions, so its mixed volume is not 3") {
  CHECK(refutation("B-control-mixed-volume").witness.back() == "mixed-volume: claimed 3, it is 4");
  // w1 - 2 = lambda w2, w2 - 3 = lambda w1 and w2 = 1/w1 give w1^4 - 2 w1^3 + 3 w1 - 1 = 0, without a root 0.
  const std::vector<Rational> p{1, -2, 0, 3, -1};
  const std::vector<Rational> derivative{4, -6, 0, 3};
  CHECK_FALSE(resultant(p, derivative).is_zero());
  CHECK(resultant({1, -2, 1}, {2, -2}).is_zero());
}

TEST_CASE("4.0: the action with inverses on the wrong side changes the network") {
  const Proof proof = refutation("4.0-control");
  const std::string at = lines_with(proof.witness, "at W[1] = ").at(0);
  const Matrix g = value_in(at, "g");
  const Matrix x = value_in(at, "X");
  CHECK(g * g == Matrix::identity(2));
  const Matrix moved = value_in(at, "W[2]") * g * value_in(at, "W[1]") * g * x;
  const Matrix network = value_in(at, "W[2]") * value_in(at, "W[1]") * x;
  CHECK_FALSE(moved == network);
  CHECK(value_in(proof.witness.at(proof.witness.size() - 2), "inv(g)*X") == moved);
  CHECK(value_in(proof.witness.back(), "W[1]*X") == network);
}

TEST_CASE("4.1: in decreasing order the product of the inverses leads elsewhere") {
  const Proof proof = refutation("4.1-control-order");
  const std::string at = lines_with(proof.witness, "at g[1] = ").at(0);
  const Matrix x = value_in(at, "X");
  std::vector<Matrix> weights;
  for (int i = 1; i <= 3; ++i) {
    const std::string name = "W[" + std::to_string(i) + "]";
    weights.push_back(value_in(lines_with(proof.witness, "goes to " + name).at(0), name));
  }
  CHECK(weights[0] == value_in(at, "g[1]") * x);  // X = I here
  CHECK(x == Matrix::identity(2));
  CHECK(weights[1] == value_in(at, "g[2]"));
  CHECK_FALSE(weights[2] * weights[1] * weights[0] * x == value_in(at, "Y"));
  // W_3 is Y inv(g_2) inv(g_1), the product of the inverses in decreasing order.
  CHECK(weights[2] * weights[0] * weights[1] == value_in(at, "Y"));
}
