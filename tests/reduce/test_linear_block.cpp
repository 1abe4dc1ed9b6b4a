#include <doctest/doctest.h>

#include <algorithm>

#include "claim/set_language.hpp"
#include "reduce/linear_block.hpp"
#include "reduce/points.hpp"

using namespace isthmus;

namespace {

/// M y - b is the vector of equations, and neither M nor b involves the unknowns.
void check_block(const LinearBlock& block) {
  const PolynomialRing& ring = block.matrix.ring();
  REQUIRE(block.matrix.rows() == block.equations.size());
  REQUIRE(block.matrix.columns() == block.variables.size());
  CHECK(block.equations.size() <= block.variables.size());
  for (std::size_t i = 0; i < block.equations.size(); ++i) {
    Polynomial value = -block.right_side.at(i, 0);
    for (std::size_t j = 0; j < block.variables.size(); ++j)
      value += block.matrix.at(i, j) * Polynomial::variable(ring, block.variables[j]);
    CHECK(value == block.equations[i]);
    for (std::size_t v : block.variables) {
      CHECK_FALSE(block.right_side.at(i, 0).depends_on(v));
      for (std::size_t j = 0; j < block.variables.size(); ++j) CHECK_FALSE(block.matrix.at(i, j).depends_on(v));
    }
  }
}

/// det * y_c = numerators on the block's solutions: as polynomials, adj(M_c) applied to the equations.
void check_minor(const LinearBlock& block, const Minor& minor) {
  const PolynomialRing& ring = block.matrix.ring();
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < block.equations.size(); ++i) rows.push_back(i);
  const PolynomialMatrix square = block.matrix.submatrix(rows, minor.columns);
  CHECK(determinant(square) == minor.determinant);
  CHECK_FALSE(minor.determinant.is_zero());
  PolynomialMatrix equations(ring, rows.size(), 1);
  for (std::size_t i = 0; i < rows.size(); ++i) equations.at(i, 0) = block.equations[i];
  const PolynomialMatrix combined = adjugate(square) * equations;
  const std::vector<Polynomial> numerators = cramer_numerators(block, minor);
  REQUIRE(numerators.size() == minor.columns.size());
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    const Polynomial y = Polynomial::variable(ring, block.variables[minor.columns[i]]);
    CHECK(minor.determinant * y - numerators[i] == combined.at(i, 0));
    for (std::size_t j : minor.columns) CHECK_FALSE(numerators[i].depends_on(block.variables[j]));
  }
}

bool has_block(const std::vector<LinearBlock>& blocks, const std::vector<std::size_t>& variables,
               std::size_t equations) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [&](const LinearBlock& b) { return b.variables == variables && b.equations.size() == equations; });
}

}  // namespace

TEST_CASE("blocks of known systems") {
  const SemialgebraicSet pair = parse_set("a*x+b*z = 1 and a*y+b*w = 0 and c*x+d*z = 0 and c*y+d*w = 1",
                                          {{"a", "b", "c", "d", "x", "y", "z", "w"}, {}, ""});
  const std::vector<LinearBlock> blocks = linear_blocks(pair);
  CHECK(has_block(blocks, {4, 6}, 2));  // x, z
  CHECK(has_block(blocks, {5, 7}, 2));  // y, w
  for (const LinearBlock& block : blocks) check_block(block);
  CHECK(linear_blocks(parse_set("x^2+y^2 = 1")).empty());
  CHECK(linear_blocks(parse_set("x*y != 0 and x > y")).empty());
}

TEST_CASE("blocks that leave equations out") {
  const SemialgebraicSet set = parse_set("a^2+c^2 = 1 and a*b+c*d = 0 and b^2+d^2 = 1 and a*d-b*c = 1");
  CHECK(linear_blocks(set).size() >= 1);
  bool found = false;
  for (const LinearBlock& block : partial_blocks(set)) {
    CHECK(block.equations.size() <= block.variables.size());
    for (const Minor& minor : maximal_minors(block, 8)) found = found || minor.determinant.to_string() == "a^2+c^2";
  }
  CHECK(found);
  CHECK(partial_blocks(parse_set("x^2+y^2 = 1")).empty());
}

TEST_CASE("parameters and equations inside disjunctions are no unknowns and no equations") {
  const SemialgebraicSet family = parse_set("a*x^2 = 1", {{"x"}, {"a"}, ""});
  CHECK(linear_blocks(family).empty());
  CHECK(linear_blocks(parse_set("x = 1 or y = 2")).empty());
}

TEST_CASE("random systems: matrices, minors and Cramer's rule") {
  std::size_t minors_seen = 0;
  for (std::size_t seed = 1; seed <= 120; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"a", "b", "x", "y", "z"});
    std::vector<Formula> equations;
    const auto coefficient = [&] { return random.sparse(PolynomialRing({"a", "b"}), 2, 2).in_ring(ring); };
    for (std::size_t i = 0; i < 1 + random.below(3); ++i) {
      Polynomial p = coefficient();
      for (std::size_t v = 2; v < 5; ++v)
        if (random.chance(2, 3)) p += coefficient() * Polynomial::variable(ring, v);
      if (!p.is_constant()) equations.push_back(Formula::atom(p, Relation::equal));
    }
    const SemialgebraicSet set = plain_set(ring, Formula::conjunction(equations));
    for (const LinearBlock& block : linear_blocks(set)) {
      check_block(block);
      const std::vector<Minor> minors = maximal_minors(block, 64);
      for (const Minor& minor : minors) check_minor(block, minor);
      minors_seen += minors.size();
      CHECK(maximal_minors(block, 1).size() <= 1);
    }
  }
  CHECK(minors_seen > 300);
}
