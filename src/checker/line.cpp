// The rule `line`: section 5 of proofs/FORMAT.md.

#include <optional>
#include <stdexcept>
#include <vector>

#include "checker/real_line.hpp"
#include "checker/reductions.hpp"

namespace isthmus::check {
namespace {

/// The pieces of the line in their order: the gap with point 0, the root after it, the gap with point 1, .. For each
/// whether it belongs to the set.
std::vector<bool> pieces(const Formula& formula, std::size_t polynomials, const RealLine& line) {
  std::vector<bool> inside;
  for (std::size_t piece = 0; piece + 1 < 2 * line.gaps(); ++piece) {
    std::vector<SignSet> signs;
    for (std::size_t p = 0; p < polynomials; ++p) {
      const bool gap = piece % 2 == 0;
      signs.push_back(SignSet::only(gap ? line.sign_in_gap(p, piece / 2) : line.sign_at_root(p, piece / 2)));
    }
    inside.push_back(formula.truth_for(signs) == Truth::yes);
  }
  return inside;
}

RealLine line_in(const std::vector<Univariate>& polynomials, const Json& gaps) {
  try {
    RealLine line(polynomials, gaps.rationals());
    gaps.require(line.roots().all() + 1 == line.gaps(), "line",
                 "there are " + std::to_string(line.roots().all()) + " roots in all");
    return line;
  } catch (const std::invalid_argument& error) {
    gaps.reject("line", error.what());
  }
}

}  // namespace

Count check_line(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "gaps"});
  node.require(set.coordinates.size() == 1, "line", "the set does not have exactly one coordinate");
  std::vector<Univariate> polynomials;
  for (const Atom* atom : set.formula.atoms()) polynomials.push_back(atom->polynomial.univariate(set.coordinates[0]));
  const RealLine line = line_in(polynomials, node["gaps"]);
  // Neighbouring pieces that belong to the set make up a component.
  std::vector<std::optional<std::size_t>> component_of;
  std::size_t number = 0;
  bool inside_before = false;
  for (const bool inside : pieces(set.formula, polynomials.size(), line)) {
    if (inside && !inside_before) ++number;
    component_of.push_back(inside ? std::optional(number - 1) : std::nullopt);
    inside_before = inside;
  }
  session.trust("intermediate value theorem");
  session.trust("Sturm's theorem");
  return {number, [component_of, roots = line.roots()](const std::vector<Rational>& point) {
            const Rational& x = point.at(0);
            return component_of.at(2 * roots.below(x) + (roots.is_root(x) ? 1 : 0));
          }};
}

}  // namespace isthmus::check
