#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/components.hpp"
#include "reduce/points.hpp"
#include "reduce/reduced_set.hpp"

using namespace isthmus;

namespace {

std::vector<std::string> folds_of(const std::string& text) {
  const SemialgebraicSet set = parse_set(text);
  std::vector<std::string> found;
  for (const Fold& fold : folded_products(set))
    found.push_back(set.ring.name(fold.first) + "*" + set.ring.name(fold.second));
  for (const Fold& fold : folded_squares(set)) found.push_back(set.ring.name(fold.first) + "^2");
  return found;
}

std::size_t count_of(const std::string& text) { return count_components(reduce(parse_set(text)))->count(); }

}  // namespace

TEST_CASE("coordinates that occur in their product or in a square only") {
  using Folds = std::vector<std::string>;
  CHECK(folds_of("(1+a*b)*(1+c*d) = 1") == Folds{"a*b", "c*d"});
  CHECK(folds_of("a*b+a = 1").empty());
  CHECK(folds_of("a*b = 1 and a > 0").empty());
  CHECK(folds_of("a^2*b^2+c^3 = a*b") == Folds{"a*b"});
  CHECK(folds_of("x^2+y^4 = z^3") == Folds{"x^2", "y^2"});
  CHECK(folds_of("x^3-x = 0 and y > 0") == Folds{"x^2"});  // x*(x^2-1) vanishes iff x^2*(x^2-1) does
  CHECK(folds_of("x^3-x > 0 and y > 0").empty());
  CHECK(folds_of("x != 0 and y^2+y = 0") == Folds{"x^2"});
}

TEST_CASE("a fold is the image of the set") {
  const SemialgebraicSet set = parse_set("x^2*(x^2-2) <= y and x != 0");
  const SemialgebraicSet image = folded(set, {0, 0});
  RandomSource random(7);
  for (int i = 0; i < 300; ++i) {
    const Point point{random.rational(), random.rational()};
    const Point there{point[0] * point[0], point[1]};
    CHECK(set.formula.holds_at(point) == image.formula.holds_at(there));
    CHECK_FALSE(image.formula.holds_at({Rational(-1) - there[0], there[1]}));
  }
}

TEST_CASE("one component above those with a zero, two above the others") {
  CHECK(starts_with<FoldPart>("(1+a*b)*(1+c*d) = 1"));
  CHECK(starts_with<FoldPart>("2*x^2-1 = 4*y^3-3*y and 2*y^2-1 = 4*z^3-3*z"));
  CHECK(count_of("(1+a*b)*(1+c*d) = 1") == 5);
  CHECK(count_of("(1+a*b)*(1+c*d) = -1") == 4);
  CHECK(count_of("2*x^2-1 = 4*y^3-3*y and 2*y^2-1 = 4*z^3-3*z") == 1);
  CHECK(count_of("x^2 = y^3*z^3 and x^2+y^2+z^2 != 0") == 2);
}

TEST_CASE("closed pieces that meet") {
  CHECK(starts_with<CoverPart>("a^2+b*c = a and a*b+b*d = b and c*a+d*c = c and c*b+d^2 = d"));
  CHECK(count_of("(1+a*b)*(1+c*d) = 0") == 1);
  CHECK(count_of("a^2+b*c = a and a*b+b*d = b and c*a+d*c = c and c*b+d^2 = d") == 3);
  CHECK(count_of("a^2+b*c = 1 and a*b+b*d = 0 and c*a+d*c = 0 and c*b+d^2 = 1") == 3);
  CHECK(count_of("(x = 0 and y = 0 and z^2 <= 1 and z != 0) or (x = 0 and z = 0 and y^2 <= 1 and y != 0) or "
                 "(y = 0 and z = 0 and x^2 <= 1 and x != 0)") == 6);
  // The half planes are not closed in the union: each ends on the other one's axis, which belongs to the set.
  CHECK_FALSE(starts_with<CoverPart>("(x = 0 and y > 0) or (y = 0 and z > 0) or (z = 0 and x > 1)"));
}
