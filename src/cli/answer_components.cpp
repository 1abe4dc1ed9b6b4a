#include "cli/answer_components.hpp"

#include "cli/set_options.hpp"
#include "exact/error.hpp"
#include "exact/minimal_polynomial.hpp"
#include "report/method.hpp"

namespace isthmus {
namespace {

std::optional<AlgebraicPoint> sample_of(const Components& components, std::size_t index) {
  try {
    return simplest_names(components.sample(index));
  } catch (const Undecided&) {
    return std::nullopt;
  }
}

}  // namespace

AlgebraicPoint simplest_names(const AlgebraicPoint& point) {
  AlgebraicPoint result;
  for (const RealRoot& value : point) result.push_back(value.is_point() ? value : with_minimal_polynomial(value));
  return result;
}

ComponentsAnswer components_answer(const SemialgebraicSet& set, const FamilyCount& count) {
  ComponentsAnswer answer{heading_of(set), {}, count.common(), {}, count.undecided};
  for (const FamilyCase& part : count.cases) {
    CountedCase counted{part.when.to_string(), part.parameters, part.components, {}};
    for (std::size_t i = 0; i < part.components; ++i) counted.samples.push_back(sample_of(*part.evidence, i));
    answer.cases.push_back(std::move(counted));
  }
  if (!count.cases.empty()) answer.method = method_text(*count.cases.front().reduced);
  return answer;
}

}  // namespace isthmus
