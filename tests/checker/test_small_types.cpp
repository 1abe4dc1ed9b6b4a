#include <doctest/doctest.h>

#include <toml++/toml.h>

#include "checker/fixed_interval.hpp"
#include "checker/relation.hpp"
#include "checker/signs.hpp"
#include "checker/toml_table.hpp"

using namespace isthmus::check;

// Small types of the checker, where no rule comes to the case.

TEST_CASE("checker: a sum with a summand that has no sign has none") {
  for (const SignSet& signs : {SignSet::none(), SignSet::only(-1), SignSet::only(0), SignSet::all()}) {
    CHECK((SignSet::none() + signs).is_empty());
    CHECK((signs + SignSet::none()).is_empty());
  }
  CHECK((SignSet::only(1) + SignSet::only(0)) == SignSet::only(1));
  CHECK((SignSet::only(1) + SignSet::only(-1)) == SignSet::all());
}

TEST_CASE("checker: an interval is zero if both ends are") {
  CHECK(FixedInterval(Rational(0)).is_zero());
  CHECK_FALSE(FixedInterval(Rational(0), Rational(1)).is_zero());
  CHECK_FALSE(FixedInterval(Rational(-1), Rational(0)).is_zero());
  CHECK_FALSE(FixedInterval(Rational(1)).is_zero());
}

TEST_CASE("checker: texts that are no relations") {
  CHECK(relation_of(">=") == Relation::greater_equal);
  for (const char* text : {"", "~", "=>", "==", ">= "}) {
    CAPTURE(text);
    CHECK_THROWS_AS(relation_of(text), TextError);
  }
}

TEST_CASE("checker: a key that is missing is no array") {
  const toml::table parsed = toml::parse("a = [1]\nb = 1\n");
  const Table table(parsed, "claim.toml", "claim");
  CHECK(table.is_array("a"));
  CHECK_FALSE(table.is_array("b"));
  CHECK_FALSE(table.is_array("c"));
}
