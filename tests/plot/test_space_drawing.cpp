#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "plot/labelling.hpp"
#include "plot/pictures.hpp"

using namespace isthmus;

namespace {

const SpaceDrawing& space(const Picture& picture) { return std::get<SpaceDrawing>(picture.drawing); }

std::set<Owner> owners_in_space(const SpaceDrawing& drawing) {
  std::set<Owner> result;
  for (const SpaceFace& face : drawing.faces) {
    result.insert(face.front);
    result.insert(face.back);
  }
  for (const SpaceSegment& segment : drawing.segments) result.insert(segment.owner);
  for (const auto& dot : drawing.dots) result.insert(dot.second);
  return result;
}

std::vector<Rational> point_of(const Picture& picture, const SpacePoint& p) {
  return {picture.box[0].at(p.x), picture.box[1].at(p.y), picture.box[2].at(p.z)};
}

}  // namespace

TEST_CASE("surfaces, solids, curves and points in space have the colours of their components") {
  const std::vector<std::pair<std::string, std::size_t>> examples{
      {"z*y*x = 1", 4},
      {"z*(x*y+1) = 1", 3},
      {"x^2+y^2+z^2 = 1", 1},
      {"x^2+y^2+z^2 < 1", 1},
      {"x^2+y^2+z^2 != 1", 2},
      {"x*y*z != 0", 8},
      {"x^2+y^2 = 1 and z = 0", 1},
      {"z = x*y and x^2 = 1", 2},
      {"x^2+y^2+z^2 = 0", 1},
      {"x^2+(y^2-1)^2+z^2 = 0", 2},
      {"x^2 = y^2*z", 1},
      {"x*y = 0 and x*z = 0", 1},
  };
  for (const auto& [text, count] : examples) {
    CAPTURE(text);
    const Picture picture = picture_of(text, {"x", "y", "z"});
    CHECK(picture.components == count);
    std::set<Owner> expected;
    for (std::size_t i = 0; i < count; ++i) expected.insert(i);
    CHECK(owners_in_space(space(picture)) == expected);
  }
}

TEST_CASE("faces lie on their surface and face outwards") {
  const Picture picture = picture_of("x^2+y^2+z^2 = 1", {}, 16);
  CHECK(space(picture).faces.size() > 100);
  for (const SpacePoint& p : space(picture).vertices) {
    const std::vector<Rational> at = point_of(picture, p);
    CHECK(std::abs(to_double(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]) - 1) < 0.001);
    CHECK((p.x > 0 && p.x < 1 && p.y > 0 && p.y < 1 && p.z > 0 && p.z < 1));
  }
  for (const SpaceFace& face : space(picture).faces) {
    SpacePoint sum;
    for (std::size_t i = 0; i < face.corners.size(); ++i) {
      const SpacePoint& a = space(picture).vertices[face.corners[i]];
      const SpacePoint& b = space(picture).vertices[face.corners[(i + 1) % face.corners.size()]];
      sum = {sum.x + a.y * b.z - a.z * b.y, sum.y + a.z * b.x - a.x * b.z, sum.z + a.x * b.y - a.y * b.x};
    }
    CHECK(sum.x * face.normal.x + sum.y * face.normal.y + sum.z * face.normal.z > 0);
  }
}

TEST_CASE("no face joins two components, and each is coloured as its exact points are") {
  const Picture picture = picture_of("z*(x*y+1) = 1", {"x", "y", "z"}, 20);
  const ProvedComponents proved = proved_components(set_of("z*(x*y+1) = 1", {"x", "y", "z"}));
  std::size_t checked = 0;
  for (std::size_t i = 0; i < space(picture).faces.size(); i += 7) {
    const SpaceFace& face = space(picture).faces[i];
    for (std::size_t corner : face.corners) {
      const std::vector<Rational> at = point_of(picture, space(picture).vertices[corner]);
      const Rational denominator = at[0] * at[1] + Rational(1);
      if (abs(denominator) < Rational(1, 10)) continue;
      const Point above{at[0], at[1], Rational(1) / denominator};
      CHECK(face.front == proved.evidence->component_at(to_algebraic(above)));
      ++checked;
    }
  }
  CHECK(checked > 100);
}

TEST_CASE("labels: a seam between two located pieces is found, and the limit is kept") {
  LinkedPoints path;
  constexpr std::size_t size = 100;
  path.members.assign(size, true);
  path.links.resize(size);
  for (std::size_t i = 0; i + 1 < size; ++i) {
    path.links[i].push_back(i + 1);
    path.links[i + 1].push_back(i);
  }
  path.locate = [](std::size_t point) -> Owner { return point < 37 ? 0 : 1; };
  const Labels labels = label(path, size);
  CHECK(labels.complete);
  CHECK(labels.located < size / 2);
  for (std::size_t i = 0; i < size; ++i) CHECK(labels.owners[i] == path.locate(i));
  const Labels few = label(path, 2);
  CHECK(few.located == 2);
  CHECK_FALSE(few.complete);
}
