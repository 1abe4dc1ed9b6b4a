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
      images.push_back(i < orbit_.parameter_count ? Polynomial::variable(ring_, i)
                                                  : coordinate(i - orbit_.parameter_count));
    }
    return orbit_.formula.map_atoms(
        [&](const Atom& a) { return Formula::atom(a.polynomial.compose(images, ring_), a.relation); });
  }

 private:
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

/// Pairs for which one choice of candidates is wrong.
OrbitException wrong_candidates(const PairSpace& space, const std::vector<Candidate>& choice, const Formula& pairs) {
  std::vector<Formula> right{space.group()};
  for (std::size_t i = 0; i < space.coordinates(); ++i) {
    right.push_back(Formula::atom(space.image(i) - space.y(i), Relation::equal));
  }
  std::vector<Formula> parts{pairs, Formula::conjunction(right).negated()};
  bool forced = true;
  for (const Candidate& candidate : choice) {
    parts.push_back(candidate.where);
    forced = forced && candidate.forced;
  }
  SemialgebraicSet set{space.ring(), 0, Formula::truth(), Formula::conjunction(parts)};
  for (std::size_t j = choice.size(); j-- > 0;) {
    set = substitute_quotient(set, space.group_variable(j), (-choice[j].form.rest).in_ring(set.ring),
                              choice[j].form.coefficient.in_ring(set.ring));
  }
  return {std::move(set), forced};
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
  for (const auto& choice : all_choices(space)) {
    result.not_transitive.push_back(wrong_candidates(space, choice, pairs));
  }
  return result;
}

}  // namespace isthmus
