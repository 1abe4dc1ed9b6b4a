#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/claims.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

// Accepted and refused entries of certificates of the kinds real, homogeneous, permutations and forward-passes.

namespace {

/// "accepted", or the rule that refuses, or "declined", or "claim" for a claim that cannot be read.
std::string ruling(const std::string& claim, const std::string& verdict, const std::string& entries,
                   const std::string& scope = "all") {
  const std::string text = "{\"format\":1,\"claim\":\"t\",\"verdict\":\"" + verdict + "\",\"scope\":\"" + scope +
                           "\",\"lemmas\":[],\"instances\":[" + entries + "]}\n";
  try {
    Session session;
    check_claim(claim, "t.toml", *read_json(text), session);
    return "accepted";
  } catch (const Rejection& rejection) {
    return rejection.rule();
  } catch (const Declined&) {
    return "declined";
  } catch (const InvalidClaim&) {
    return "claim";
  }
}

std::string real(const std::string& variables, const std::string& assume, const std::string& conclude) {
  return claim_text("real",
                    "[[real]]\nvariables = " + variables + "\nassume = " + assume + "\nconclude = " + conclude + "\n");
}

const std::string kPower = "[\"power\",\"u1\",\"m_+1\",\"k_\",\"1\"]";
const std::string kSigns = "[\"sign\",\"k_\",\">0\"],[\"sign\",\"m_\",\">0\"],[\"sign\",\"m_+1\",\">0\"],";
const std::string kBounds = "\"bounds\":[{\"above\":0},{\"above\":1}]";

/// The one case of k > 0, m > 1.
std::string frame(const std::string& steps, const std::string& bounds = kBounds) {
  return "{\"model\":{\"k\":\"1\",\"m\":\"2\"},\"cases\":[{\"steps\":[" + steps + "]," + bounds + "}]}";
}

std::string sign(const std::string& polynomial, const std::string& relation, const std::string& facts) {
  return ",[\"sign\",\"" + polynomial + "\",\"" + relation + "\",[" + facts + "]]";
}

}  // namespace

TEST_CASE("powers and signs: what is accepted") {
  const std::string above = real("[\"k\", \"m\"]", "[\"k > 0\", \"m > 1\"]", "[\"m^k > 1\"]");
  const std::string fact = "[\"above-one\",{\"u1\":\"1\"}]";
  CHECK(ruling(above, "proved", frame(kSigns + kPower + sign("u1-1", ">0", fact))) == "accepted");
  const std::string identity =
      real("[\"k\", \"m\"]", "[\"k > 0\", \"m > 1\"]", "[\"m^(2*k)*m^(-k) = m^k\", \"m^(k+1) = m*m^k\"]");
  CHECK(ruling(identity, "proved", frame(kSigns + kPower)) == "accepted");
  const std::string bernoulli = real("[\"k\", \"m\"]", "[\"k > 0\", \"m > 1\"]", "[\"m^(-k) > 1 - k*(m - 1)\"]");
  CHECK(ruling(bernoulli, "proved",
               frame(kSigns + kPower + sign("k_*m_*u1-u1+1", ">0", "[\"bernoulli\",{\"u1\":\"-1\"}]"))) == "accepted");
}

TEST_CASE("powers and signs: what is refused") {
  const std::string above = real("[\"k\", \"m\"]", "[\"k > 0\", \"m > 1\"]", "[\"m^k > 1\"]");
  const std::string fact = "[\"above-one\",{\"u1\":\"1\"}]";
  const auto refused = [&](const std::string& entry) { return ruling(above, "proved", entry) == "real"; };
  CHECK(refused(frame(kSigns + kPower)));                             // no sign shown
  CHECK(refused(frame(kSigns + kPower + sign("u1-1", "<0", fact))));  // the other sign
  CHECK(refused(frame(kSigns + kPower + sign("u1-2", ">0", fact))));  // not a consequence
  CHECK(refused(frame(kSigns + kPower + sign("u1-1", ">0", ""))));    // no fact
  CHECK(refused(frame(kSigns + kPower + sign("u1-1", ">0", "[\"positive\",{\"u1\":\"1\"}]"))));
  CHECK(refused(frame(kSigns + kPower + sign("u1-1", ">0", fact + "," + fact))));  // dependent
  CHECK(refused(frame(kPower + sign("u1-1", ">0", fact))));                        // the base is not shown positive
  CHECK(refused(frame(kSigns + "[\"power\",\"u1\",\"m_-1\",\"k_\",\"1\"]" + sign("u1-1", ">0", fact))));
  CHECK(refused(frame(kSigns + "[\"power\",\"u1\",\"m_+2\",\"k_\",\"1\"]" + sign("u1-1", ">0", fact))));
  CHECK(refused(frame(kSigns + kPower + "," + kPower + sign("u1-1", ">0", fact))));  // declared twice
  CHECK(refused(frame(kSigns + kPower + sign("u1-1", ">0", fact), "\"bounds\":[{\"above\":0}]")));
  CHECK(refused(frame(kSigns + kPower + sign("u1-1", ">0", fact), "\"bounds\":[{\"above\":1},{\"above\":0}]")));
  CHECK(refused(frame(kSigns + kPower + sign("u1-1", ">0", fact), "\"bounds\":[{\"above\":0},{\"below\":1}]")));
  CHECK(refused(frame(kSigns + kPower + sign("u1-1", ">0", fact), kBounds + ",\"empty\":[0,1]")));
  CHECK(ruling(above, "proved", "{\"model\":{\"k\":\"1\",\"m\":\"1\"},\"cases\":[]}") == "model");
  CHECK(ruling(above, "proved", "{\"model\":{\"k\":\"1\",\"m\":\"2\"},\"cases\":[]}") == "real");
  CHECK(ruling(above, "proved", "") == "instances");
  CHECK(ruling(above, "vacuous", "{\"instance\":0,\"proof\":{}}") == "vacuous");
  // Bernoulli's inequality in the wrong direction.
  const std::string wrong = real("[\"k\", \"m\"]", "[\"k > 0\", \"m > 1\"]", "[\"m^(-k) < 1 - k*(m - 1)\"]");
  CHECK(ruling(wrong, "proved",
               frame(kSigns + kPower + sign("k_*m_*u1-u1+1", "<0", "[\"bernoulli\",{\"u1\":\"-1\"}]"))) == "real");
  CHECK(ruling(wrong, "proved",
               frame(kSigns + kPower + sign("k_*m_*u1-u1+1", ">0", "[\"bernoulli\",{\"u1\":\"1\"}]"))) == "real");
}

TEST_CASE("cases cover the assumptions") {
  const std::string square = real("[\"x\"]", "[]", "[\"x^2 >= 0\"]");
  const std::string negative = "{\"steps\":[],\"bounds\":[{\"below\":0}]}";
  const std::string positive = "{\"steps\":[],\"bounds\":[{\"above\":0}]}";
  const std::string zero = "{\"steps\":[],\"bounds\":[{\"equal\":0}]}";
  const auto with = [](const std::string& cases) { return "{\"model\":{\"x\":\"1\"},\"cases\":[" + cases + "]}"; };
  CHECK(ruling(square, "proved", with(negative + "," + positive + "," + zero)) == "accepted");
  CHECK(ruling(square, "proved", with(positive + "," + negative + "," + zero)) == "real");
  CHECK(ruling(square, "proved", with(negative + "," + positive)) == "real");
  const std::string strict = real("[\"x\"]", "[]", "[\"x^2 > 0\"]");
  CHECK(ruling(strict, "proved", with(negative + "," + positive + "," + zero)) == "real");
  const std::string between = real("[\"x\"]", "[\"x > 1\", \"x != 0\"]", "[\"x > 0\"]");
  const std::string empty = "{\"steps\":[],\"bounds\":[],\"empty\":[0,1]}";
  const std::string model = "{\"model\":{\"x\":\"2\"},\"cases\":[";
  CHECK(ruling(between, "proved",
               model + empty + ",{\"steps\":[[\"sign\",\"x_+1\",\">0\"]],\"bounds\":[{\"above\":0}]}]}") == "accepted");
  CHECK(ruling(between, "proved",
               model + "{\"steps\":[],\"bounds\":[],\"empty\":[1,0]},{\"steps\":[[\"sign\",\"x_+1\",\">0\"]],"
                       "\"bounds\":[{\"above\":0}]}]}") == "real");
  CHECK(ruling(between, "proved", model + empty + "," + empty + "]}") == "real");
}

TEST_CASE("refutations of statements about real numbers") {
  const std::string wrong = real("[\"k\", \"m\"]", "[\"k > 0\", \"m > 1\"]", "[\"m > 0\", \"m^k > m\"]");
  const auto entry = [](const std::string& k, const std::string& m, const std::string& j) {
    return "{\"instance\":0,\"model\":{\"k\":\"" + k + "\",\"m\":\"" + m + "\"},\"conclusion\":" + j + "}";
  };
  CHECK(ruling(wrong, "refuted", entry("1/2", "4", "1")) == "accepted");
  CHECK(ruling(wrong, "refuted", entry("1/2", "4", "0")) == "real");
  CHECK(ruling(wrong, "refuted", entry("2", "4", "1")) == "real");
  CHECK(ruling(wrong, "refuted", entry("1/2", "2", "1")) == "real");  // an irrational power is no witness
  CHECK(ruling(wrong, "refuted", entry("1/2", "1", "1")) == "model");
  const std::string bounded =
      claim_text("real", "[[real]]\nvariables = [\"m\"]\nassume = [\"m > 0\"]\nbounded = \"m/(m + 1)*m\"\n");
  CHECK(ruling(bounded, "refuted", "{\"instance\":0,\"curve\":{\"m\":[\"t\",\"1\"]}}") == "accepted");
  CHECK(ruling(bounded, "refuted", "{\"instance\":0,\"curve\":{\"m\":[\"1\",\"t\"]}}") == "real");
  CHECK(ruling(bounded, "refuted", "{\"instance\":0,\"curve\":{\"m\":[\"-t\",\"1\"]}}") == "real");
  CHECK(ruling(bounded, "proved", "{\"model\":{\"m\":\"1\"},\"cases\":[]}") == "real");
  const auto limit = [](const std::string& value) {
    return claim_text(
        "real",
        "[[real]]\nvariables = [\"m\"]\nassume = [\"m > 0\"]\nlimit = \"(m + 1)/m\"\nof = \"m\"\ntends-to = \"" +
            value + "\"\n");
  };
  CHECK(ruling(limit("1"), "proved", "{\"model\":{\"m\":\"1\"}}") == "accepted");
  CHECK(ruling(limit("2"), "proved", "{\"model\":{\"m\":\"1\"}}") == "real");
  CHECK(ruling(limit("2"), "refuted", "{\"instance\":0,\"curve\":{\"m\":[\"t\",\"1\"]}}") == "accepted");
  CHECK(ruling(limit("1"), "refuted", "{\"instance\":0,\"curve\":{\"m\":[\"t\",\"1\"]}}") == "real");
  CHECK(ruling(limit("2"), "refuted", "{\"instance\":0,\"curve\":{\"m\":[\"2*t\",\"1\"]}}") == "real");
}

TEST_CASE("identities of homogeneous activations") {
  const auto identity = [](const std::string& left, const std::string& right, const std::string& more = "") {
    return claim_text(
        "homogeneous",
        "[[matrix]]\nname = \"Z\"\nrows = \"n\"\ncolumns = \"N\"\n[[matrix]]\nname = \"P\"\nrows = \"n\"\n"
        "columns = \"n\"\nrole = \"permutation\"\n[homogeneous]\nscalars = [\"c\"]\nassume = [\"c > 0\"]\n"
        "degree = \"2\"\n" +
            more + "left = \"" + left + "\"\nright = \"" + right + "\"\n");
  };
  const std::string entry = "{\"model\":{\"c\":\"1\"},\"cases\":[{\"steps\":[],\"bounds\":[{\"above\":0}]}]}";
  CHECK(ruling(identity("sigma(c*Z)", "c^2*sigma(Z)"), "proved", entry, "all dimensions") == "accepted");
  CHECK(ruling(identity("sigma(c*Z)", "c*sigma(Z)"), "proved", entry, "all dimensions") == "homogeneous");
  CHECK(ruling(identity("sigma(P*Z)", "P*sigma(Z)"), "proved", entry, "all dimensions") == "homogeneous");
  CHECK(ruling(identity("sigma(P*Z)", "P*sigma(Z)", "sigma = \"elementwise\"\n"), "proved", entry, "all dimensions") ==
        "accepted");
  CHECK(ruling(identity("sigma(Z + P*Z)", "sigma(Z) + sigma(P*Z)"), "proved", entry, "all dimensions") ==
        "homogeneous");
  const std::string wrong = identity("sigma(c*Z)", "c*sigma(Z)");
  const auto values = [](const std::string& z, const std::string& p, const std::string& sigma) {
    return "{\"instance\":0,\"model\":{\"c\":\"2\"},\"matrices\":{\"Z\":" + z + ",\"P\":" + p + "},\"sigma\":" + sigma +
           "}";
  };
  CHECK(ruling(wrong, "refuted", values("[[\"1\"]]", "[[\"1\"]]", "[\"1\",\"1\"]")) == "accepted");
  CHECK(ruling(wrong, "refuted", values("[[\"0\"]]", "[[\"1\"]]", "[\"1\",\"1\"]")) == "homogeneous");
  CHECK(ruling(wrong, "refuted", values("[[\"1\"]]", "[[\"2\"]]", "[\"1\",\"1\"]")) == "homogeneous");
  CHECK(ruling(wrong, "refuted", values("[[\"1\"],[\"1\"]]", "[[\"1\"]]", "[\"1\",\"1\"]")) == "homogeneous");
  CHECK(ruling(wrong, "refuted", values("[[\"1\"]]", "[[\"1\"]]", "\"first-row\"")) ==
        "homogeneous");  // of degree 1, not 2
  CHECK(ruling(wrong, "refuted", values("[[\"1\"]]", "[[\"1\"]]", "[\"1\"]")) == "homogeneous");
  for (const auto& [left, right] : {std::pair("sigma(W)", "sigma(W)"), std::pair("Z + 1", "Z"), std::pair("Z*Z", "Z*Z"),
                                    std::pair("c", "c"), std::pair("Z", "P"), std::pair("Z/P", "Z"),
                                    std::pair("Z*P", "Z"), std::pair("sigma(c)", "Z"), std::pair("P^2*Z", "Z")}) {
    CHECK(ruling(identity(left, right), "proved", entry) == "claim");
  }
}

TEST_CASE("the minimum over permutations") {
  const auto permutations = [](const std::string& statement) {
    return claim_text(
        "permutations",
        "[permutations]\nclaim = \"minimum " + statement +
            "\"\n[[permutations.instance]]\nouter = [\"1, 2\"]\npreactivation = [\"1\", \"-2\"]\ndegree = 1\n"
            "activation = [\"1\", \"-1\"]\n");
  };
  const auto entry = [](const std::string& permutation, const std::string& order, bool refuted) {
    return std::string("{") + (refuted ? "\"instance\":0," : "") + "\"model\":{},\"permutation\":" + permutation +
           ",\"order\":" + order + "}";
  };
  CHECK(ruling(permutations("= 0"), "proved", entry("[1,0]", "[0,1]", false), "instances") == "accepted");
  CHECK(ruling(permutations("= 0"), "proved", entry("[1,0]", "[1,0]", false), "instances") == "accepted");
  CHECK(ruling(permutations("> 0"), "refuted", entry("[1,0]", "[0,1]", true), "instances") == "accepted");
  CHECK(ruling(permutations("= 9"), "proved", entry("[0,1]", "[0,1]", false), "instances") == "permutations");
  CHECK(ruling(permutations("> 0"), "proved", entry("[0,1]", "[0,1]", false), "instances") == "permutations");
  CHECK(ruling(permutations("> 0"), "proved", entry("[1,0]", "[0,1]", false), "instances") == "permutations");
  CHECK(ruling(permutations("= 0"), "refuted", entry("[1,0]", "[0,1]", true), "instances") == "permutations");
  CHECK(ruling(permutations("= 0"), "proved", entry("[1,1]", "[0,1]", false), "instances") == "permutations");
  CHECK(ruling(permutations("= 0"), "proved", entry("[1,0]", "[0]", false), "instances") == "permutations");
  CHECK(ruling(permutations("= 0"), "proved", entry("[1,2]", "[0,1]", false), "instances") == "encoding");
  CHECK(ruling(permutations("= 0"), "proved", "{\"model\":{}}", "instances") == "encoding");
}

TEST_CASE("forward passes") {
  const std::string passes =
      claim_text("forward-passes",
                 "[forward-passes]\nwidths = [2, 3, 2]\nsamples = 2\ndegree = 1\nactivation = [\"1\", \"-1/10\"]\n"
                 "seeds = [1]\nscales = [\"2\"]\nalphas = [\"1/2\"]\n");
  CHECK(ruling(passes, "proved", "{\"model\":{}}", "instances") == "accepted");
  CHECK(ruling(passes, "proved", "{\"model\":{\"x\":\"1\"}}", "instances") == "encoding");
  CHECK(ruling(passes, "refuted", "{\"instance\":0,\"scale\":0,\"alpha\":0}", "instances") == "forward-passes");
  CHECK(ruling(passes, "refuted", "{\"instance\":0,\"scale\":1,\"alpha\":0}", "instances") == "encoding");
}
