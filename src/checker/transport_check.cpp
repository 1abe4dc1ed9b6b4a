// Points and components: section 9 of proofs/FORMAT.md, "transport" and "same-component".

#include <algorithm>
#include <numeric>
#include <utility>

#include "checker/claim_rules.hpp"
#include "checker/consequence.hpp"
#include "checker/model.hpp"
#include "checker/outcome.hpp"
#include "checker/sign_map.hpp"
#include "checker/symmetry_rules.hpp"

namespace isthmus::check {
namespace {

constexpr std::size_t kMostPermutations = 5000;

int determinant_sign(const Matrix& square, const Values& values) {
  const auto value = evaluate(determinant(square), values);
  return value ? sign((*value)[0][0]) : 0;
}

bool solves(const Network& equation, const Values& values) {
  const auto network = evaluate(equation.network, values);
  const auto target = evaluate(equation.target, values);
  return network && target && *network == *target;
}

/// Whether the determinants of all weights have the same signs at two points.
bool same_signs(const std::vector<Symbol>& weights, const Values& a, const Values& b) {
  return std::all_of(weights.begin(), weights.end(), [&](const Symbol& weight) {
    return determinant_sign(symbol(weight), a) == determinant_sign(symbol(weight), b);
  });
}

/// The image of a point is not defined, no point of the set, or one with other signs than the other point.
bool leads_elsewhere(const Transport& claim, const Values& from, const Values& to) {
  Values image = from;
  for (const auto& [name, value] : claim.images) {
    const auto at_point = evaluate(value, from);
    if (!at_point) return true;
    image.insert_or_assign(name, *at_point);
  }
  return !solves(claim.equation, image) || !same_signs(claim.weights(), image, to);
}

RationalMatrix permutation_matrix(const std::vector<std::size_t>& images) {
  RationalMatrix result(images.size(), std::vector<Rational>(images.size()));
  for (std::size_t i = 0; i < images.size(); ++i) result[images[i]][i] = 1;
  return result;
}

/// Whether this is so for every choice of permutation matrices for the elements from number `index` on.
bool all_lead_elsewhere(const Transport& claim, std::size_t index, Values& from, const Values& to,
                        std::size_t& choices) {
  if (index == claim.elements.size()) {
    if (++choices > kMostPermutations) throw Declined("more than 5000 choices of permutations");
    return leads_elsewhere(claim, from, to);
  }
  std::vector<std::size_t> images(claim.elements[index].shape.rows);
  std::iota(images.begin(), images.end(), std::size_t{0});
  do {
    from.insert_or_assign(claim.elements[index].name, permutation_matrix(images));
    if (!all_lead_elsewhere(claim, index + 1, from, to, choices)) return false;
  } while (std::next_permutation(images.begin(), images.end()));
  return true;
}

/// The symbols of which a counterexample gives the values: permutations are gone through.
std::vector<Symbol> given_symbols(const Transport& claim) {
  std::vector<Symbol> symbols = claim.equation.setting.symbols;
  if (claim.permutations) {
    for (const Symbol& element : claim.elements) std::erase(symbols, element);
  }
  return symbols;
}

Words words_of(const Network& equation) { return Words(equation.setting.symbols, false); }

}  // namespace

void prove_transport(const Transport& claim, const Json& instance, Session& session) {
  instance.expect_keys({"model", "consequences"});
  const Setting& setting = claim.equation.setting;
  const Json& model = instance["model"];
  const Values values = read_values(model, parameters_of(setting));
  require_model(setting.hypotheses, values, model);
  require_model(claim.conditions, values, model);
  const ProductOfWeights set(claim.equation, words_of(claim.equation), "transport", instance);
  const Facts hypotheses(words_of(claim.equation), setting.hypotheses);
  instance.require(set.others_are_invertible(hypotheses), "transport",
                   "a factor of the network besides the weights, or the target, is not seen to be invertible");
  std::vector<Condition> conditions = claim.known();
  const Matrix equation = difference(claim.equation.network, claim.equation.target);
  conditions.push_back({Condition::Kind::zero, equation, Relation::equal});
  for (const Symbol& weight : set.weights()) {
    conditions.push_back({Condition::Kind::sign, determinant(symbol(weight)), Relation::not_equal});
  }
  const Consequences consequences(setting, conditions, false);
  const Matrix image = difference(substituted(claim.equation.network, claim.images), claim.equation.target);
  consequences.require_zero(image, instance["consequences"], session);
  const SignMap signs(claim, consequences.words(), instance);
  instance.require(signs.leads(), "transport", "the signs of the image are not those of the other point");
  session.trust("GL_n(R) has two components, told apart by the sign of the determinant");
  session.trust("graph of a continuous map");
  session.trust("components of a product");
}

void refute_transport(const Transport& claim, const Json& instance, Session& session) {
  instance.expect_keys({"instance", "model", "to"});
  const Network& equation = claim.equation;
  const Json& model = instance["model"];
  Values from = counterexample(equation.setting, given_symbols(claim), model);
  require_model(claim.conditions, from, model);
  const Json& other = instance["to"];
  Values to = read_values(other, claim.weights());
  require_all_values(claim.weights(), to, other);
  to.insert(from.begin(), from.end());
  model.require(solves(equation, from), "transport", "the model does not solve network = target");
  other.require(solves(equation, to), "transport", "the other point does not solve network = target");
  const ProductOfWeights set(equation, words_of(equation), "transport", instance);
  model.require(determinant_sign(equation.target, from) != 0, "transport", "the target is singular at the model");
  instance.require(!claim.different_components || !same_signs(set.weights(), from, to), "transport",
                   "the points are not seen to lie in different components");
  std::size_t choices = 0;
  const bool fails =
      claim.permutations ? all_lead_elsewhere(claim, 0, from, to, choices) : leads_elsewhere(claim, from, to);
  instance.require(fails, "transport", "the image has the signs of the other point");
  session.trust("intermediate value theorem");
}

namespace {

/// Whether the points of the claim lie in one component; refused unless that can be told.
bool are_connected(const ComponentPair& claim, const Json& instance, Session& session) {
  const Network& equation = claim.equation;
  const ProductOfWeights set(equation, words_of(equation), "same-component", instance);
  instance.require(determinant_sign(equation.target, claim.from) != 0, "same-component", "the target is singular");
  const bool same = same_signs(set.weights(), claim.from, claim.to);
  session.trust(same ? "GL_n(R) has two components, told apart by the sign of the determinant"
                     : "intermediate value theorem");
  if (same) session.trust("graph of a continuous map");
  return same;
}

}  // namespace

void prove_same_component(const ComponentPair& claim, const Json& instance, Session& session) {
  instance.expect_keys({});
  const bool points = solves(claim.equation, claim.from) && solves(claim.equation, claim.to);
  instance.require(points, "same-component", "one of the two is no point of the set");
  instance.require(are_connected(claim, instance, session) == claim.connected, "same-component",
                   "the signs of the determinants say otherwise");
}

void refute_same_component(const ComponentPair& claim, const Json& instance, Session& session) {
  instance.expect_keys({"instance"});
  if (!solves(claim.equation, claim.from) || !solves(claim.equation, claim.to)) return;
  instance.require(are_connected(claim, instance, session) != claim.connected, "same-component",
                   "the signs of the determinants say what is claimed");
}

}  // namespace isthmus::check
