#include <doctest/doctest.h>

#include "support/texts.hpp"
#include "report/claim_log.hpp"
#include "report/html.hpp"
#include "report/junit.hpp"
#include "report/markup.hpp"
#include "report/results.hpp"
#include "report/verify_json.hpp"
#include "report/verify_table.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

ClaimResult passed() { return hyperbola_result("1.1", Verdict::proved, Verdict::proved, 2); }

ClaimResult failed() {
  ClaimResult result = hyperbola_result("1.2-longer", Verdict::refuted, Verdict::proved, 3);
  result.proof.witness = {"the set has 2 components:", "  x=1, y=1 and x=-1, y=-1"};
  result.proof.scope = Scope::instances;
  return result;
}

ClaimResult skipped() {
  ClaimResult result = hyperbola_result("1.3", Verdict::undecided, Verdict::proved, 2);
  result.proof.reason = "time limit of 5 s reached";
  return result;
}

ClaimResult broken() {
  ClaimResult result = hyperbola_result("1.4", Verdict::undecided, Verdict::undecided, 2);
  result.defect = true;
  result.proof.reason = "internal error: SIGSEGV";
  return result;
}

}  // namespace

TEST_CASE("a claim passes only with its expected verdict, and never with a defect") {
  const Verdict verdicts[] = {Verdict::proved, Verdict::refuted, Verdict::vacuous, Verdict::undecided};
  for (const Verdict verdict : verdicts) {
    for (const Verdict expected : verdicts) {
      CAPTURE(to_string(verdict));
      CAPTURE(to_string(expected));
      const Outcome outcome = outcome_of(hyperbola_result("1", verdict, expected, 2));
      const Outcome other = verdict == Verdict::undecided ? Outcome::skipped : Outcome::failed;
      CHECK(outcome == (verdict == expected ? Outcome::passed : other));
    }
  }
  CHECK(outcome_of(broken()) == Outcome::failed);
}

TEST_CASE("a decision without an accepted certificate is a failure and a hole") {
  ClaimResult missing = passed();
  missing.proof.check = Check::none;
  ClaimResult unchecked = missing;
  unchecked.proof.not_certified = "no rule covers it";
  ClaimResult declined = passed();
  declined.proof.check = Check::declined;
  declined.proof.checked = "declined: too many cells\n";
  ClaimResult refused = passed();
  refused.proof.check = Check::refused;
  refused.proof.checked = "rejected: open: instances[0]: a root is missing\n";
  for (const ClaimResult& hole : {missing, unchecked, declined, refused}) CHECK(outcome_of(hole) == Outcome::failed);
  CHECK(certificates_text({passed(), missing, unchecked, declined, refused, skipped(), broken()}) ==
        "7 claims, 1 certificates accepted, 4 holes");
  const VerifyTable table({"1.1"}, false);
  CHECK(contains(table.row(missing), "missing"));
  CHECK(contains(table.row(unchecked), "unchecked"));
  CHECK(contains(table.row(unchecked), "no certificate: no rule covers it"));
  CHECK(contains(table.row(declined), "unchecked"));
  CHECK(contains(table.row(declined), "    declined: too many cells\n"));
  CHECK(contains(table.row(refused), "    rejected: open: instances[0]: a root is missing\n"));
  CHECK(contains(verify_json({refused}), "\"certificate\": \"refused\""));
  CHECK(contains(verify_json({missing}), "\"certificate\": \"missing\""));
  CHECK(contains(verify_json({unchecked}), "\"certificate\": \"unchecked\""));
  CHECK(contains(verify_json({declined}), "\"certificate\": \"unchecked\""));
  CHECK(contains(verify_json({skipped()}), "\"certificate\": null"));
  CHECK(contains(junit_report({refused}), "<failure type=\"certificate\""));
  CHECK(contains(claim_log(unchecked), "certificate: unchecked\nno certificate: no rule covers it\n"));
  CHECK(contains(claim_log(declined), "certificate: unchecked\n  declined: too many cells\n"));
}

TEST_CASE("the tally counts each claim once") {
  CHECK(tally_of({}).to_string() == "0 passed, 0 failed, 0 skipped");
  CHECK(tally_of({passed(), failed(), skipped(), broken(), passed()}).to_string() == "2 passed, 2 failed, 1 skipped");
}

TEST_CASE("the table is aligned and explains what did not pass") {
  const VerifyTable table({"1.1", "1.2-longer", "1.3", "1.4"}, false);
  CHECK(table.header() == "id          verdict    expected   scope           certificate  seconds  title\n");
  CHECK(table.row(passed()) == "1.1         proved     proved     all             accepted        1.25  A hyperbola\n");
  CHECK(table.row(failed()) ==
        "1.2-longer  refuted    proved     instances       accepted        1.25  A hyperbola\n"
        "    the set has 2 components:\n"
        "      x=1, y=1 and x=-1, y=-1\n");
  CHECK(table.row(skipped()) ==
        "1.3         undecided  proved                                     1.25  A hyperbola\n"
        "    time limit of 5 s reached\n");
  CHECK(table.row(broken()) ==
        "1.4         error      undecided                                  1.25  A hyperbola\n"
        "    internal error: SIGSEGV\n");
}

TEST_CASE("colour changes nothing but the colour") {
  const VerifyTable plain({"1.1"}, false);
  const VerifyTable coloured({"1.1"}, true);
  std::string row = coloured.row(passed());
  CHECK(row != plain.row(passed()));
  for (const std::string code : {"\x1b[32m", "\x1b[0m"}) {
    REQUIRE(contains(row, code));
    row.erase(row.find(code), code.size());
  }
  CHECK(row == plain.row(passed()));
}

TEST_CASE("the verdicts as JSON") {
  CHECK(verify_json({failed()}) == R"({
  "schema": "isthmus.verify/1",
  "claims": [
    {
      "id": "1.2-longer",
      "verdict": "refuted",
      "expected": "proved",
      "outcome": "failed",
      "scope": "instances",
      "certificate": "accepted",
      "seconds": 1.25,
      "title": "A hyperbola",
      "variant": "as printed",
      "amends": null,
      "reason": "",
      "witness": [
        "the set has 2 components:",
        "  x=1, y=1 and x=-1, y=-1"
      ],
      "theorems": [
        "Intermediate values",
        "Sturm"
      ]
    }
  ],
  "passed": 0,
  "failed": 1,
  "skipped": 0
}
)");
  CHECK(contains(verify_json({skipped()}), "\"scope\": null"));
}

TEST_CASE("JUnit tells failures from errors") {
  CHECK(junit_report({passed(), failed(), skipped(), broken()}) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="1" errors="2" time="5.000">
  <testsuite name="isthmus verify" tests="4" failures="1" errors="2" time="5.000">
    <testcase classname="isthmus.components" name="1.1" time="1.250"/>
    <testcase classname="isthmus.components" name="1.2-longer" time="1.250">
      <failure type="refuted" message="refuted, expected proved">
the set has 2 components:
  x=1, y=1 and x=-1, y=-1</failure>
    </testcase>
    <testcase classname="isthmus.components" name="1.3" time="1.250">
      <error type="undecided" message="time limit of 5 s reached">time limit of 5 s reached
</error>
    </testcase>
    <testcase classname="isthmus.components" name="1.4" time="1.250">
      <error type="internal" message="internal error: SIGSEGV">internal error: SIGSEGV
</error>
    </testcase>
  </testsuite>
</testsuites>
)");
}

TEST_CASE("the page holds everything and needs nothing else") {
  const std::string page = html_report({passed(), failed(), skipped()});
  for (const char* piece : {"<!DOCTYPE html>", "1 passed, 1 failed, 1 skipped", "<a href=\"#1.2-longer\">", "A &lt;paper&gt;, Example 1, page 3",
                            "two &amp; more", "x*y = 1", "time limit of 5 s reached", "second line", "Sturm", "<th>certificate</th>", "<td>accepted</td>",
                            "3 claims, 2 certificates accepted, 0 holes"}) {
    CAPTURE(piece);
    CHECK(contains(page, piece));
  }
  for (const char* piece : {"<script", "http", "src=", "somewhere/file.toml"}) {
    CAPTURE(piece);
    CHECK_FALSE(contains(page, piece));
  }
}

TEST_CASE("markup is escaped, and what no document may contain is replaced") {
  CHECK(escaped("a<b & \"c\" > d") == "a&lt;b &amp; &quot;c&quot; &gt; d");
  CHECK(escaped("one\ttwo\nthree") == "one\ttwo\nthree");
  CHECK(escaped(std::string("\x1b[0m\0x", 6)) == "?[0m?x");
  CHECK(escaped("\xce\xb5") == "\xce\xb5");
  CHECK(escaped("\xff") == "?");
}
