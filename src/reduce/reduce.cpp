#include <algorithm>

#include "decompose/open_condition.hpp"
#include "decompose/variable_order.hpp"
#include "reduce/reducer.hpp"

namespace isthmus {

namespace {

bool has_small_projection(const Thickening& thickening) {
  constexpr std::size_t small_work = 400000;
  const SemialgebraicSet& family = thickening.family;
  return has_projection_within(family.ring, 0, OpenCondition(family.ring, family.formula).factors(),
                               thickening.infinitesimals, small_work);
}

/// Whether a part has no rule, or is thickened in more than three dimensions, with two infinitesimals or more or with a
/// projection that is not small.
bool is_hopeless(const ReducedSet& reduced) {
  const std::vector<const ReducedSet*> parts = leaves(reduced);
  return !outside_reason(reduced).empty() || std::any_of(parts.begin(), parts.end(), [](const ReducedSet* leaf) {
    const auto* thickened = std::get_if<ThickenedPart>(&leaf->part);
    return thickened != nullptr && leaf->set.dimension() > 3 &&
           (thickened->thickening.infinitesimals > 1 || !has_small_projection(thickened->thickening));
  });
}

}  // namespace

ReducedSetPtr reduce_by_sides(const SemialgebraicSet& set) { return Reducer(false).reduce_by_sides(set); }

ReducedSetPtr reduce(const SemialgebraicSet& set) {
  ReducedSetPtr plain = Reducer(false).reduce(set);
  if (set.parameter_count > 0 || !is_hopeless(*plain)) return plain;
  ReducedSetPtr glued = Reducer(true).reduce(set);
  return is_hopeless(*glued) ? plain : glued;
}

}  // namespace isthmus
