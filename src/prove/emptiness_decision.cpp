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
      decision.empty = Emptiness{set, SetCount{set, reduced, components}};
    }
  } catch (const Undecided& error) {
    decision.lines = {error.what()};
  }
  return decision;
}

}  // namespace

SemialgebraicSet with_parameters_as_coordinates(const SemialgebraicSet& set) {
  return {set.ring, 0, Formula::truth(), Formula::conjunction({set.assumption, set.formula})};
}

std::optional<Emptiness> shown_empty(const SemialgebraicSet& set) {
  const SemialgebraicSet whole = with_parameters_as_coordinates(set);
  auto proof = prove_empty(whole);
  if (!proof) return std::nullopt;
  return Emptiness{whole, std::move(*proof)};
}

EmptinessDecision decide_emptiness(const SemialgebraicSet& set, const Progress& progress) {
  if (auto shown = shown_empty(set)) {
    const std::vector<std::string> lines = describe(std::get<EmptinessProof>(shown->proof));
    return {Truth::no, std::nullopt, lines, {}, std::move(shown)};
  }
  return by_counting(with_parameters_as_coordinates(set), progress);
}

}  // namespace isthmus
