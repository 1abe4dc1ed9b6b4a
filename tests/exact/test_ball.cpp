#include <doctest/doctest.h>

#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

struct Enclosed {
  Ball ball;
  Rational point;  ///< inside, an end point half of the time
};

Enclosed random_ball(RandomValues& random, long precision) {
  const Rational a = random.rational();
  if (random.chance(5)) return {Ball(a, precision), a};
  const Rational b = a + abs(random.chance(2) ? random.small_rational() : random.rational());
  Ball ball = Ball::hull(a, b, precision);
  switch (random.below(4)) {
    case 0: return {ball, ball.lower()};
    case 1: return {ball, ball.upper()};
    case 2: return {ball, a};
    default: return {ball, midpoint(a, b)};
  }
}

}  // namespace

TEST_CASE("operations contain the exact results") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const long precision = random.between(2, 120);
    const Enclosed a = random_ball(random, precision);
    const Enclosed b = random_ball(random, precision);
    CHECK(a.ball.contains(a.point));
    CHECK(add(a.ball, b.ball, precision).contains(a.point + b.point));
    CHECK(sub(a.ball, b.ball, precision).contains(a.point - b.point));
    CHECK(mul(a.ball, b.ball, precision).contains(a.point * b.point));
    if (b.ball.contains_zero()) {
      CHECK_THROWS_AS(div(a.ball, b.ball, precision).lower(), InvalidInput);
      CHECK_THROWS_AS(div(a.ball, b.ball, precision).upper(), InvalidInput);
    } else {
      CHECK(div(a.ball, b.ball, precision).contains(a.point / b.point));
    }
  }
}

TEST_CASE("hulls contain their ends and are not much larger") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Rational a = random.rational();
    const Rational b = a + abs(random.rational());
    const Ball hull = Ball::hull(a, b, 64);
    CHECK(hull.contains(a));
    CHECK(hull.contains(b));
    CHECK(hull.lower() <= a);
    CHECK(b <= hull.upper());
    const Rational slack = (abs(a) + abs(b) + (b - a)) * pow(Rational(2), -25);  // a radius has about 30 bits
    CHECK(hull.upper() - hull.lower() <= b - a + slack);
  }
  CHECK_THROWS_AS(Ball::hull(Rational(1), Rational(0), 53), InvalidInput);
}

TEST_CASE("the end points are the smallest interval of the ball") {
  const Ball ball = Ball::hull(Rational(-3), Rational(5), 53);
  CHECK(ball.contains(ball.lower()));
  CHECK(ball.contains(ball.upper()));
  CHECK_FALSE(ball.contains(ball.lower() - pow(Rational(2), -80)));
  CHECK_FALSE(ball.contains(ball.upper() + pow(Rational(2), -80)));
}

TEST_CASE("signs are shown or not, never wrong") {
  CHECK(Ball().sign() == 0);
  CHECK(Ball(Rational(0), 53).sign() == 0);
  CHECK(Ball(fraction(-1, 3), 53).sign() == -1);
  CHECK(Ball(pow(Rational(3), -500), 10).sign() == 1);
  CHECK_FALSE(Ball::hull(Rational(-1), Rational(2), 53).sign().has_value());
  CHECK_FALSE(Ball::hull(Rational(0), Rational(1), 53).sign().has_value());
  CHECK(Ball::hull(Rational(1), Rational(2), 53).sign() == 1);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Enclosed a = random_ball(random, random.between(2, 60));
    if (const auto sign = a.ball.sign()) CHECK(*sign == a.point.sign());
    CHECK(a.ball.contains_zero() == a.ball.contains(Rational(0)));
  }
}

TEST_CASE("overlap is decided by the end points") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Enclosed a = random_ball(random, 30);
    const Enclosed b = random_ball(random, 30);
    const bool apart = a.ball.upper() < b.ball.lower() || b.ball.upper() < a.ball.lower();
    CHECK(a.ball.overlaps(b.ball) == !apart);
    CHECK(b.ball.overlaps(a.ball) == !apart);
  }
}

TEST_CASE("balls are values") {
  Ball a(Rational(1), 53);
  Ball b(a);
  a = Ball(Rational(2), 53);
  CHECK(b.contains(Rational(1)));
  CHECK_FALSE(b.contains(Rational(2)));
  Ball c(std::move(a));
  CHECK(c.contains(Rational(2)));
  a = b;
  CHECK(a.contains(Rational(1)));
  CHECK(a.to_string() == "1.00000000000000");
}
