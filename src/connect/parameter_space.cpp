#include "connect/parameter_space.hpp"

#include <algorithm>

#include "decompose/variable_order.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

std::vector<Polynomial> distinct_factors(const Formula& formula) {
  std::vector<Polynomial> factors;
  for (const Atom& atom : formula.atoms())
    for (const auto& power : atom.polynomial.factor().powers)
      if (std::find(factors.begin(), factors.end(), power.factor) == factors.end()) factors.push_back(power.factor);
  return factors;
}

}  // namespace

SemialgebraicSet parameter_space(const SemialgebraicSet& family) {
  const std::vector<std::string> names(
      family.ring.names().begin(), family.ring.names().begin() + static_cast<std::ptrdiff_t>(family.parameter_count));
  const PolynomialRing ring(names);
  return {ring, 0, Formula::truth(), family.assumption.map_atoms([&](const Atom& atom) {
            return Formula::atom(atom.polynomial.in_ring(ring), atom.relation);
          })};
}

SemialgebraicSet assuming(SemialgebraicSet family, const Formula& condition) {
  family.assumption = Formula::conjunction({family.assumption, condition});
  return family;
}

SemialgebraicSet replace_parameter(const SemialgebraicSet& family, std::size_t parameter, const Polynomial& numerator,
                                   const Polynomial& denominator) {
  SemialgebraicSet both = family;
  both.formula = family.assumption;
  both.assumption = Formula::truth();
  const SemialgebraicSet assumption = substitute_quotient(both, parameter, numerator, denominator);
  SemialgebraicSet bare = family;
  bare.assumption = Formula::truth();
  SemialgebraicSet result = substitute_quotient(bare, parameter, numerator, denominator);
  const Formula defined = denominator.is_constant()
                              ? Formula::truth()
                              : Formula::atom(denominator.in_ring(result.ring), Relation::not_equal);
  result.assumption = Formula::conjunction({assumption.formula, defined});
  return result;
}

std::vector<Delineation> delineate_leaves(const ReducedSet& reduced) {
  std::vector<Delineation> delineations;
  for (const ReducedSet* leaf : leaves(reduced)) {
    if (leaf->set.dimension() == 0) continue;
    const std::vector<Polynomial> factors = distinct_factors(leaf->set.formula);
    const PolynomialRing order = best_order(leaf->set.ring, leaf->set.parameter_count, factors);
    delineations.push_back({leaf, project(order, factors, ProjectionKind::walls)});
  }
  return delineations;
}

std::vector<Polynomial> parameter_polynomials(const SemialgebraicSet& family, const ReducedSet& reduced,
                                              const std::vector<Delineation>& delineations) {
  const PolynomialRing ring = parameter_space(family).ring;
  std::vector<Polynomial> found;
  const auto add = [&](const Polynomial& p) {
    const Polynomial moved = p.in_ring(ring).primitive();
    if (std::find(found.begin(), found.end(), moved) == found.end()) found.push_back(moved);
  };
  for (const Polynomial& p : distinct_factors(family.assumption)) add(p);
  for (const ReducedSet* leaf : leaves(reduced))
    if (leaf->set.dimension() == 0)
      for (const Polynomial& p : distinct_factors(leaf->set.formula)) add(p);
  for (const Delineation& d : delineations)
    for (std::size_t k = 1; k <= family.parameter_count; ++k)
      for (const Projection::Factor& f : d.projection.level(k)) add(f.polynomial);
  std::sort(found.begin(), found.end(),
            [](const Polynomial& a, const Polynomial& b) { return canonical_order(a, b) < 0; });
  return found;
}

}  // namespace isthmus
