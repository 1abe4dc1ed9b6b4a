#include "connect/family.hpp"

#include <algorithm>

#include "connect/family_cases.hpp"
#include "connect/family_walls.hpp"
#include "connect/parameter_space.hpp"
#include "decompose/variable_order.hpp"
#include "exact/error.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

FamilyEvidencePtr evidence(const FamilyRegion& region, decltype(FamilyEvidence::step) step) {
  return std::make_shared<const FamilyEvidence>(FamilyEvidence{region.given, std::move(step)});
}

/// Decides a family region by region.
class FamilyCounter {
 public:
  FamilyCounter(const PolynomialRing& parameter_ring, const CountOptions& options)
      : options_(options), cases_(parameter_ring) {}

  FamilyCount run(const SemialgebraicSet& family) {
    cases_.result().evidence = decide({family, {}}, 0);
    return std::move(cases_.result());
  }

 private:
  /// Counts on the part of the parameter space described by the assumption and the equations behind `replaced`.
  FamilyEvidencePtr decide(const FamilyRegion& region, int depth) {
    const SemialgebraicSet& family = region.family;
    if (family.parameter_count > 0 || family.assumption.is(Formula::Kind::falsity))
      if (auto proof = prove_empty(parameter_space(region.given))) return evidence(region, NoParameters{*proof});
    if (depth > 12) return undecided(region, "too many nested conditions on the parameters");
    if (family.parameter_count == 0) return without_parameters(region);
    if (auto solved = solve_an_equation(region, depth)) return solved;
    const ReducedSetPtr reduced = reduce(family);
    const std::string outside = outside_reason(*reduced);
    if (!outside.empty()) {
      auto split = split_on_a_parameter(region, depth);
      return split ? split : undecided(region, outside);
    }
    if (is_laborious(*reduced))
      if (auto split = split_off_laborious_parts(region, depth)) return split;
    if (depth == 0)
      for (const std::string& line : describe(*reduced)) cases_.result().log.push_back(line);
    return over_open_cells(region, reduced, depth);
  }

  FamilyEvidencePtr undecided(const FamilyRegion& region, const std::string& reason) {
    cases_.add_undecided(region, reason);
    return evidence(region, NotCounted{reason});
  }

  FamilyEvidencePtr without_parameters(const FamilyRegion& region) {
    try {
      const CountedFibre fibre = count_at(reduce(region.family), {});
      cases_.add(region, fibre, Formula::truth());
      return evidence(region, fibre);
    } catch (const Undecided& reason) {
      return undecided(region, reason.what());
    }
  }

  CountedFibre count_at(const ReducedSetPtr& reduced, const std::vector<Rational>& values) const {
    return {values, reduced, count_components(reduced, options_)};
  }

  /// Uses an equation of the assumption that is linear in a parameter with a coefficient that cannot vanish; nullptr if
  /// there is no equation.
  FamilyEvidencePtr solve_an_equation(const FamilyRegion& region, int depth) {
    bool has_equation = false;
    for (const Formula& part : region.family.assumption.conjuncts()) {
      if (!part.is(Formula::Kind::atom) || part.as_atom().relation != Relation::equal) continue;
      has_equation = true;
      const Polynomial& p = part.as_atom().polynomial;
      for (std::size_t v : p.variables()) {
        if (p.degree(v) != 1) continue;
        const LinearForm form = linear_form(p, v);
        auto nonzero =
            prove_empty(parameter_space(assuming(region.given, Formula::atom(form.coefficient, Relation::equal))));
        if (nonzero) return with_condition_at_hand(region, part, v, form, *nonzero, depth);
      }
    }
    return has_equation ? on_wall(region, depth) : nullptr;
  }

  /// An equation that is not linear in a parameter: counted over its roots.
  FamilyEvidencePtr on_wall(const FamilyRegion& region, int depth) {
    const auto wall = wall_family(region.family);
    if (!wall) return undecided(region, "the equations on the parameters cannot be solved for some of them");
    const std::size_t first_case = cases_.size();
    try {
      const WallCount counted = count_on_wall(*wall, options_);
      for (const WallCase& each : counted.cases) cases_.add(region, each);
      cases_.merge_from(first_case, region, counted.walls);
      over_walls(region, counted.walls, depth);
    } catch (const Undecided& reason) {
      cases_.drop_from(first_case);
      return undecided(region, reason.what());
    }
    return evidence(region, NotCounted{"no rule of the certificate format counts at irrational values of a parameter"});
  }

  /// Solves an equation of the normalised assumption for a parameter. Where it only follows from the assumption as it
  /// was given, that is the case of a distinction whose other case is empty.
  FamilyEvidencePtr with_condition_at_hand(const FamilyRegion& region, const Formula& equation, std::size_t parameter,
                                           const LinearForm& form, const EmptinessProof& nonzero, int depth) {
    const Polynomial p = equation.as_atom().polynomial;
    const std::vector<Formula> conjuncts = region.given.assumption.conjuncts();
    const bool at_hand = std::any_of(conjuncts.begin(), conjuncts.end(), [&](const Formula& part) {
      return part.is(Formula::Kind::atom) && part.as_atom().relation == Relation::equal &&
             part.as_atom().polynomial.primitive() == p.primitive();
    });
    if (at_hand) return solve(region, parameter, form, nonzero, depth);
    const FamilyRegion zero(assuming(region.given, equation), region.replaced);
    const FamilyRegion other(assuming(region.given, equation.negated()), region.replaced);
    const auto impossible = prove_empty(parameter_space(other.given));
    const FamilyEvidencePtr solved = solve(zero, parameter, form, nonzero, depth);
    if (!impossible) return evidence(region, NotCounted{"it was not shown again that " + equation.to_string()});
    return evidence(region, ParameterCases{p, solved, evidence(other, NoParameters{*impossible})});
  }

  FamilyEvidencePtr solve(const FamilyRegion& region, std::size_t parameter, const LinearForm& form,
                          const EmptinessProof& nonzero, int depth) {
    std::vector<FamilyRegion::Replaced> replaced = region.replaced;
    replaced.push_back({region.family.ring.name(parameter), -form.rest, form.coefficient});
    const FamilyRegion then(replace_parameter(region.given, parameter, -form.rest, form.coefficient), replaced);
    return evidence(region, SolvedParameter{parameter, -form.rest, form.coefficient, nonzero, decide(then, depth + 1)});
  }

  /// Where no reduction works for all parameters, it may after a parameter is known to be zero or not. nullptr if there
  /// is no such parameter.
  FamilyEvidencePtr split_on_a_parameter(const FamilyRegion& region, int depth) {
    const FactorFacts facts(region.family.assumption);
    for (std::size_t v = 0; v < region.family.parameter_count; ++v) {
      const Polynomial p = Polynomial::variable(region.family.ring, v);
      if (facts.never_zero(p)) continue;
      return split_on(region, p, depth);
    }
    return nullptr;
  }

  FamilyEvidencePtr split_on(const FamilyRegion& region, const Polynomial& p, int depth) {
    const auto where = [&](Relation relation) {
      return decide({assuming(region.given, Formula::atom(p, relation)), region.replaced}, depth + 1);
    };
    const FamilyEvidencePtr nonzero = where(Relation::not_equal);
    return evidence(region, ParameterCases{p, where(Relation::equal), nonzero});
  }

  /// Arrangements and thin neighbourhoods.
  static bool is_laborious(const ReducedSet& reduced) {
    const std::vector<const ReducedSet*> parts = leaves(reduced);
    return uses_cell_complex(reduced) || std::any_of(parts.begin(), parts.end(), [](const ReducedSet* leaf) {
             return std::holds_alternative<ThickenedPart>(leaf->part);
           });
  }

  /// Where a parameter that is not zero makes these superfluous, the zero of that parameter is treated apart; nullptr
  /// if there is none.
  FamilyEvidencePtr split_off_laborious_parts(const FamilyRegion& region, int depth) {
    const FactorFacts facts(region.family.assumption);
    for (std::size_t v = 0; v < region.family.parameter_count; ++v) {
      const Polynomial p = Polynomial::variable(region.family.ring, v);
      if (facts.never_zero(p)) continue;
      const ReducedSetPtr reduced = reduce(assuming(region.family, Formula::atom(p, Relation::not_equal)));
      if (is_laborious(*reduced) || !outside_reason(*reduced).empty()) continue;
      return split_on(region, p, depth);
    }
    return nullptr;
  }

  FamilyEvidencePtr over_open_cells(const FamilyRegion& region, const ReducedSetPtr& reduced, int depth) {
    const SemialgebraicSet space = parameter_space(region.given);
    std::vector<Delineation> delineations = delineate_leaves(*reduced);
    const std::vector<Polynomial> polynomials = parameter_polynomials(region.given, *reduced, delineations);
    const PolynomialRing order = best_order(space.ring, 0, polynomials);
    std::vector<Formula> generic;
    for (const Polynomial& p : polynomials) generic.push_back(Formula::atom(p.in_ring(order), Relation::not_equal));
    const OpenCondition condition(order, Formula::conjunction(generic));
    UniformFamily uniform{
        reduced, std::move(delineations), project(order, condition.factors(), ProjectionKind::open_cells), {}, {}, {},
        {}};
    uniform.tree = lift_open_cells(uniform.projection, condition, options_.progress);
    const std::vector<Polynomial> walls = walls_of(uniform.projection, space.ring);
    log_parameters(region, walls, uniform.tree, depth);
    const std::size_t first_case = cases_.size();
    const std::size_t gaps_before = cases_.undecided_count();
    for (std::int32_t cell : uniform.tree.leaves()) {
      const std::vector<Rational> values = in_order_of(space.ring, order, uniform.tree.sample(cell, order.size()));
      uniform.inside.push_back(space.formula.holds_at(values));
      if (uniform.inside.back()) count_cell(region, uniform, walls, values);
    }
    const bool complete = cases_.undecided_count() == gaps_before;
    if (complete)
      cases_.merge_from(first_case, region, walls);
    else
      cases_.drop_from(first_case);
    uniform.walls = over_walls(region, walls, depth);
    if (!complete) return evidence(region, NotCounted{"the components over an open parameter cell were not counted"});
    return evidence(region, std::move(uniform));
  }

  void count_cell(const FamilyRegion& region, UniformFamily& uniform, const std::vector<Polynomial>& walls,
                  const std::vector<Rational>& values) {
    try {
      uniform.fibres.push_back(count_at(instantiate(*uniform.reduction, values), values));
      cases_.add(region, uniform.fibres.back(), signs_of(walls, values));
    } catch (const Undecided& reason) {
      cases_.add_undecided(region, reason.what());
    }
  }

  static std::vector<Polynomial> walls_of(const Projection& projection, const PolynomialRing& ring) {
    std::vector<Polynomial> walls;
    for (std::size_t k = 1; k <= projection.levels(); ++k)
      for (const Projection::Factor& f : projection.level(k)) walls.push_back(f.polynomial.in_ring(ring).primitive());
    return walls;
  }

  static std::vector<Rational> in_order_of(const PolynomialRing& ring, const PolynomialRing& order,
                                           const std::vector<Rational>& ordered) {
    std::vector<Rational> values(ring.size());
    for (std::size_t i = 0; i < ordered.size(); ++i) values[*ring.index_of(order.name(i))] = ordered[i];
    return values;
  }

  static Formula signs_of(const std::vector<Polynomial>& polynomials, const std::vector<Rational>& values) {
    std::vector<Formula> parts;
    for (const Polynomial& p : polynomials)
      parts.push_back(Formula::atom(p, p.evaluate(values).sign() > 0 ? Relation::greater : Relation::less));
    return Formula::conjunction(parts);
  }

  void log_parameters(const FamilyRegion& region, const std::vector<Polynomial>& walls, const CellTree& tree,
                      int depth) {
    std::vector<std::string>& log = cases_.result().log;
    if (depth > 0)
      log.push_back("on the part of the parameter space where " + region.family.assumption.to_string() + ":");
    log.push_back("parameter polynomials of all leaves, closed under projection:");
    for (const Polynomial& p : walls) log.push_back("  " + p.to_string());
    log.push_back(std::to_string(tree.leaves().size()) + " open parameter cells");
  }

  /// Each wall in turn, without the walls before it.
  std::vector<FamilyEvidencePtr> over_walls(const FamilyRegion& region, const std::vector<Polynomial>& walls,
                                            int depth) {
    std::vector<FamilyEvidencePtr> found;
    SemialgebraicSet rest = region.given;
    for (const Polynomial& wall : walls) {
      const Polynomial p = wall.in_ring(rest.ring);
      found.push_back(decide({assuming(rest, Formula::atom(p, Relation::equal)), region.replaced}, depth + 1));
      rest = assuming(rest, Formula::atom(p, Relation::not_equal));
    }
    return found;
  }

  const CountOptions& options_;
  FamilyCases cases_;
};

}  // namespace

std::optional<std::size_t> FamilyCount::common() const {
  if (cases.empty() || !undecided.empty()) return std::nullopt;
  for (const FamilyCase& c : cases)
    if (c.components != cases.front().components) return std::nullopt;
  return cases.front().components;
}

FamilyCount count_family(const SemialgebraicSet& family, const CountOptions& options) {
  return FamilyCounter(parameter_space(family).ring, options).run(family);
}

}  // namespace isthmus
