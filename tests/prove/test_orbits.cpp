#include <doctest/doctest.h>

#include "prove/claim_text.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

std::string set(const std::string& text, const std::string& count) {
  return "[orbits]\nvariables = [\"x\", \"y\"]\nset = \"" + text + "\"\n" + count + "\n";
}
std::string orbit(const std::string& text, const std::string& count) {
  return "[[orbits.orbit]]\nset = \"" + text + "\"\n" + count + "\n";
}
std::string action(const std::string& variables, const std::string& group, const std::string& images) {
  return "[orbits.action]\nvariables = [" + variables + "]\ngroup = \"" + group + "\"\nimages = [" + images + "]\n";
}

const std::string one = "count = \"1\"";
const std::string two = "count = \"2\"";
const std::string four = "count = \"4\"";
const std::string scaling = action("\"g\", \"k\"", "g != 0 and k != 0", "\"g*x\", \"k*y\"");

}  // namespace

TEST_CASE("orbits of a group are shown to be orbits") {
  const std::string quadrants = set("x*y != 0", four) + orbit("x*y != 0", four);
  CHECK(proof_of("orbits", quadrants + scaling).verdict == Verdict::proved);
  const std::string positive = action("\"g\", \"k\"", "g > 0 and k > 0", "\"g*x\", \"k*y\"");
  // Four orbits, not one.
  CHECK(proof_of("orbits", quadrants + positive).verdict == Verdict::refuted);
  const std::string four_orbits = set("x*y != 0", four) + orbit("x > 0 and y > 0", one) +
                                  orbit("x > 0 and y < 0", one) + orbit("x < 0 and y > 0", one) +
                                  orbit("x < 0 and y < 0", one);
  CHECK(proof_of("orbits", four_orbits + positive).verdict == Verdict::proved);
  // Invariant under the larger group they are not.
  CHECK(proof_of("orbits", four_orbits + scaling).verdict == Verdict::refuted);
}

TEST_CASE("orbits have to lie in the set and to cover it") {
  const std::string axes = set("x*y = 0 and (x != 0 or y != 0)", four);
  CHECK(proof_of("orbits", axes + orbit("x = 0 and y != 0", two) + orbit("y = 0 and x != 0", two) + scaling).verdict ==
        Verdict::proved);
  CHECK(proof_of("orbits", axes + orbit("x = 0 and y != 0", two) + scaling).verdict == Verdict::refuted);
  CHECK(proof_of("orbits", axes + orbit("x = 0", one) + orbit("y = 0 and x != 0", two) + scaling).verdict ==
        Verdict::refuted);
}

TEST_CASE("without a group the pieces have to be disjoint") {
  CHECK(proof_of("orbits", set("x*y = 0", one) + orbit("x = 0", one) + orbit("y = 0 and x != 0", two)).verdict ==
        Verdict::proved);
  CHECK(proof_of("orbits", set("x*y = 0", one) + orbit("x = 0", one) + orbit("y = 0", one)).verdict ==
        Verdict::refuted);
}

TEST_CASE("wrong counts are refuted") {
  CHECK(proof_of("orbits", set("x*y != 0", two) + orbit("x*y != 0", four) + scaling).verdict == Verdict::refuted);
  CHECK(proof_of("orbits", set("x*y != 0", four) + orbit("x*y != 0", two) + scaling).verdict == Verdict::refuted);
}

TEST_CASE("a group variable that does not matter at a point") {
  const std::string axes =
      set("x*y = 0 and (x != 0 or y != 0)", four) + orbit("x = 0 and y != 0", two) + orbit("y = 0 and x != 0", two);
  CHECK(proof_of("orbits", axes + scaling).verdict == Verdict::proved);
  // 1 is not in this group: nothing follows.
  const std::string without_one = action("\"g\", \"k\"", "g != 0 and g != 1 and k != 0", "\"g*x\", \"k*y\"");
  CHECK(proof_of("orbits", set("x = 0 and y != 0", two) + orbit("x = 0 and y != 0", two) + without_one).verdict ==
        Verdict::undecided);
}

TEST_CASE("an action that is not linear in the group is not decided") {
  const std::string squares = action("\"g\"", "g != 0", "\"g^2*x\", \"g^2*y\"");
  CHECK(proof_of("orbits", set("x > 0 and y = 0", one) + orbit("x > 0 and y = 0", one) + squares).verdict ==
        Verdict::undecided);
}
