#include <doctest/doctest.h>

#include "decompose/random_walls.hpp"
#include "decompose/stack_beyond_wall.hpp"
#include "exact/error.hpp"

using namespace isthmus;
using namespace isthmus::fibres;

namespace {

WallEvents events_of(const std::vector<FibrePolynomial>& fibres) {
  WallEvents events;
  for (std::size_t i = 0; i < fibres.size(); ++i) {
    if (const int order = fibres[i].discriminant_exponent) events.multiple.emplace_back(i, order);
    for (std::size_t j = 0; j < i; ++j)
      if (const int order = fibres[i].resultant_exponents[j]) events.meetings.push_back({j, i, order});
  }
  return events;
}

RootOwners among(const RootOwners& owners, const std::vector<std::size_t>& polynomials) {
  RootOwners result;
  for (const std::uint32_t owner : owners)
    if (std::find(polynomials.begin(), polynomials.end(), owner) != polynomials.end()) result.push_back(owner);
  return result;
}

/// Whether the orders and a few roots told the owners beyond the wall.
bool check_beyond(const RootOwners& here, const RootOwners& there, const WallEvents& events) {
  const auto beyond = owners_beyond_wall(here, events, [&](const auto& some) { return among(there, some); });
  if (beyond) CHECK(*beyond == there);
  return beyond.has_value();
}

const std::function<RootOwners(const std::vector<std::size_t>&)> never = [](const std::vector<std::size_t>&) -> RootOwners {
  throw std::logic_error("roots were asked for");
};

}  // namespace

TEST_CASE("the stack beyond a random wall is the one that is there") {
  const std::size_t cases = setting("ISTHMUS_FIBRE_CASES", 300);
  const std::size_t first = setting("ISTHMUS_FIBRE_SEED", 1);
  std::size_t told = 0;
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const auto wall = random_wall(random, random.chance(1, 2));
    if (!wall) continue;
    CAPTURE(wall->text);
    const WallEvents events = events_of(wall->fibres);
    told += check_beyond(wall->left, wall->right, events) ? 1 : 0;
    told += check_beyond(wall->right, wall->left, events) ? 1 : 0;
  }
  CHECK(told > cases / 2);
}

TEST_CASE("what the orders tell of a stack beyond a wall without looking there") {
  using Expected = std::optional<RootOwners>;
  const auto beyond = [](const RootOwners& here, int order) {
    return owners_beyond_wall(here, {false, {}, {{0, 1, order}}}, never);
  };
  CHECK(owners_beyond_wall({0, 1}, {}, never) == Expected({0, 1}));
  CHECK(beyond({2, 0, 1, 0 + 2}, 1) == Expected({2, 1, 0, 2}));
  CHECK(beyond({1, 2, 0}, 2) == Expected({1, 2, 0}));
  CHECK(beyond({1, 0, 2}, 2) == Expected({1, 0, 2}));
  CHECK_THROWS_AS(beyond({1, 2, 0}, 1), InternalError);
  CHECK_THROWS_AS(beyond({0, 1, 0}, 1), std::logic_error);     // which of two pairs?
  CHECK_THROWS_AS(beyond({0, 1, 2, 1, 0}, 2), std::logic_error);  // both pairs or none?
  CHECK_THROWS_AS(beyond({0, 1}, 3), std::logic_error);
  CHECK(owners_beyond_wall({0, 1}, {true, {}, {}}, never) == std::nullopt);
  CHECK(owners_beyond_wall({0, 0}, {false, {{0, 1}}, {{0, 1, 2}}}, never) == std::nullopt);
}

TEST_CASE("a few roots beyond a wall tell the others") {
  const auto beyond = [](const RootOwners& here, const WallEvents& events, const RootOwners& some) {
    return owners_beyond_wall(here, events, [&](const auto&) { return some; });
  };
  using Expected = std::optional<RootOwners>;
  const WallEvents branching{false, {{0, 1}}, {}};
  CHECK(beyond({1, 0, 0, 2}, branching, {}) == Expected({1, 2}));
  CHECK(beyond({1, 0, 0, 0}, branching, {0}) == std::nullopt);
  CHECK(beyond({1, 2}, branching, {0, 0}) == std::nullopt);  // where?
  const WallEvents node{false, {{0, 2}}, {}};
  CHECK(beyond({1, 0, 2, 0}, node, {0, 0}) == Expected({1, 0, 2, 0}));
  CHECK(beyond({0, 0}, node, {0, 0}) == std::nullopt);  // perhaps these two vanish and two others appear
  const WallEvents two_meetings{false, {}, {{0, 1, 1}, {0, 2, 1}}};
  CHECK(beyond({3, 1, 0, 2, 3}, two_meetings, {0, 1, 2}) == Expected({3, 0, 1, 2, 3}));
  CHECK_THROWS_AS(beyond({0, 1, 2}, two_meetings, {0, 1}), InternalError);
  CHECK_THROWS_AS(beyond({0, 1, 2}, two_meetings, {0, 1, 2, 0}), InternalError);
}
