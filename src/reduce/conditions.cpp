#include "reduce/conditions.hpp"

namespace isthmus {

namespace {

Formula each(const std::vector<Polynomial>& polynomials, Relation relation) {
  std::vector<Formula> parts;
  for (const Polynomial& p : polynomials) parts.push_back(Formula::atom(p, relation));
  return Formula::conjunction(parts);
}

}  // namespace

std::vector<Polynomial> equations(const SemialgebraicSet& set) {
  std::vector<Polynomial> result;
  for (const Formula& part : set.formula.conjuncts())
    if (part.is(Formula::Kind::atom) && part.as_atom().relation == Relation::equal)
      result.push_back(part.as_atom().polynomial);
  return result;
}

SemialgebraicSet with_equation_replaced(SemialgebraicSet set, const Polynomial& equation, const Formula& condition) {
  std::vector<Formula> parts;
  for (const Formula& part : set.formula.conjuncts()) {
    const bool here = part.is(Formula::Kind::atom) && part.as_atom().relation == Relation::equal &&
                      part.as_atom().polynomial == equation;
    parts.push_back(here ? condition : part);
  }
  set.formula = Formula::conjunction(parts);
  return set;
}

Formula all_zero(const std::vector<Polynomial>& polynomials) { return each(polynomials, Relation::equal); }

Formula none_zero(const std::vector<Polynomial>& polynomials) { return each(polynomials, Relation::not_equal); }

}  // namespace isthmus
