#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "claim/claim_file.hpp"
#include "claims/witness_values.hpp"
#include "exact/matrix.hpp"
#include "prove/proof.hpp"

using namespace isthmus;
using namespace isthmus::test;

// The refutations of section 6.2 again, by plain rational arithmetic that shares nothing with the provers.

namespace {

bool refuted_with(const std::string& id, const std::vector<std::string>& numbers) {
  const Proof proof = prove(read_claim_file(std::string(ISTHMUS_SOURCE_DIR) + "/proofs/catalogue/6/" + id + ".toml"));
  std::string text;
  for (const std::string& line : proof.witness) text += line + "\n";
  CAPTURE(text);
  bool all = proof.verdict == Verdict::refuted;
  for (const std::string& number : numbers) {
    CAPTURE(number);
    CHECK(text.find(number) != std::string::npos);
    all = all && text.find(number) != std::string::npos;
  }
  return all;
}

/// d_max from kappa^2 and D^2, in floating point.
double deviation(double squared_curvature, double squared_chord) {
  const double radius = 1 / std::sqrt(squared_curvature);
  return radius - std::sqrt(radius * radius - squared_chord / 4);
}

Matrix rotation_generator() {
  Matrix m(4, 4);
  m.set(0, 1, -1);
  m.set(1, 0, 1);
  m.set(2, 3, -2);
  m.set(3, 2, 2);
  return m;
}

Rational sum_of_squares(const Matrix& m) {
  Rational sum;
  for (std::size_t i = 0; i < m.rows(); ++i) {
    for (std::size_t j = 0; j < m.columns(); ++j) sum += m.at(i, j) * m.at(i, j);
  }
  return sum;
}

}  // namespace

TEST_CASE("6.2: d_max is not defined on the hyperbola") {
  // y = 1/x: kappa = |y''|/(1 + y'^2)^(3/2), at x = 1: 2/2^(3/2).
  const Rational squared_curvature = Rational(4) / Rational(8);
  const Rational step = q("3") - q("1/3");
  const Rational squared_chord = Rational(2) * step * step;
  CHECK(squared_curvature * squared_chord / Rational(4) == q("16/9"));
  CHECK(refuted_with("6.2-defined-printed", {"kappa^2 = 1/2", "128/9", "16/9 > 1"}));
}

TEST_CASE("6.2: the Cassini oval, in polar coordinates") {
  // On the oval kappa = (3 r^4 - 9)/(10 r^3), 1 <= r <= 3, which grows with r: from -3/5 to 13/15.
  for (Rational r(1); r <= Rational(3); r += q("1/50")) {
    const Rational kappa = (Rational(3) * pow(r, 4) - Rational(9)) / (Rational(10) * pow(r, 3));
    CHECK(kappa * kappa <= q("169/225"));
  }
  CHECK((Rational(3) * Rational(81) - Rational(9)) / Rational(270) == q("13/15"));
  // r^4 - 8 r^2 cos(2 phi) = 9 with cos(2 phi) >= -1 has r^4 + 8 r^2 >= 9, so r >= 1.
  CHECK(deviation(169.0 / 225, 4) == doctest::Approx((15 - 2 * std::sqrt(14.0)) / 13));
  CHECK(deviation(169.0 / 225, 4) < 1);
  CHECK(refuted_with("6.2-distance-cassini", {"kappa_max^2 = 169/225", "e = 1", "676/225"}));
  CHECK(q("169/225") * Rational(4) == q("676/225"));
}

TEST_CASE("6.2: the loss of the Lipschitz quotient") {
  const auto steepness = [](const Rational& x, const Rational& y) {
    const Rational s = x * x + y * y;
    const Rational f = s * s - Rational(8) * x * x + Rational(8) * y * y - Rational(9);
    const Rational b = s + Rational(2);
    const Rational gx = b * (Rational(4) * s * x - Rational(16) * x) - Rational(3) * f * x;
    const Rational gy = b * (Rational(4) * s * y + Rational(16) * y) - Rational(3) * f * y;
    return (gx * gx + gy * gy) / pow(b, 5);
  };
  for (long i = -30; i <= 30; ++i) {
    for (long j = -30; j <= 30; ++j)
      CHECK(steepness(Rational(i) / Rational(4), Rational(j) / Rational(4)) <= Rational(25));
  }
  CHECK(Rational(81) / pow(Rational(2), 3) == q("81/8"));
  CHECK(9 / std::pow(2.0, 1.5) > 5 * deviation(169.0 / 225, 4));
  CHECK(refuted_with("6.2-loss-printed", {"81/8", "e = 81/200"}));
}

TEST_CASE("6.2: the curve of rotations in the minimum W2 W1 = I") {
  const Matrix m = rotation_generator();
  // gamma' = (M e^{tM}, -M e^{-tM}), and rotations keep norms.
  const Rational speed = Rational(2) * sum_of_squares(m);
  const Rational acceleration = Rational(2) * sum_of_squares(m * m);
  CHECK(acceleration / (speed * speed) == q("17/100"));
  // exp(pi M) = diag(-1, -1, 1, 1): the ends differ by 2 in two entries of each factor.
  CHECK(deviation(0.17, 16) == doctest::Approx((10 - 4 * std::sqrt(2.0)) / std::sqrt(17.0)));
  CHECK(refuted_with("6.2-distance-minimum", {"kappa_max^2 = 17/100, D^2 = 16", "e = 4"}));
  // The middle of the chord is (P, P), P = diag(0, 0, 1, 1). Random points (W, W^-1) of the minimum are at least 2
  // away.
  Matrix p(4, 4);
  p.set(2, 2, 1);
  p.set(3, 3, 1);
  const unsigned seed = 62;
  std::mt19937 random(seed);
  INFO("seed " << seed);
  for (int round = 0; round < 200; ++round) {
    Matrix w = Matrix::identity(4);
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t j = 0; j < 4; ++j) {
        w.set(i, j, w.at(i, j) + Rational(static_cast<long>(random() % 9) - 4) / Rational(8));
      }
    }
    if (w.determinant().is_zero()) continue;
    CHECK(sum_of_squares(w - p) + sum_of_squares(w.inverse() - p) >= Rational(4));
  }
  const Matrix identity = Matrix::identity(4);
  CHECK(sum_of_squares(identity - p) + sum_of_squares(identity - p) == Rational(4));
}

TEST_CASE("6.2: rotations by pi") {
  // In planes of rotation by pi/2 and pi, one coordinate vector in each: s = pi^2/4, pi^2.
  const Rational speed = q("1/4") + Rational(1);          // of pi^2
  const Rational acceleration = q("1/16") + Rational(1);  // of pi^4
  const Rational chord = Rational(2) + Rational(4);       // 2 - 2 cos
  CHECK(acceleration / (speed * speed) * chord == q("102/25"));
  CHECK(refuted_with("6.2-rotations-pi", {"17/25", "102/25 > 4"}));
  // exp(pi/2 M) rotates the planes by pi/2 and pi; 2 |R - I|^2 in both factors.
  CHECK(Rational(2) * (Rational(4) + Rational(8)) == Rational(24));
  CHECK(refuted_with("6.2-rotations-minimum", {"kappa^2 = 17/100", "D^2 = 24", "51/50 > 1"}));
  CHECK(q("17/100") * Rational(24) / Rational(4) == q("51/50"));
}

TEST_CASE("6.2: the loop of the nodal cubic") {
  for (Rational t = q("-9/10"); t <= q("9/10"); t += q("1/100")) {
    const Rational v = t * t;
    const Rational bend = Rational(2) + Rational(6) * v;
    CHECK(bend * bend <= q("47/4") * pow(Rational(1) - Rational(2) * v + Rational(9) * v * v, 3));
  }
  const Rational e = q("29241/2000000");
  for (Rational t(-3); t <= Rational(3); t += q("1/200")) {
    const Rational x = Rational(1) - t * t - q("19/100");
    const Rational y = t - t * t * t;
    CHECK(x * x + y * y >= e);
  }
  CHECK(deviation(47.0 / 4, 4 * 0.171 * 0.171) < std::sqrt(29241.0 / 2000000));
  CHECK(refuted_with("6.2-distance-cubic", {"kappa_max^2 = 47/4, D^2 = 29241/250000", "e = 29241/2000000"}));
}
