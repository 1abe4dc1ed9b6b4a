#include <doctest/doctest.h>

#include <algorithm>

#include "claims/witness_values.hpp"

using namespace isthmus;
using namespace isthmus::test;

// The refutations of sections 5 and 6, recomputed with plain rational arithmetic: no evaluation of matrix expressions,
// no pseudo-inverse of the library.

namespace {

using Rows = std::vector<std::vector<Rational>>;

Matrix of(const Rows& rows) {
  Matrix m(rows.size(), rows[0].size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows[0].size(); ++j) m.set(i, j, rows[i][j]);
  }
  return m;
}

Rational norm2(const Matrix& m) {
  Rational sum;
  for (std::size_t i = 0; i < m.rows(); ++i) {
    for (std::size_t j = 0; j < m.columns(); ++j) sum += m.at(i, j) * m.at(i, j);
  }
  return sum;
}

Matrix times(const Rational& c, Matrix m) {
  for (std::size_t i = 0; i < m.rows(); ++i) {
    for (std::size_t j = 0; j < m.columns(); ++j) m.set(i, j, c * m.at(i, j));
  }
  return m;
}

Matrix leaky_matrix(const Rational& slope, Matrix m) {
  for (std::size_t i = 0; i < m.rows(); ++i) {
    for (std::size_t j = 0; j < m.columns(); ++j) {
      m.set(i, j, leaky(slope, m.at(i, j)));
    }
  }
  return m;
}

Rational value_after(const Proof& proof, std::size_t line_from_end) {
  const std::string& line = proof.witness.at(proof.witness.size() - 1 - line_from_end);
  return Rational::parse(line.substr(line.rfind(" = ") + 3));
}

/// W_2 W_1 X = Y, and whether some exchange of the two neurons in the printed way leads to the component of the other
/// point.
bool printed_permutation_joins(const Matrix& w1, const Matrix& w2, const Matrix& v1, const Matrix& x, const Matrix& y) {
  for (const bool swap : {false, true}) {
    const Matrix p = swap ? of({{0, 1}, {1, 0}}) : Matrix::identity(2);
    const bool on_minimum = p * w2 * (w1 * p) * x == y;  // p is its own inverse
    const bool same_sign = (det2(w1 * p) * det2(v1)).sign() > 0;
    if (on_minimum && same_sign) return true;
  }
  return false;
}

/// The change of the loss |Y - U sigma(VX)|^2 under the map (6), all of one row, and |U sigma(VX)|^2.
std::pair<Rational, Rational> change_of_loss(const Rational& u, const Matrix& vx, const Matrix& y, const Rational& g) {
  const Rational slope(1, 2);
  const Matrix s = leaky_matrix(slope, vx);
  const Matrix r = leaky_matrix(slope, times(g, vx));
  const Matrix before = times(u, s);
  Rational inner;
  for (std::size_t j = 0; j < s.columns(); ++j) inner += s.at(0, j) * r.at(0, j);
  const Matrix after = times(u * inner / norm2(r), r);
  return {norm2(y - after) - norm2(y - before), norm2(before)};
}

}  // namespace

TEST_CASE("5.2 as printed: no exchange of neurons joins the two minima") {
  const Proof proof = proof_of("5.2-printed");
  REQUIRE(proof.verdict == Verdict::refuted);
  const std::string at = line_with(proof, "at W[1] = ");
  const std::string to = line_with(proof, "and W[1]' = ");
  const Matrix w1 = value_in(at, "W[1]");
  const Matrix w2 = value_in(at, "W[2]");
  const Matrix x = value_in(at, "X");
  const Matrix y = value_in(at, "Y");
  const Matrix v1 = value_in(to, "W[1]'");
  CHECK(w2 * w1 * x == y);
  CHECK(value_in(to, "W[2]'") * v1 * x == y);
  CHECK_FALSE(printed_permutation_joins(w1, w2, v1, x, y));
  // Another one: Y = diag(1, 2), where the exchange costs (1-2)^2 + (2-1)^2 = 2.
  const Matrix identity = Matrix::identity(2);
  const Matrix other = of({{1, 0}, {0, 2}});
  CHECK_FALSE(printed_permutation_joins(identity, other, of({{-1, 0}, {0, 1}}), identity, other));
  CHECK(norm2(other - of({{2, 0}, {0, 1}})) == Rational(2));
}

TEST_CASE("5.2 needs width 2") {
  const Proof proof = proof_of("5.2-sharp");
  const Matrix from = value_in(line_with(proof, "at W[1] = "), "W[1]");
  const Matrix to = value_in(line_with(proof, "and W[1]' = "), "W[1]'");
  CHECK((from.at(0, 0) * to.at(0, 0)).sign() < 0);
}

TEST_CASE("display (22): the second term is not the printed one") {
  const Proof proof = proof_of("5.5-printed-22");
  const std::string at = line_with(proof, "at alpha = ");
  const Rational alpha = value_in(at, "alpha").at(0, 0);
  const Matrix w = value_in(at, "W2");
  const Matrix middle =
      times(Rational(1) - alpha, value_in(at, "g1")) + times(alpha, value_in(at, "g2")) - value_in(at, "g");
  CHECK(norm2(middle * w) == value_after(proof, 1));
  CHECK(norm2(w * middle) == value_after(proof, 0));
  CHECK(norm2(middle * w) != norm2(w * middle));
  const Matrix two_minus_g = of({{1, 0}, {-1, -1}});
  CHECK(norm2(two_minus_g * of({{1, 1}, {0, 1}})) == Rational(7));
  CHECK(norm2(of({{1, 1}, {0, 1}}) * two_minus_g) == Rational(3));
}

TEST_CASE("equation (5): the matrix has a negative eigenvalue of odd multiplicity") {
  const Proof proof = proof_of("6.eq5");
  const Matrix g = value_in(line_with(proof, "g = "), "g");
  CHECK(det2(g).sign() > 0);
  // A real logarithm L commutes with g = diag(a, b), a != b, so it is diagonal, and exp(L) has a positive diagonal.
  CHECK(g.at(0, 1).is_zero());
  CHECK(g.at(1, 0).is_zero());
  CHECK(g.at(0, 0) != g.at(1, 1));
  CHECK(g.at(0, 0).sign() < 0);
}

TEST_CASE("map (6): the neutral element moves the point") {
  const Proof proof = proof_of("6.eq6-unit");
  const std::string at = line_with(proof, "at U = ");
  const Matrix u = value_in(at, "U");
  const Matrix s = leaky_matrix(value_in(at, "slope").at(0, 0), value_in(at, "V") * value_in(at, "X"));
  REQUIRE(s.columns() == 1);
  // The pseudo-inverse of a column s != 0 is T(s)/|s|^2.
  const Matrix image =
      norm2(s).is_zero() ? times(Rational(0), u) : times(Rational(1) / norm2(s), u * s * s.transpose());
  CHECK_FALSE(image == u);
  const Matrix ones = of({{1}, {1}});
  CHECK(times(Rational(1, 2), of({{1, 0}}) * ones * ones.transpose()) == of({{Rational(1, 2), Rational(1, 2)}}));
}

TEST_CASE("map (6) is not continuous") {
  // At VX = [[1,-10],[-10,1]], slope 1/10, g = I the value is S S^+ = S/2; on the ray that adds e to the first entry it
  // is S inv(S + e E_11), the same for all e > 0.
  const Matrix s = leaky_matrix(Rational(1, 10), of({{1, -10}, {-10, 1}}));
  CHECK(det2(s).is_zero());
  const Matrix at_point = times(Rational(1, 2), s);
  CHECK(s * times(Rational(1, 4), s) * s == s);  // S^+ = S/4 is a generalised inverse, symmetric with S
  CHECK(s * times(Rational(1, 4), s) == at_point);
  for (const Rational& e : {Rational(1), Rational(1, 1000), Rational(Integer(1), pow(Integer(10), 30))}) {
    Matrix near = s;
    near.set(0, 0, near.at(0, 0) + e);
    const Matrix inverse =
        times(Rational(1) / det2(near), of({{near.at(1, 1), -near.at(0, 1)}, {-near.at(1, 0), near.at(0, 0)}}));
    CHECK(s * inverse == of({{0, -1}, {0, 1}}));
    CHECK_FALSE(s * inverse == at_point);
  }
  const Proof proof = proof_of("6.eq6-continuous");
  const Matrix z = value_in(line_with(proof, "at U = "), "Z");
  const Matrix g = value_in(line_with(proof, "at U = "), "g");
  CHECK_FALSE(det2(z).is_zero());
  CHECK(det2(leaky_matrix(Rational(1, 10), g * z)).is_zero());
}

TEST_CASE("6.1: idempotence alone is not enough") {
  const Proof proof = proof_of("6.1-idempotence");
  const std::string at = line_with(proof, "at F = ");
  const Matrix f = value_in(at, "F");
  const Matrix p = value_in(at, "P");
  CHECK(p * p == p);
  CHECK(norm2(f - f * p) > norm2(f));
  CHECK(norm2(f - f * p) == value_after(proof, 2));
  const Matrix printed = of({{1, 1}, {0, 0}});
  CHECK(norm2(of({{1, -1}}) - of({{1, -1}}) * printed) == Rational(4));
}

TEST_CASE("6.1: the change of the loss is not bounded by the norm or its square") {
  const Proof proof = proof_of("6.1-prose");
  const std::string at = line_with(proof, "at U = ");
  const Rational v = value_in(at, "V").at(0, 0);
  const auto [change, bound] = change_of_loss(value_in(at, "U").at(0, 0), times(v, value_in(at, "X")),
                                              value_in(at, "Y"), value_in(at, "g").at(0, 0));
  CHECK(change == value_after(proof, 2));
  CHECK(change > bound + Rational(1));
  const auto [other_change, other_bound] = change_of_loss(Rational(1), of({{1, -1}}), of({{10, 5}}), Rational(-1));
  CHECK(other_change == Rational(291, 20));
  CHECK(other_bound == Rational(5, 4));
}
