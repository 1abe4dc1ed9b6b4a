#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "exact/ball.hpp"
#include "plot/pictures.hpp"

using namespace isthmus;

namespace {

const FlatDrawing& flat(const Picture& picture) { return std::get<FlatDrawing>(picture.drawing); }

/// The owners of all that belongs to the set.
std::set<std::size_t> owners_in_plane(const FlatDrawing& drawing) {
  std::set<std::size_t> result;
  const auto add = [&](const Owner& owner) {
    if (owner) result.insert(*owner);
  };
  for (const FlatRegion& region : drawing.regions) add(region.owner);
  for (const FlatLine& line : drawing.lines)
    if (line.belongs) add(line.owner);
  for (const FlatDot& dot : drawing.dots)
    if (dot.belongs) add(dot.owner);
  return result;
}

struct Example {
  std::string set;
  std::size_t components;
  std::vector<std::string> variables;
};

const std::vector<Example> kPlane{
    {"x*y = 1", 2, {}},
    {"x*y != 0", 4, {}},
    {"y^2 = x^3", 1, {"x", "y"}},
    {"(x^2+y^2)^2 <= x^2-y^2", 1, {}},
    {"(x^2+y^2)^2 < x^2-y^2", 2, {}},
    {"x^2+y^2 = 0", 1, {}},
    {"x^2+y^2 = 0 or x = 3", 2, {}},
    {"x*(x-1)*(x-2) = 0", 3, {"x", "y"}},
    {"(x-1000000)^2+y^2 = 1", 1, {}},
    {"y*(x*y-1) = 0", 3, {"x", "y"}},
    {"x = y and x != 0", 2, {}},
    {"x*y != 0 or x^2+y^2 = 0", 1, {}},
    {"x^2+y^2 < 0", 0, {}},
    {"x^2+1 > 0", 1, {"x", "y"}},
    {"x^4+y^4 = 1 and x^2+y^2 != 1", 4, {}},
};

}  // namespace

TEST_CASE("as many colours as components, in the plane and on the line") {
  std::vector<Example> examples = kPlane;
  examples.insert(examples.end(), {{"x^2 > 2", 2, {}},
                                   {"x^3 = x", 3, {}},
                                   {"x != 0 and x < 3", 2, {}},
                                   {"x^2 < 0", 0, {}},
                                   {"x >= 0 or x = -1", 2, {}},
                                   {"x = x", 1, {"x"}}});
  for (const Example& example : examples) {
    CAPTURE(example.set);
    const Picture picture = picture_of(example.set, example.variables);
    CHECK(picture.components == example.components);
    CHECK(owners_in_plane(flat(picture)).size() == example.components);
    CHECK(picture.samples.size() == example.components);
    for (const DrawnSample& sample : picture.samples)
      for (double value : sample.place) CHECK((value > 0 && value < 1));
  }
}

TEST_CASE("every vertex of a line lies on its curve, up to the stated share of the box") {
  for (const Example& example : kPlane) {
    CAPTURE(example.set);
    const SemialgebraicSet set = set_of(example.set, example.variables);
    const Picture picture = picture_of(example.set, example.variables);
    Polynomial product(set.ring, Rational(1));
    for (const Atom& atom : set.formula.atoms()) product *= atom.polynomial;
    std::size_t vertices = 0;
    for (const FlatLine& line : flat(picture).lines)
      for (std::size_t i = 1; i + 1 < line.points.size(); ++i) {
        // A square of this size around the vertex meets the curve: one of its sides has a zero, or the curve is inside.
        const double reach = 1.0 / 32768;
        std::vector<std::vector<Rational>> corners;
        for (const auto& [dx, dy] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}})
          corners.push_back(
              {picture.box[0].at(line.points[i].x + dx * reach), picture.box[1].at(line.points[i].y + dy * reach)});
        bool meets = false;
        for (std::size_t side = 0; side < 4; ++side) {
          const UnivariatePolynomial p = product.restrict_to_line(corners[side], corners[side + 1]);
          meets = meets || p.is_zero() || has_root_in(p, Rational(0), Rational(1));
        }
        CHECK(meets);
        ++vertices;
      }
    CHECK((vertices > 0 || flat(picture).lines.empty()));
  }
}

TEST_CASE("lines belong to the set or bound it; dots and holes") {
  const auto drawing = [](const std::string& text) { return flat(picture_of(text, {"x", "y"})); };
  CHECK(drawing("x^2+y^2 < 1").lines.front().belongs == false);
  CHECK(drawing("x^2+y^2 <= 1").lines.front().belongs);
  CHECK(drawing("x^2+y^2 >= 0").lines.empty());
  CHECK(drawing("x^2 >= 0").lines.empty());
  const FlatDrawing point = drawing("x^2+y^2 = 0");
  CHECK(point.lines.empty());
  REQUIRE(point.dots.size() == 1);
  CHECK(point.dots.front().belongs);
  const FlatDrawing hole = drawing("x^2+y^2 > 0");
  REQUIRE(hole.dots.size() == 1);
  CHECK_FALSE(hole.dots.front().belongs);
  CHECK(drawing("y = 0 and x != 0").dots.size() == 1);
  for (const FlatLine& line : drawing("x*y != 0").lines) CHECK_FALSE(line.owner.has_value());
}

TEST_CASE("the areas of regions are right") {
  // Twice the share of the box, by the shoelace formula.
  const auto area = [](const FlatRegion& region) {
    double sum = 0;
    for (const auto& polygon : region.polygons)
      for (std::size_t i = 0; i < polygon.size(); ++i) {
        const FlatPoint& a = polygon[i];
        const FlatPoint& b = polygon[(i + 1) % polygon.size()];
        sum += (a.x * b.y - b.x * a.y) / 2;
      }
    return std::abs(sum);
  };
  const Box box{{Rational(-2), Rational(2)}, {Rational(-2), Rational(2)}};
  const auto regions = [&](const std::string& text) { return flat(picture_of(text, {"x", "y"}, 14, box)).regions; };
  CHECK(area(regions("x^2+y^2 < 1").at(0)) == doctest::Approx(M_PI / 16).epsilon(0.001));
  CHECK(area(regions("x = x").at(0)) == doctest::Approx(1).epsilon(1e-9));
  for (const FlatRegion& region : regions("x*y != 0")) CHECK(area(region) == doctest::Approx(0.25).epsilon(1e-9));
  CHECK(area(regions("x*y > 1").at(0)) == doctest::Approx((3 - 2 * std::log(2.0)) / 16).epsilon(0.01));
}

TEST_CASE("boxes contain what is special and are what was asked for") {
  const Picture far = picture_of("(x-1000000)^2+y^2 = 1");
  CHECK(far.box[0].lower < Rational(999999));
  CHECK(far.box[0].upper > Rational(1000001));
  CHECK(far.box[0].width() < Rational(10));
  const Picture tall = picture_of("100*x^2+y^2/100 = 1");
  CHECK(tall.box[1].upper >= Rational(10));
  CHECK(parse_box("y = -1..1/2, x=0.5 .. 3", {"x", "y"}) ==
        Box{{Rational(1, 2), Rational(3)}, {Rational(-1), Rational(1, 2)}});
  for (const std::string text : {"", "x", "x=1", "x=0..1", "x=0..1, y=1..1", "x=0..1, y=2..1", "x=0..1, x=0..1, y=0..1",
                                 "x=0..1, y=0..1, z=0..1", "x=0..a, y=0..1", "x=0..1; y=0..1"})
    CHECK_THROWS_AS(parse_box(text, {"x", "y"}), InvalidInput);
}

TEST_CASE("what has no picture") {
  for (const auto& [text, variables] :
       std::vector<std::pair<std::string, std::vector<std::string>>>{{"1 > 0", {}}, {"x+y+z+w > 0", {}}})
    CHECK_THROWS_AS(require_drawable(set_of(text, variables)), InvalidInput);
  CHECK_NOTHROW(require_drawable(set_of("x > 0")));
}
