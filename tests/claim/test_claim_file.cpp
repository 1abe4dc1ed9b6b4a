#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "claim/claim_file.hpp"
#include "claim/claim_texts.hpp"

using namespace isthmus;

namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes when it is done with.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const std::string& name)
      : path_(fs::temp_directory_path() /
              ("isthmus-" + name + "-" + std::to_string(std::hash<std::string>{}(ISTHMUS_BIN_DIR)))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  fs::path write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("the keys that every claim has") {
  const Claim claim = read_claim(test::skip_network(), "a/b.toml");
  CHECK(claim.id == "example-1");
  CHECK(claim.title == "A title");
  CHECK(claim.statement == "A statement.");
  CHECK(claim.kind == "components");
  CHECK(claim.expected == Verdict::proved);
  CHECK(claim.variant == Variant::as_printed);
  CHECK(claim.amends.empty());
  CHECK(claim.source.paper == "A paper");
  CHECK(claim.source.label == "Proposition 1");
  CHECK(claim.source.page == 5);
  CHECK(claim.source.quote == "A sentence.");
  CHECK(claim.file == "a/b.toml");
}

TEST_CASE("a network with a skip connection, for two widths") {
  const Claim claim = read_claim(test::skip_network(), "claim");
  const auto& body = std::get<NetworkComponents>(claim.body);
  REQUIRE(body.instances.size() == 2);
  const auto& first = body.instances[0];
  const auto& second = body.instances[1];
  CHECK(first.setting.to_string() == "n=1");
  CHECK(second.setting.to_string() == "n=2");
  CHECK(first.count.to_string() == "3");
  CHECK(second.count.to_string() == "2");
  CHECK(second.network.to_string() == "W3*(W2*W1*X + eps*X)");
  CHECK(second.network.shape() == Shape{2, 2});
  CHECK(second.target.to_string() == "Y");
  REQUIRE(second.setting.symbols.size() == 6);
  CHECK(second.setting.symbols[5].name == "eps");
  CHECK(second.setting.symbols[5].scalar);
  CHECK(second.setting.symbols[5].shape == Shape{1, 1});
  CHECK(second.setting.symbols[0].role == Role::weight);
  CHECK(second.setting.symbols[4].role == Role::target);
  CHECK(second.setting.index_of("W3") == 2);
  CHECK_FALSE(second.setting.index_of("W4"));
  REQUIRE(second.setting.hypotheses.size() == 3);
  CHECK(second.setting.hypotheses[0].to_string() == "det(X) != 0");
  CHECK(second.setting.hypotheses[2].kind == MatrixCondition::Kind::sign);
}

TEST_CASE("a chain whose length and shapes come from tuples") {
  const auto body = std::get<NetworkComponents>(read_claim(test::chain(), "claim").body);
  REQUIRE(body.instances.size() == 3);
  CHECK(body.instances[1].setting.to_string() == "d=(2, 3, 2)");
  CHECK(body.instances[1].network.to_string() == "W[2]*W[1]*X");
  CHECK(body.instances[1].setting.symbols[0].shape == Shape{3, 2});
  CHECK(body.instances[1].setting.symbols[0].identifier == "W1");
  CHECK(body.instances[1].setting.symbols[1].shape == Shape{2, 3});
  CHECK(body.instances[2].network.to_string() == "W[3]*W[2]*W[1]*X");
  CHECK(body.instances[2].count.to_string() == "<= 4");
  CHECK(body.instances[2].count.admits(4));
  CHECK_FALSE(body.instances[2].count.admits(5));
  CHECK(body.instances[1].setting.hypotheses[1].to_string() == "rank(Y) = 2");
}

TEST_CASE("inverse maps") {
  const auto body = std::get<InverseMaps>(read_claim(test::inverse_maps(), "claim").body);
  REQUIRE(body.instances.size() == 4);
  const InverseMaps::Instance& instance = body.instances[3];
  CHECK(instance.setting.to_string() == "h=2, l=3");
  CHECK(instance.domain.coordinates == std::vector<std::size_t>{0, 1});
  CHECK(instance.codomain.coordinates == std::vector<std::size_t>{2, 3, 4});
  REQUIRE(instance.domain.conditions.size() == 2);
  CHECK(instance.domain.conditions[1].to_string() == "det(g[2]) != 0");
  REQUIRE(instance.codomain.conditions.size() == 1);
  CHECK(instance.codomain.conditions[0].to_string() == "W[3]*W[2]*W[1]*X - Y = 0");
  REQUIRE(instance.forward.size() == 3);
  CHECK(instance.forward[0].coordinate == 2);
  CHECK(instance.forward[0].value.to_string() == "g[1]*inv(X)");
  CHECK(instance.forward[1].value.to_string() == "g[2]");
  CHECK(instance.forward[2].value.to_string() == "Y*inv(g[1])*inv(g[2])");
  REQUIRE(instance.backward.size() == 2);
  CHECK(instance.backward[0].value.to_string() == "W[1]*X");
  CHECK(body.instances[0].forward.size() == 2);
  CHECK(body.instances[0].forward[1].value.to_string() == "Y*inv(g[1])");
}

TEST_CASE("an identity, with several blocks of dimensions") {
  const auto body = std::get<MatrixIdentity>(read_claim(test::invariance(), "claim").body);
  REQUIRE(body.instances.size() == 5);
  CHECK(body.instances[0].left.to_string() == "W[2]*inv(g[1])*g[1]*W[1]*X");
  CHECK(body.instances[1].left.to_string() == "W[3]*inv(g[2])*g[2]*W[2]*inv(g[1])*g[1]*W[1]*X");
  CHECK(body.instances[1].right.to_string() == "W[3]*W[2]*W[1]*X");
  CHECK(body.instances[4].setting.to_string() == "h=3, l=2");
  CHECK(body.instances[2].setting.hypotheses.size() == 3);
}

TEST_CASE("sets, products, orbits, covers and least losses") {
  const auto set = std::get<SetComponents>(read_claim(test::plain_set(), "claim").body).set;
  CHECK(set.set.ring.names() == std::vector<std::string>{"x", "e", "w1", "w2", "w3"});
  CHECK(set.set.parameter_count == 2);
  CHECK(set.set.assumption.parts().size() == 2);
  CHECK(set.set.assumption.holds_at({1, 1, 0, 0, 0}));
  CHECK(set.text == "w3*(w2*w1*x + e*x) = 1");
  CHECK(set.count.to_string() == "3");

  const auto product = std::get<ProductComponents>(read_claim(test::product(), "claim").body);
  REQUIRE(product.factors.size() == 2);
  CHECK(product.factors[1].set.ring.names() == std::vector<std::string>{"z"});
  CHECK(product.product.ring.names() == std::vector<std::string>{"x", "y", "z"});
  CHECK(product.product.formula.holds_at({1, 1, 2}));
  CHECK_FALSE(product.product.formula.holds_at({1, 1, 1}));
  CHECK(product.count.to_string() == "8");

  const auto orbits = std::get<OrbitComponents>(read_claim(test::orbits(), "claim").body);
  REQUIRE(orbits.orbits.size() == 1);
  CHECK(orbits.orbits[0].set.ring.names() == std::vector<std::string>{"a", "b", "x", "y"});
  CHECK(orbits.orbits[0].set.parameter_count == 2);
  CHECK(orbits.orbits[0].set.formula.holds_at({1, 2, -2, -4}));
  REQUIRE(orbits.action);
  CHECK(orbits.action->ring.names() == std::vector<std::string>{"g", "x", "y"});
  CHECK(orbits.action->images[1].to_string() == "g*y");

  const auto cover = std::get<Cover>(read_claim(test::cover(), "claim").body);
  REQUIRE(cover.instances.size() == 2);
  REQUIRE(cover.instances[1].parts.size() == 2);
  CHECK(cover.instances[1].parts[0].conditions.size() == 2);
  CHECK(cover.instances[1].parts[1].name == "S0");
  CHECK(cover.instances[1].parts[1].conditions[0].to_string() == "W1 = 0");

  const std::string argmin =
      test::replaced(test::replaced(test::skip_network(), "\"components\"", "\"argmin\""), "[components]", "[argmin]");
  CHECK(std::get<ArgminComponents>(read_claim(argmin, "claim").body).instances.size() == 2);
}

TEST_CASE("an amended claim and one beyond the source") {
  const std::string printed = "variant = \"as printed\"";
  const std::string repaired = test::replaced(test::plain_set(), printed, "variant = \"repaired\"\namends = \"4.3\"");
  CHECK(read_claim(repaired, "claim").amends == "4.3");
  std::string beyond = test::replaced(test::plain_set(), printed, "variant = \"beyond\"");
  const std::size_t label = beyond.find("label =");
  beyond.erase(label, beyond.find("\n\n") - label);
  const Claim claim = read_claim(beyond, "claim");
  CHECK(claim.variant == Variant::beyond);
  CHECK(claim.source.page == 0);
  CHECK(claim.source.quote.empty());
}

TEST_CASE("the examples of proofs/CLAIMS.md are claims") {
  std::ifstream stream(std::string(ISTHMUS_SOURCE_DIR) + "/proofs/CLAIMS.md");
  REQUIRE(stream.good());
  std::vector<std::string> examples;
  bool inside = false;
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind("```", 0) == 0) {
      inside = line == "```toml";
      if (inside) examples.emplace_back();
    } else if (inside) {
      examples.back() += line + "\n";
    }
  }
  CHECK(examples.size() == 3);
  for (const std::string& example : examples) {
    CAPTURE(example);
    CHECK_NOTHROW(read_claim(example, "proofs/CLAIMS.md"));
  }
}

TEST_CASE("files and folders of claims") {
  const TemporaryFolder folder("claims");
  const auto with_id = [](const std::string& id) { return test::replaced(test::plain_set(), "example-1", id); };
  const fs::path second = folder.write("b/2.toml", with_id("second"));
  const fs::path first = folder.write("a.toml", with_id("first"));
  folder.write("b/notes.txt", "no claim");
  CHECK(read_claim_file(first).id == "first");
  CHECK(read_claim_file(first).file == first.string());
  const std::vector<Claim> claims = read_claims({folder.path()});
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].id == "first");
  CHECK(claims[1].id == "second");
  CHECK(read_claims({second, folder.path(), second}).size() == 2);
  CHECK(read_claims({second})[0].id == "second");
  CHECK(read_claims({}).empty());

  CHECK_THROWS_WITH_AS(read_claim_file(folder.path()),
                       doctest::Contains("this is a directory, a claim file was expected"), InvalidInput);
  CHECK_THROWS_WITH_AS(read_claim_file(folder.path() / "none.toml"), doctest::Contains("there is no such file"),
                       InvalidInput);
  CHECK_THROWS_WITH_AS(read_claims({folder.path() / "none"}), doctest::Contains("there is no such file"), InvalidInput);
  CHECK_THROWS_WITH_AS(read_claim_file("/dev/null"), doctest::Contains("this is not a regular file"), InvalidInput);
  fs::create_directories(folder.path() / "empty");
  CHECK_THROWS_WITH_AS(read_claims({folder.path() / "empty"}), doctest::Contains("no *.toml file below this directory"),
                       InvalidInput);

  const fs::path third = folder.write("c.toml", with_id("second"));
  CHECK_THROWS_WITH_AS(
      read_claims({folder.path()}),
      doctest::Contains((third.string() + ":2:6: the id 'second' is that of " + second.string()).c_str()), ParseError);
}
