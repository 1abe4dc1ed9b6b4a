#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/path_check.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

/// Asks, and checks the answer's evidence by itself.
Connection checked(const SemialgebraicSet& set, const Point& from, const Point& to) {
  const Connection connection = connect_points(set, from, to);
  CHECK(connection.connected == (connection.component_from == connection.component_to));
  CHECK_FALSE(connection.reason.empty());
  if (connection.connected) {
    const auto fault = PathCheck(set).fault(connection.path, to_algebraic(from), to_algebraic(to));
    CHECK_MESSAGE(!fault, fault.value_or(""));
  }
  if (connection.separator) {
    CHECK_FALSE(connection.connected);
    const Polynomial& p = connection.separator->polynomial;
    CHECK(p.evaluate(from).sign() == connection.separator->sign_from);
    CHECK(p.evaluate(to).sign() == connection.separator->sign_to);
    CHECK(connection.separator->sign_from * connection.separator->sign_to == -1);
  }
  return connection;
}

bool connected(const std::string& text, const std::string& from, const std::string& to) {
  CAPTURE(text);
  const SemialgebraicSet set = parse_set(text);
  return checked(set, parse_point(from, set.ring), parse_point(to, set.ring)).connected;
}

}  // namespace

TEST_CASE("pairs of points whose answer is known") {
  CHECK(connected("x^2+y^2 > 1", "x=2, y=0", "x=-2, y=0"));
  CHECK_FALSE(connected("x^2+y^2 != 1", "x=0, y=0", "x=-2, y=0"));
  CHECK(connected("x^2+y^2 != 0", "x=1, y=0", "x=-1, y=0"));
  CHECK_FALSE(connected("x*y > 1", "x=2, y=2", "x=-2, y=-2"));
  CHECK(connected("x*z+y-1 != 0", "x=0, y=2, z=0", "x=1, y=5, z=3"));
  CHECK(connected("w3*(w2*w1+1) = 1", "w1=0, w2=0, w3=1", "w1=1, w2=1, w3=1/2"));
  CHECK_FALSE(connected("w3*(w2*w1+1) = 1", "w1=0, w2=0, w3=1", "w1=1, w2=-2, w3=-1"));
  CHECK_FALSE(connected("w3*w2*w1 = 1", "w1=1, w2=1, w3=1", "w1=-1, w2=-1, w3=1"));
  CHECK(connected("a*d-b*c = 1", "a=1, b=0, c=0, d=1", "a=-1, b=0, c=0, d=-1"));
  CHECK(connected("x^2+y^2 = z^2", "x=3, y=4, z=5", "x=0, y=1, z=-1"));
  CHECK_FALSE(connected("x*(x-1) = 0 and y != 0", "x=0, y=1", "x=1, y=1"));
  CHECK(connected("x*y != 0 and z > 0", "x=1, y=1, z=1", "x=2, y=3, z=1/7"));
}

TEST_CASE("a point is connected with itself") { CHECK(connected("x*y > 1", "x=2, y=2", "x=2, y=2")); }

TEST_CASE("points outside the set are refused") {
  const SemialgebraicSet set = parse_set("x*y > 1");
  CHECK_THROWS_AS(connect_points(set, {Rational(0), Rational(0)}, {Rational(2), Rational(2)}), InvalidInput);
  CHECK_THROWS_AS(connect_points(set, {Rational(2), Rational(2)}, {Rational(0), Rational(0)}), InvalidInput);
  CHECK_THROWS_AS(connect_points(set, {Rational(2)}, {Rational(2), Rational(2)}), InvalidInput);
}

TEST_CASE("sets outside the method are undecided") {
  const SemialgebraicSet set =
      parse_set("(x = 0 and y > w) or (y = 0 and z > w) or (z = 0 and x > 1+w) or (x = 2 and y*z > 3+w)");
  const auto at = [](long y) { return std::vector<Rational>{Rational(0), Rational(y), Rational(0), Rational(0)}; };
  CHECK_THROWS_AS(connect_points(set, at(1), at(2)), Undecided);
}

TEST_CASE("in a set that is not open points are told apart or joined, without a path") {
  const SemialgebraicSet shells = parse_set("(x^2+y^2+z^2-1)*(x^2+y^2+z^2-9) = 0");
  const Connection joined =
      connect_points(shells, {Rational(1), Rational(0), Rational(0)}, {Rational(0), Rational(-1), Rational(0)});
  CHECK(joined.connected);
  CHECK(joined.path.empty());
  CHECK_FALSE(connect_points(shells, {Rational(1), Rational(0), Rational(0)}, {Rational(0), Rational(3), Rational(0)})
                  .connected);
}

TEST_CASE("random pairs in random open sets and graphs over them") {
  std::size_t joined = 0;
  std::size_t separated = 0;
  std::size_t undecided = 0;
  for (std::size_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    Polynomial p = random.sparse(PolynomialRing({"x", "y"}), 3, 3).in_ring(ring);
    if (p.is_constant()) p = Polynomial::variable(ring, 0);
    const bool graph = random.chance(1, 2);
    const Polynomial z = Polynomial::variable(ring, 2);
    const Polynomial one(ring, Rational(1));
    const SemialgebraicSet set = graph ? plain_set(ring, Formula::atom(p * z - one, Relation::equal))
                                       : complement_of(ring, {p, z * z + random.linear(ring)});
    CAPTURE(set.formula.to_string());
    std::vector<Point> points;
    for (int i = 0; i < 40 && points.size() < 3; ++i) {
      Point at = random.point(3);
      const Rational value = p.evaluate(at);
      if (graph && !value.is_zero()) at[2] = Rational(1) / value;
      if (set.formula.holds_at(at)) points.push_back(at);
    }
    for (std::size_t i = 1; i < points.size(); ++i) try {
        ++(checked(set, points[0], points[i]).connected ? joined : separated);
      } catch (const Undecided&) {  // a path of moderate length was not found
        ++undecided;
      }
  }
  CHECK(undecided <= 3);
  CHECK(joined > 10);
  CHECK(separated > 10);
}
