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
      images.push_back(i < orbit_.parameter_count ? Polynomial::variable(ring_, i) : coordinate(i - orbit_.parameter_count));
    }
    return orbit_.formula.map_atoms(
        [&](const Atom& a) { return Formula::atom(a.polynomial.compose(images, ring_), a.relation); });
  }

 private:
  static PolynomialRing names(const OrbitComponents::Action& action, const SemialgebraicSet& orbit) {
    std::vector<std::string> all = orbit.ring.names();
    const auto taken = [&](const std::string& name) { return orbit.ring.index_of(name) || action.group.ring.index_of(name); };
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

/// The equations that give one group variable.
std::vector<LinearForm> equations_for(const PairSpace& space, std::size_t j) {
  std::vector<LinearForm> forms;
  const std::size_t v = space.group_variable(j);
  for (std::size_t i = 0; i < space.coordinates(); ++i) {
    const Polynomial equation = space.image(i) - space.y(i);
    bool others = false;
    for (std::size_t k = 0; k < space.group_size(); ++k) others = others || (k != j && equation.depends_on(space.group_variable(k)));
    if (!others && equation.degree(v) == 1) forms.push_back(linear_form(equation, v));
  }
  if (forms.empty()) throw Undecided("no image is linear in the group variable " + space.ring().name(v) + " alone");
  return forms;
}

/// All choices of one equation per group variable.
std::vector<std::vector<LinearForm>> all_choices(const PairSpace& space) {
  std::vector<std::vector<LinearForm>> choices{{}};
  for (std::size_t j = 0; j < space.group_size(); ++j) {
    std::vector<std::vector<LinearForm>> longer;
    for (const auto& choice : choices) {
      for (const LinearForm& form : equations_for(space, j)) {
        longer.push_back(choice);
        longer.back().push_back(form);
      }
    }
    choices = std::move(longer);
  }
  return choices;
}

/// Pairs for which the candidate of one choice of equations exists and is wrong.
SemialgebraicSet wrong_candidates(const PairSpace& space, const std::vector<LinearForm>& choice, const Formula& pairs) {
  std::vector<Formula> right{space.group()};
  for (std::size_t i = 0; i < space.coordinates(); ++i) {
    right.push_back(Formula::atom(space.image(i) - space.y(i), Relation::equal));
  }
  std::vector<Formula> parts{pairs, Formula::conjunction(right).negated()};
  for (const LinearForm& form : choice) parts.push_back(Formula::atom(form.coefficient, Relation::not_equal));
  SemialgebraicSet set{space.ring(), 0, Formula::truth(), Formula::conjunction(parts)};
  for (std::size_t j = choice.size(); j-- > 0;) {
    set = substitute_quotient(set, space.group_variable(j), (-choice[j].rest).in_ring(set.ring),
                              choice[j].coefficient.in_ring(set.ring));
  }
  return set;
}

SemialgebraicSet without_group(const PairSpace& space, const Formula& formula) {
  const auto& names = space.ring().names();
  const PolynomialRing ring({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(space.group_variable(0))});
  return {ring, 0, Formula::truth(), in_ring(formula, ring)};
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
  std::vector<std::string> kept(space.ring().names());
  kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(orbit.ring.size()),
             kept.begin() + static_cast<std::ptrdiff_t>(space.group_variable(0)));
  const PolynomialRing moving(kept);
  ActionConditions result{
      {moving, 0, Formula::truth(),
       in_ring(Formula::conjunction({space.assumption(), space.group(), at_x, at_image.negated()}), moving)},
      {}};
  const Formula pairs = Formula::conjunction({space.assumption(), at_x, at_y});
  std::vector<Formula> uncharted{pairs};
  for (const auto& choice : all_choices(space)) {
    Polynomial product(space.ring(), Rational(1));
    for (const LinearForm& form : choice) product *= form.coefficient;
    uncharted.push_back(Formula::atom(product, Relation::equal));
    result.not_transitive.push_back({"the group element that the equations give leads from x to y",
                                     wrong_candidates(space, choice, pairs)});
  }
  result.not_transitive.insert(
      result.not_transitive.begin(),
      {"for any two points of the orbit the equations give a group element",
       without_group(space, Formula::conjunction(uncharted))});
  return result;
}

}  // namespace isthmus
