#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/evidence.hpp"

using namespace isthmus;

TEST_CASE("the evidence of an open set lists joins that stay in it and separators that do not vanish") {
  for (const char* text : {"x*y != 0", "x*z^2+2*y*z-x != 0", "x^2+y^2-1 != 0 and x^2+y^2-4 != 0", "a*d-b*c != 0"}) {
    CAPTURE(text);
    const OpenComponents open(parse_set(text));
    const OpenEvidence evidence = evidence_of(open);
    CHECK(evidence.cells.size() - evidence.joins.size() == open.count());
    for (const OpenEvidence::PathJoin& join : evidence.joins) {
      CHECK(evidence.cells[join.first].component == evidence.cells[join.second].component);
      CHECK(join.path.front() == evidence.cells[join.first].sample);
      CHECK(join.path.back() == evidence.cells[join.second].sample);
      for (std::size_t i = 0; i + 1 < join.path.size(); ++i)
        CHECK(open.condition().contains_segment(join.path[i], join.path[i + 1]));
    }
    for (const OpenEvidence::Witness& witness : evidence.separators)
      for (const OpenEvidence::Cell& cell : evidence.cells)
        CHECK(witness.polynomial.evaluate(cell.sample).sign() == witness.signs[cell.component]);
  }
}
