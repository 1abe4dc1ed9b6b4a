#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "checker/claim.hpp"
#include "checker/claims.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::map<std::string, Claim> catalogue() {
  std::map<std::string, Claim> claims;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(ISTHMUS_SOURCE_DIR) / "proofs" / "catalogue")) {
    if (entry.path().extension() != ".toml") continue;
    INFO(entry.path().string());
    Claim claim = read_claim(contents(entry.path()), entry.path().string());
    CHECK(claims.emplace(claim.id, std::move(claim)).second);
  }
  return claims;
}

std::string problem(const std::string& kind, const std::string& body) {
  try {
    read_claim(claim_text(kind, body), "t.toml");
    return "read";
  } catch (const InvalidClaim& error) {
    return error.what();
  }
}

bool refuses(const std::string& kind, const std::string& body, const std::string& message) {
  const std::string text = problem(kind, body);
  INFO(text);
  CHECK(text.find(message) != std::string::npos);
  return text.find(message) != std::string::npos;
}

const std::string kNetwork = "[dimensions]\nn = [1, 2]\n" + matrix("W", "weight", "n", "n", "i = 1..2") +
                             matrix("Y", "target", "n", "n") + hypothesis("det(Y) != 0") +
                             equation("components", "W[2]*W[1]", "Y", "count = \"2^n\"");

}  // namespace

TEST_CASE("every claim of the catalogue is read") {
  const auto claims = catalogue();
  CHECK(claims.size() >= 40);
  const auto& count = std::get<NetworkComponents>(claims.at("4.2-count").body).instances;
  REQUIRE(count.size() == 20);
  CHECK(count[0].equation.setting.heading() == "h=1, l=2");
  CHECK(count[1].equation.setting.heading() == "h=1, l=3");
  CHECK(count[19].count.value == 32);
  CHECK(to_string(count[6].equation.network) == "W[3]*W[2]*W[1]*X");
  CHECK(to_string(count[6].equation.setting.symbols[3].shape) == "2 x 2");
  const auto& widths = std::get<NetworkComponents>(claims.at("4.2-widths").body).instances;
  CHECK(widths[0].equation.setting.heading() == "d=(1, 2, 1), N=1");
  CHECK(widths.size() == 22);
  const auto& maps = std::get<std::vector<InverseMaps>>(claims.at("4.1-homeomorphism").body);
  CHECK(to_string(maps[1].domain.map.at("W[3]")) == "Y*inv(g[1])*inv(g[2])");
  CHECK(maps[1].codomain.map.size() == 2);
  CHECK(std::get<std::vector<Cover>>(claims.at("4.3-union").body)[0].parts.size() == 2);
  CHECK(std::get<Orbits>(claims.at("A.8-disconnected-orbits").body).orbits[0].parameters.size() == 2);
  CHECK(std::get<Product>(claims.at("3.5-product").body).product.coordinates.size() == 5);
  CHECK(std::get<CountedSet>(claims.at("4.3-S1").body).coordinates.size() == 3);
}

TEST_CASE("a claim has one form in all dimensions if these are sizes only") {
  const auto claims = catalogue();
  CHECK(claims.at("4.0-invariance-three-layers").sizes_only);
  CHECK(claims.at("4.3-inverse").sizes_only);
  CHECK_FALSE(claims.at("4.0-invariance").sizes_only);  // l is a number of factors
  CHECK_FALSE(claims.at("4.1-homeomorphism").sizes_only);
  CHECK_FALSE(read_claim(claim_text("identity", "[dimensions]\nh = [2]\n" + matrix("A", "data", "h", "h") +
                                                    "[identity]\nleft = \"h*A\"\nright = \"2*A\"\n"),
                         "t.toml")
                  .sizes_only);
}

TEST_CASE("claim files that do not say what they mean are refused") {
  CHECK(problem("components", kNetwork) == "read");
  CHECK(refuses("components", replaced(kNetwork, "count", "counts"), "missing"));
  CHECK(refuses("components", replaced(kNetwork, "\"2^n\"", "4"), "a string was expected"));
  CHECK(refuses("components", replaced(kNetwork, "[1, 2]", "[0]"), "from 1 to 1000"));
  CHECK(refuses("components", replaced(kNetwork, "[1, 2]", "[1, 1]"), "stands twice"));
  CHECK(refuses("components", replaced(kNetwork, "W[2]*W[1]", "W[2]*W[2]"), "does not occur"));
  CHECK(refuses("components", replaced(kNetwork, "W[2]*W[1]", "W[2]*W[3]"), "not declared"));
  CHECK(refuses("components", replaced(kNetwork, "W[2]*W[1]", "W[2]*W[1]*zero(n, 1)"), "differ in shape"));
  CHECK(refuses("components", replaced(kNetwork, "det(Y)", "det(W[1])"), "which is no parameter"));
  CHECK(refuses("components", replaced(kNetwork, "det(Y)", "Y + "), "operand"));
  CHECK(refuses("components", replaced(kNetwork, "\"target\"", "\"goal\""), "a role is one of"));
  CHECK(refuses("components", replaced(kNetwork, "name = \"Y\"", "name = \"W1\""), "W1"));
  CHECK(refuses("components", replaced(kNetwork, "name = \"Y\"", "name = \"det\""), "name of a function"));
  CHECK(refuses("components", kNetwork + "extra = 1\n", "unknown key"));
  CHECK(refuses("components", kNetwork + "at-most = \"2\"\n", "only one of"));
  CHECK(refuses("components", replaced(kNetwork, "2^n", "1/2"), "remainder"));
  CHECK(refuses("components", replaced(kNetwork, "2^n", "n-3"), "not negative"));
  CHECK(refuses("curves", kNetwork, "unknown kind"));
  CHECK(refuses("components", "[components]\nvariables = [\"x\"]\nset = \"y = 0\"\ncount = \"1\"\n", "y"));
  CHECK(refuses("components",
                "[components]\nparameters = [\"a\"]\nassumption = \"x = 0\"\nvariables = [\"x\"]\nset = \"x = a\"\n"
                "count = \"1\"\n",
                "x"));
  CHECK(refuses("components", "[components\n", "not TOML"));
}

TEST_CASE("two matrices whose entries would have one name are refused") {
  const std::string body = "[dimensions]\nn = [1]\n" + matrix("A", "data", "2", "2") +
                           matrix("A_1_2", "data", "1", "1") + "[identity]\nleft = \"A\"\nright = \"A\"\n";
  CHECK(refuses("identity", body, "A_1_2"));
}
