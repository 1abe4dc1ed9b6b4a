#include <algorithm>

#include "exact/error.hpp"
#include "prove/model.hpp"
#include "prove/network_count.hpp"
#include "prove/network_instance.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

/// Whether a pseudo-inverse, which is not continuous, acts on weights.
bool has_pseudo_inverse_of_weights(const MatrixExpression& e) {
  const auto symbols = e.symbols();
  const bool weights =
      std::any_of(symbols.begin(), symbols.end(), [](const auto& symbol) { return symbol.role == Role::weight; });
  return weights && (e.is(MatrixExpression::Kind::pseudo_inverse) ||
                     std::any_of(e.parts().begin(), e.parts().end(), has_pseudo_inverse_of_weights));
}

}  // namespace

std::vector<std::string> headings(const std::vector<NetworkComponents::Instance>& instances) {
  std::vector<std::string> result;
  for (const auto& instance : instances) result.push_back(instance.setting.to_string());
  return result;
}

std::optional<Finding> without_model(const Setting& setting, ProofBuilder& builder, const Progress& progress,
                                     std::optional<Assignment>& model) {
  if (setting.hypotheses.empty() && parameters_of(setting).empty()) {
    model.emplace();
    return std::nullopt;
  }
  const ModelSearch search = find_model(parameters_of(setting), setting.hypotheses, progress);
  if (search.exists == Truth::no) {
    builder.step("no-model", search.lines);
    return found_vacuous("no parameter value satisfies the hypotheses", NoModelEvidence{*search.empty, {}});
  }
  if (search.exists == Truth::unknown || !search.model) {
    return found_undecided("no rational values that satisfy the hypotheses were found" +
                           (search.lines.empty() ? "" : ": " + search.lines.front()));
  }
  model = search.model;
  builder.step("hypotheses-have-a-model", {to_string(*model, setting.symbols)});
  return std::nullopt;
}

void require_defined(const Facts& facts, const MatrixExpression& expression) {
  if (has_pseudo_inverse_of_weights(expression)) {
    throw Undecided(expression.to_string() + " is not a continuous function of the weights: it has a pseudo-inverse");
  }
  if (!facts.is_defined(expression)) {
    throw Undecided("the hypotheses were not seen to make every inverse in " + expression.to_string() + " defined");
  }
}

Finding decide_network(const NetworkQuestion& question, const Assignment& model, bool nonempty, ProofBuilder& builder,
                       SetCounter& counter, const Progress& progress) {
  NetworkSet set = reduce_network(question.setting, question.network, question.target);
  builder.steps(set.rules);
  set.steps.insert(set.steps.begin(), question.first_steps.begin(), question.first_steps.end());
  const ProductCount counted = count_product(set.factors, counter);
  std::vector<std::string> lines;
  for (const ProductCase& each : counted.cases) {
    if (nonempty && each.components.is_zero()) throw Undecided("no weights solve the equation");
    lines.push_back((each.when.empty() ? "" : "where " + each.when + ": ") + each.components.to_string() +
                    (each.components.is_one() ? " component" : " components") + ", claimed " +
                    question.count.to_string());
  }
  builder.step("result", lines);
  return compare(question, set, counted, model, progress);
}

Proof prove_network_components(const NetworkComponents& claim, const Progress& progress) {
  ProofBuilder builder;
  SetCounter counter(builder, progress);
  return builder.over_instances(headings(claim.instances), Scope::all, [&](std::size_t i) {
    const auto& [setting, network, target, count] = claim.instances[i];
    std::optional<Assignment> model;
    if (const auto failed = without_model(setting, builder, progress, model)) return *failed;
    const Facts facts(setting.hypotheses);
    require_defined(facts, network);
    require_defined(facts, target);
    return decide_network({setting, network, target, count, {}}, *model, false, builder, counter, progress);
  });
}

}  // namespace isthmus
