#include "prove/group_action.hpp"

#include "exact/error.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {
namespace {

/// The variables of a pair (x, y) of points of one orbit: parameters, x, y with other names, and the group.
class PairSpace {
 public:
  PairSpace(const OrbitComponents::Action& action, const SemialgebraicSet& orbit)
      : action_(action), orbit_(orbit), ring_(names(action, orbit)) {}

  std::size_t group_size() const { return action_.group.ring.size(); }
  std::size_t coordinates() const { return orbit_.dimension(); }
  const PolynomialRing& ring() const { return ring_; }
  std::size_t group_variable(std::size_t j) const { return orbit_.ring.size() + coordinates() + j; }
  /// Without the group; without the images.
  PolynomialRing pair_ring() const { return without(group_variable(0), ring_.size()); }
  PolynomialRing moving_ring() const { return without(orbit_.ring.size(), group_variable(0)); }
  Polynomial x(std::size_t i) const { return Polynomial::variable(ring_, orbit_.parameter_count + i); }
  Polynomial y(std::size_t i) const { return Polynomial::variable(ring_, orbit_.ring.size() + i); }
  Polynomial image(std::size_t i) const { return action_.images[i].in_ring(ring_); }
  Formula group() const { return in_ring(action_.group.formula, ring_); }
  Formula assumption() const { return in_ring(orbit_.assumption, ring_); }

  /// The formula of the orbit at a point given by one polynomial per coordinate.
  template <class F>
  Formula orbit_at(F&& coordinate) const {
    std::vector<Polynomial> images;
    for (std::size_t i = 0; i < orbit_.ring.size(); ++i) {
      images.push_back(i < orbit_.parameter_count ? Polynomial::variable(ring_, i)
                                                  : coordinate(i - orbit_.parameter_count));
    }
    return orbit_.formula.map_atoms(
        [&](const Atom& a) { return Formula::atom(a.polynomial.compose(images, ring_), a.relation); });
  }

 private:
  PolynomialRing without(std::size_t begin, std::size_t end) const {
    std::vector<std::string> kept = ring_.names();
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(begin), kept.begin() + static_cast<std::ptrdiff_t>(end));
    return PolynomialRing(kept);
  }

  static PolynomialRing names(const OrbitComponents::Action& action, const SemialgebraicSet& orbit) {
    std::vector<std::string> all = orbit.ring.names();
    const auto taken = [&](const std::string& name) {
      return orbit.ring.index_of(name) || action.group.ring.index_of(name);
    };
    for (std::size_t i = orbit.parameter_count; i < orbit.ring.size(); ++i) {
      std::string name = orbit.ring.name(i) + "_image";
      while (taken(name)) name += "_";
      all.push_back(name);
    }
    for (const std::string& name : action.group.ring.names()) all.push_back(name);
    return PolynomialRing(all);
  }

  const OrbitComponents::Action& action_;
  const SemialgebraicSet& orbit_;
  PolynomialRing ring_;
};

/// A value of one group variable, and the pairs for which it is taken.
struct Candidate {
  LinearForm form;  ///< coefficient * g_j + rest = 0
  Formula where;
  bool forced;  ///< no other value leads from x to y
};

std::vector<Candidate> candidates_for(const PairSpace& space, std::size_t j) {
  std::vector<Candidate> candidates;
  std::vector<Formula> none;
  const std::size_t v = space.group_variable(j);
  for (std::size_t i = 0; i < space.coordinates(); ++i) {
    const Polynomial equation = space.image(i) - space.y(i);
    if (!equation.depends_on(v)) continue;
    bool others = false;
    for (std::size_t k = 0; k < space.group_size(); ++k) {
      others = others || (k != j && equation.depends_on(space.group_variable(k)));
    }
    if (others || equation.degree(v) > 1) {
      throw Undecided("an image is not linear in the group variable " + space.ring().name(v) + " alone");
    }
    const LinearForm form = linear_form(equation, v);
    candidates.push_back({form, Formula::atom(form.coefficient, Relation::not_equal), true});
    none.push_back(Formula::atom(form.coefficient, Relation::equal));
  }
  const Polynomial one(space.ring(), Rational(1));
  candidates.push_back({{one, -one}, Formula::conjunction(none), false});
  return candidates;
}

/// All choices of one candidate per group variable.
std::vector<std::vector<Candidate>> all_choices(const PairSpace& space) {
  std::vector<std::vector<Candidate>> choices{{}};
  for (std::size_t j = 0; j < space.group_size(); ++j) {
    std::vector<std::vector<Candidate>> longer;
    for (const auto& choice : choices) {
      for (const Candidate& candidate : candidates_for(space, j)) {
        longer.push_back(choice);
        longer.back().push_back(candidate);
      }
    }
    choices = std::move(longer);
  }
  return choices;
}

SemialgebraicSet plain_set(const PolynomialRing& ring, const std::vector<Formula>& parts) {
  return {ring, 0, Formula::truth(), in_ring(Formula::conjunction(parts), ring)};
}

/// One candidate for each variable of the group, and the pairs for which they are wrong. `pairs`: both points in the
/// orbit.
ElementChoice choice_of(const PairSpace& space, const std::vector<Candidate>& candidates, const Formula& pairs) {
  const PolynomialRing ring = space.pair_ring();
  std::vector<Formula> where;
  std::vector<Formula> undefined;
  std::vector<TransitiveElement::Quotient> element;
  bool forced = true;
  for (const Candidate& candidate : candidates) {
    where.push_back(candidate.where);
    element.push_back({(-candidate.form.rest).in_ring(ring), candidate.form.coefficient.in_ring(ring)});
    undefined.push_back(Formula::atom(element.back().denominator, Relation::equal));
    forced = forced && candidate.forced;
  }
  std::vector<Formula> right{space.group()};
  for (std::size_t i = 0; i < space.coordinates(); ++i) {
    right.push_back(Formula::atom(space.image(i) - space.y(i), Relation::equal));
  }
  const Formula when = Formula::conjunction(where);
  SemialgebraicSet wrong = plain_set(space.ring(), {pairs, when, Formula::conjunction(right).negated()});
  for (std::size_t j = candidates.size(); j-- > 0;) {
    wrong = substitute_quotient(wrong, space.group_variable(j), element[j].numerator.in_ring(wrong.ring),
                                element[j].denominator.in_ring(wrong.ring));
  }
  const SemialgebraicSet zero = plain_set(ring, {pairs, when, in_ring(Formula::disjunction(undefined), ring)});
  return {in_ring(when, ring), std::move(element), std::move(wrong), zero, forced};
}

}  // namespace

Formula in_ring(const Formula& formula, const PolynomialRing& ring) {
  return formula.map_atoms([&](const Atom& a) { return Formula::atom(a.polynomial.in_ring(ring), a.relation); });
}

ActionConditions action_conditions(const OrbitComponents::Action& action, const SemialgebraicSet& orbit) {
  const PairSpace space(action, orbit);
  const Formula at_x = space.orbit_at([&](std::size_t i) { return space.x(i); });
  const Formula at_y = space.orbit_at([&](std::size_t i) { return space.y(i); });
  const Formula at_image = space.orbit_at([&](std::size_t i) { return space.image(i); });
  const Formula pairs = Formula::conjunction({space.assumption(), at_x, at_y});
  std::vector<ElementChoice> choices;
  std::vector<Formula> none{pairs};
  for (const auto& candidates : all_choices(space)) {
    choices.push_back(choice_of(space, candidates, pairs));
    none.push_back(in_ring(choices.back().when.negated(), space.ring()));
  }
  return {plain_set(space.moving_ring(), {space.assumption(), space.group(), at_x, at_image.negated()}),
          std::move(choices), plain_set(space.pair_ring(), none)};
}

}  // namespace isthmus
