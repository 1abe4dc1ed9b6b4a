#include "certificate/real_nodes.hpp"

#include <string>
#include <vector>

#include "exact/error.hpp"

namespace isthmus {
namespace {

Json point_node(const RealPoint& point, const std::vector<std::string>& order) {
  Json node = Json::object();
  for (const std::string& name : order) node[name] = point.find(name)->second.to_string();
  return node;
}

Json fact_node(const PowerFact& fact, const RealFrame& frame) {
  Json monomial = Json::object();
  for (std::size_t i = 0; i < fact.monomial.size(); ++i) {
    if (fact.monomial[i] != 0) monomial[frame.ring.name(frame.atoms.at(i).variable)] = std::to_string(fact.monomial[i]);
  }
  const auto node = [&](const char* rule) { return Json::array({rule, monomial}); };
  switch (fact.rule) {
    case PowerFact::Rule::positive:
      return node("positive");
    case PowerFact::Rule::above_one:
      return node("above-one");
    case PowerFact::Rule::bernoulli:
      return node("bernoulli");
    case PowerFact::Rule::monotone:
      return Json::array(
          {"monotone", monomial, fact.lower->numerator().to_string(), fact.lower->denominator().to_string()});
  }
  throw InternalError("a fact outside its enumeration");
}

Json sign_node(const SignProof& proof, const RealFrame& frame) {
  const std::string relation = std::string(proof.sign > 0 ? ">" : "<") + (proof.strict ? "0" : "=0");
  Json node = Json::array({"sign", proof.polynomial.to_string(), relation});
  if (proof.facts.empty()) return node;
  node.push_back(Json::array());
  for (const PowerFact& fact : proof.facts) node.back().push_back(fact_node(fact, frame));
  return node;
}

Json power_node(const PowerAtom& atom, const RealFrame& frame) {
  return Json::array({"power", frame.ring.name(atom.variable), atom.base.to_string(),
                      atom.exponent.numerator().to_string(), atom.exponent.denominator().to_string()});
}

/// Powers and signs in an order in which each rests on earlier ones only.
Json steps_node(const RealFrame& frame) {
  Json steps = Json::array();
  std::size_t next = 0;
  for (const SignProof& proof : frame.signs) {
    if (proof.sign == 0) continue;
    for (; next < proof.atoms_before; ++next) steps.push_back(power_node(frame.atoms[next], frame));
    steps.push_back(sign_node(proof, frame));
  }
  for (; next < frame.atoms.size(); ++next) steps.push_back(power_node(frame.atoms[next], frame));
  return steps;
}

Json frame_node(const RealFrame& frame) {
  Json node;
  node["steps"] = steps_node(frame);
  node["bounds"] = Json::array();
  for (const VariableBounds& each : frame.bounds) {
    Json bounds = Json::object();
    if (each.equal) bounds["equal"] = *each.equal;
    if (each.above) bounds["above"] = *each.above;
    if (each.below) bounds["below"] = *each.below;
    node["bounds"].push_back(std::move(bounds));
  }
  if (frame.empty) node["empty"] = {frame.empty->first, frame.empty->second};
  return node;
}

const std::vector<std::string>& variables_of(const Claim& claim, std::size_t instance) {
  if (const auto* real = std::get_if<RealClaim>(&claim.body)) return real->statements.at(instance).variables;
  return std::get<HomogeneousIdentity>(claim.body).scalars;
}

Json matrix_node(const Matrix& matrix) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    rows.push_back(Json::array());
    for (std::size_t j = 0; j < matrix.columns(); ++j) rows.back().push_back(matrix.at(i, j).to_string());
  }
  return rows;
}

}  // namespace

void write_entry(const RealEvidence& evidence, const Claim&, Json& entry) {
  Json model = Json::object();
  for (const auto& [name, value] : evidence.model) model[name] = value.to_string();
  entry["model"] = model;
  if (!evidence.cases) return;
  entry["cases"] = Json::array();
  for (const RealFrame& frame : *evidence.cases) entry["cases"].push_back(frame_node(frame));
}

void write_entry(const RealRefutation& evidence, const Claim& claim, std::size_t instance, Json& entry) {
  entry["model"] = point_node(evidence.model, variables_of(claim, instance));
  entry["conclusion"] = evidence.conclusion;
}

void write_entry(const CurveRefutation& evidence, const Claim& claim, std::size_t instance, Json& entry) {
  entry["curve"] = Json::object();
  for (const std::string& name : variables_of(claim, instance)) {
    const RationalFunction& value = evidence.values.at(name);
    entry["curve"][name] = {value.numerator().to_string(), value.denominator().to_string()};
  }
}

void write_entry(const HomogeneousRefutation& evidence, const Claim& claim, Json& entry) {
  entry["model"] = point_node(evidence.scalars, variables_of(claim, 0));
  entry["matrices"] = Json::object();
  for (const SymbolicMatrix& symbol : std::get<HomogeneousIdentity>(claim.body).matrices) {
    entry["matrices"][symbol.name] = matrix_node(evidence.matrices.at(symbol.name));
  }
  if (evidence.sigma) {
    entry["sigma"] = {evidence.sigma->first.to_string(), evidence.sigma->second.to_string()};
  } else {
    entry["sigma"] = "first-row";
  }
}

void write_entry(const PermutationEvidence& evidence, Json& entry) {
  entry["model"] = Json::object();
  entry["permutation"] = evidence.permutation;
  entry["order"] = evidence.order;
}

void write_entry(const ForwardPassEvidence& evidence, Json& entry) {
  if (evidence.wrong) {
    entry["scale"] = evidence.wrong->first;
    entry["alpha"] = evidence.wrong->second;
  } else {
    entry["model"] = Json::object();
  }
}

}  // namespace isthmus
