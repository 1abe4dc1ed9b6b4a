#include <doctest/doctest.h>

#include <string>

#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

std::string read(const std::string& text) {
  return outcome_of_check([&] {
    read_json(text);
    return std::string("read");
  });
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']') + "\n"; }

}  // namespace

TEST_CASE("checker: certificates in strict JSON only") {
  for (const char* text : {"{}\n", "[]\n", "{\"a\":1,\"b\":[\"x\",true]}\n", "{\n\"a\":[\n1,\n2\n]\n}\n", "\"a b\"\n",
                           "9007199254740991\n", "\"\\\"  \\\\\"\n"}) {
    CAPTURE(text);
    CHECK(read(text) == "read");
  }
  const std::vector<std::pair<std::string, std::string>> refused = {
      {"", "not end with one line feed"},
      {"{}", "not end with one line feed"},
      {"{}\n\n", "not end with one line feed"},
      {"\n", "not JSON"},
      {"{} \n", "white space at byte 2"},
      {"{\"a\": 1}\n", "white space at byte 5"},
      {"{\"a\":\t1}\n", "white space"},
      {"{}{}\n", "not JSON"},
      {"{\"a\":1}x\n", "not JSON"},
      {"{\"a\":1\n", "not JSON"},
      {"{\"a\":1,\"a\":2}\n", "certificate: encoding: the key 'a' stands twice"},
      {"{\"a\":{\"b\":[1,{\"c\":1,\"c\":2}]}}\n", "certificate.a.b[1]: encoding: the key 'c' stands twice"},
      {"[1.5]\n", "floating-point"},
      {"[1e3]\n", "floating-point"},
      {"[-1]\n", "negative integer"},
      {"[null]\n", "null is not used"},
      {"[9007199254740992]\n", "2^53"},
      {"[99999999999999999999999999]\n", "floating-point"},
      {"[01]\n", "not JSON"},
      {"[1,]\n", "not JSON"},
      {"[\"\x01\"]\n", "not JSON"},
      {"[\"\xff\"]\n", "not JSON"},
      {"[nan]\n", "not JSON"},
      {"/* */[]\n", "white space"},
      {"//\n[]\n", "not JSON"},
      {std::string(100000, '['), "not end with one line feed"},
  };
  CHECK(read(nested(2000)) == "read");
  for (const auto& [text, message] : refused) {
    CAPTURE(text.substr(0, 60));
    const std::string result = read(text);
    CAPTURE(result);
    CHECK(contains(result, "rejected"));
    CHECK(contains(result, message));
  }
}

TEST_CASE("checker: values of certificates name their place") {
  const auto json = json_of("{'a':[{'b':'1/2','c':3,'d':true,'e':'2/4'}]}");
  const Json& inner = (*json)["a"][0];
  CHECK(inner["b"].rational() == Rational(1, 2));
  CHECK(inner["c"].index_below(4) == 3);
  CHECK(inner["d"].boolean());
  CHECK(inner["e"].place() == "certificate.a[0].e");
  const auto message = [](const auto& access) {
    return outcome_of_check([&] {
      access();
      return std::string();
    });
  };
  CHECK(message([&] { inner["e"].rational(); }) ==
        "rejected: certificate.a[0].e: encoding: '2/4' is not a rational number in lowest terms");
  CHECK(message([&] { inner["c"].index_below(3); }) == "rejected: certificate.a[0].c: encoding: 3 is not below 3");
  CHECK(message([&] { inner["f"]; }) == "rejected: certificate.a[0]: encoding: the key 'f' is missing");
  CHECK(message([&] {
          inner.expect_keys({"b", "c", "d"});
        }) == "rejected: certificate.a[0]: encoding: unknown key 'e'");
  CHECK(message([&] {
          inner.expect_keys({"b", "c", "d", "e", "f"});
        }) == "rejected: certificate.a[0]: encoding: the key 'f' is missing");
  CHECK(message([&] { (*json)["a"][1]; }) == "rejected: certificate.a: encoding: element 1 is missing");
  CHECK(message([&] { (*json)["a"].text(); }) == "rejected: certificate.a: encoding: expected a string");
  CHECK(message([&] { inner["b"].elements(); }) == "rejected: certificate.a[0].b: encoding: expected an array");
  CHECK(message([&] { inner["b"]["x"]; }) == "rejected: certificate.a[0].b: encoding: expected an object");
  CHECK(message([&] { inner["b"].boolean(); }) == "rejected: certificate.a[0].b: encoding: expected true or false");
}
