#include <doctest/doctest.h>

#include "support/texts.hpp"
#include "claim/claim_file.hpp"
#include "report/claim_description.hpp"
#include "report/claim_log.hpp"
#include "report/proof_text.hpp"
#include "report/results.hpp"

using namespace isthmus;
using namespace isthmus::test;

TEST_CASE("the log of a claim holds the whole argument, no time and no path") {
  CHECK(claim_log(hyperbola_result("1.1", Verdict::proved, Verdict::proved, 2)) ==
        "claim: 1.1\n"
        "title: A hyperbola\n"
        "variant: as printed\n"
        "source: A <paper>, Example 1, page 3\n"
        "    \"two & more\"\n"
        "statement\n"
        "  It has branches.\n"
        "precisely\n"
        "  set: x*y = 1\n"
        "    variables: x, y\n"
        "    components: 2\n"
        "verdict: proved (expected: proved)\n"
        "scope: all\n"
        "certificate: accepted\n"
        "steps\n"
        "  1. count\n"
        "     first line\n"
        "       second line\n"
        "  2. compare\n"
        "     2 = 2\n"
        "rests on\n"
        "  Intermediate values\n"
        "  Sturm\n");
}

TEST_CASE("an explanation says how printed and repaired statements belong together") {
  ClaimResult printed = hyperbola_result("1.1", Verdict::refuted, Verdict::refuted, 3);
  printed.proof.witness = {"x=1, y=1"};
  Claim repair = hyperbola_result("1.1-repaired", Verdict::proved, Verdict::proved, 2).claim;
  repair.amends = "1.1";
  repair.variant = Variant::repaired;
  const std::string text = explanation(printed, nullptr, {&repair});
  CHECK(contains(text, "This is the statement as printed.\nIt is repaired by 1.1-repaired (repaired): A hyperbola\n"));
  CHECK(contains(text, "It is refuted, for every parameter that the hypotheses admit, in the stated dimensions, as expected.\n"));
  CHECK(contains(text, "witness\n  x=1, y=1\n"));
  const std::string other = explanation({repair, {}, 0, false}, &printed.claim, {});
  CHECK(contains(other, "It repairs 1.1 (as printed): A hyperbola\n"));
  repair.variant = Variant::beyond;
  CHECK(contains(explanation(printed, nullptr, {&repair}), "Beyond it goes 1.1-repaired (beyond): A hyperbola\n"));
  CHECK(contains(explanation({repair, {}, 0, false}, &printed.claim, {}), "It goes beyond 1.1 (as printed)"));
}

TEST_CASE("a refutation ends with the sentence that it contradicts: the source's, or the claim's where it goes beyond") {
  ClaimResult result = hyperbola_result("1.1", Verdict::refuted, Verdict::refuted, 3);
  result.proof.witness = {"x=1, y=1"};
  const std::string witness = "witness\n  x=1, y=1\nthis contradicts\n";
  for (const Variant variant : {Variant::as_printed, Variant::repaired, Variant::beyond}) {
    result.claim.variant = variant;
    const std::string sentence = variant == Variant::beyond ? result.claim.statement : result.claim.source.quote;
    const std::string end = witness + "  \"" + sentence + "\"\n";
    for (const std::string& text : {claim_log(result), explanation(result, nullptr, {})})
      CHECK(text.substr(text.size() - end.size()) == end);
  }
}

TEST_CASE("an explanation owns up to verdicts that differ, to none, and to defects") {
  ClaimResult result = hyperbola_result("1", Verdict::refuted, Verdict::proved, 3);
  CHECK(contains(explanation(result, nullptr, {}), "though proved was expected."));
  result = hyperbola_result("1", Verdict::undecided, Verdict::proved, 2);
  result.proof.reason = "interrupted";
  CHECK(contains(explanation(result, nullptr, {}), "It is undecided: interrupted.\n"));
  CHECK(contains(claim_log(result), "verdict: undecided (expected: proved)\nreason: interrupted\n"));
  result.defect = true;
  CHECK(contains(claim_log(result), "verdict: none, because of an internal error"));
}

TEST_CASE("a matrix claim is described with shapes, hypotheses and expressions") {
  const Claim claim = read_claim(R"(format = 1
id = "n"
title = "t"
statement = "s"
variant = "beyond"
expected = "proved"
kind = "components"
[source]
paper = "p"
[dimensions]
h = [2]
[[matrix]]
name = "X"
role = "data"
rows = "h"
columns = "h"
[[matrix]]
name = "Y"
role = "target"
rows = "h"
columns = "h"
[[matrix]]
name = "W"
index = "i = 1..2"
role = "weight"
rows = "h"
columns = "h"
[[hypothesis]]
text = "det(X) != 0"
[components]
network = "W[2]*W[1]*X"
target = "Y"
count = "2"
)",
                                 "text");
  const std::vector<std::string> lines = describe_claim(claim);
  const std::vector<std::string> expected{"h=2:",           "  data X: 2 x 2",      "  target Y: 2 x 2",
                                          "  weight W[1]: 2 x 2", "  weight W[2]: 2 x 2", "  assuming det(X) != 0",
                                          "  W[2]*W[1]*X = Y",    "  components: 2"};
  CHECK(lines == expected);
}

TEST_CASE("texts of several lines are indented as a whole") {
  CHECK(indented("a\n\n  b", "  ") == "  a\n\n    b\n");
  CHECK(indented("", "  ") == "");
}
