#include <doctest/doctest.h>

#include <sys/stat.h>

#include "claim/set_language.hpp"
#include "cli/arguments.hpp"
#include "cli/catalogue.hpp"
#include "cli/more_points.hpp"
#include "cli/nearest_name.hpp"
#include "cli/output_file.hpp"
#include "cli/packed_texts.hpp"
#include "cli/run_program.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

Claim claim_named(const std::string& id) {
  return {id, "t", "s", Variant::beyond, "", {}, "components", Verdict::proved, "", SetComponents{{"", parse_set("x > 0"), {}}}};
}

std::vector<Claim> claims_named(const std::vector<std::string>& ids) {
  std::vector<Claim> claims;
  for (const std::string& id : ids) claims.push_back(claim_named(id));
  return claims;
}

std::string ids_of(const std::vector<Claim>& claims) {
  std::string text;
  for (const Claim& claim : claims) text += claim.id + " ";
  return text;
}

}  // namespace

TEST_CASE("packing loses nothing") {
  const std::vector<std::vector<std::string>> examples{{}, {""}, {"a"}, {"", "b", ""}, {std::string("\0x\n", 3), pack({"nested", ""})}};
  for (const auto& texts : examples) CHECK(unpack(pack(texts)) == texts);
  CHECK_THROWS_AS(unpack("abc"), InternalError);
  CHECK_THROWS_AS(unpack(pack({"abc"}).substr(0, 10)), InternalError);
}

TEST_CASE("the nearest name, or none") {
  const std::vector<std::string> names{"verify", "components", "connect"};
  CHECK(nearest_name("compnents", names) == "components");
  CHECK(nearest_name("conect", names) == "connect");
  CHECK(nearest_name("verify", names) == "verify");
  CHECK_FALSE(nearest_name("zzz", names).has_value());
  CHECK_FALSE(nearest_name("x", {}).has_value());
}

TEST_CASE("a selection by patterns keeps the order") {
  const auto claims = claims_named({"4.1", "4.2-a", "4.2-b", "5"});
  CHECK(ids_of(matching(claims, {})) == "4.1 4.2-a 4.2-b 5 ");
  CHECK(ids_of(matching(claims, {"4.2*"})) == "4.2-a 4.2-b ");
  CHECK(ids_of(matching(claims, {"5", "4.?"})) == "4.1 5 ");
  CHECK_THROWS_WITH_AS(matching(claims, {"6*", "7"}), "--only: no id of the 4 claims matches '6*' or '7'", InvalidInput);
}

TEST_CASE("shards are disjoint and together everything") {
  const auto claims = claims_named({"a", "b", "c", "d", "e"});
  CHECK(ids_of(in_shard(claims, parse_shard("1/1"))) == "a b c d e ");
  CHECK(ids_of(in_shard(claims, parse_shard("1/2"))) == "a c e ");
  CHECK(ids_of(in_shard(claims, parse_shard("2/2"))) == "b d ");
  CHECK_THROWS_AS(in_shard(claims, parse_shard("6/6")), InvalidInput);
  for (const char* text : {"", "1", "/", "1/", "/2", "0/2", "3/2", "-1/2", "1/2/3", "a/b", " 1/2", "1.5/2"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_shard(text), InvalidInput);
  }
}

TEST_CASE("a claim is found by its id only") {
  const auto claims = claims_named({"4.1", "4.2-inverse"});
  CHECK(claim_with_id(claims, "4.1").id == "4.1");
  CHECK_THROWS_WITH_AS(claim_with_id(claims, "4.2-invers"), "no claim has the id '4.2-invers'; did you mean '4.2-inverse'?", InvalidInput);
  CHECK_THROWS_WITH_AS(claim_with_id(claims, "zzzzzzzzz"), "no claim has the id 'zzzzzzzzz'", InvalidInput);
}

TEST_CASE("a set that begins with a minus sign is no option") {
  const auto words = [](std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "isthmus");
    return command_arguments(static_cast<int>(arguments.size()), arguments.data());
  };
  CHECK(words({"components", "-x > 0"}) == std::vector<std::string>{"components", " -x > 0"});
  CHECK(words({"-x=y"}) == std::vector<std::string>{" -x=y"});
  for (const char* option : {"-h", "--help", "-n", "-n5", "-n=5", "--json", "--time-limit=5", "x > 0"}) {
    CAPTURE(option);
    CHECK(words({option}) == std::vector<std::string>{option});
  }
}

TEST_CASE("a file appears whole or not at all") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("out.json");
  check_writable(path, "--json");
  write_file({path, "first"});
  write_file({path, "second"});
  CHECK(file_contents(path) == "second");
  CHECK(std::distance(std::filesystem::directory_iterator(directory.path()), {}) == 1);
  CHECK_THROWS_AS(write_file({directory.file("missing/out.json"), "x"}), InvalidInput);
  std::filesystem::create_directory(directory.file("taken"));
  CHECK_THROWS_AS(write_file({directory.file("taken"), "x"}), InvalidInput);
  CHECK(std::distance(std::filesystem::directory_iterator(directory.path()), {}) == 2);
}

TEST_CASE("where no file can be written is known beforehand") {
  const TemporaryDirectory directory;
  check_writable("", "--log");
  CHECK_THROWS_AS(check_writable(directory.path(), "--log"), InvalidInput);
  CHECK_THROWS_AS(check_writable(directory.file("missing/log"), "--log"), InvalidInput);
  CHECK_THROWS_AS(check_writable("--json", "--log"), InvalidInput);
  CHECK_THROWS_AS(check_writable("/dev/null", "--log"), InvalidInput);
  write_file({directory.file("file"), ""});
  CHECK_THROWS_AS(check_writable(directory.file("file/log"), "--log"), InvalidInput);
}

TEST_CASE("further points lie in the set, on the component that is named") {
  for (const char* text : {"x*y != 0", "x^2+y^2 < 1", "z*(x*y+1) = 1", "x^2 < 2 and y^2 > 3", "x^2 = 2 and y > 0"}) {
    CAPTURE(text);
    const SemialgebraicSet set = parse_set(text);
    const ReducedSetPtr reduced = reduce(set);
    const ComponentsPtr components = count_components(reduced);
    const auto points = sample_points(*reduced, *components, 25);
    CHECK(points.size() >= 25);
    for (const SamplePoint& sample : points) {
      CHECK(contains(set, sample.point));
      CHECK(components->component_at(sample.point) == sample.component);
    }
    for (std::size_t i = 1; i < points.size(); ++i) CHECK(points[i - 1].component <= points[i].component);
    for (std::size_t i = 0; i < points.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(points[i].point == points[j].point);
  }
}

TEST_CASE("a finite set has no further points, and every component its own") {
  const ReducedSetPtr reduced = reduce(parse_set("x^2 = 2 and y^2 = 1"));
  CHECK(sample_points(*reduced, *count_components(reduced), 9).size() == 4);
  const ReducedSetPtr open = reduce(parse_set("x*y != 0"));
  CHECK(sample_points(*open, *count_components(open), 1).size() == 4);
}
