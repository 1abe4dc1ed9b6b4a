#pragma once

#include "claim/set_language.hpp"
#include "report/claim_result.hpp"

namespace isthmus {

/// A result on "x*y = 1 has `components` components", for the tests of what is written about it.
inline ClaimResult hyperbola_result(const std::string& id, Verdict verdict, Verdict expected, long components) {
  CountedSet set{"x*y = 1", parse_set("x*y = 1"), {Relation::equal, Integer(components)}};
  Claim claim{id, "A hyperbola", "It has branches.", Variant::as_printed, "", {"A <paper>", "Example 1", 3, "two & more"},
              "components", expected, "somewhere/file.toml", SetComponents{set}};
  ClaimResult result{claim, {}, 1.25, false};
  result.proof.verdict = verdict;
  if (verdict != Verdict::undecided) result.proof.check = Check::accepted;
  result.proof.steps = {{"count", {"first line", "  second line"}}, {"compare", {"2 = 2"}}};
  result.proof.theorems = {"Intermediate values", "Sturm"};
  return result;
}

}  // namespace isthmus
