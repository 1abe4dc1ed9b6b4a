#include <doctest/doctest.h>

#include "prove/claim_text.hpp"
#include "prove/real_points.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

std::string list(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "\"" : ", \"") + text + "\"";
  return "[" + result + "]";
}

Proof real(const std::vector<std::string>& variables, const std::vector<std::string>& assume,
           const std::vector<std::string>& conclude, const std::vector<std::string>& define = {}) {
  return proof_of("real", "[[real]]\nvariables = " + list(variables) + "\nassume = " + list(assume) +
                              "\ndefine = " + list(define) + "\nconclude = " + list(conclude) + "\n");
}

const std::string kPhi = "(1 - a + a*m^(-k))*(1 - a + a*m)^k";

}  // namespace

TEST_CASE("identities of real powers") {
  for (const std::string identity : {"m^k*m^(-k) = 1", "(m^k)^2 = m^(2*k)", "m^(k + 1) = m*m^k", "(2*m)^k = 2^k*m^k",
                                     "(m^k)^(1/k) = m", "4^k = (2^k)^2", "(m^2 + 2*m + 1)^k = (m + 1)^(2*k)",
                                     "(m/(m + 1))^(-k) = ((m + 1)/m)^k", "12^k/3^k = 2^(2*k)", "1^k = 1", "m^0 = 1"}) {
    CAPTURE(identity);
    CHECK(real({"k", "m"}, {"k > 0", "m > 0"}, {identity}).verdict == Verdict::proved);
  }
  for (const std::string wrong : {"m^k*m^(-k) = m", "(m^k)^2 = m^(k^2)", "m^(k + 1) = m*m^(2*k)", "(2*m)^k = 2*m^k",
                                  "(m + 1)^k = m^k + 1", "4^k = 2^k", "m^k != m", "m^k > m"}) {
    CAPTURE(wrong);
    const Proof proof = real({"k", "m"}, {"k > 0", "m > 0"}, {wrong});
    CHECK(proof.verdict == Verdict::refuted);
    CHECK_FALSE(proof.witness.empty());
  }
}

TEST_CASE("inequalities between real powers") {
  CHECK(real({"k", "m"}, {"k > 0", "m > 1"}, {"m^k > 1", "m^(-k) < 1", "m^k + m^(-k) > 1"}).verdict == Verdict::proved);
  CHECK(real({"k", "m"}, {"k > 0", "m > 0", "m < 1"}, {"m^k < 1"}).verdict == Verdict::proved);
  CHECK(real({"k", "m", "p"}, {"k > 0", "m > 0", "p > m"}, {"m^k < p^k"}).verdict == Verdict::proved);
  CHECK(real({"k", "m", "p"}, {"k > 0", "m > 0", "p >= m"}, {"m^k <= p^k"}).verdict == Verdict::proved);
  CHECK(real({"k", "m", "p"}, {"k > 0", "m > 0", "p >= m"}, {"m^k < p^k"}).verdict == Verdict::refuted);
  CHECK(real({"k", "m"}, {"k > 0", "m > 0", "m != 1"}, {"m^(-k) > 1 - k*(m - 1)"}).verdict == Verdict::proved);
  CHECK(real({"k", "m"}, {"k > 0", "m > 0"}, {"m^(-k) >= 1 - k*(m - 1)"}).verdict == Verdict::proved);
  CHECK(real({"k", "m"}, {"k > 0", "m > 0"}, {"m^(-k) > 1 - k*(m - 1)"}).verdict == Verdict::refuted);
  CHECK(real({"k", "x"}, {"k > 0", "x > 0"}, {"(1 + x)^k >= 1 + k*x"}).verdict == Verdict::refuted);
  CHECK(real({"k", "x"}, {"k > 1", "x > 0"}, {"(1 + x)^k >= 1 + k*x"}).verdict != Verdict::refuted);
}

TEST_CASE("the factor of the segment and its variations") {
  const std::vector<std::string> assume{"k > 0", "m > 0", "m != 1", "a > 0", "a < 1"};
  CHECK(real({"k", "m", "a"}, assume, {kPhi + " > 1"}).verdict == Verdict::proved);
  CHECK(real({"k", "m", "a"}, {"k > 0", "m > 0", "a >= 0", "a <= 1"}, {kPhi + " >= 1"}).verdict == Verdict::proved);
  CHECK(real({"k", "m", "a"}, {"k > 0", "m > 0", "a >= 0", "a <= 1"}, {kPhi + " > 1"}).verdict == Verdict::refuted);
  CHECK(real({"k", "m", "a"}, {"k > 0", "m > 0"}, {kPhi + " >= 1"}).verdict == Verdict::refuted);
  CHECK(real({"k", "m", "a"}, assume, {kPhi + " > 11/10"}).verdict == Verdict::refuted);
  CHECK(real({"k", "m", "a"}, assume, {kPhi + " < 1000"}).verdict != Verdict::proved);
  CHECK(real({"k", "m", "a"}, assume, {kPhi + " < 1 + k*m"}).verdict != Verdict::proved);
}

TEST_CASE("what is not defined everywhere is not proved") {
  CHECK(real({"m"}, {"m >= 0"}, {"1/m > 0"}).verdict == Verdict::undecided);
  CHECK(real({"k", "m"}, {"k > 0"}, {"m^k = m^k"}).verdict == Verdict::undecided);
  CHECK(real({"k", "m"}, {"k > 0", "m >= 0"}, {"m^(-k)*m^k = 1"}).verdict == Verdict::undecided);
  CHECK(real({"m"}, {"m > 0"}, {"(m - 1)/(m - 1) = 1"}).verdict == Verdict::undecided);
}

TEST_CASE("assumptions") {
  const Proof without_model = real({"m"}, {"m > 0", "m < 0"}, {"m = 5"});
  CHECK(without_model.verdict == Verdict::undecided);
  // An assumption of another form is not used, but it is when points are looked for.
  CHECK(real({"x", "y"}, {"x > 0", "y > 0", "x*y > 1"}, {"x + y > 0"}).verdict == Verdict::proved);
  CHECK(real({"x", "y"}, {"x > 0", "y > 0", "x*y > 1"}, {"x*y > 1/2"}).verdict == Verdict::undecided);
  CHECK(real({"x"}, {}, {"x^2 >= 0"}).verdict == Verdict::proved);
  CHECK(real({"x"}, {}, {"x^2 > 0"}).verdict == Verdict::refuted);
  CHECK(real({"x", "y"}, {"x > 1", "x > 2", "y < x", "y > 1"}, {"y > 0", "x - y > 0", "x > 2"}).verdict ==
        Verdict::proved);
}

TEST_CASE("bounds and limits") {
  const auto form = [](const std::vector<std::string>& assume, const std::string& rest) {
    return proof_of("real", "[[real]]\nvariables = [\"m\"]\nassume = " + list(assume) + "\n" + rest + "\n").verdict;
  };
  const auto bounded = [&](const std::vector<std::string>& assume, const std::string& e) {
    return form(assume, "bounded = \"" + e + "\"");
  };
  CHECK(bounded({"m > 0"}, "m + 1/m") == Verdict::refuted);
  CHECK(bounded({"m > 0", "m < 1"}, "1/m") == Verdict::refuted);
  CHECK(bounded({"m > 0"}, "m/(m + 1)") == Verdict::undecided);
  CHECK(bounded({"m > 0"}, "-m") == Verdict::undecided);
  const auto limit = [&](const std::string& e, const std::string& value) {
    return form({"m > 0"}, "limit = \"" + e + "\"\nof = \"m\"\ntends-to = \"" + value + "\"");
  };
  CHECK(limit("(m + 1)/(2*m - 3)", "1/2") == Verdict::proved);
  CHECK(limit("(m + 1)/(2*m - 3)", "1/3") == Verdict::refuted);
  CHECK(limit("1/m", "0") == Verdict::proved);
  CHECK(limit("m", "0") == Verdict::refuted);
  CHECK(limit("2^m/2^m", "1") == Verdict::undecided);
}

TEST_CASE("exact values at points") {
  const auto number = [](long value) { return RealExpression::number(Rational(value)); };
  const RealExpression x = RealExpression::variable("x");
  const RealPoint point{{"x", Rational(4)}};
  CHECK(value_at(RealExpression::power(x, RealExpression::quotient(number(1), number(2))), point) == Rational(2));
  CHECK_FALSE(value_at(RealExpression::power(x, RealExpression::quotient(number(1), number(3))), point));
  CHECK_FALSE(value_at(RealExpression::quotient(number(1), RealExpression::sum({x, number(-4)})), point));
  CHECK(value_at(RealExpression::power(number(-2), number(3)), point) == Rational(-8));
  CHECK_FALSE(value_at(RealExpression::power(number(-2), RealExpression::quotient(number(1), number(3))), point));
  CHECK_FALSE(value_at(RealExpression::variable("y"), point));
}

TEST_CASE("small points do not contradict what is proved") {
  // The same statements by another way: exact evaluation on a grid, where integer and rational powers allow it.
  for (const char* k : {"1", "2", "3", "1/2"}) {
    for (const char* m : {"1/4", "4", "9", "1/9"}) {
      for (long i = 1; i < 8; ++i) {
        const Rational a = Rational(i) / Rational(8);
        const Rational degree = Rational::parse(k);
        const Rational scale = Rational::parse(m);
        // phi^2 > 1, with phi^2 rational for these.
        const Rational twice = degree * Rational(2);
        const Rational root = scale >= Rational(1) ? Rational(scale == Rational(4) ? 2 : 3)
                                                   : Rational(1) / Rational(scale == Rational::parse("1/4") ? 2 : 3);
        const Rational first = Rational(1) - a + a * pow(root, -twice.numerator().to_long());
        const Rational second = Rational(1) - a + a * scale;
        CHECK(first * first * pow(second, twice.numerator().to_long()) > Rational(1));
      }
    }
  }
}
