#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "laws/random_source.hpp"
#include "reduce/locally_closed.hpp"
#include "reduce/thickening.hpp"

using namespace isthmus;

namespace {

std::vector<std::string> pieces_of(const std::string& text) {
  const auto found = locally_closed_pieces(parse_set(text, {{"x", "y", "z"}, {}, ""}));
  REQUIRE(found.has_value());
  std::vector<std::string> texts;
  for (const Formula& piece : found->pieces) texts.push_back(piece.to_string());
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("closed pieces come first, open ones last, alternatives of one kind stay together") {
  CHECK(pieces_of("x > 0 or (x = 0 and y = 0)") == Texts{"x = 0 and y = 0", "x > 0"});
  CHECK(pieces_of("x > 0 or x = -1 or y > 0 or y = -1") == Texts{"x+1 = 0 or y+1 = 0", "x > 0 or y > 0"});
  CHECK(pieces_of("z = 0 and (x != 0 or y >= 0)") == Texts{"z = 0 and y >= 0", "z = 0 and x != 0"});
}

TEST_CASE("an order in which each piece is closed in its union with the later ones") {
  const auto found = locally_closed_pieces(parse_set("(x > 0 and y = 0) or (x > 0 and y > 0 and z = 0)"));
  REQUIRE(found.has_value());
  REQUIRE(found->pieces.size() == 2);
  CHECK(found->pieces.front().to_string() == "x > 0 and y = 0");
  CHECK(found->closed.size() == 1);
}

TEST_CASE("pieces that end on each other are taken apart by what vanishes") {
  // The origin bounds the first alternative, and belongs to the second; the ray x > 1 of the first bounds the second.
  const auto found = locally_closed_pieces(parse_set("(z = 0 and x > 0) or (y = 0 and (z > 0 or x < 1))"));
  REQUIRE(found.has_value());
  CHECK(found->pieces.size() > 2);
  for (const Formula& piece : found->pieces) CHECK(has_pure_conditions(piece));
}

TEST_CASE("random mixed sets are the union of their pieces, and no point leaves a piece for a later one") {
  const PolynomialRing ring({"x", "y"});
  std::size_t split = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 3; ++i) polynomials.push_back(random.linear(ring));
    std::erase_if(polynomials, [](const Polynomial& p) { return p.is_constant(); });
    if (polynomials.empty()) continue;
    const SemialgebraicSet set{ring, 0, Formula::truth(), random.formula(polynomials, 3, false)};
    CAPTURE(set.formula.to_string());
    if (has_pure_conditions(set.formula)) continue;
    const auto found = locally_closed_pieces(set);
    if (!found) continue;
    ++split;
    for (long a = -6; a <= 6; ++a)
      for (long b = -6; b <= 6; ++b) {
        const std::vector<Rational> point{Rational(a, 2), Rational(b, 2)};
        bool inside = false;
        for (const Formula& piece : found->pieces) inside = inside || piece.holds_at(point);
        CHECK(inside == set.formula.holds_at(point));
        for (std::size_t i = 0; i < found->pieces.size(); ++i)
          for (std::size_t j = i + 1; j < found->pieces.size(); ++j)
            CHECK_FALSE(leaving(found->pieces[i], found->pieces[j]).holds_at(point));
      }
  }
  CHECK(split >= 15);
}

TEST_CASE("each piece has infinitesimals of its own, an open one has none") {
  const Thickening thick = *thicken(parse_set("x > 0 or x^2+y^2 <= 0 or (y = 0 and x != -3)"));
  std::size_t next = 0;
  for (const ThickenedPiece& piece : thick.pieces) {
    CHECK(piece.first == next);
    next += piece.infinitesimals;
  }
  CHECK(next == thick.infinitesimals);
  CHECK(thick.pieces.back().infinitesimals == 0);
  for (const Atom& atom : thick.family.formula.atoms()) CHECK(is_strict(atom.relation));
}
