#include "connect/family_walls.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "connect/parameter_space.hpp"
#include "decompose/variable_order.hpp"
#include "exact/error.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

Formula in_ring(const Formula& formula, const PolynomialRing& ring) {
  return formula.map_atoms(
      [&](const Atom& atom) { return Formula::atom(atom.polynomial.in_ring(ring), atom.relation); });
}

bool mentions(const Formula& formula, std::size_t variable) {
  const std::vector<Atom> atoms = formula.atoms();
  return std::any_of(atoms.begin(), atoms.end(),
                     [&](const Atom& atom) { return atom.polynomial.depends_on(variable); });
}

/// Those components of a set in which the first coordinate is this number; on the others it is another one.
class OverRoot : public Components {
 public:
  /// `over`: their numbers among all components.
  OverRoot(ComponentsPtr all, RealRoot root, std::vector<std::size_t> over)
      : all_(std::move(all)), root_(std::move(root)), over_(std::move(over)) {}

  std::size_t count() const override { return over_.size(); }
  AlgebraicPoint sample(std::size_t i) const override { return without_root(all_->sample(over_.at(i))); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    return without_root(all_->another_sample(over_.at(i), attempt));
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    return number_of(all_->component_at(with_root(point)));
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    const auto component = all_->located(with_root(point));
    if (!component) return std::nullopt;
    return number_of(*component);
  }
  std::vector<ComponentsPtr> parts() const override { return {all_}; }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override {
    throw Undecided("no path is built at an irrational value of a parameter");
  }
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override { all_->describe(lines, indent); }

 private:
  AlgebraicPoint with_root(AlgebraicPoint point) const {
    point.insert(point.begin(), root_);
    return point;
  }
  static AlgebraicPoint without_root(AlgebraicPoint point) {
    point.erase(point.begin());
    return point;
  }

  std::size_t number_of(std::size_t component) const {
    const auto found = std::find(over_.begin(), over_.end(), component);
    ensure(found != over_.end(), "a point lies in a component over another root than its own");
    return static_cast<std::size_t>(found - over_.begin());
  }

  ComponentsPtr all_;
  RealRoot root_;
  std::vector<std::size_t> over_;
};

/// The components over all roots of an equation that are no rational numbers.
struct OverRoots {
  ReducedSetPtr reduced;
  ComponentsPtr components;
  std::vector<RealRoot> roots;  ///< for each component the one over which it lies
};

class WallCounter {
 public:
  WallCounter(const WallFamily& wall, const CountOptions& options)
      : wall_(wall), options_(options), parameter_(wall.set.parameter_count), others_(parameter_space(wall.set)) {
    for (Polynomial p = wall_.equation; p.depends_on(parameter_); p = p.derivative(parameter_).primitive())
      if (!p.is_constant()) derivatives_.push_back(p);
    derivatives_.erase(derivatives_.begin());
  }

  WallCount run() {
    if (wall_.set.parameter_count == 0) {
      over({});
    } else {
      over_cells();
    }
    tell_roots_apart();
    return std::move(result_);
  }

 private:
  /// One cell of the other parameters after the other, over which the roots are ordered and each has its number of
  /// components.
  void over_cells() {
    const ReducedSetPtr reduced = reduce(wall_.set);
    const std::string outside = outside_reason(*reduced);
    if (!outside.empty()) throw Undecided(outside);
    std::vector<Polynomial> polynomials = parameter_polynomials(wall_.set, *reduced, delineate_leaves(*reduced));
    for (Polynomial& p : delineating_roots()) polynomials.push_back(std::move(p));
    const PolynomialRing order = best_order(others_.ring, 0, polynomials);
    std::vector<Formula> generic;
    for (const Polynomial& p : polynomials) generic.push_back(Formula::atom(p.in_ring(order), Relation::not_equal));
    const OpenCondition condition(order, Formula::conjunction(generic));
    const Projection projection = project(order, condition.factors(), ProjectionKind::open_cells);
    for (std::size_t k = 1; k <= projection.levels(); ++k)
      for (const Projection::Factor& f : projection.level(k))
        result_.walls.push_back(f.polynomial.in_ring(others_.ring).primitive());
    const CellTree tree = lift_open_cells(projection, condition, options_.progress);
    for (const std::int32_t cell : tree.leaves()) {
      const std::vector<Rational> ordered = tree.sample(cell, order.size());
      std::vector<Rational> values(order.size());
      for (std::size_t i = 0; i < ordered.size(); ++i) values[*others_.ring.index_of(order.name(i))] = ordered[i];
      if (others_.formula.holds_at(values)) over(values);
    }
  }

  /// Polynomials in the other parameters such that off their zeros the roots of the equation, of its derivatives and of
  /// the conditions on the parameter do not meet.
  std::vector<Polynomial> delineating_roots() const {
    std::vector<std::string> names = others_.ring.names();
    names.push_back(wall_.set.ring.name(parameter_));
    const PolynomialRing ring(names);
    std::vector<Formula> nonzero;
    const auto add = [&](const Polynomial& p) {
      nonzero.push_back(Formula::atom(p.in_ring(ring), Relation::not_equal));
    };
    add(wall_.equation);
    for (const Polynomial& p : derivatives_) add(p);
    for (const Atom& atom : wall_.on_parameter.atoms()) add(atom.polynomial);
    const OpenCondition condition(ring, Formula::conjunction(nonzero));
    const Projection projection = project(ring, condition.factors(), ProjectionKind::open_cells);
    std::vector<Polynomial> found;
    for (std::size_t k = 1; k < projection.levels(); ++k)
      for (const Projection::Factor& f : projection.level(k)) found.push_back(f.polynomial.in_ring(others_.ring));
    return found;
  }

  void over(const std::vector<Rational>& others) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < others.size(); ++i) indices.push_back(i);
    const SemialgebraicSet fibre = specialise(wall_.set, indices, others);
    Polynomial equation = wall_.equation;
    for (std::size_t i = 0; i < others.size(); ++i) equation = equation.substitute(i, others[i]);
    ensure(equation.depends_on(parameter_), "an equation loses its leading coefficient over an open cell");
    std::optional<OverRoots> irrational;
    for (const RealRoot& root : isolate_real_roots(equation.to_univariate(parameter_)))
      at(others, root, fibre, irrational);
  }

  /// `irrational`: what was found out over other roots of the same fibre.
  void at(const std::vector<Rational>& others, const RealRoot& root, const SemialgebraicSet& fibre,
          std::optional<OverRoots>& irrational) {
    AlgebraicPoint point = to_algebraic(others);
    point.push_back(root);
    const auto sign = [&](const Polynomial& p) { return sign_at(p.in_ring(parameters()), point); };
    const bool inside = wall_.on_parameter.evaluate([&](const Atom& atom) {
      return holds(atom.relation, sign(atom.polynomial)) ? Truth::yes : Truth::no;
    }) == Truth::yes;
    if (!inside) return;
    std::vector<Formula> when;
    const auto add_sign = [&](std::vector<Formula>& list, const Polynomial& p) {
      const int s = sign(p);
      list.push_back(Formula::atom(p, s == 0 ? Relation::equal : s > 0 ? Relation::greater : Relation::less));
    };
    for (const Polynomial& p : result_.walls) add_sign(when, p.in_ring(wall_.set.ring));
    std::vector<Formula> which;
    for (const Polynomial& p : derivatives_) add_sign(which, p);
    roots_.push_back(Formula::conjunction(which));
    if (root.is_point()) {
      const Polynomial distance = Polynomial::variable(fibre.ring, 0) - Polynomial(fibre.ring, root.lower());
      ReducedSetPtr reduced = reduce(with_condition(fibre, Formula::atom(distance, Relation::equal)));
      const ComponentsPtr all = count_components(reduced, options_);
      std::vector<std::size_t> over(all->count());
      std::iota(over.begin(), over.end(), std::size_t{0});
      add_case(others, when, std::move(reduced), std::make_shared<OverRoot>(all, root, std::move(over)));
      return;
    }
    if (!irrational) irrational = over_irrational_roots(fibre, root);
    std::vector<std::size_t> over;
    for (std::size_t i = 0; i < irrational->roots.size(); ++i)
      if (irrational->roots[i] == root) over.push_back(i);
    add_case(others, when, irrational->reduced,
             std::make_shared<OverRoot>(irrational->components, root, std::move(over)));
  }

  void add_case(const std::vector<Rational>& others, const std::vector<Formula>& when, ReducedSetPtr reduced,
                ComponentsPtr components) {
    result_.cases.push_back({others, Formula::conjunction(when), std::move(reduced), std::move(components)});
  }

  /// All at once: as the parameter is constant on each component, a sample tells which root it lies over, and no
  /// condition has to single the root out.
  OverRoots over_irrational_roots(const SemialgebraicSet& fibre, const RealRoot& root) const {
    OverRoots result{reduce(fibre), nullptr, {}};
    require_affordable(*result.reduced, root);
    result.components = count_components(result.reduced, options_);
    for (std::size_t i = 0; i < result.components->count(); ++i)
      result.roots.push_back(result.components->sample(i).front());
    return result;
  }

  /// Thin neighbourhoods and cells of space with one more coordinate do not come to an end in useful time where several
  /// polynomials take part.
  static void require_affordable(const ReducedSet& reduced, const RealRoot& root) {
    constexpr std::size_t most_nonlinear = 2;
    for (const ReducedSet* leaf : leaves(reduced)) {
      if (!std::holds_alternative<ThickenedPart>(leaf->part) && !std::holds_alternative<SpacePart>(leaf->part))
        continue;
      const std::vector<Atom> atoms = leaf->set.formula.atoms();
      const auto nonlinear = std::count_if(atoms.begin(), atoms.end(),
                                           [](const Atom& atom) { return atom.polynomial.total_degree() > 1; });
      if (static_cast<std::size_t>(nonlinear) > most_nonlinear)
        throw Undecided("over the irrational parameter value " + root.to_string() +
                        " the set would be counted by thin neighbourhoods or cells of space, which takes too long");
    }
  }

  PolynomialRing parameters() const {
    std::vector<std::string> names = others_.ring.names();
    names.push_back(wall_.set.ring.name(parameter_));
    return PolynomialRing(names);
  }

  /// Where cells with the same signs have different counts, or not all roots satisfy the assumption alike, the signs of
  /// the derivatives name the root (Thom's lemma).
  void tell_roots_apart() {
    std::map<std::string, std::size_t> counts;
    bool different = false;
    for (const WallCase& each : result_.cases) {
      const std::size_t count = each.components->count();
      different = different || counts.emplace(each.when.to_string(), count).first->second != count;
    }
    if (!different) return;
    for (std::size_t i = 0; i < roots_.size(); ++i)
      result_.cases[i].when = Formula::conjunction({result_.cases[i].when, roots_[i]});
  }

  const WallFamily& wall_;
  const CountOptions& options_;
  std::size_t parameter_;  ///< index in the ring of the set
  SemialgebraicSet others_;
  std::vector<Polynomial> derivatives_;
  std::vector<Formula> roots_;  ///< for each case
  WallCount result_;
};

}  // namespace

std::optional<WallFamily> wall_family(const SemialgebraicSet& family) {
  std::vector<Polynomial> equations;
  for (const Formula& part : family.assumption.conjuncts())
    if (part.is(Formula::Kind::atom) && part.as_atom().relation == Relation::equal)
      equations.push_back(part.as_atom().polynomial);
  if (equations.size() != 1 || equations.front().factor().powers.size() != 1) return std::nullopt;
  const Polynomial& equation = equations.front();
  std::size_t parameter = equation.variables().front();
  for (const std::size_t v : equation.variables())
    if (equation.degree(v) < equation.degree(parameter)) parameter = v;
  std::vector<std::string> names = family.ring.names();
  const std::string name = names[parameter];
  names.erase(names.begin() + static_cast<std::ptrdiff_t>(parameter));
  const std::size_t others = family.parameter_count - 1;
  names.insert(names.begin() + static_cast<std::ptrdiff_t>(others), name);
  const PolynomialRing ring(names);
  std::vector<Formula> assumption;
  std::vector<Formula> on_parameter;
  for (const Formula& part : family.assumption.conjuncts())
    (mentions(part, parameter) ? on_parameter : assumption).push_back(in_ring(part, ring));
  const Formula moved = Formula::conjunction(on_parameter);
  return WallFamily{
      {ring, others, Formula::conjunction(assumption),
       Formula::conjunction({Formula::atom(equation.in_ring(ring), Relation::equal), in_ring(family.formula, ring)})},
      equation.in_ring(ring),
      moved};
}

WallCount count_on_wall(const WallFamily& wall, const CountOptions& options) {
  return WallCounter(wall, options).run();
}

}  // namespace isthmus
