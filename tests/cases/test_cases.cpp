#include <doctest/doctest.h>

#include <algorithm>

#include "cases/case_file.hpp"
#include "cases/known_sets.hpp"
#include "connect/components.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

std::vector<CaseRow> read_cases(const std::string& file) {
  return read_case_file(std::string(ISTHMUS_SOURCE_DIR) + "/tests/cases/" + file);
}

/// The count, and that its samples lie in the set and in the component they stand for.
void check_count(const SemialgebraicSet& set, std::size_t expected) {
  const ComponentsPtr components = count_components(reduce(set));
  CHECK(components->count() == expected);
  for (std::size_t i = 0; i < components->count(); ++i) {
    const AlgebraicPoint sample = components->sample(i);
    CHECK(contains(set, sample));
    if (to_rational(sample)) CHECK(components->component_at(sample) == i);
  }
}

void check_case(const CaseRow& c) {
  CAPTURE(c.name);
  CAPTURE(c.set);
  const SemialgebraicSet set = c.parsed();
  if (c.exact) {
    check_count(set, c.components);
    return;
  }
  try {
    const std::size_t count = count_components(reduce(set))->count();
    CHECK(count == c.components);
    WARN_MESSAGE(false, c.name << " is decided now: say `exact` in its row");
  } catch (const Undecided& error) {
    CHECK(std::string(error.what()).size() > 20);
  }
}

}  // namespace

TEST_CASE("sets from the literature and from other programs' tests") {
  const std::vector<CaseRow> cases = read_cases("cases.tsv");
  CHECK(cases.size() >= 39);
  for (const CaseRow& c : cases) check_case(c);
}

TEST_CASE("sets whose count follows from a sentence") {
  const std::vector<CaseRow> cases = read_cases("more_cases.tsv");
  CHECK(cases.size() >= 50);
  for (const CaseRow& c : cases) check_case(c);
}

TEST_CASE("curves, singular surfaces, matrices, networks and mixed sets in space and beyond") {
  const std::vector<CaseRow> cases = read_cases("space_cases.tsv");
  CHECK(cases.size() >= 100);
  for (const CaseRow& c : cases) check_case(c);
}

TEST_CASE("classic surfaces, curves, links, mixed sets, small networks and matrix equations") {
  const std::vector<CaseRow> cases = read_cases("classic_cases.tsv");
  CHECK(cases.size() >= 250);
  for (const CaseRow& c : cases) check_case(c);
}

TEST_CASE("sets of other programs' tests, of robots, networks and galleries, counted in another way") {
  const std::vector<CaseRow> cases = read_cases("source_cases.tsv");
  CHECK(cases.size() >= 400);
  for (const CaseRow& c : cases) check_case(c);
}

TEST_CASE("families with a closed formula for the number of components") {
  for (const KnownSet& known : known_sets()) {
    if (!known.quick || !known.components) continue;
    CAPTURE(known.name);
    check_count(known.make(), *known.components);
  }
}

TEST_CASE("the automatic order never changes a count") {
  for (const std::string name : {"elliptope and 6 planes", "3 spheres", "symmetric 2x2", "continuant K3", "6 lines"}) {
    CAPTURE(name);
    for (const KnownSet& known : known_sets()) {
      if (known.name != name) continue;
      const SemialgebraicSet set = known.make();
      std::vector<std::string> order = set.ring.names();
      CHECK(OpenComponents(set, order).count() == *known.components);
      std::reverse(order.begin(), order.end());
      CHECK(OpenComponents(set, order).count() == *known.components);
    }
  }
}
