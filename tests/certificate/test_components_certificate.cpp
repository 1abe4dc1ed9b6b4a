#include <doctest/doctest.h>

#include <set>

#include "certificate/json.hpp"
#include "certificate/query_certificate.hpp"
#include "claim/set_language.hpp"

using namespace isthmus;

namespace {

struct Family {
  std::string set;
  std::vector<std::string> parameters = {};
  std::string assumption = "";

  SemialgebraicSet read() const { return parse_set(set, {{}, parameters, assumption}); }
};

std::string certificate_of(const Family& family) {
  const SemialgebraicSet set = family.read();
  return components_certificate(set, count_family(set));
}

Json document_of(const Family& family) { return Json::parse(certificate_of(family)); }

/// Every value of "rule" in a document, and the keys of separations.
void collect(const Json& node, std::set<std::string>& found) {
  if (node.is_object()) {
    if (node.contains("rule")) found.insert(node["rule"].get<std::string>());
    for (const auto* key : {"signs", "walls"})
      if (!node.contains("rule") && node.contains(key)) found.insert(key);
  }
  if (node.is_structured())
    for (const Json& child : node) collect(child, found);
}

std::set<std::string> rules_of(const Family& family) {
  std::set<std::string> found;
  collect(document_of(family), found);
  return found;
}

std::string refusal_of(const Family& family) {
  try {
    certificate_of(family);
  } catch (const NotCertified& reason) {
    return reason.what();
  }
  return "";
}

const std::vector<Family> families = {
    {"x*y != 0"},
    {"(a*d-b*c)*(p*s-q*r) != 0"},
    {"a*d-b*c = 1"},
    {"y^2-x^3+x < 0"},
    {"a*d-b*c = 0"},
    {"w3*(w2*w1*x+e*x) = y", {"x", "y", "e"}, "x != 0 and y != 0 and e != 0"},
    {"x^2+b*x+c = 0", {"b", "c"}},
};

}  // namespace

TEST_CASE("every rule is written for some set") {
  const std::vector<std::pair<Family, std::vector<std::string>>> table = {
      {{"x^2 > 2"}, {"line"}},
      {{"x^2+y^2 < 0"}, {"empty", "contradiction"}},
      {{"x = 1 and y = 2"}, {"graph", "point"}},
      {{"z*(x*y+1) = 1"}, {"graph-block", "open", "walls"}},
      {{"(x+y)*(x-y) != 0"}, {"rewrite", "open", "signs"}},
      {{"y^2-x^3+x < 0"}, {"open", "walls"}},
      {{"x != 0 and y > 0"}, {"product"}},
      {{"x*(x-1) = 0 and y*x >= 0 and y^2 >= x"}, {"sum"}},
      {{"a*d-b*c = 1"}, {"charts", "lemma", "substitute"}},
      {{"a*d-b*c = 0"}, {"contraction"}},
      {{"(x+y)*a+b = 1 and a-b*x = y and x > 0"}, {"cases", "consequence"}},
      {{"x*z+y-1 != 0", {"y"}, ""}, {"uniform", "delineate", "walls"}},
      {{"x = a", {"a", "b"}, "a = b^2 and b > 1"}, {"solve-parameter", "uniform", "point"}},
      {{"a*x+b*y != 0", {"a", "b"}, "a^2+b^2 = 0"}, {"parameter-cases", "solve-parameter", "no-parameters"}},
  };
  for (const auto& [family, expected] : table) {
    CAPTURE(family.set);
    const std::set<std::string> found = rules_of(family);
    for (const std::string& rule : expected) {
      CAPTURE(rule);
      CHECK(found.count(rule) == 1);
    }
  }
}

TEST_CASE("the same set has the same bytes, and they are canonical") {
  for (const Family& family : families) {
    CAPTURE(family.set);
    const std::string text = certificate_of(family);
    CHECK(text == certificate_of(family));
    CHECK(text.back() == '\n');
    CHECK(text.rfind("{\"format\":1,\"query\":\"components\",\"lemmas\":[", 0) == 0);
    const Json document = Json::parse(text);
    CHECK(certificate_text(document) == text);
    std::string plain = text;
    std::erase(plain, '\n');
    CHECK(plain == document.dump());
  }
}

TEST_CASE("certificates stay small") {
  CHECK(certificate_of({"x*y != 0"}).size() < 600);
  CHECK(certificate_of({"a*(e*i-f*h)-b*(d*i-f*g)+c*(d*h-e*g) != 0"}).size() < 3000);
  CHECK(certificate_of({"a*d-b*c = 1"}).size() < 4000);
  CHECK(certificate_of({"w3*(w2*w1*x+e*x) = y", {"x", "y", "e"}, "x != 0 and y != 0 and e != 0"}).size() < 8000);
}

TEST_CASE("separators that add nothing are left out") {
  const Json octants = document_of({"(x+y)*(x-y) != 0 and x+2*y < 9 and 3*x+y > -9"});
  CHECK(octants["count"]["then"]["separation"]["signs"].size() == 2);
}

TEST_CASE("a set that occurs twice is counted once, under its names") {
  const Json document = document_of({"a*d-b*c != 0 and p*s-q*r != 0"});
  REQUIRE(document["lemmas"].size() == 1);
  CHECK(document["lemmas"][0]["coordinates"] == Json({"a", "d", "b", "c"}));
  const Json& factors = document["count"]["factors"];
  REQUIRE(factors.size() == 2);
  CHECK(factors[0]["count"]["names"] == Json({"a", "d", "b", "c"}));
  CHECK(factors[1]["count"]["names"] == Json({"p", "s", "q", "r"}));
  CHECK(document_of({"a*d-b*c != 0 and x > 0"})["lemmas"].empty());
}

TEST_CASE("the number and a model are stated") {
  CHECK(document_of({"x*y != 0"})["components"] == 4);
  CHECK(document_of({"x*y != 0"})["model"] == Json::object());
  const Json varies = document_of({"x^2 = a", {"a"}});
  CHECK(varies["components"] == "varies");
  CHECK(varies["model"].size() == 1);
  const SemialgebraicSet family = parse_set("x*y = a", {{}, {"a", "b"}, "a*b = 1 and b > 2"});
  const Json document = Json::parse(components_certificate(family, count_family(family)));
  CHECK(document["components"] == 2);
  const auto value = [&](const char* name) {
    return parse_point("v=" + document["model"][name].get<std::string>(), PolynomialRing({"v"})).front();
  };
  const Rational a = value("a");
  const Rational b = value("b");
  CHECK(a * b == Rational(1));
  CHECK(b > Rational(2));
}

TEST_CASE("a condition on the parameters that fails leaves an empty fibre") {
  const Json document = document_of({"q+2 < 0 and -3*x+1 = 0", {"p", "q"}, ""});
  REQUIRE(document["count"]["counts"].size() == 2);
  CHECK(document["count"]["counts"][1]["rule"] == "empty");
  // A factor that becomes constant at a value: the fibre is reduced anew.
  CHECK(refusal_of(
            {"q = 0 and (z*y*x-3)*(-q*y-2) = 0 and (-2*x+2*q-q*y*p)*(-3*y*q+2*z) = 0", {"p", "q"}, "1+p <= 0"}) == "");
  // An atom that is decided once the parameter has its value is none of the decomposition's.
  const std::string text = certificate_of({"(p*x-3)*w*y != 0 or -2-3*p*y*y > 0", {"p"}, ""});
  CHECK(text.find("-3*y^2-1 > 0\"") == std::string::npos);
}

TEST_CASE("what cannot be expressed is refused with the reason") {
  CHECK(refusal_of({"x = a", {"a"}, "a^2 < 0"}).find("no parameter value satisfies the assumption") !=
        std::string::npos);
  CHECK(refusal_of({"x^3+p*x+q = 0", {"p", "q"}, ""}).find("irrational values of a parameter") != std::string::npos);
  CHECK(refusal_of({"(x^2 = 2 or x = 0 or x = 1) and a*x+b*(x-1) = 1"}).find("no rational point is known") !=
        std::string::npos);
  for (const Family& family : families) CHECK(refusal_of(family) == "");
}
