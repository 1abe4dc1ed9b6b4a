#include "certificate/claim_certificate.hpp"

#include "certificate/certificate_writer.hpp"
#include "certificate/curvature_nodes.hpp"
#include "certificate/json.hpp"
#include "certificate/network_steps.hpp"
#include "certificate/not_certified.hpp"
#include "certificate/real_nodes.hpp"
#include "certificate/symmetry_nodes.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

/// Adds what shows the verdict on one instance to its entry.
class InstanceWriter {
 public:
  InstanceWriter(const Claim& claim, std::size_t instance, CertificateWriter& writer, Json& entry)
      : claim_(claim), instance_(instance), writer_(writer), entry_(entry) {}

  void operator()(const std::monostate&) const {
    throw NotCertified("this kind of witness has no place in a certificate");
  }

  void operator()(const NoModelEvidence& evidence) const {
    if (evidence.which && std::holds_alternative<OrbitComponents>(claim_.body)) entry_["which"] = *evidence.which;
    entry_["proof"] = proof(evidence.hypotheses);
  }

  void operator()(const NetworkEvidence& evidence) const {
    entry_["model"] = model_node(evidence.model, setting());
    entry_["steps"] = Json::array();
    for (const NetworkStep& step : evidence.steps) entry_["steps"].push_back(step_node(step));
    entry_["factors"] = Json::array();
    for (const NetworkEvidence::Factor& each : evidence.factors) {
      Json factor;
      factor["conditions"] = each.factor.conditions;
      factor["weights"] = names_node(each.factor.weights);
      factor["parameters"] = names_node(each.factor.parameters);
      factor["count"] = std::visit([&](const auto& counted) { return count(counted); }, each.count);
      entry_["factors"].push_back(std::move(factor));
    }
  }

  void operator()(const SetEvidence& evidence) const {
    entry_["model"] = model_of(evidence);
    entry_["count"] = count(evidence.counted);
  }

  void operator()(const CountRefutation& evidence) const {
    const bool orbits = std::holds_alternative<OrbitComponents>(claim_.body);
    const bool product = std::holds_alternative<ProductComponents>(claim_.body);
    if (evidence.which) entry_["which"] = *evidence.which;
    if (!evidence.which && orbits) entry_["which"] = "set";
    if (!product) entry_["model"] = parameter_point(evidence.family, evidence.fibre.parameters);
    entry_["count"] = writer_.count_at(evidence.family, evidence.fibre);
  }

  void operator()(const ProductEvidence& evidence) const {
    entry_["factors"] = Json::array();
    for (const CountedFamily& factor : evidence.factors) entry_["factors"].push_back(count(factor));
    entry_["product"] = count(evidence.product);
  }

  void operator()(const ProductRefutation& evidence) const {
    entry_["which"] = std::get<ProductComponents>(claim_.body).factors.size();
    entry_["count"] = count(evidence.product);
  }

  void operator()(const OrbitEvidence& evidence) const {
    entry_["count"] = count(evidence.counted);
    entry_["orbits"] = Json::array();
    for (const OrbitEvidence::Orbit& orbit : evidence.orbits) entry_["orbits"].push_back(orbit_node(orbit));
    entry_["cover"] = proof(evidence.cover);
    entry_["disjoint"] = proofs(evidence.disjoint);
  }

  void operator()(const IdentityEvidence& evidence) const {
    refuse_exceptions(evidence.exceptions);
    entry_["model"] = model_node(evidence.model, setting());
    if (evidence.consequence) {
      entry_["consequences"] = consequence_node(*evidence.consequence);
      return;
    }
    entry_["eliminate"] = eliminations_node(evidence.eliminated);
    if (evidence.entries) entry_["entries"] = true;
  }

  void operator()(const InverseMapsEvidence& evidence) const {
    refuse_exceptions(evidence.exceptions);
    entry_["model"] = model_node(evidence.model, setting());
    entry_["domain"] = eliminations_node(evidence.domain);
    entry_["codomain"] = eliminations_node(evidence.codomain);
  }

  void operator()(const CoverEvidence& evidence) const {
    entry_["model"] = model_node(evidence.model, setting());
    entry_["proofs"] = proofs(evidence.proofs);
  }

  void operator()(const Counterexample& evidence) const {
    entry_["model"] = model_node(evidence.values, setting());
    if (!evidence.side.empty()) entry_["side"] = evidence.side;
  }

  void operator()(const RealEvidence& evidence) const { write_entry(evidence, claim_, entry_); }
  void operator()(const RealRefutation& evidence) const { write_entry(evidence, claim_, instance_, entry_); }
  void operator()(const CurveRefutation& evidence) const { write_entry(evidence, claim_, instance_, entry_); }
  void operator()(const HomogeneousRefutation& evidence) const { write_entry(evidence, claim_, entry_); }
  void operator()(const InequalityEvidence& evidence) const {
    entry_["model"] = model_node(evidence.model, setting());
    if (const auto* squares = std::get_if<SquareSum>(&evidence.proof)) return write_entry(*squares, entry_);
    entry_["proof"] = proof(std::get<Emptiness>(evidence.proof));
  }

  void operator()(const SquareSum& evidence) const { write_entry(evidence, entry_); }
  void operator()(const TransportEvidence& evidence) const { write_entry(evidence, setting(), entry_); }
  void operator()(const PairCounterexample& evidence) const { write_entry(evidence, setting(), entry_); }
  void operator()(const ModelEvidence& evidence) const { write_entry(evidence, setting(), entry_); }
  void operator()(const NoEvidenceNeeded&) const {}
  void operator()(const LogarithmRefutation& evidence) const { write_entry(evidence, setting(), entry_); }
  void operator()(const Discontinuity& evidence) const { write_entry(evidence, setting(), entry_); }

  void operator()(const PermutationEvidence& evidence) const { write_entry(evidence, entry_); }
  void operator()(const ForwardPassEvidence& evidence) const { write_entry(evidence, entry_); }
  void operator()(const CurvatureEvidence& evidence) const { write_entry(evidence, writer_, entry_); }
  void operator()(const ExponentialEvidence& evidence) const { write_entry(evidence, entry_); }
  void operator()(const SkewCurvesEvidence& evidence) const { write_entry(evidence, entry_); }
  void operator()(const BoundsEvidence& evidence) const { write_entry(evidence, writer_, entry_); }

 private:
  const Setting& setting() const {
    return std::visit(
        [&](const auto& body) -> const Setting& {
          if constexpr (requires { body.instances[0].setting; }) {
            return body.instances.at(instance_).setting;
          } else {
            throw InternalError("evidence about matrices for a claim about sets");
          }
        },
        claim_.body);
  }

  Json count(const CountedFamily& counted) const { return writer_.counts(counted.set, *counted.count); }
  Json count(const SetCount& counted) const { return writer_.count(counted.set, *counted.reduced, counted.components); }

  Json proof(const Emptiness& empty) const { return emptiness_node(empty, writer_); }

  Json proofs(const std::vector<Emptiness>& all) const {
    Json nodes = Json::array();
    for (const Emptiness& each : all) nodes.push_back(proof(each));
    return nodes;
  }

  static Json parameter_point(const SemialgebraicSet& family, const Point& point) {
    if (point.size() != family.parameter_count)
      throw NotCertified("no rule of the certificate format counts at irrational values of a parameter");
    const auto& names = family.ring.names();
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(family.parameter_count);
    return point_object(PolynomialRing({names.begin(), end}), point);
  }

  static Json model_of(const SetEvidence& evidence) { return parameter_point(evidence.counted.set, evidence.model); }

  Json orbit_node(const OrbitEvidence::Orbit& orbit) const {
    Json node;
    node["model"] = model_of(orbit.counted);
    node["count"] = count(orbit.counted.counted);
    node["inside"] = proof(orbit.proof.inside);
    if (!orbit.proof.choice.empty()) {
      node["choice"] = Json::array();
      for (const Polynomial& value : orbit.proof.choice) node["choice"].push_back(value.to_string());
    }
    if (!orbit.proof.stays) return node;
    node["stays"] = proof(*orbit.proof.stays);
    node["transitive"] = Json::array();
    for (const TransitiveElement& each : orbit.proof.transitive) node["transitive"].push_back(element_node(each));
    node["else"] = proof(orbit.proof.no_element.value());
    return node;
  }

  Json element_node(const TransitiveElement& each) const {
    Json element = Json::array();
    for (const TransitiveElement::Quotient& value : each.element) {
      element.push_back(Json::array({value.numerator.to_string(), value.denominator.to_string()}));
    }
    Json node;
    node["when"] = each.when.to_string();
    node["element"] = std::move(element);
    node["proof"] = proof(each.wrong);
    node["defined"] = proof(each.undefined);
    return node;
  }

  static void refuse_exceptions(const std::vector<Emptiness>& exceptions) {
    if (!exceptions.empty())
      throw NotCertified("shown by a case distinction over entries, for which there is no rule here");
  }

  const Claim& claim_;
  std::size_t instance_;
  CertificateWriter& writer_;
  Json& entry_;
};

}  // namespace

std::string claim_certificate(const Claim& claim, const Proof& proof) {
  require(proof.verdict != Verdict::undecided, "claim " + claim.id + " is undecided: there is nothing to certify");
  CertificateWriter writer;
  Json document;
  document["format"] = 1;
  document["claim"] = claim.id;
  document["verdict"] = to_string(proof.verdict);
  document["scope"] = to_string(proof.scope);
  document["lemmas"] = Json::array();
  document["instances"] = Json::array();
  for (const InstanceEvidence& each : proof.evidence) {
    Json entry = Json::object();
    if (proof.verdict != Verdict::proved) entry["instance"] = each.instance;
    std::visit(InstanceWriter(claim, each.instance, writer, entry), each.evidence);
    document["instances"].push_back(std::move(entry));
  }
  return writer.finish(std::move(document));
}

}  // namespace isthmus
