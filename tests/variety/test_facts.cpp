#include <doctest/doctest.h>

#include "variety/facts.hpp"
#include "variety/matrices.hpp"

using namespace isthmus;

namespace {

test::Matrices matrices() {
  test::Matrices m;
  m.data("A", 2, 2).data("B", 2, 2).data("C", 2, 3).data("D", 3, 2).scalar("s").scalar("t");
  return m;
}

Facts facts_from(const test::Matrices& m, const std::vector<std::string>& texts) {
  Facts facts;
  for (const std::string& text : texts) facts.add(m.condition(text));
  return facts;
}

}  // namespace

TEST_CASE("what conditions make invertible") {
  const test::Matrices m = matrices();
  struct Case {
    std::vector<std::string> conditions;
    std::vector<std::string> invertible;
    std::vector<std::string> open;
  };
  const std::vector<Case> cases{
      {{"det(A) != 0"}, {"A", "T(A)", "inv(A)", "A*A", "2*A", "I(2)"}, {"B", "A*B", "s*A", "A + I(2)", "A - A", "C*D"}},
      {{"det(A*B) != 0"}, {"A", "B", "B*A"}, {"A + B"}},
      {{"det(C*D) != 0"}, {"C*D", "inv(C*D)", "T(D)*T(C)", "C*T(C)", "T(D)*D"}, {"D*C", "T(C)*C"}},
      {{"rank(C) = 2"}, {"C*T(C)"}, {"T(C)*C", "C*D"}},
      {{"rank(D) >= 2"}, {"T(D)*D"}, {"D*T(D)"}},
      {{"s*det(A) != 0"}, {"A", "s*A"}, {"t*A"}},
      {{"rank(A) >= 1"}, {}, {"A"}},
      {{"A != 0"}, {}, {"A"}},
      {{"det(A) = 0"}, {}, {"A"}},
      {{"det(A) >= 0"}, {}, {"A"}},
      {{"det(A) > 0"}, {"A"}, {}},
  };
  for (const Case& each : cases) {
    const Facts facts = facts_from(m, each.conditions);
    CAPTURE(each.conditions[0]);
    for (const std::string& text : each.invertible) {
      CAPTURE(text);
      CHECK(facts.is_invertible(m.read(text)));
    }
    for (const std::string& text : each.open) {
      CAPTURE(text);
      CHECK_FALSE(facts.is_invertible(m.read(text)));
    }
  }
}

TEST_CASE("what conditions make nonzero") {
  const test::Matrices m = matrices();
  const Facts facts = facts_from(m, {"s^2 - t^2 != 0", "det(A) != 0"});
  for (const std::string text : {"s - t", "s + t", "3*(t - s)", "det(A)", "det(A)*(s + t)", "1/2", "inv(s - t)"}) {
    CAPTURE(text);
    CHECK(facts.is_nonzero(m.read(text)));
  }
  for (const std::string text : {"s", "s*(s - t)", "det(B)", "0*s", "s - s", "det(A) + 1"}) {
    CAPTURE(text);
    CHECK_FALSE(facts.is_nonzero(m.read(text)));
  }
  CHECK(facts.is_defined(m.read("inv(A)*B/(s - t)")));
  CHECK_FALSE(facts.is_defined(m.read("inv(A)*inv(B)")));
  CHECK_FALSE(facts.is_defined(m.read("inv(inv(B)*A)")));
}
