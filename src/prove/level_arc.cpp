#include "prove/level_arc.hpp"

#include <utility>

#include "curve/bending.hpp"
#include "prove/emptiness_decision.hpp"
#include "prove/set_counter.hpp"

namespace isthmus {

std::optional<ArcProof> show_level_arc(const LevelSet& level, const Rational& bound, ProofBuilder& builder,
                                       const Progress& progress, std::string& reason) {
  const Polynomial& f = level.equations.front();
  const auto on_curve = [&](std::vector<Formula> more) {
    more.insert(more.begin(), Formula::atom(f, Relation::equal));
    return SemialgebraicSet{f.ring(), 0, Formula::truth(), Formula::conjunction(more)};
  };
  EmptinessDecision singular = decide_emptiness(
      on_curve({Formula::atom(f.derivative(0), Relation::equal), Formula::atom(f.derivative(1), Relation::equal)}),
      progress);
  if (!singular.empty) {
    reason = "the level set is not shown to be a smooth curve";
    return std::nullopt;
  }
  const SemialgebraicSet whole = on_curve({});
  CountOptions options;
  options.progress = progress;
  const ReducedSetPtr reduced = reduce(whole);
  SetCount connected{whole, reduced, count_components(reduced, options)};
  if (connected.components->count() != 1) {
    reason = "the level set has " + std::to_string(connected.components->count()) +
             " components: an arc between the points is not shown to exist";
    return std::nullopt;
  }
  const LevelCurveShape shape(f);
  Polynomial rest = remainder_on(shape.bending * shape.bending - bound * pow(shape.slope, 3), f);
  EmptinessDecision bend = decide_emptiness(on_curve({Formula::atom(rest, Relation::greater)}), progress);
  if (!bend.empty) {
    reason = "kappa^2 <= " + bound.to_string() + " is not shown on the level set";
    return std::nullopt;
  }
  builder.rest_on(Theorem::curvature_of_level_curves);
  builder.rest_on(theorems_of(*reduced));
  builder.rest_on(bend.theorems);
  builder.step("level-curve", {"the level set is a smooth curve: its gradient vanishes nowhere on it",
                               "it is connected, so arcs join the two points in it",
                               "kappa^2 <= " + bound.to_string() + " on all of it"});
  return ArcProof{std::move(*singular.empty), std::move(connected), std::move(rest), std::move(*bend.empty)};
}

}  // namespace isthmus
