// Claims about sets: section 9 of proofs/FORMAT.md, "components of a set" and "product".

#include <algorithm>

#include "checker/claim_rules.hpp"

namespace isthmus::check {
namespace {

void require_admitted(const ClaimedCount& claimed, std::size_t number, const Json& node) {
  node.require(claimed.admits(Integer(number)), "count", "there are " + std::to_string(number) + " components");
}

void require_violated(const ClaimedCount& claimed, std::size_t number, const Json& node) {
  node.require(!claimed.admits(Integer(number)), "count",
               "there are " + std::to_string(number) + " components, as claimed");
}

}  // namespace

std::vector<Rational> parameter_point(const CountedSet& claim, const Json& model) {
  model.require(model.keys().size() == claim.parameters.size(), "model", "one value for each parameter was expected");
  std::vector<Rational> point;
  for (const std::string& name : claim.parameters) point.push_back(model[name].rational());
  const Set admitted = claim.set.parameter_space();
  model.require(admitted.holds_at(point), "model", "the assumption fails at the model");
  return point;
}

std::vector<std::size_t> prove_counts(const CountedSet& claim, const Json& node, Session& session) {
  const std::vector<std::size_t> numbers = check_counts(claim.set, node, session);
  node.require(!numbers.empty(), "count", "counted for no parameter value");
  for (const std::size_t number : numbers) require_admitted(claim.count, number, node);
  return numbers;
}

void refute_count(const CountedSet& claim, const Json& model, const Json& node, Session& session) {
  const Set fibre = claim.set.fibre(parameter_point(claim, model));
  require_violated(claim.count, check_count(fibre, node, session).number, node);
}

void prove_set(const CountedSet& claim, const Json& instance, Session& session) {
  instance.expect_keys({"model", "count"});
  parameter_point(claim, instance["model"]);
  prove_counts(claim, instance["count"], session);
}

void refute_set(const CountedSet& claim, const Json& instance, Session& session) {
  instance.expect_keys({"instance", "model", "count"});
  refute_count(claim, instance["model"], instance["count"], session);
}

void prove_product(const Product& claim, const Json& instance, Session& session) {
  instance.expect_keys({"factors", "product"});
  const Json& factors = instance["factors"];
  factors.require(factors.size() == claim.factors.size(), "product", "one count for each factor was expected");
  for (std::size_t i = 0; i < claim.factors.size(); ++i) {
    require_admitted(claim.factors[i].count, check_count(claim.factors[i].set, factors[i], session).number, factors[i]);
  }
  const Json& product = instance["product"];
  require_admitted(claim.product.count, check_count(claim.product.set, product, session).number, product);
}

void refute_product(const Product& claim, const Json& instance, Session& session) {
  instance.expect_keys({"instance", "which", "count"});
  const std::size_t which = instance["which"].index_below(claim.factors.size() + 1);
  const CountedSet& refuted = which < claim.factors.size() ? claim.factors[which] : claim.product;
  const Json& node = instance["count"];
  require_violated(refuted.count, check_count(refuted.set, node, session).number, node);
}

}  // namespace isthmus::check
