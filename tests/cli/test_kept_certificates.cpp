#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/catalogue_of_tests.hpp"
#include "support/texts.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

namespace fs = std::filesystem;

/// A catalogue of two claims, "axes" and "branches", with its certificates beside it.
class KeptCatalogue {
 public:
  KeptCatalogue() {
    fs::create_directories(root_.file("catalogue/1"));
    add("axes", "x*y != 0", "4");
    add("branches", "x*y = 1", "2");
    REQUIRE(run_isthmus({"verify", root_.file("catalogue"), "--certificates", root_.file("made")}).exit_code == 0);
    fs::rename(root_.file("made"), certificates());
  }
  std::string certificates() const { return root_.file("certificates"); }
  std::string certificate(const std::string& id) const { return root_.file("certificates/" + id + ".json"); }
  std::string claim(const std::string& id) const { return root_.file("catalogue/1/" + id + ".toml"); }
  ProgramResult verify() const { return run_isthmus({"verify", root_.file("catalogue")}); }

 private:
  void add(const std::string& id, const std::string& set, const std::string& count) {
    write_claim(root_, id, set, count, "proved");
    fs::rename(root_.file(id + ".toml"), claim(id));
  }

  TemporaryDirectory root_;
};

void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

}  // namespace

TEST_CASE("kept certificates: a claim passes only with the one that is made now") {
  struct Damage {
    const char* what;
    void (*done)(const KeptCatalogue&);
    std::vector<std::string> claims;  ///< that fail, with `reason`
    const char* reason;
  };
  const std::vector<Damage> damages = {
      {"deleted", [](const KeptCatalogue& c) { fs::remove(c.certificate("axes")); }, {"axes"}, "is missing"},
      {"empty", [](const KeptCatalogue& c) { write(c.certificate("axes"), ""); }, {"axes"}, "made now"},
      {"a directory",
       [](const KeptCatalogue& c) {
         fs::remove(c.certificate("axes"));
         fs::create_directory(c.certificate("axes"));
       },
       {"axes"},
       "made now"},
      {"one byte more",
       [](const KeptCatalogue& c) {
         write(c.certificate("branches"), file_contents(c.certificate("branches")) + "\n");
       },
       {"branches"},
       "made now"},
      {"one byte less",
       [](const KeptCatalogue& c) {
         fs::resize_file(c.certificate("branches"), fs::file_size(c.certificate("branches")) - 1);
       },
       {"branches"},
       "made now"},
      {"one byte changed",
       [](const KeptCatalogue& c) {
         std::string text = file_contents(c.certificate("axes"));
         text[text.size() / 2] ^= 1;
         write(c.certificate("axes"), text);
       },
       {"axes"},
       "made now"},
      {"swapped",
       [](const KeptCatalogue& c) {
         const std::string axes = file_contents(c.certificate("axes"));
         fs::rename(c.certificate("branches"), c.certificate("axes"));
         write(c.certificate("branches"), axes);
       },
       {"axes", "branches"},
       "made now"},
  };
  for (const Damage& damage : damages) {
    CAPTURE(damage.what);
    const KeptCatalogue catalogue;
    CHECK(catalogue.verify().exit_code == 0);
    damage.done(catalogue);
    const ProgramResult result = catalogue.verify();
    CAPTURE(result.out);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.out, std::to_string(damage.claims.size()) + " holes"));
    for (const std::string& id : damage.claims) {
      const std::size_t place = result.out.find("certificates/" + id + ".json is ");
      REQUIRE(place != std::string::npos);
      CHECK(contains(result.out.substr(place, result.out.find('\n', place) - place), damage.reason));
      CHECK(run_isthmus({"verify", catalogue.claim(id)}).exit_code == 1);
    }
  }
}

TEST_CASE("kept certificates: nothing is asked of claims that are in no catalogue, or in one that keeps none") {
  const KeptCatalogue catalogue;
  fs::remove(catalogue.certificate("axes"));
  const TemporaryDirectory elsewhere;
  fs::copy_file(catalogue.claim("axes"), elsewhere.file("axes.toml"));
  CHECK(run_isthmus({"verify", elsewhere.file("axes.toml")}).exit_code == 0);
  CHECK(run_isthmus({"verify", catalogue.claim("branches")}).exit_code == 0);
  CHECK(run_isthmus({"verify", catalogue.claim("axes")}).exit_code == 1);
  fs::remove_all(catalogue.certificates());
  CHECK(catalogue.verify().exit_code == 0);
}
