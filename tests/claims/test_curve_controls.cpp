#include <doctest/doctest.h>

#include "claims/witness_values.hpp"

using namespace isthmus;
using namespace isthmus::test;

// The false variants of section 6.2 again, by hand.

namespace {

/// The last number of the line with this text.
Rational last_number_in(const Proof& proof, const std::string& part) {
  const std::string line = lines_with(proof.witness, part).at(0);
  return Rational::parse(line.substr(line.rfind(' ') + 1));
}

/// The two numbers of a line "part between A and B".
std::pair<Rational, Rational> interval_in(const Proof& proof, const std::string& part) {
  const std::string line = lines_with(proof.witness, part + " between ").at(0);
  const std::size_t begin = line.find("between ") + 8;
  const std::size_t middle = line.find(" and ", begin);
  return {Rational::parse(line.substr(begin, middle - begin)), Rational::parse(line.substr(middle + 5))};
}

}  // namespace

TEST_CASE("the approximation of d_max is no upper bound") {
  const Proof proof = refutation("6.2-approximation-bound");
  const std::string& point = proof.witness.back();
  const auto value = [&](const std::string& name) {
    const std::size_t begin = point.find(name + "=") + name.size() + 1;
    return Rational::parse(point.substr(begin, point.find_first_of(",)", begin) - begin));
  };
  const Rational d = value("d");
  const Rational k = value("k");
  const Rational chord = value("D");
  CHECK(k * chord <= Rational(2));
  CHECK(d.sign() > 0);
  CHECK(k * d <= Rational(1));
  // (1/k - d)^2 = 1/k^2 - D^2/4, and d exceeds k D^2/8.
  CHECK(pow(Rational(1) / k - d, 2) == Rational(1) / (k * k) - chord * chord / Rational(4));
  CHECK(d > k * chord * chord / Rational(8));
}

TEST_CASE("the gradient of (1 - w1 w2)^2 has no bound") {
  const Proof proof = refutation("6.2-loss-polynomial");
  const std::string& values = proof.witness.back();
  Rational before;
  for (const long t : {10L, 100L, 1000L}) {
    const Rational r = Rational(1) - Rational(t);
    const Rational gradient_1 = Rational(-2) * r;  // at w1 = t, w2 = 1
    const Rational gradient_2 = Rational(-2) * r * Rational(t);
    const Rational square = gradient_1 * gradient_1 + gradient_2 * gradient_2;
    CHECK(values.find("t = " + std::to_string(t) + ": " + square.to_string()) != std::string::npos);
    CHECK(square > Rational(t) * before);
    before = square;
  }
}

TEST_CASE("the curvature of the loop of the nodal cubic exceeds sqrt(2)") {
  const Proof proof = refutation("6.2-control-curvature");
  const std::string line = lines_with(proof.witness, "kappa^2 = ").at(0);
  const Rational t = Rational::parse(line.substr(7, line.find(':') - 7));
  // (1 - t^2, t - t^3): x' y'' - y' x'' = 2 + 6 t^2.
  const Rational speed = Rational(4) * t * t + pow(Rational(1) - Rational(3) * t * t, 2);
  const Rational squared_curvature = pow(Rational(2) + Rational(6) * t * t, 2) / pow(speed, 3);
  CHECK(squared_curvature == last_number_in(proof, "kappa^2 = "));
  CHECK(squared_curvature > Rational(2));
  CHECK(abs(t) <= q("9/10"));
}

TEST_CASE("two chords of the parabola are longer than the claimed length") {
  const Proof proof = refutation("6.2-control-length");
  // |(1/2, 1/4)|^2 = 5/16 and |(1/2, 3/4)|^2 = 13/16.
  const Rational first = q("559/1000");
  const Rational second = q("901/1000");
  CHECK(first * first <= q("5/16"));
  CHECK(second * second <= q("13/16"));
  CHECK(first + second > last_number_in(proof, "claimed: at most "));
  CHECK(last_number_in(proof, "length: it is at least ") > last_number_in(proof, "claimed: at most "));
}

TEST_CASE("the tangent of the loop turns by more than two right angles") {
  const Proof proof = refutation("6.2-control-turning");
  // The tangent (-2t, 1 - 3t^2) turns one way, since 2 + 6 t^2 > 0. It is (0, 1) at t = 0; at both ends of the loop its
  // scalar product with that is negative.
  const Rational at_ends = Rational(1) - Rational(3) * q("81/100");
  CHECK(at_ends.sign() < 0);
  CHECK(last_number_in(proof, "claimed: at most ") < q("3.14159"));
  CHECK(last_number_in(proof, "total-curvature: it is at least ") > q("22/7"));
}

TEST_CASE("the three hypotheses hold on a short arc of the hyperbola") {
  refutation("6.2-control-fails");
  for (Rational t = q("1/2"); t <= Rational(2); t += q("1/100")) {
    // (t, 1/t): kappa^2 = (2/t^3)^2/(1 + 1/t^4)^3.
    CHECK(Rational(4) * pow(t, 6) / pow(pow(t, 4) + Rational(1), 3) <= q("1/2"));
  }
  const Rational squared_chord = Rational(2) * pow(Rational(2) - q("1/2"), 2);
  CHECK(q("1/2") * squared_chord <= Rational(4));
  // The tangent (1, -1/t^2) turns one way, from (1, -4) to (1, -1/4): by less than a right angle.
  CHECK(Rational(1) + Rational(4) * q("1/4") > Rational(0));
}

TEST_CASE("the logarithmic spiral turns by 4") {
  const Proof proof = refutation("6.2-control-exponential");
  // exp(tM) = exp(t/4) R(t): the tangent turns at the rate 1, from t = 0 to 4; kappa is 1/speed, largest at t = 0.
  const auto [least, most] = interval_in(proof, "total curvature");
  CHECK(least <= Rational(4));
  CHECK(most >= Rational(4));
  CHECK(least > q("22/7"));
  const Rational squared_speed = q("1/16") + Rational(1);
  const auto [below, above] = interval_in(proof, "kappa_max^2");
  CHECK(below <= Rational(1) / squared_speed);
  CHECK(above >= Rational(1) / squared_speed);
}
