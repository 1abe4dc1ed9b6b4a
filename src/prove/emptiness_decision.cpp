#include "prove/emptiness_decision.hpp"

#include "prove/set_counter.hpp"

namespace isthmus {
namespace {

EmptinessDecision by_counting(const SemialgebraicSet& set, const Progress& progress) {
  EmptinessDecision decision;
  try {
    CountOptions options;
    options.progress = progress;
    const ReducedSetPtr reduced = reduce(set);
    const ComponentsPtr components = count_components(reduced, options);
    decision.nonempty = components->count() > 0 ? Truth::yes : Truth::no;
    if (components->count() > 0) {
      decision.point = to_rational(components->sample(0));
    } else {
      decision.lines = describe(*reduced);
      components->describe(decision.lines, 0);
      decision.theorems = theorems_of(*reduced);
    }
  } catch (const Undecided& error) {
    decision.lines = {error.what()};
  }
  return decision;
}

}  // namespace

EmptinessDecision decide_emptiness(const SemialgebraicSet& set, const Progress& progress) {
  const SemialgebraicSet whole{set.ring, 0, Formula::truth(), Formula::conjunction({set.assumption, set.formula})};
  if (const auto proof = prove_empty(whole)) return {Truth::no, std::nullopt, describe(*proof), {}};
  return by_counting(whole, progress);
}

}  // namespace isthmus
