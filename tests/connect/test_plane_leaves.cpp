#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/connection.hpp"
#include "connect/family.hpp"
#include "connect/written_sets.hpp"
#include "laws/random_source.hpp"
#include "reduce/normal_form.hpp"

using namespace isthmus;

namespace {

/// The count that the table of a family gives for one parameter value; nullopt where it is undecided.
std::optional<std::size_t> in_table(const FamilyCount& table, const std::vector<Rational>& parameters) {
  std::optional<std::size_t> found;
  for (const FamilyCase& c : table.cases)
    if (c.when.holds_at(parameters)) {
      CHECK(!found.has_value());
      found = c.components;
    }
  return found;
}

void check_family(const SemialgebraicSet& family, const std::vector<Rational>& values, const FamilyCount& table) {
  CAPTURE(family.formula.to_string());
  for (const Rational& value : values) {
    CAPTURE(value.to_string());
    const auto expected = in_table(table, {value});
    if (expected) CHECK(count_components(reduce(specialise(family, {0}, {value})))->count() == *expected);
    if (table.undecided.empty()) CHECK(expected.has_value());
  }
}

}  // namespace

TEST_CASE("closed and mixed sets that are brought to the plane") {
  CHECK(components_of("z = x^2+y^2 and z <= 1")->count() == 1);
  CHECK(components_of("z = x*y and x^2+y^2 = 1 and z != 0")->count() == 4);
  CHECK(components_of("z*(x^2+y^2+1) = 1 and x*y >= 1")->count() == 2);
  CHECK(components_of("x^2+y^2 = 1 and z^2 = 2")->count() == 2);
  CHECK(components_of("x^2+y^2 <= 1 and u^2+v^2 >= 1 and u*v != 0")->count() == 4);
  CHECK(components_of("z+w = x and z-w = y and z^2+w^2 = 1 and x*y = 0")->count() == 4);
}

TEST_CASE("points of plane sets are connected through a chain of cells, or not") {
  const SemialgebraicSet circles = parse_set("(x^2+y^2-1)*(x^2+y^2-4) = 0");
  const Connection yes = connect_points(circles, {Rational(1), Rational(0)}, {Rational(-1), Rational(0)});
  CHECK(yes.connected);
  CHECK(yes.path.empty());
  CHECK(yes.reason.find("edge") != std::string::npos);
  const Connection no = connect_points(circles, {Rational(1), Rational(0)}, {Rational(0), Rational(2)});
  CHECK(!no.connected);
  const SemialgebraicSet sides = parse_set("x^2+y^2 >= 1 and x*y != 0");
  const Connection apart = connect_points(sides, {Rational(1), Rational(1)}, {Rational(-1), Rational(1)});
  CHECK(!apart.connected);
  REQUIRE(apart.separator.has_value());
  CHECK(apart.separator->sign_from != apart.separator->sign_to);
}

TEST_CASE("families of plane sets: the table of counts agrees with the count at any parameter value") {
  for (const std::string text : {"x^2+y^2 = c", "y^2 = x^3+c*x", "y^2 = x^3+x^2+c", "x^2+y^2 <= 1 and x >= c",
                                 "x^2+y^2 <= 1 and (x-c)^2+y^2 >= 1", "y*(x*y-c) = 0", "x^2-c*y^2 = 0 and x^2+y^2 >= 1",
                                 "(x^2+y^2-1)*(x-c) = 0", "c*x^2+y^2 = 1 or x^2+y^2 = 0"}) {
    const SemialgebraicSet family = parse_set(text, {{"x", "y"}, {"c"}, ""});
    const FamilyCount table = count_family(family);
    CHECK(table.undecided.empty());
    std::vector<Rational> values;
    for (long i = -9; i <= 9; ++i) values.emplace_back(Integer(i), Integer(4));
    check_family(family, values, table);
  }
}

TEST_CASE("random families of plane sets") {
  std::size_t cases_seen = 0;
  for (std::size_t seed = 1; seed <= setting("ISTHMUS_FAMILY_CASES", 40); ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"c", "x", "y"});
    std::vector<Polynomial> polynomials;
    for (std::size_t i = 0; i < 1 + seed % 2; ++i) polynomials.push_back(random.sparse(ring, 3, 3));
    std::erase_if(polynomials, [](const Polynomial& p) { return p.is_constant(); });
    if (polynomials.empty()) continue;
    const SemialgebraicSet family{ring, 1, Formula::truth(), random.formula(polynomials, 1, false)};
    const FamilyCount table = count_family(family);
    std::vector<Rational> values{Rational(0), Rational(1), Rational(-1)};
    for (int i = 0; i < 6; ++i) values.push_back(random.rational());
    check_family(family, values, table);
    cases_seen += table.cases.size();
  }
  CHECK(cases_seen > 20);
}
