#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <sstream>

#include "figure/axis.hpp"
#include "figure/figure.hpp"
#include "figure/palette.hpp"
#include "plot/pictures.hpp"

using namespace isthmus;

namespace {

/// What makes a text no XML document, as far as the SVG files here go: elements that do not nest, attributes without
/// quotation marks, bare '&'. Empty if nothing does.
std::string xml_defect(const std::string& text) {
  std::vector<std::string> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '&') {
      const std::string entity = text.substr(i, text.find(';', i) - i + 1);
      const std::set<std::string> known{"&amp;", "&lt;", "&gt;", "&quot;"};
      if (known.count(entity) == 0) return "entity " + entity;
    }
    if (text[i] == '>') return "a bare '>'";
    if (text[i] != '<') continue;
    const std::size_t end = text.find('>', i);
    if (end == std::string::npos) return "an element without end";
    const std::string tag = text.substr(i + 1, end - i - 1);
    const std::string name = tag.substr(0, tag.find_first_of(" /", 1));
    if (std::count(tag.begin(), tag.end(), '"') % 2 != 0) return "quotation marks in " + tag;
    if (std::count(tag.begin(), tag.end(), '"') != 2 * std::count(tag.begin(), tag.end(), '='))
      return "attributes of " + tag;
    if (tag.front() == '/') {
      if (open.empty() || "/" + open.back() != tag) return "closing " + tag;
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(name);
    }
    i = end;
  }
  return open.empty() ? "" : open.back() + " is not closed";
}

bool contains_text(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string hex(const Colour& colour) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
  return text;
}

/// Twenty-five parallel lines and what lies between them.
std::string fifty_components() {
  std::string product;
  for (int i = 0; i < 49; ++i) product += (i == 0 ? "" : "*") + ("(x-" + std::to_string(i)) + ")";
  return product + " != 0";
}

}  // namespace

TEST_CASE("SVG documents are well formed, say the count, and have a colour for each component") {
  for (const std::string text : {"x*y != 0", "x^2+y^2 < 1 and x >= y", "y^2 = x^3", "x^2 > 2", "x^2+y^2 < 0",
                                 "z*(x*y+1) = 1", "x^2+y^2+z^2 != 1", "x*y = 0 and x*z = 0"}) {
    CAPTURE(text);
    const Picture picture = picture_of(text);
    const std::string svg = svg_text(figure(picture));
    CHECK(xml_defect(svg) == "");
    CHECK(svg.rfind("<svg xmlns=", 0) == 0);
    CHECK(contains_text(svg, *picture.components == 0 ? "the set is empty, proved" : ", proved<"));
    for (std::size_t i = 0; i < *picture.components; ++i) CHECK(contains_text(svg, hex(component_colour(i))));
    CHECK_FALSE(contains_text(svg, hex(component_colour(*picture.components))));
    CHECK(svg == svg_text(figure(picture_of(text))));
  }
}

TEST_CASE("fifty components have fifty colours") {
  const Picture picture = picture_of(fifty_components());
  REQUIRE(picture.components == 50);
  const std::string svg = svg_text(figure(picture));
  CHECK(xml_defect(svg) == "");
  CHECK(contains_text(svg, "components, proved"));
  for (std::size_t i = 0; i < 50; ++i) CHECK(contains_text(svg, hex(component_colour(i))));
}

TEST_CASE("an undecided set has one colour, and says why") {
  const SemialgebraicSet set = set_of("x*y != 0");
  Picture picture = draw_set(set, std::nullopt, std::nullopt, 8);
  picture.set = "x*y != 0";
  picture.undecided = "the reason";
  const std::string svg = svg_text(figure(picture));
  CHECK(contains_text(svg, "undecided: the reason; drawn in one colour"));
  CHECK_FALSE(contains_text(svg, hex(component_colour(1))));
}

TEST_CASE("PNG files are PNG files, the same every time") {
  for (const std::string text : {"x*y != 0", "z*(x*y+1) = 1"}) {
    const Canvas canvas = figure(picture_of(text));
    const std::string png = png_bytes(canvas, 1);
    CHECK(png.rfind("\x89PNG\r\n\x1a\n", 0) == 0);
    CHECK(contains_text(png, "IEND"));
    CHECK_FALSE(contains_text(png, "tIME"));
    CHECK(png == png_bytes(canvas, 1));
  }
}

TEST_CASE("OBJ files: vertices in the coordinates of the set, one group per component, faces of known vertices") {
  const std::string obj = obj_text(picture_of("x^2+y^2+z^2 != 1"));
  std::istringstream lines(obj);
  std::size_t vertices = 0;
  std::size_t faces = 0;
  std::set<std::string> groups;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string kind;
    words >> kind;
    if (kind == "v") {
      double x = 0;
      double y = 0;
      double z = 0;
      CHECK(static_cast<bool>(words >> x >> y >> z));
      CHECK(x * x + y * y + z * z == doctest::Approx(1).epsilon(0.01));
      ++vertices;
    } else if (kind == "f") {
      std::size_t corners = 0;
      for (std::size_t index = 0; words >> index; ++corners) CHECK((index >= 1 && index <= vertices));
      CHECK(corners >= 3);
      ++faces;
    } else if (kind == "g") {
      groups.insert(line);
    }
  }
  CHECK(vertices > 50);
  CHECK(faces > 100);
  CHECK(groups == std::set<std::string>{"g component_1", "g component_2"});
  CHECK_THROWS_AS(obj_text(picture_of("x*y != 0")), InvalidInput);
}

TEST_CASE("pages need no network and hold no text of the set as markup") {
  for (const std::string text : {"x < y", "x < y and y < z"}) {
    const std::string page = html_page(picture_of(text));
    CHECK(page.rfind("<!DOCTYPE html>", 0) == 0);
    CHECK(contains_text(page, "x &lt; y"));
    CHECK_FALSE(contains_text(page, "x < y"));
    for (const std::string source : {"src=", "href=", "import ", "url(", "fetch("})
      CHECK_FALSE(contains_text(page, source));
  }
}

TEST_CASE("colours differ, ticks are exact") {
  std::set<std::string> colours;
  for (std::size_t i = 0; i < 200; ++i) colours.insert(hex(component_colour(i)));
  CHECK(colours.size() == 200);
  const auto labels = [](const Rational& lower, const Rational& upper) {
    std::string text;
    for (const Tick& tick : ticks({lower, upper}, 5)) text += tick.label + " ";
    return text;
  };
  CHECK(labels(Rational(-2), Rational(2)) == "\u22122 \u22121 0 1 2 ");
  CHECK(labels(Rational(0), Rational(1)) == "0 0.2 0.4 0.6 0.8 1 ");
  CHECK(labels(Rational(999998), Rational(1000002)) == "999998 999999 1000000 1000001 1000002 ");
  CHECK(labels(Rational(1, 1000), Rational(1, 500)) == "0.001 0.0012 0.0014 0.0016 0.0018 0.002 ");
}
