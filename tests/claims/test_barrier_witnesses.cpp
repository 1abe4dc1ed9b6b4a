#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "claim/claim_file.hpp"
#include "claims/witness_values.hpp"
#include "prove/proof.hpp"

using namespace isthmus;
using namespace isthmus::test;

// Each refutation of section 5.2 and 5.3 again, by plain rational arithmetic, from the numbers of its witness.

namespace {

/// The number behind "name = " in the witness, brackets of 1 x 1 matrices left out.
Rational number_in(const Proof& proof, const std::string& name) {
  for (const std::string& line : proof.witness) {
    std::size_t begin = line.rfind(name + " = ", 0) == 0 ? 0 : line.find(" " + name + " = ");
    if (begin == std::string::npos) continue;
    begin = line.find("= ", begin) + 2;
    return Rational::parse(line.substr(begin, line.find(',', begin) - begin));
  }
  FAIL("no value of " << name);
  return 0;
}

std::string last_number(const std::string& line) { return line.substr(line.rfind("= ") + 2); }

bool witness_says(const Proof& proof, const std::string& text) {
  return std::any_of(proof.witness.begin(), proof.witness.end(),
                     [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

}  // namespace

TEST_CASE("leaky ReLU is not homogeneous for negative factors") {
  const Proof proof = proof_of("5.3-homogeneity-printed");
  REQUIRE(proof.verdict == Verdict::refuted);
  const Rational c = number_in(proof, "c");
  const Rational z = number_in(proof, "Z");
  CHECK(c < Rational(0));
  CHECK(leaky(q("1/10"), c * z) != c * leaky(q("1/10"), z));
  CHECK(leaky(q("1/10"), -1) == q("-1/10"));
}

TEST_CASE("the printed curve leaves the minimum") {
  const Proof proof = proof_of("5.3-curve-printed");
  REQUIRE(proof.verdict == Verdict::refuted);
  REQUIRE(witness_says(proof, "sigma(z) = z"));
  const Rational m = number_in(proof, "m");
  const Rational t = number_in(proof, "t");
  const Rational w2 = number_in(proof, "W2");
  const Rational w1 = number_in(proof, "W1");
  const Rational f = number_in(proof, "F");
  CHECK(number_in(proof, "k") == Rational(1));
  const Rational y = w2 * w1 * f;
  CHECK(((Rational(1) - t) * w2 + t * w2 / m) * ((Rational(1) - t) * w1 + t * m * w1) * f != y);
  // The instance of the paper's notation: k = 1, m = 2, t = 1/2 has the loss |Y|^2/64.
  const Rational factor = (q("1/2") + q("1/4")) * (q("1/2") + Rational(1));
  CHECK((factor - Rational(1)) * (factor - Rational(1)) == q("1/64"));
}

TEST_CASE("the factor 1/4 is wrong for k != 1") {
  const Proof proof = proof_of("5.4-factor-printed");
  REQUIRE(proof.verdict == Verdict::refuted);
  const Rational k = number_in(proof, "k");
  CHECK(k == Rational(2));
  REQUIRE(witness_says(proof, "sigma(z) = z^2"));
  const Rational m = number_in(proof, "m");
  const Rational w = number_in(proof, "W2");
  const Rational z = number_in(proof, "Z");
  const Rational y = w * z * z;
  const Rational middle =
      y - (w / Rational(2) + w / (Rational(2) * m * m)) * pow(z / Rational(2) + m * z / Rational(2), 2);
  CHECK(middle != y - q("1/4") * (w + w / (m * m)) * pow(z + m * z, 2));
  CHECK(middle == y - q("1/8") * (w + w / (m * m)) * pow(z + m * z, 2));
}

TEST_CASE("the limit (21)") {
  for (const std::string id : {"5.4-limit-printed", "5.4-limit-printed-value"})
    CHECK(proof_of(id).verdict == Verdict::refuted);
  const auto exact = [](const Rational& m) { return pow(m - Rational(1), 4) / (Rational(16) * m * m); };
  const auto printed = [](const Rational& m) { return pow(m - Rational(3), 2) / Rational(16); };
  CHECK(exact(3) == q("1/9"));
  CHECK(printed(3) == Rational(0));
  const Proof proof = proof_of("5.4-limit-printed-value");
  const Rational m = number_in(proof, "m");
  CHECK(exact(m) != printed(m));
  CHECK(exact(m).to_string() == last_number(proof.witness.at(1)));
  CHECK(printed(m).to_string() == last_number(proof.witness.at(2)));
  for (const long large : {1000L, 1000000L}) {
    const Rational n(large);
    const Rational inside = Rational(1) - (Rational(1) + Rational(1) / n) * (Rational(1) + n) / Rational(4);
    CHECK(inside - (q("3/4") - n / Rational(4)) < q("-1/4"));
    CHECK(abs(inside - (q("1/2") - n / Rational(4))) < Rational(1) / n);
  }
}

TEST_CASE("a homogeneous map that does not commute with permutations") {
  const Proof proof = proof_of("5.4-elementwise-printed");
  REQUIRE(proof.verdict == Verdict::refuted);
  CHECK(witness_says(proof, "(z_1, 0, .., 0)"));
  // W = (1, 1), Z = (1, 2), P the exchange: W sigma(P Z) = 2, W P sigma(Z) = 1.
  const std::vector<Rational> z{1, 2};
  const auto sigma = [](const std::vector<Rational>& v) { return std::vector<Rational>{v[0], 0}; };
  const auto exchange = [](const std::vector<Rational>& v) { return std::vector<Rational>{v[1], v[0]}; };
  CHECK(sigma(exchange(z))[0] + sigma(exchange(z))[1] == Rational(2));
  CHECK(exchange(sigma(z))[0] + exchange(sigma(z))[1] == Rational(1));
}

TEST_CASE("the additional assumption") {
  const Proof proof = proof_of("5.4-assumption");
  REQUIRE(proof.verdict == Verdict::refuted);
  CHECK(witness_says(proof, "is 0, at pi = (2, 1)"));
  CHECK(Rational(1) * Rational(-2) + Rational(2) * Rational(1) == Rational(0));
  for (const auto& [first, second] : {std::pair(1, -4), std::pair(-4, 1)}) CHECK(first + second == -3);
}

TEST_CASE("no bound for all of the orbit") {
  const Proof proof = proof_of("5.6-literal");
  REQUIRE(proof.verdict == Verdict::refuted);
  CHECK(witness_says(proof, "grows beyond every bound"));
  for (const long bound : {10L, 1000000L}) {
    const Rational m = Rational(100) * Rational(bound);
    CHECK(pow(m - Rational(1), 4) / (Rational(16) * m * m) > Rational(bound));
  }
}

TEST_CASE("the false variants") {
  const Proof control = proof_of("5.3-control");
  REQUIRE(control.verdict == Verdict::refuted);
  REQUIRE(witness_says(control, "sigma(z) = z"));
  REQUIRE(number_in(control, "k") == Rational(1));
  const Rational scale = number_in(control, "m");
  const Rational place = number_in(control, "a");
  const Rational w2 = number_in(control, "W2");
  const Rational w1 = number_in(control, "W1");
  const Rational f = number_in(control, "F");
  const Rational rest = Rational(1) - place;
  const Rational output = (rest * w2 + place / scale * w2) * (rest * w1 + place * scale * w1) * f;
  CHECK(w2 * w1 * f - output != (Rational(1) - pow(rest + place * scale, 2)) * w2 * w1 * f);
  const Proof maximum = proof_of("5.3-control-maximum");
  REQUIRE(maximum.verdict == Verdict::refuted);
  const Rational k = number_in(maximum, "k");
  const Rational m = number_in(maximum, "m");
  const Rational a = number_in(maximum, "a");
  REQUIRE(k.is_integer());
  const auto phi = [&](const Rational& at) {
    const long degree = k.numerator().to_long();
    return (Rational(1) - at + at * pow(m, -degree)) * pow(Rational(1) - at + at * m, degree);
  };
  CHECK(phi(a) > phi(q("1/2")));
}

TEST_CASE("the catalogue's small permutation claim by all permutations") {
  // The first instances of 5.4-statement, n <= 5, without the search: the loss of every permutation exceeds 1000.
  const Claim claim = read_claim_file(std::string(ISTHMUS_SOURCE_DIR) + "/proofs/catalogue/5/5.4-statement.toml");
  for (const PermutationClaim::Instance& instance : std::get<PermutationClaim>(claim.body).instances) {
    const std::size_t n = instance.preactivation.rows();
    if (n > 5) continue;
    CAPTURE(n);
    std::vector<std::size_t> pi(n);
    std::iota(pi.begin(), pi.end(), 0);
    const Rational m = *instance.scale;
    const auto sigma = [&](const Rational& z) {
      const Rational power = pow(abs(z), instance.activation.degree);
      return z.sign() >= 0 ? instance.activation.positive * power : instance.activation.negative * power;
    };
    do {
      Rational loss;
      for (std::size_t r = 0; r < instance.outer.rows(); ++r) {
        for (std::size_t c = 0; c < instance.preactivation.columns(); ++c) {
          Rational entry;
          for (std::size_t i = 0; i < n; ++i) {
            const Rational w = instance.outer.at(r, i);
            const Rational z = instance.preactivation.at(i, c);
            const Rational other = instance.outer.at(r, pi[i]) * pow(m, -static_cast<long>(instance.activation.degree));
            entry += w * sigma(z);
            entry -= (w + other) / Rational(2) * sigma((z + m * instance.preactivation.at(pi[i], c)) / Rational(2));
          }
          loss += entry * entry;
        }
      }
      CHECK(loss > Rational(1000));
    } while (std::next_permutation(pi.begin(), pi.end()));
  }
}
