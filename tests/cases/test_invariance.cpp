#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "cases/case_file.hpp"
#include "connect/components.hpp"
#include "exact/matrix.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

std::vector<CaseRow> exact_cases() {
  std::vector<CaseRow> rows;
  for (const std::string file : {"cases.tsv", "more_cases.tsv", "space_cases.tsv"})
    for (const CaseRow& row : read_case_file(std::string(ISTHMUS_SOURCE_DIR) + "/tests/cases/" + file))
      if (row.exact) rows.push_back(row);
  return rows;
}

SemialgebraicSet composed(const SemialgebraicSet& set, const PolynomialRing& ring,
                          const std::vector<Polynomial>& images) {
  return {ring, 0, Formula::truth(), set.formula.map_atoms([&](const Atom& atom) {
            return Formula::atom(atom.polynomial.compose(images, ring), atom.relation);
          })};
}

/// The same set with its variables in another order.
SemialgebraicSet reordered(const SemialgebraicSet& set, RandomSource& random) {
  std::vector<std::string> names = set.ring.names();
  for (std::size_t i = names.size(); i > 1; --i) std::swap(names[i - 1], names[random.below(i)]);
  const PolynomialRing ring(names);
  return {ring, 0, Formula::truth(), set.formula.map_atoms([&](const Atom& atom) {
            return Formula::atom(atom.polynomial.in_ring(ring), atom.relation);
          })};
}

/// The set times a line.
SemialgebraicSet with_unused_variable(const SemialgebraicSet& set, RandomSource& random) {
  std::vector<std::string> names = set.ring.names();
  names.insert(names.begin() + static_cast<std::ptrdiff_t>(random.below(names.size() + 1)), "unused");
  const PolynomialRing ring(names);
  return {ring, 0, Formula::truth(), set.formula.map_atoms([&](const Atom& atom) {
            return Formula::atom(atom.polynomial.in_ring(ring), atom.relation);
          })};
}

/// The same set: polynomials multiplied by constants, raised to odd powers, or multiplied by a positive polynomial.
SemialgebraicSet rewritten(const SemialgebraicSet& set, RandomSource& random) {
  const Polynomial positive = pow(Polynomial::variable(set.ring, 0), 2) + Polynomial(set.ring, Rational(3));
  return {set.ring, 0, Formula::truth(), set.formula.map_atoms([&](const Atom& atom) {
            const Polynomial& p = atom.polynomial;
            switch (random.below(p.total_degree() > 6 ? 2 : 4)) {
              case 0:
                return Formula::atom(Rational(-2, 7) * p, mirrored(atom.relation));
              case 1:
                return Formula::atom(Rational(5) * p, atom.relation);
              case 2:
                return Formula::atom(pow(p, 3), atom.relation);
              default:
                return Formula::atom(p * positive, atom.relation);
            }
          })};
}

/// An invertible matrix with small rational entries, few of them off the diagonal.
std::vector<Polynomial> linear_images(const PolynomialRing& ring, RandomSource& random) {
  std::vector<Polynomial> images;
  const std::vector<Rational> scales{Rational(1), Rational(-1), Rational(2), Rational(1, 2)};
  for (std::size_t i = 0; i < ring.size(); ++i) images.push_back(random.pick(scales) * Polynomial::variable(ring, i));
  if (ring.size() < 2) return images;
  const std::size_t i = random.below(ring.size());
  const std::size_t j = (i + 1 + random.below(ring.size() - 1)) % ring.size();
  images[i] += random.pick(scales) * Polynomial::variable(ring, j);
  return images;
}

std::size_t count_of(const SemialgebraicSet& set) { return count_components(reduce(set))->count(); }

long total_degree(const SemialgebraicSet& set) {
  long degree = 0;
  for (const Atom& atom : set.formula.atoms()) degree = std::max(degree, atom.polynomial.total_degree());
  return degree;
}

/// Sets that are counted in milliseconds as they are written, and in seconds or more after a change.
const std::set<std::string> long_after_changes{"ball_octants_closed",
                                               "ball_or_half_plane",
                                               "br_singular_paraboloid",
                                               "cassini_touching",
                                               "cassini_two",
                                               "cayley_open_annulus",
                                               "circle_by_squares",
                                               "cube_balls",
                                               "cube_corners",
                                               "cube_touching",
                                               "dingdong",
                                               "graph_over_complement",
                                               "horn_torus",
                                               "horn_torus_punctured",
                                               "lemniscate_of_revolution",
                                               "line_and_sphere",
                                               "line_touches_sphere",
                                               "linked_circles",
                                               "net_depth3_zero",
                                               "point_and_two_sheets",
                                               "slit_ball",
                                               "sphere_and_center",
                                               "sphere_and_center_expanded",
                                               "sphere_circles",
                                               "sphere_or_disc",
                                               "spindle_torus",
                                               "swallowtail",
                                               "torus_by_heights"};

/// Whether the change of a row belongs to the daily tests; ISTHMUS_INVARIANCE_ALL=1 takes every row.
bool is_tested(const CaseRow& row, const SemialgebraicSet& set) {
  if (setting("ISTHMUS_INVARIANCE_ALL", 0) != 0) return true;
  return total_degree(set) <= 8 && long_after_changes.count(row.name) == 0;
}

}  // namespace

TEST_CASE("writing a set in another way never changes its count") {
  const std::size_t first = setting("ISTHMUS_INVARIANCE_SEED", 1);
  std::size_t tested = 0;
  const std::vector<CaseRow> rows = exact_cases();
  for (std::size_t r = 0; r < rows.size(); ++r) {
    RandomSource random(1000 * first + r);
    const SemialgebraicSet set = rows[r].parsed();
    if (set.ring.size() == 0 || !is_tested(rows[r], set)) continue;
    CAPTURE(rows[r].name);
    const std::size_t kind = random.below(3);
    const SemialgebraicSet other = kind == 0   ? reordered(set, random)
                                   : kind == 1 ? with_unused_variable(set, random)
                                               : rewritten(set, random);
    CAPTURE(other.formula.to_string());
    CHECK(count_of(other) == rows[r].components);
    ++tested;
  }
  CHECK(tested > 150);
}

TEST_CASE("a linear change of coordinates never changes a count") {
  const std::size_t first = setting("ISTHMUS_INVARIANCE_SEED", 1);
  std::size_t changed = 0;
  const std::vector<CaseRow> rows = exact_cases();
  for (std::size_t r = 0; r < rows.size(); ++r) {
    RandomSource random(2000 * first + r);
    const SemialgebraicSet set = rows[r].parsed();
    if (set.dimension() > 3 || !is_tested(rows[r], set)) continue;
    CAPTURE(rows[r].name);
    const SemialgebraicSet other = composed(set, set.ring, linear_images(set.ring, random));
    CAPTURE(other.formula.to_string());
    CHECK(count_of(other) == rows[r].components);
    ++changed;
  }
  CHECK(changed > 100);
}
