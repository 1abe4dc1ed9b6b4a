#include "certificate/curvature_nodes.hpp"

namespace isthmus {
namespace {

Json count_node(const SetCount& counted, CertificateWriter& writer) {
  return writer.count(counted.set, *counted.reduced, counted.components);
}

/// [[end, polynomial]..]
Json pieces_node(const PiecewiseBound& bound) {
  Json pieces = Json::array();
  for (const PiecewiseBound::Piece& piece : bound.pieces) {
    pieces.push_back(Json::array({piece.end.to_string(), piece.bound.to_string()}));
  }
  return pieces;
}

Json enclosure_node(const std::pair<PiecewiseBound, PiecewiseBound>& bounds) {
  Json node;
  node["below"] = pieces_node(bounds.first);
  node["above"] = pieces_node(bounds.second);
  return node;
}

Json far_node(const FarPoint& far, CertificateWriter& writer) {
  Json node;
  node["fraction"] = far.fraction.to_string();
  node["squared-distance"] = far.squared_distance.to_string();
  if (const auto* empty = std::get_if<Emptiness>(&far.proof)) {
    node["proof"] = emptiness_node(*empty, writer);
    return node;
  }
  const SumOfSquares& sum = std::get<SumOfSquares>(far.proof);
  node["squares"] = Json::array();
  for (const auto& [factor, form] : sum.squares) {
    node["squares"].push_back(Json::array({factor.to_string(), form.to_string()}));
  }
  node["multipliers"] = Json::array();
  for (const Rational& multiplier : sum.multipliers) node["multipliers"].push_back(multiplier.to_string());
  return node;
}

Json failure_node(const HypothesisFailure& failure, CertificateWriter& writer) {
  Json node;
  if (const auto* place = std::get_if<Rational>(&failure)) {
    node["at"] = place->to_string();
  } else if (const auto* bound = std::get_if<PiecewiseBound>(&failure)) {
    node["turning"] = pieces_node(*bound);
  } else {
    node["far"] = far_node(std::get<FarPoint>(failure), writer);
  }
  return node;
}

Json lipschitz_node(const LipschitzProof& proof, CertificateWriter& writer) {
  Json node;
  if (proof.divisor) node["divisor"] = emptiness_node(*proof.divisor, writer);
  node["steep"] = emptiness_node(proof.steep, writer);
  return node;
}

Json arc_node(const ArcProof& arc, CertificateWriter& writer) {
  Json node;
  node["singular"] = emptiness_node(arc.singular, writer);
  node["connected"] = count_node(arc.connected, writer);
  node["remainder"] = arc.remainder.to_string();
  node["bend"] = emptiness_node(arc.bend, writer);
  return node;
}

}  // namespace

Json emptiness_node(const Emptiness& empty, CertificateWriter& writer) {
  if (const auto* shown = std::get_if<EmptinessProof>(&empty.proof)) return writer.proof(empty.set, *shown);
  return {{"rule", "count"}, {"count", count_node(std::get<SetCount>(empty.proof), writer)}};
}

void write_entry(const CurvatureEvidence& evidence, CertificateWriter& writer, Json& entry) {
  const std::string& refuted = evidence.refuted;
  if (!refuted.empty()) entry["refuted"] = refuted;
  const bool bare =
      !refuted.empty() && refuted != "distance" && refuted != "loss" && refuted != "applies" && refuted != "fails";
  if (evidence.arc && !bare) entry["arc"] = arc_node(*evidence.arc, writer);
  if (refuted.empty() || refuted == "squared-curvature") {
    if (evidence.attained) entry["at"] = evidence.attained->to_string();
  }
  if (refuted.empty()) {
    if (evidence.length) entry["length"] = enclosure_node(*evidence.length);
    if (evidence.total_curvature) entry["total-curvature"] = enclosure_node(*evidence.total_curvature);
  }
  if (evidence.bound) {
    entry["side"] = evidence.bound->first == Side::below ? "below" : "above";
    entry["pieces"] = pieces_node(evidence.bound->second);
  }
  if (evidence.turning) entry["turning"] = pieces_node(*evidence.turning);
  if (evidence.far) entry["far"] = far_node(*evidence.far, writer);
  if (evidence.fraction) entry["fraction"] = evidence.fraction->to_string();
  if (evidence.lipschitz) entry["lipschitz"] = lipschitz_node(*evidence.lipschitz, writer);
  if (evidence.failure) entry["failure"] = failure_node(*evidence.failure, writer);
}

void write_entry(const ExponentialEvidence& evidence, Json& entry) {
  if (!evidence.refuted.empty()) entry["refuted"] = evidence.refuted;
  entry["pieces"] = evidence.pieces;
}

void write_entry(const SkewCurvesEvidence&, Json&) {}

void write_entry(const BoundsEvidence& evidence, CertificateWriter& writer, Json& entry) {
  if (!evidence.refuted.empty()) entry["refuted"] = evidence.refuted;
  if (evidence.refuted.empty()) entry["singular"] = emptiness_node(*evidence.singular, writer);
  if (evidence.refuted.empty() || evidence.refuted == "components") {
    entry["count"] = count_node(*evidence.count, writer);
  }
  if (evidence.refuted.empty() || evidence.refuted == "mixed-volume") {
    entry["lifting"] = Json::array();
    for (const auto& heights : evidence.lifting) {
      entry["lifting"].push_back(Json::array());
      for (const Integer& height : heights) entry["lifting"].back().push_back(height.to_string());
    }
  }
}

}  // namespace isthmus
