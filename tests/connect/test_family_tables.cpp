#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "connect/written_sets.hpp"

using namespace isthmus;

namespace {

std::map<std::string, std::size_t> table(const FamilyCount& count) {
  std::map<std::string, std::size_t> result;
  for (const FamilyCase& c : count.cases) result[c.when.to_string()] = c.components;
  return result;
}

}  // namespace

TEST_CASE("Proposition 4.3 for all X, Y and eps: 4, 3, and what the hypotheses exclude") {
  const std::string network = "w3*(w2*w1*x+e*x) = y";
  CHECK(family(network, {"x", "y", "e"}, "x != 0 and y != 0 and e != 0").common() == 3u);
  CHECK(family(network, {"x", "y", "e"}, "x != 0 and y != 0 and e = 0").common() == 4u);
  const FamilyCount all = family(network, {"x", "y", "e"});
  CHECK(all.undecided.empty());
  CHECK_FALSE(all.common());
  const std::map<std::string, std::size_t> expected{
      {"y != 0 and x != 0 and e != 0", 3}, {"e = 0 and y != 0 and x != 0", 4}, {"x = 0 and y != 0", 0}, {"y = 0", 1}};
  CHECK(table(all) == expected);
}

TEST_CASE("a parameter that is solved for keeps what it was divided by") {
  const FamilyCount count = family("x > a", {"a", "b"}, "a*b = 1");
  CHECK(count.undecided.empty());
  CHECK(count.common() == 1u);
}
