#include "certificate/symmetry_nodes.hpp"

#include "certificate/network_steps.hpp"
#include "certificate/not_certified.hpp"

namespace isthmus {

Json consequence_node(const WordConsequence& consequence) {
  Json equations = Json::array();
  std::vector<std::size_t> number;
  for (const KnownEquation& each : consequence.equations) {
    number.push_back(equations.size());
    if (each.origin != "inverse") equations.push_back(Json::array({each.origin, each.expression.to_string()}));
  }
  Json cofactors = Json::array();
  for (const Cofactor& each : consequence.cofactors) {
    if (consequence.equations.at(each.equation).origin == "inverse") continue;
    cofactors.push_back(Json::array({each.coefficient, each.left, number[each.equation], each.right}));
  }
  Json node;
  node["equations"] = std::move(equations);
  node["cofactors"] = std::move(cofactors);
  return node;
}

void write_entry(const SquareSum& evidence, Json& entry) {
  entry["squares"] = Json::array();
  for (const MatrixExpression& each : evidence.squares) entry["squares"].push_back(each.to_string());
  entry["consequences"] = consequence_node(evidence.consequence);
}

void write_entry(const TransportEvidence& evidence, const Setting& setting, Json& entry) {
  entry["model"] = model_node(evidence.model, setting);
  entry["consequences"] = consequence_node(evidence.consequence);
}

void write_entry(const PairCounterexample& evidence, const Setting& setting, Json& entry) {
  entry["model"] = model_node(evidence.values, setting);
  entry["to"] = model_node(evidence.to, setting);
}

void write_entry(const ModelEvidence& evidence, const Setting& setting, Json& entry) {
  entry["model"] = model_node(evidence.model, setting);
}

void write_entry(const LogarithmRefutation& evidence, const Setting& setting, Json& entry) {
  entry["model"] = model_node(evidence.values, setting);
  if (evidence.blocks) {
    entry["eigenvalue"] = evidence.blocks->eigenvalue.to_string();
    entry["size"] = evidence.blocks->size;
  } else if (evidence.values.begin()->second.determinant().sign() > 0) {
    throw NotCertified("a matrix all of whose negative eigenvalues with such Jordan blocks are irrational");
  }
}

void write_entry(const Discontinuity& evidence, const Setting& setting, Json& entry) {
  entry["model"] = model_node(evidence.values, setting);
  entry["direction"] = model_node(evidence.direction, setting);
}

}  // namespace isthmus
