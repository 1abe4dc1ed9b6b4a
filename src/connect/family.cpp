#include "connect/family.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "decompose/variable_order.hpp"
#include "exact/error.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

/// A parameter that was expressed by the others on part of the parameter space.
struct Replaced {
  std::string name;
  Polynomial numerator;
  Polynomial denominator;
};

/// Decides a family piece by piece; pieces are described over the ring of the original parameters.
class FamilyCounter {
 public:
  FamilyCounter(const PolynomialRing& parameter_ring, const CountOptions& options)
      : options_(options), result_{parameter_ring, {}, {}, {}} {}

  FamilyCount run(const SemialgebraicSet& family) {
    decide(family, {}, 0);
    return std::move(result_);
  }

 private:
  /// Counts on the part of the parameter space described by family.assumption and the equations behind `replaced`.
  void decide(SemialgebraicSet family, std::vector<Replaced> replaced, int depth) {
    family.assumption = normalise(family.assumption);
    if (family.assumption.is(Formula::Kind::falsity)) return;
    if (family.parameter_count > 0 && parameters_impossible(family)) return;
    if (depth > 12) return undecided(family, replaced, "too many nested conditions on the parameters");
    if (family.parameter_count == 0) return count_at(reduce(family), family, replaced, {}, Formula::truth());
    if (solve_an_equation(family, replaced, depth)) return;
    const ReducedSetPtr reduced = reduce(family);
    const std::string outside = outside_reason(*reduced);
    if (!outside.empty()) {
      if (!split_on_a_parameter(family, replaced, depth)) undecided(family, replaced, outside);
      return;
    }
    if (has_plane_part(*reduced) && split_off_plane_parts(family, replaced, depth)) return;
    if (depth == 0)
      for (const std::string& line : describe(*reduced)) result_.log.push_back(line);
    over_open_cells(family, reduced, replaced, depth);
  }

  static bool parameters_impossible(const SemialgebraicSet& family) {
    return prove_empty(parameter_space(family)).has_value();
  }

  /// The assumption alone, as a set in the space of the parameters.
  static SemialgebraicSet parameter_space(const SemialgebraicSet& family) {
    const std::vector<std::string> names(
        family.ring.names().begin(), family.ring.names().begin() + static_cast<std::ptrdiff_t>(family.parameter_count));
    const PolynomialRing ring(names);
    return {ring, 0, Formula::truth(), family.assumption.map_atoms([&](const Atom& atom) {
              return Formula::atom(atom.polynomial.in_ring(ring), atom.relation);
            })};
  }

  /// Uses an equation of the assumption that is linear in a parameter with a coefficient that cannot vanish.
  bool solve_an_equation(const SemialgebraicSet& family, const std::vector<Replaced>& replaced, int depth) {
    bool has_equation = false;
    for (const Formula& part : family.assumption.conjuncts()) {
      if (!part.is(Formula::Kind::atom) || part.as_atom().relation != Relation::equal) continue;
      has_equation = true;
      const Polynomial& p = part.as_atom().polynomial;
      for (std::size_t v : p.variables()) {
        if (p.degree(v) != 1) continue;
        const LinearForm form = linear_form(p, v);
        SemialgebraicSet degenerate = family;
        degenerate.assumption =
            Formula::conjunction({family.assumption, Formula::atom(form.coefficient, Relation::equal)});
        if (!parameters_impossible(degenerate)) continue;
        std::vector<Replaced> more = replaced;
        more.push_back({family.ring.name(v), -form.rest, form.coefficient});
        decide(replace_parameter(family, v, -form.rest, form.coefficient), more, depth + 1);
        return true;
      }
    }
    if (has_equation) undecided(family, replaced, "the equation on the parameters cannot be solved for one of them");
    return has_equation;
  }

  static SemialgebraicSet replace_parameter(const SemialgebraicSet& family, std::size_t v, const Polynomial& numerator,
                                            const Polynomial& denominator) {
    SemialgebraicSet both = family;
    both.formula = family.assumption;
    both.assumption = Formula::truth();
    const SemialgebraicSet assumption = substitute_quotient(both, v, numerator, denominator);
    SemialgebraicSet bare = family;
    bare.assumption = Formula::truth();
    SemialgebraicSet result = substitute_quotient(bare, v, numerator, denominator);
    const Formula defined = denominator.is_constant()
                                ? Formula::truth()
                                : Formula::atom(denominator.in_ring(result.ring), Relation::not_equal);
    result.assumption = Formula::conjunction({assumption.formula, defined});
    return result;
  }

  /// Where no reduction works for all parameters, it may after a parameter is known to be zero or not.
  bool split_on_a_parameter(const SemialgebraicSet& family, const std::vector<Replaced>& replaced, int depth) {
    const FactorFacts facts(family.assumption);
    for (std::size_t v = 0; v < family.parameter_count; ++v) {
      const Polynomial p = Polynomial::variable(family.ring, v);
      if (facts.never_zero(p)) continue;
      for (const Relation relation : {Relation::not_equal, Relation::equal})
        decide(assuming(family, Formula::atom(p, relation)), replaced, depth + 1);
      return true;
    }
    return false;
  }

  /// Where a parameter that is not zero makes an arrangement superfluous, the zero of that parameter is treated apart.
  bool split_off_plane_parts(const SemialgebraicSet& family, const std::vector<Replaced>& replaced, int depth) {
    const FactorFacts facts(family.assumption);
    for (std::size_t v = 0; v < family.parameter_count; ++v) {
      const Polynomial p = Polynomial::variable(family.ring, v);
      if (facts.never_zero(p)) continue;
      const ReducedSetPtr reduced = reduce(assuming(family, Formula::atom(p, Relation::not_equal)));
      if (has_plane_part(*reduced) || !outside_reason(*reduced).empty()) continue;
      for (const Relation relation : {Relation::not_equal, Relation::equal})
        decide(assuming(family, Formula::atom(p, relation)), replaced, depth + 1);
      return true;
    }
    return false;
  }

  static SemialgebraicSet assuming(SemialgebraicSet family, const Formula& condition) {
    family.assumption = Formula::conjunction({family.assumption, condition});
    return family;
  }

  /// Factors in the parameters alone that the walls projections of all leaves leave behind, and those of the
  /// assumption.
  static std::vector<Polynomial> parameter_polynomials(const SemialgebraicSet& family, const ReducedSet& reduced,
                                                       const PolynomialRing& ring) {
    std::vector<Polynomial> found;
    const auto add = [&](const Polynomial& p) {
      const Polynomial moved = p.in_ring(ring).primitive();
      if (std::find(found.begin(), found.end(), moved) == found.end()) found.push_back(moved);
    };
    const auto add_factors = [&](const Formula& formula) {
      for (const Atom& atom : formula.atoms())
        for (const auto& power : atom.polynomial.factor().powers) add(power.factor);
    };
    add_factors(family.assumption);
    for (const SemialgebraicSet& leaf : leaf_sets(reduced)) {
      std::vector<Polynomial> factors;
      for (const Atom& atom : leaf.formula.atoms())
        for (const auto& power : atom.polynomial.factor().powers)
          if (std::find(factors.begin(), factors.end(), power.factor) == factors.end()) factors.push_back(power.factor);
      const PolynomialRing order = best_order(leaf.ring, leaf.parameter_count, factors);
      const Projection projection = project(order, factors, ProjectionKind::walls);
      for (std::size_t k = 1; k <= leaf.parameter_count; ++k)
        for (const Projection::Factor& f : projection.level(k)) add(f.polynomial);
    }
    std::sort(found.begin(), found.end(),
              [](const Polynomial& a, const Polynomial& b) { return canonical_order(a, b) < 0; });
    return found;
  }

  void over_open_cells(const SemialgebraicSet& family, const ReducedSetPtr& reduced,
                       const std::vector<Replaced>& replaced, int depth) {
    const SemialgebraicSet space = parameter_space(family);
    const std::vector<Polynomial> polynomials = parameter_polynomials(family, *reduced, space.ring);
    const PolynomialRing order = best_order(space.ring, 0, polynomials);
    std::vector<Formula> generic;
    for (const Polynomial& p : polynomials) generic.push_back(Formula::atom(p.in_ring(order), Relation::not_equal));
    const OpenCondition condition(order, Formula::conjunction(generic));
    const Projection projection = project(order, condition.factors(), ProjectionKind::open_cells);
    const CellTree tree = lift_open_cells(projection, condition, options_.progress);
    std::vector<Polynomial> walls;
    for (std::size_t k = 1; k <= projection.levels(); ++k)
      for (const Projection::Factor& f : projection.level(k))
        walls.push_back(f.polynomial.in_ring(space.ring).primitive());
    log_parameters(space, walls, tree, depth);

    const std::size_t first_case = result_.cases.size();
    const std::size_t gaps_before = result_.undecided.size();
    for (std::int32_t cell : tree.leaves()) {
      const std::vector<Rational> ordered = tree.sample(cell, order.size());
      std::vector<Rational> values(space.ring.size());
      for (std::size_t i = 0; i < ordered.size(); ++i) values[*space.ring.index_of(order.name(i))] = ordered[i];
      if (!space.formula.holds_at(values)) continue;
      count_at(instantiate(*reduced, values), family, replaced, values, signs_of(walls, values));
    }
    if (result_.undecided.size() > gaps_before)
      result_.cases.erase(result_.cases.begin() + static_cast<std::ptrdiff_t>(first_case), result_.cases.end());
    else
      merge_cases(first_case, space, walls, replaced);
    over_walls(family, walls, replaced, depth);
  }

  static Formula signs_of(const std::vector<Polynomial>& polynomials, const std::vector<Rational>& values) {
    std::vector<Formula> parts;
    for (const Polynomial& p : polynomials)
      parts.push_back(Formula::atom(p, p.evaluate(values).sign() > 0 ? Relation::greater : Relation::less));
    return Formula::conjunction(parts);
  }

  void log_parameters(const SemialgebraicSet& space, const std::vector<Polynomial>& walls, const CellTree& tree,
                      int depth) {
    if (depth > 0) result_.log.push_back("on the part of the parameter space where " + space.formula.to_string() + ":");
    result_.log.push_back("parameter polynomials of all leaves, closed under projection:");
    for (const Polynomial& p : walls) result_.log.push_back("  " + p.to_string());
    result_.log.push_back(std::to_string(tree.leaves().size()) + " open parameter cells");
  }

  /// One case instead of many where all open cells have one count; else one case for each sign vector whose cells
  /// agree.
  void merge_cases(std::size_t first, const SemialgebraicSet& space, const std::vector<Polynomial>& walls,
                   const std::vector<Replaced>& replaced) {
    auto& cases = result_.cases;
    if (cases.size() <= first) return;
    const auto begin = cases.begin() + static_cast<std::ptrdiff_t>(first);
    const bool uniform =
        std::all_of(begin, cases.end(), [&](const FamilyCase& c) { return c.components == begin->components; });
    if (uniform) {
      std::vector<Formula> parts = replaced_conditions(replaced);
      parts.push_back(in_parameters(space.formula));
      for (const Polynomial& p : walls) parts.push_back(in_parameters(Formula::atom(p, Relation::not_equal)));
      begin->when = normalise(Formula::conjunction(parts));
      cases.erase(begin + 1, cases.end());
      return;
    }
    std::map<std::string, std::set<std::size_t>> counts;
    for (auto c = begin; c != cases.end(); ++c) counts[c->when.to_string()].insert(c->components);
    for (const auto& [when, values] : counts)
      if (values.size() > 1)
        result_.undecided.push_back(when +
                                    ": cells with these signs have different counts, which signs cannot tell apart");
    std::set<std::string> kept;
    std::vector<FamilyCase> distinct(cases.begin(), begin);
    for (auto c = begin; c != cases.end(); ++c)
      if (counts[c->when.to_string()].size() == 1 && kept.insert(c->when.to_string()).second) distinct.push_back(*c);
    cases = std::move(distinct);
  }

  /// Each wall in turn, without the walls before it.
  void over_walls(const SemialgebraicSet& family, const std::vector<Polynomial>& walls,
                  const std::vector<Replaced>& replaced, int depth) {
    std::vector<Formula> before;
    for (const Polynomial& wall : walls) {
      const Polynomial p = wall.in_ring(family.ring);
      std::vector<Formula> parts = before;
      parts.push_back(Formula::atom(p, Relation::equal));
      decide(assuming(family, Formula::conjunction(parts)), replaced, depth + 1);
      before.push_back(Formula::atom(p, Relation::not_equal));
    }
  }

  /// Adds the case of one parameter value; `values` in the order of the family's parameters.
  void count_at(const ReducedSetPtr& reduced, const SemialgebraicSet& family, const std::vector<Replaced>& replaced,
                const std::vector<Rational>& values, const Formula& signs) {
    try {
      const ComponentsPtr components = count_components(reduced, options_);
      std::vector<Formula> parts = replaced_conditions(replaced);
      parts.push_back(in_parameters(signs));
      result_.cases.push_back({Formula::conjunction(parts), components->count(),
                               parameter_values(family, replaced, values), reduced, components});
    } catch (const Undecided& reason) {
      undecided(family, replaced, reason.what());
    }
  }

  /// Values of the original parameters from those that are left.
  std::vector<Rational> parameter_values(const SemialgebraicSet& family, const std::vector<Replaced>& replaced,
                                         const std::vector<Rational>& values) const {
    std::map<std::string, Rational> known;
    for (std::size_t i = 0; i < values.size(); ++i) known[family.ring.name(i)] = values[i];
    for (std::size_t r = replaced.size(); r-- > 0;) {
      const PolynomialRing& ring = replaced[r].numerator.ring();
      std::vector<Rational> point;
      for (const std::string& name : ring.names()) point.push_back(known.count(name) != 0 ? known[name] : Rational(0));
      known[replaced[r].name] = replaced[r].numerator.evaluate(point) / replaced[r].denominator.evaluate(point);
    }
    std::vector<Rational> result;
    for (const std::string& name : result_.parameter_ring.names()) result.push_back(known[name]);
    return result;
  }

  Formula in_parameters(const Formula& formula) const {
    return formula.map_atoms([&](const Atom& atom) {
      return Formula::atom(atom.polynomial.in_ring(result_.parameter_ring), atom.relation);
    });
  }

  /// The equations by which parameters were replaced.
  std::vector<Formula> replaced_conditions(const std::vector<Replaced>& replaced) const {
    std::vector<Formula> parts;
    for (const Replaced& r : replaced) {
      const Polynomial p =
          r.denominator * Polynomial::variable(r.denominator.ring(), *r.denominator.ring().index_of(r.name)) -
          r.numerator;
      parts.push_back(in_parameters(Formula::atom(p, Relation::equal)));
    }
    return parts;
  }

  void undecided(const SemialgebraicSet& family, const std::vector<Replaced>& replaced, const std::string& reason) {
    std::vector<Formula> parts = replaced_conditions(replaced);
    parts.push_back(in_parameters(family.assumption));
    const Formula where = Formula::conjunction(parts);
    result_.undecided.push_back(where.is(Formula::Kind::truth) ? reason : where.to_string() + ": " + reason);
  }

  const CountOptions& options_;
  FamilyCount result_;
};

}  // namespace

std::optional<std::size_t> FamilyCount::common() const {
  if (cases.empty() || !undecided.empty()) return std::nullopt;
  for (const FamilyCase& c : cases)
    if (c.components != cases.front().components) return std::nullopt;
  return cases.front().components;
}

FamilyCount count_family(const SemialgebraicSet& family, const CountOptions& options) {
  const std::vector<std::string> names(
      family.ring.names().begin(), family.ring.names().begin() + static_cast<std::ptrdiff_t>(family.parameter_count));
  return FamilyCounter(PolynomialRing(names), options).run(family);
}

}  // namespace isthmus
