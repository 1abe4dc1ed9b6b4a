#include <algorithm>

#include "exact/error.hpp"
#include "prove/counted_set.hpp"
#include "prove/emptiness_decision.hpp"
#include "prove/group_action.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

/// A point that a claim about orbits says there is none of.
struct Exception {
  std::string what;
  std::string at;
};

class OrbitProver {
 public:
  OrbitProver(const OrbitComponents& claim, ProofBuilder& builder, const Progress& progress)
      : claim_(claim), builder_(builder), progress_(progress), counter_(builder, progress) {}

  Finding decide() {
    try {
      return decide_orbits();
    } catch (const Exception& found) {
      return found_refuted({"not true: " + found.what, "at " + found.at}, {});
    }
  }

 private:
  Finding decide_orbits() {
    std::vector<OrbitProof> proofs;
    for (const CountedSet& orbit : claim_.orbits) {
      proofs.push_back({shown("{" + orbit.text + "} is a part of the set", outside_of_set(orbit.set)),
                        choice_of(orbit.set), {}, {}, {}});
    }
    Emptiness cover = shown("the pieces cover the set", uncovered(), !has_parameters());
    for (std::size_t i = 0; claim_.action && i < proofs.size(); ++i) show_orbit(claim_.orbits[i], proofs[i]);
    std::vector<Emptiness> disjoint = show_disjoint();
    std::vector<OrbitEvidence::Orbit> orbits;
    for (std::size_t i = 0; i < claim_.orbits.size(); ++i) {
      Finding finding = decide_counted_set(claim_.orbits[i], i, counter_);
      if (finding.verdict != Verdict::proved) return finding;
      orbits.push_back({std::get<SetEvidence>(std::move(finding.evidence)), std::move(proofs[i])});
    }
    Finding finding = decide_counted_set(claim_.set, {}, counter_);
    if (finding.verdict != Verdict::proved) return finding;
    return found_proved(OrbitEvidence{std::get<SetEvidence>(std::move(finding.evidence)).counted, std::move(orbits),
                                      std::move(cover), std::move(disjoint)});
  }

  /// Shows that there are no exceptions. Throws Undecided, or an Exception if there is one that refutes the claim.
  Emptiness shown(const std::string& what, const SemialgebraicSet& exceptions, bool refutes = true) {
    const SemialgebraicSet flat = with_parameters_as_coordinates(exceptions);
    EmptinessDecision decision = decide_emptiness(flat, progress_);
    std::vector<std::string> lines{what + ", since this set is empty:", to_string(flat)};
    if (decision.nonempty == Truth::no) {
      lines.insert(lines.end(), decision.lines.begin(), decision.lines.end());
      builder_.rest_on(decision.theorems);
      builder_.step("no-exception", lines);
      return std::move(*decision.empty);
    }
    if (decision.nonempty == Truth::unknown || !refutes || !decision.point) throw Undecided("not shown: " + what);
    throw Exception{what, to_string(to_algebraic(*decision.point), exceptions.ring)};
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

  /// The parameters of the orbit through a point of the set: its coordinates.
  std::vector<Polynomial> choice_of(const SemialgebraicSet& orbit) const {
    const PolynomialRing& ring = claim_.set.set.ring;
    if (orbit.parameter_count == 0) return {};
    if (orbit.parameter_count != ring.size())
      throw Undecided("an orbit has parameters that are not one for each coordinate of the set");
    std::vector<Polynomial> choice;
    for (std::size_t i = 0; i < ring.size(); ++i) choice.push_back(Polynomial::variable(ring, i));
    return choice;
  }

  /// assumption(choice(x)) and formula(choice(x), x).
  Formula through_point(const SemialgebraicSet& orbit) const {
    const PolynomialRing& ring = claim_.set.set.ring;
    std::vector<Polynomial> images = choice_of(orbit);
    for (std::size_t i = 0; i < ring.size(); ++i) images.push_back(Polynomial::variable(ring, i));
    const auto at_point = [&](const Formula& formula) {
      return formula.map_atoms(
          [&](const Atom& a) { return Formula::atom(a.polynomial.compose(images, ring), a.relation); });
    };
    return Formula::conjunction({at_point(orbit.assumption), at_point(orbit.formula)});
  }

  void show_orbit(const CountedSet& orbit, OrbitProof& proof) {
    ActionConditions conditions = action_conditions(*claim_.action, orbit.set);
    proof.stays = shown("the group maps {" + orbit.text + "} into itself", conditions.leaves_orbit);
    const std::string what = "an element of the group leads from x to y, for any two points of {" + orbit.text + "}";
    for (ElementChoice& each : conditions.choices) {
      proof.transitive.push_back({each.when, std::move(each.element), shown(what, each.wrong, each.forced),
                                  shown("this element is defined", each.undefined, false)});
    }
    proof.no_element = shown("these cases are all", conditions.no_choice, false);
  }

  /// Two orbits of one action are equal or disjoint.
  std::vector<Emptiness> show_disjoint() {
    std::vector<Emptiness> disjoint;
    if (claim_.action) return disjoint;
    for (std::size_t i = 0; i < claim_.orbits.size(); ++i) {
      const SemialgebraicSet& first = claim_.orbits[i].set;
      if (first.parameter_count > 0)
        throw Undecided("pieces with parameters, and no group that makes them orbits");
      for (std::size_t j = 0; j < i; ++j) {
        const SemialgebraicSet& second = claim_.orbits[j].set;
        disjoint.push_back(shown("two pieces are disjoint", with(first, in_ring(second.formula, first.ring))));
      }
    }
    return disjoint;
  }

  const OrbitComponents& claim_;
  ProofBuilder& builder_;
  const Progress& progress_;
  SetCounter counter_;
};

}  // namespace

Proof prove_orbit_components(const OrbitComponents& claim, const Progress& progress) {
  ProofBuilder builder;
  return builder.over_instances({""}, Scope::all,
                                [&](std::size_t) { return OrbitProver(claim, builder, progress).decide(); });
}

}  // namespace isthmus
