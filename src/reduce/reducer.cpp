#include "reduce/reducer.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "reduce/conditions.hpp"
#include "reduce/contraction.hpp"
#include "reduce/independent_groups.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

ReducedSetPtr Reducer::reduce(const SemialgebraicSet& given, int depth) const {
  SemialgebraicSet set = given;
  set.formula = normalise(given.formula, given.assumption);
  Part part =
      set.formula.is(Formula::Kind::falsity) ? EmptyPart{{total_space(given), Contradiction{}}} : choose(set, depth);
  return std::make_shared<ReducedSet>(ReducedSet{given, std::move(set), std::move(part)});
}

ReducedSetPtr Reducer::reduce_by_sides(const SemialgebraicSet& given) const {
  SemialgebraicSet set = given;
  set.formula = normalise(given.formula, given.assumption);
  auto part = by_hypersurface(set, 0);
  return part ? std::make_shared<ReducedSet>(ReducedSet{given, std::move(set), std::move(*part)}) : nullptr;
}

Reducer::Part Reducer::choose(const SemialgebraicSet& set, int depth) const {
  constexpr int deepest = 60;
  if (depth > deepest) return OutsidePart{"the reductions do not come to an end"};
  if (set.dimension() == 0) return PointPart{};
  if (auto part = by_constant_pivot(set, depth)) return *part;
  if (auto part = by_product(set, depth)) return *part;
  if (set.dimension() == 1) return LinePart{};
  const std::vector<Atom> atoms = set.formula.atoms();
  if (std::all_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return is_strict(atom.relation); }))
    return OpenPart{};
  if (auto part = by_contraction(set, depth)) return *part;
  const std::vector<LinearBlock> blocks = linear_blocks(set);
  if (auto part = by_pivot(set, blocks, depth)) return *part;
  if (auto part = by_sum(set, depth); part && worthwhile(set, *part)) return *part;
  const auto charts = by_charts(set, blocks, depth);
  if (charts && !uses_arrangement(set, *charts)) return *charts;
  const std::vector<LinearBlock> partial = partial_blocks(set);
  if (auto part = by_pivot(set, partial, depth)) return *part;
  const auto partial_charts = by_charts(set, partial, depth);
  if (partial_charts && !uses_arrangement(set, *partial_charts)) return *partial_charts;
  if (set.dimension() == 2) return PlanePart{};
  if (auto part = by_fold(set, folded_products(set), depth)) return *part;
  if (auto part = by_rays(set, depth)) return *part;
  if (charts) return *charts;
  if (partial_charts) return *partial_charts;
  if (auto part = by_scaling(set, depth)) return *part;
  if (auto part = by_cover(set, depth)) return *part;
  if (auto part = by_fold(set, folded_squares(set), depth)) return *part;
  if (auto part = by_equations(set, depth)) return *part;
  if (auto part = by_quadric(set, depth)) return *part;
  const bool has_cells = set.dimension() == 3 && set.parameter_count == 0;
  if (!has_cells)
    if (auto part = by_hypersurface(set, depth)) return *part;
  auto thickening = thicken(set);
  if (has_cells) {
    if (auto part = Reducer(true).by_parts_in_space(set, depth)) return *part;
    return SpacePart{std::move(thickening)};
  }
  if (thickening) return ThickenedPart{std::move(*thickening)};
  return OutsidePart{why_outside(set)};
}

bool Reducer::worthwhile(const SemialgebraicSet& set, const Part& part) {
  return set.dimension() != 2 || !uses_arrangement(set, part);
}

bool Reducer::uses_arrangement(const SemialgebraicSet& set, const Part& part) {
  return uses_cell_complex(ReducedSet{set, set, part});
}

std::optional<Reducer::Part> Reducer::by_constant_pivot(const SemialgebraicSet& set, int depth) const {
  for (const Polynomial& p : equations(set))
    for (std::size_t v : p.variables()) {
      if (v < set.parameter_count || p.degree(v) != 1) continue;
      const LinearForm form = linear_form(p, v);
      if (!form.coefficient.is_constant()) continue;
      const Polynomial one(set.ring, Rational(1));
      const Polynomial value = Rational(-1) / form.coefficient.constant_value() * form.rest;
      return GraphPart{
          {{v, value, one}}, std::nullopt, {}, reduce(substitute_quotient(set, v, value, one), depth + 1)};
    }
  return std::nullopt;
}

std::optional<Reducer::Part> Reducer::by_product(const SemialgebraicSet& set, int depth) const {
  const std::vector<std::vector<std::size_t>> groups = independent_groups(set);
  if (groups.size() < 2) return std::nullopt;
  ProductPart product;
  for (std::size_t g = 0; g < groups.size(); ++g)
    product.factors.push_back(reduce(restrict_to(set, groups[g], g == 0), depth + 1));
  return product;
}

std::optional<Reducer::Part> Reducer::by_contraction(const SemialgebraicSet& set, int depth) const {
  const auto weights = find_contraction(set);
  if (!weights) return std::nullopt;
  std::vector<std::size_t> moved;
  for (std::size_t i = 0; i < weights->size(); ++i)
    if ((*weights)[i] > 0) moved.push_back(i);
  const std::vector<Rational> zeros(moved.size());
  return ContractionPart{*weights, reduce(specialise(set, moved, zeros), depth + 1)};
}

std::optional<Reducer::Part> Reducer::by_pivot(const SemialgebraicSet& set, const std::vector<LinearBlock>& blocks,
                                               int depth) const {
  std::size_t attempts = pivot_attempts;
  for (const LinearBlock& block : blocks)
    for (const Minor& minor : maximal_minors(block, minors_tried)) {
      if (attempts-- == 0) return std::nullopt;
      const std::vector<Polynomial> numerators = cramer_numerators(block, minor);
      auto proof = prove_empty(with_condition(set, degenerate(minor, numerators)));
      if (proof) return solve(set, block, minor, numerators, std::move(*proof), depth);
    }
  return std::nullopt;
}

Formula Reducer::degenerate(const Minor& minor, const std::vector<Polynomial>& numerators) {
  std::vector<Formula> parts{Formula::atom(minor.determinant, Relation::equal)};
  for (const Polynomial& p : numerators) parts.push_back(Formula::atom(p, Relation::equal));
  return Formula::conjunction(parts);
}

Reducer::Part Reducer::solve(const SemialgebraicSet& set, const LinearBlock& block, const Minor& minor,
           const std::vector<Polynomial>& numerators, EmptinessProof proof, int depth) const {
  GraphPart graph{{}, SolvedBlock{block.equations, block.variables, minor.columns}, {std::move(proof)}, nullptr};
  SemialgebraicSet base = with_condition(set, Formula::atom(minor.determinant, Relation::not_equal));
  for (std::size_t i = 0; i < minor.columns.size(); ++i) {
    const std::size_t v = block.variables[minor.columns[i]];
    graph.solved.push_back({v, numerators[i], minor.determinant});
    const std::size_t here = *base.ring.index_of(set.ring.name(v));
    base = substitute_quotient(base, here, numerators[i].in_ring(base.ring), minor.determinant.in_ring(base.ring));
  }
  graph.base = reduce(std::move(base), depth + 1);
  return graph;
}

std::optional<Reducer::Part> Reducer::by_sum(const SemialgebraicSet& set, int depth) const {
  for (const Polynomial& p : equations(set)) {
    const Factorisation f = p.factor();
    if (f.powers.size() < 2) continue;
    SumPart sum{p, {}, {}, {}};
    bool disjoint = true;
    for (std::size_t i = 0; i < f.powers.size() && disjoint; ++i)
      for (std::size_t j = 0; j < i && disjoint; ++j) {
        auto proof = prove_empty(
            with_condition(set, Formula::conjunction({Formula::atom(f.powers[j].factor, Relation::equal),
                                                      Formula::atom(f.powers[i].factor, Relation::equal)})));
        disjoint = proof.has_value();
        if (proof) sum.disjoint.push_back(std::move(*proof));
      }
    if (!disjoint) continue;
    for (const auto& power : f.powers) {
      sum.factors.push_back(power.factor);
      sum.pieces.push_back(reduce(with_condition(set, Formula::atom(power.factor, Relation::equal)), depth + 1));
    }
    return sum;
  }
  return std::nullopt;
}

std::optional<Reducer::Part> Reducer::by_equations(const SemialgebraicSet& set, int depth) const {
  std::vector<Replacement> replacements = simpler_modulo_equations(set);
  if (replacements.empty()) return std::nullopt;
  ReducedSetPtr base = reduce(with_replacements(set, replacements), depth + 1);
  return ModuloPart{std::move(replacements), std::move(base)};
}

std::string Reducer::why_outside(const SemialgebraicSet& set) {
  for (const Formula& part : set.formula.conjuncts()) {
    const std::vector<Atom> atoms = part.atoms();
    const auto strict = [](const Atom& atom) { return is_strict(atom.relation); };
    if (std::any_of(atoms.begin(), atoms.end(), strict) && !std::all_of(atoms.begin(), atoms.end(), strict))
      return "the condition '" + part.to_string() + "' joins strict and other comparisons by 'or', and the set was " +
             "not taken apart into few locally closed pieces";
  }
  return "the set is outside the method";
}

}  // namespace isthmus
