#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "checker/claims.hpp"
#include "checker/limits.hpp"
#include "checker/polynomial_matrix.hpp"
#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

/// "done", or what the checker says instead.
template <class F>
std::string said(const F& f) {
  return outcome_of_check([&] {
    f();
    return std::string("done");
  });
}

void check_declined(const std::string& result, const std::string& message) {
  CAPTURE(result.substr(0, 300));
  CHECK(result.starts_with("declined: "));
  CHECK(contains(result, message));
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

std::vector<std::string> many_names(std::size_t number) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < number; ++i) result.push_back("v" + std::to_string(i));
  return result;
}

/// 1 + x + .. + x^(terms - 1).
Polynomial dense(std::size_t terms) {
  std::vector<Polynomial::Term> list;
  for (std::size_t i = 0; i < terms; ++i) list.push_back({Exponents(1, static_cast<char16_t>(i)), 1});
  return Polynomial::sum(1, std::move(list));
}

std::string set_claim(const std::string& set) {
  return test::claim_text("components",
                          "[components]\nset = \"" + set + "\"\nvariables = [\"x\", \"y\", \"z\"]\ncount = \"1\"\n");
}

std::string claim_read(const std::string& text) {
  return said([&] { read_claim(text, "t.toml"); });
}

}  // namespace

TEST_CASE("limits of texts: exponents, degrees, integers, nesting") {
  for (const char* text : {"x^10000 = 1", "x^2^13 = 1", "(x^10000)^6 = 1", "(2^10000)^200*x = 1", "(x + y + z)^20 = 1",
                           "1^10000^1 = x", "x = 0.00000000000000000000000000000000000001"}) {
    CAPTURE(text);
    CHECK(said([&] { set_of(text); }) == "done");
  }
  struct Beyond {
    std::string text;
    std::string message;
  };
  const std::vector<Beyond> beyond = {
      {"x^10001 = 1", "more than 10000 for an exponent in a text"},
      {"x^2^14 = 1", "more than 10000 for an exponent in a text"},
      {"2^(10^9) = x", "more than 10000 for an exponent in a text"},
      {"2^99999999999999999999999 = x", "more than 10000 for an exponent in a text"},
      {"(x^10000)^7 = 1", "more than 65535 for an exponent"},
      {"(2^10000)^500*x = 1", "more than 4194304 bits in an integer"},
      {"x/(3^10000)^500 = 1", "more than 4194304 bits in an integer"},
      {"((((2^10000)^400)*x)^2) = 1", "more than 4194304 bits in an integer"},
      {std::string(2000000, '7') + " = x", "more than 1262394 digits in a number"},
      {"0." + std::string(2000000, '0') + "1 = x", "more than 1262394 digits in a number"},
      {"(a+b+c+d+e+f+g+h+i+j)^5000 = 1", "more than 16777216 products of terms"},
      {repeated("(", 201) + "x" + repeated(")", 201) + " = 1", "more than 200 levels of parentheses"},
      {"x" + repeated("^1", 300) + " = 1", "more than 200 levels of parentheses"},
  };
  for (const auto& [text, message] : beyond) {
    CAPTURE(text.substr(0, 60));
    const std::string result = said([&text = text] { set_of(text); });
    check_declined(result, message);
    CHECK(contains(result, "declined: --set: "));
  }
  CHECK(said([] { set_of(repeated("(", 190) + "x" + repeated(")", 190) + " = 1"); }) == "done");
}

TEST_CASE("limits of polynomials and matrices") {
  CHECK(said([] { Scope(many_names(limits::kVariables)); }) == "done");
  check_declined(said([] { Scope(many_names(limits::kVariables + 1)); }), "more than 1000 variables");
  CHECK((dense(300) * dense(300)).terms().size() == 599);
  check_declined(said([] { dense(4097) * dense(4096); }), "products of terms");
  std::vector<Polynomial::Term> terms;
  for (std::size_t i = 0; i <= limits::kTerms; ++i) {
    const std::u16string exponents{static_cast<char16_t>(i / 1000), static_cast<char16_t>(i % 1000)};
    terms.push_back({exponents, 1});
  }
  check_declined(said([&] { Polynomial::sum(2, terms); }), "more than 1000000 terms in a polynomial");
  CHECK(said([] { zero_matrix(100, 100, 1); }) == "done");
  check_declined(said([] { zero_matrix(101, 100, 1); }), "more than 10000 entries in a matrix");
}

TEST_CASE("limits of integers") {
  CHECK(power(Integer(2), 1000) == Integer(1) << 1000);
  CHECK(power(Integer(1), std::size_t{1} << 40) == 1);
  CHECK(power(Integer(-1), (std::size_t{1} << 40) + 1) == -1);
  CHECK(power(Integer(0), std::size_t{1} << 40) == 0);
  check_declined(said([] { power(Integer(2), std::size_t{1} << 40); }), "bits in an integer");
  check_declined(said([] { power(Rational(1, 3), limits::kBits); }), "bits in an integer");
  const Rational large(Integer(1) << (limits::kBits - 1));
  CHECK(large * 1 == large);
  check_declined(said([&] { large* large; }), "bits in an integer");
  check_declined(said([&] { Rational(1) / (large * 2); }), "bits in an integer");
  CHECK(Univariate({1, large.numerator()}).degree() == 1);
  check_declined(said([&] { Univariate({1, large.numerator() * 2}); }), "bits in an integer");
}

TEST_CASE("limits of certificates: nesting and keys, of nodes and factors") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']') + "\n"; };
  CHECK(said([&] { read_json(nested(limits::kJsonDepth)); }) == "done");
  check_declined(said([&] { read_json(nested(limits::kJsonDepth + 1)); }), "more than 2000 arrays and objects");
  check_declined(said([&] { read_json(std::string(1000000, '[') + "\n"); }), "more than 2000 arrays and objects");
  const auto object = [](std::size_t keys) {
    std::string text;
    for (std::size_t i = 0; i < keys; ++i) text += (i == 0 ? "{\"" : ",\"") + std::to_string(i) + "\":0";
    return text + "}\n";
  };
  CHECK(said([&] { read_json(object(1000)); }) == "done");
  check_declined(said([&] { read_json(object(limits::kJsonKeys + 1)); }), "certificate: more than 10000 keys");

  const auto contradiction = [](std::size_t factors) {
    std::string text;
    for (std::size_t i = 1; i <= factors; ++i) text += (i == 1 ? "'x+" : ",'x+") + std::to_string(i) + "'";
    return emptied(set_of("x > 0 and x < 0"), "{'rule':'contradiction','factors':[" + text + "]}");
  };
  CHECK(contradiction(20) == "empty");
  check_declined(contradiction(limits::kSymbols), "certificate: more than 1000 factors and variables");

  std::string node = "{'rule':'contradiction','factors':[]}";
  for (std::size_t i = 1; i < limits::kNodeDepth; ++i) {
    node = "{'rule':'rewrite','formula':'x > 0 and x < 0','factors':[],'then':" + node + "}";
  }
  CHECK(emptied(set_of("x > 0 and x < 0"), node) == "empty");
  node = "{'rule':'rewrite','formula':'x > 0 and x < 0','factors':[],'then':" + node + "}";
  check_declined(emptied(set_of("x > 0 and x < 0"), node), ".then: more than 500 nodes nested in each other");
}

TEST_CASE("limits of claim files: bytes, nesting, dots in keys") {
  const std::string claim = set_claim("x = 1");
  CHECK(claim_read(claim) == "done");
  CHECK(claim_read(claim + "# " + std::string(100000, '[') + std::string(100000, '.') + "\n") == "done");
  check_declined(claim_read(claim + "#" + std::string(limits::kClaimBytes, ' ') + "\n"),
                 "t.toml: more than 1048576 bytes");
  const auto arrays = [&](std::size_t depth) {
    return "deep = " + std::string(depth, '[') + std::string(depth, ']') + "\n" + claim;
  };
  CHECK(contains(claim_read(arrays(limits::kTomlDepth)), "error: t.toml:1: the claim deep: unknown key"));
  check_declined(claim_read(arrays(limits::kTomlDepth + 1)), "t.toml: more than 100 arrays and tables");
  check_declined(claim_read("deep = " + repeated("{a=", 5000)), "more than 100 arrays and tables");
  CHECK(contains(claim_read("a" + repeated(".a", 100) + " = 1\n" + claim), "unknown key"));
  check_declined(claim_read("a" + repeated(".a", 100000) + " = 1\n" + claim), "more than 1000 dots in keys");
  check_declined(claim_read("[a" + repeated(".a", 100000) + "]\n" + claim), "more than 1000 dots in keys");
  // Strings of every form hide brackets and dots.
  const std::string hidden = std::string(200, '[') + std::string(2000, '.');
  CHECK(contains(claim_read("s = \"\\\"" + hidden + "\"\n" + claim), "unknown key"));
  CHECK(contains(claim_read("s = '" + hidden + "\\'\n" + claim), "unknown key"));
  CHECK(contains(claim_read("s = \"\"\"\n\"" + hidden + "\n\\\"\"\"\"\n" + claim), "unknown key"));
  CHECK(contains(claim_read("s = '''\n" + hidden + "'\n'''\n" + claim), "unknown key"));
}

TEST_CASE("what is declined names its place") {
  const std::string entry =
      "{'model':{},'count':{'rule':'rewrite','formula':'FORMULA','factors':[],'then':{'rule':'line','"
      "gaps':['0']}}}";
  const std::string claim = set_claim("x = 1");
  CHECK(test::outcome(set_claim("x^10001 = 1"), "proved", "")
            .starts_with("declined: t.toml:11: [components] set: more than 10000 for an exponent in a text"));
  CHECK(test::outcome(claim, "proved", test::replaced(entry, "FORMULA", "x^10001 = 1"))
            .starts_with("declined: certificate.instances[0].count.formula: more than 10000"));
  CHECK(counted(set_of("x = 1"), "{'rule':'line','gaps':['" + std::string(2000000, '1') + "']}")
            .starts_with("declined: certificate.gaps[0]: more than 1262394 digits"));
}

TEST_CASE("the page on the format lists every limit") {
  std::ifstream file(ISTHMUS_SOURCE_DIR "/proofs/FORMAT.md");
  std::ostringstream page;
  page << file.rdbuf();
  struct Row {
    const char* what;
    std::size_t most;
  };
  for (const auto& [what, most] :
       std::vector<Row>{{"bytes of a claim file", limits::kClaimBytes},
                        {"bytes of a certificate", limits::kCertificateBytes},
                        {"JSON arrays and objects in each other", limits::kJsonDepth},
                        {"keys of a JSON object", limits::kJsonKeys},
                        {"TOML arrays and tables in each other", limits::kTomlDepth},
                        {"dots in the keys of a claim file", limits::kTomlDots},
                        {"levels of parentheses, signs and exponents of a text", limits::kTextDepth},
                        {"nodes in each other", limits::kNodeDepth},
                        {"bits of an integer", limits::kBits},
                        {"exponent in a text", limits::kExponent},
                        {"degree in one variable", limits::kDegree},
                        {"variables", limits::kVariables},
                        {"terms of a polynomial", limits::kTerms},
                        {"products of terms of two factors", limits::kTermProducts},
                        {"entries of a matrix that is written out", limits::kEntries},
                        {"factors and variables of a sign analysis", limits::kSymbols}}) {
    const std::string row = std::string("| ") + what + " | " + std::to_string(most) + " |";
    CAPTURE(row);
    CHECK(contains(page.str(), row));
  }
}
