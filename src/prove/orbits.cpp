#include <algorithm>

#include "exact/error.hpp"
#include "prove/counted_set.hpp"
#include "prove/emptiness_decision.hpp"
#include "prove/group_action.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

class OrbitProver {
 public:
  OrbitProver(const OrbitComponents& claim, ProofBuilder& builder, const Progress& progress)
      : claim_(claim), builder_(builder), progress_(progress), counter_(builder, progress) {}

  Finding decide() {
    for (const CountedSet& orbit : claim_.orbits) {
      require_empty("{" + orbit.text + "} is a part of the set", outside_of_set(orbit.set));
    }
    require_empty("the pieces cover the set", uncovered(), !has_parameters());
    if (claim_.action) {
      for (const CountedSet& orbit : claim_.orbits) require_orbit(orbit);
    } else {
      require_disjoint();
    }
    if (refutation_) return *refutation_;
    for (const CountedSet& orbit : claim_.orbits) {
      const Finding finding = decide_counted_set(orbit, counter_);
      if (finding.verdict != Verdict::proved) return finding;
    }
    return decide_counted_set(claim_.set, counter_);
  }

 private:
  void require_empty(const std::string& what, const SemialgebraicSet& exceptions, bool refutes = true) {
    if (refutation_) return;
    const SemialgebraicSet flat{exceptions.ring, 0, Formula::truth(),
                                Formula::conjunction({exceptions.assumption, exceptions.formula})};
    const EmptinessDecision decision = decide_emptiness(flat, progress_);
    std::vector<std::string> lines{what + ", since this set is empty:", to_string(flat)};
    if (decision.nonempty == Truth::no) {
      lines.insert(lines.end(), decision.lines.begin(), decision.lines.end());
      builder_.rest_on(decision.theorems);
      return builder_.step("no-exception", lines);
    }
    if (decision.nonempty == Truth::unknown || !refutes) throw Undecided("not shown: " + what);
    std::vector<std::string> witness{"not true: " + what};
    if (decision.point) witness.push_back("at " + to_string(to_algebraic(*decision.point), exceptions.ring));
    refutation_ = found_refuted(witness);
  }

  bool has_parameters() const {
    return std::any_of(claim_.orbits.begin(), claim_.orbits.end(),
                       [](const CountedSet& orbit) { return orbit.set.parameter_count > 0; });
  }

  static SemialgebraicSet with(SemialgebraicSet set, const Formula& formula) {
    set.formula = Formula::conjunction({set.formula, formula});
    return set;
  }

  SemialgebraicSet outside_of_set(const SemialgebraicSet& orbit) const {
    return with(orbit, in_ring(claim_.set.set.formula, orbit.ring).negated());
  }

  /// Points of the set in no orbit; an orbit with parameters is looked for among those through the point itself.
  SemialgebraicSet uncovered() const {
    SemialgebraicSet result = claim_.set.set;
    for (const CountedSet& orbit : claim_.orbits) result = with(result, through_point(orbit.set).negated());
    return result;
  }

  /// assumption(x) and formula(x, x): the orbit whose parameters are the coordinates of the point.
  Formula through_point(const SemialgebraicSet& orbit) const {
    const PolynomialRing& ring = claim_.set.set.ring;
    if (orbit.parameter_count == 0) return in_ring(orbit.formula, ring);
    if (orbit.parameter_count != ring.size()) {
      throw Undecided("an orbit has parameters that are not one for each coordinate of the set");
    }
    std::vector<Polynomial> images;
    for (std::size_t i = 0; i < orbit.ring.size(); ++i) images.push_back(Polynomial::variable(ring, i % ring.size()));
    const auto at_point = [&](const Formula& formula) {
      return formula.map_atoms(
          [&](const Atom& a) { return Formula::atom(a.polynomial.compose(images, ring), a.relation); });
    };
    return Formula::conjunction({at_point(orbit.assumption), at_point(orbit.formula)});
  }

  void require_orbit(const CountedSet& orbit) {
    const ActionConditions conditions = action_conditions(*claim_.action, orbit.set);
    require_empty("the group maps {" + orbit.text + "} into itself", conditions.leaves_orbit);
    for (const OrbitException& each : conditions.not_transitive) {
      require_empty("an element of the group leads from x to y, for any two points of {" + orbit.text + "}", each.set,
                    each.refutes);
    }
  }

  void require_disjoint() {
    for (std::size_t i = 0; i < claim_.orbits.size(); ++i) {
      const SemialgebraicSet& first = claim_.orbits[i].set;
      if (first.parameter_count > 0) throw Undecided("pieces with parameters, and no group that makes them orbits");
      for (std::size_t j = 0; j < i; ++j) {
        require_empty("two pieces are disjoint", with(first, in_ring(claim_.orbits[j].set.formula, first.ring)));
      }
    }
  }

  const OrbitComponents& claim_;
  ProofBuilder& builder_;
  const Progress& progress_;
  SetCounter counter_;
  std::optional<Finding> refutation_;
};

}  // namespace

Proof prove_orbit_components(const OrbitComponents& claim, const Progress& progress) {
  ProofBuilder builder;
  return builder.over_instances({""}, Scope::all,
                                [&](std::size_t) { return OrbitProver(claim, builder, progress).decide(); });
}

}  // namespace isthmus
