#include "barrier/permutation_minimum.hpp"
#include "exact/error.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"
#include "variety/evaluation.hpp"

namespace isthmus {
namespace {

std::string list_text(const std::vector<std::size_t>& values) {
  std::string text;
  for (const std::size_t value : values) text += (text.empty() ? "" : ", ") + std::to_string(value + 1);
  return "(" + text + ")";
}

std::vector<std::string> data_of(const PermutationClaim::Instance& instance) {
  std::vector<std::string> lines{"W = " + to_string(instance.outer), "Z = " + to_string(instance.preactivation),
                                 "sigma(1) = " + instance.activation.positive.to_string() +
                                     ", sigma(-1) = " + instance.activation.negative.to_string() + ", degree " +
                                     std::to_string(instance.activation.degree)};
  lines.push_back(instance.scale
                      ? "the loss at alpha = " + instance.alpha.to_string() + ", m = " + instance.scale->to_string()
                      : "|W P^-1 sigma(Z)|^2");
  return lines;
}

AssignmentProblem problem_of(const PermutationClaim::Instance& instance) {
  const LastLayers layers{instance.outer, instance.preactivation, instance.activation};
  return instance.scale ? permuted_loss(layers, *instance.scale, instance.alpha) : permuted_output(layers);
}

Finding decide(const PermutationClaim& claim, std::size_t index, ProofBuilder& builder) {
  const PermutationClaim::Instance& instance = claim.instances.at(index);
  const AssignmentMinimum minimum = minimise(problem_of(instance));
  std::vector<std::string> lines = data_of(instance);
  lines.push_back("the least value over all permutations is " + minimum.value.to_string() +
                  ", at pi = " + list_text(minimum.permutation));
  lines.push_back("search: rows in the order " + list_text(minimum.order) + ", " + std::to_string(minimum.visited) +
                  " prefixes, " + std::to_string(minimum.left) + " left by the bound of the rest");
  builder.step("permutations", lines);
  builder.rest_on(Theorem::branch_and_bound);
  const PermutationEvidence evidence{minimum.permutation, minimum.order};
  if (holds(claim.relation, (minimum.value - claim.value).sign())) return found_proved(evidence);
  lines.resize(lines.size() - 1);
  lines.push_back("claimed: " + to_string(claim.relation) + " " + claim.value.to_string());
  return found_refuted(lines, evidence);
}

}  // namespace

Proof prove_permutations(const PermutationClaim& claim, const Progress&) {
  ProofBuilder builder;
  std::vector<std::string> headings(claim.instances.size());
  for (std::size_t i = 0; headings.size() > 1 && i < headings.size(); ++i)
    headings[i] = "instance " + std::to_string(i + 1);
  return builder.over_instances(headings, Scope::instances, [&](std::size_t i) { return decide(claim, i, builder); });
}

}  // namespace isthmus
