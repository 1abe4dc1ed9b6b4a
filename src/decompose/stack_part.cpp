#include "decompose/stack_part.hpp"

#include <algorithm>

#include "decompose/gaps.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

constexpr const char* not_the_expected_stack = "a stack is not what was expected from its neighbour";

}  // namespace

StackPart::StackPart(const LiftingState& state, const RootOwners& owners) : state_(&state), owners_(&owners) {
  std::map<std::uint32_t, std::size_t> count;
  for (const std::uint32_t owner : owners) number_.push_back(count[owner]++);
}

Rational StackPart::sample(std::size_t place) {
  ensure(place <= number_.size(), "a stack has no such gap");
  if (number_.empty()) return Rational(0);
  if (place == 0) return gap_samples({root(0)}).front();
  if (place == number_.size()) return gap_samples({root(place - 1)}).back();
  RealRoot& below = root(place - 1);
  RealRoot& above = root(place);
  ensure(compare_refining(below, above) < 0, not_the_expected_stack);
  return simplest_between(below, above);
}

RealRoot& StackPart::root(std::size_t m) {
  const std::uint32_t owner = (*owners_)[m];
  const auto [entry, added] = roots_.try_emplace(owner);
  if (added) {
    entry->second = isolate_real_roots(state_->fibre(owner));
    ensure(entry->second.size() == static_cast<std::size_t>(std::count(owners_->begin(), owners_->end(), owner)),
           not_the_expected_stack);
  }
  return entry->second[number_[m]];
}

}  // namespace isthmus
