#include "prove/network_points.hpp"
#include "prove/network_words.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"
#include "variety/evaluation.hpp"

namespace isthmus {
namespace {

Finding different(const HomogeneousIdentity& claim, const NetworkPoint& point) {
  std::vector<std::string> lines{point.activation};
  if (!claim.scalars.empty()) lines.push_back("at " + to_string(point.scalars, claim.scalars));
  for (const SymbolicMatrix& symbol : claim.matrices) {
    lines.push_back(symbol.name + " = " + to_string(point.matrices.at(symbol.name)));
  }
  lines.push_back("left:  " + claim.left.to_string() + " = " + to_string(point.left));
  lines.push_back("right: " + claim.right.to_string() + " = " + to_string(point.right));
  return found_refuted(lines, HomogeneousRefutation{point.scalars, point.matrices, point.sigma});
}

/// Whether the two sides have one normal form in every case. Throws Undecided.
bool is_identity(const HomogeneousIdentity& claim, ProofBuilder& builder, std::vector<RealFrame>& frames) {
  std::vector<RealComparison> ignored;
  for (RealCase& each : cases_of(claim.scalars, claim.assumptions, ignored)) {
    if (each.empty) {
      frames.push_back(each.frame());
      continue;
    }
    NetworkWords words(claim, each);
    const auto left = words.normal_form(claim.left);
    const auto right = words.normal_form(claim.right);
    if (left.size() != right.size()) return false;
    for (const auto& [word, coefficient] : left) {
      const auto other = right.find(word);
      if (other == right.end() || !(other->second == coefficient)) return false;
    }
    std::vector<std::string> lines = each.lines;
    for (const std::string& line : each.field->describe_atoms()) lines.push_back("with " + line);
    lines.insert(lines.end(), words.log().begin(), words.log().end());
    lines.push_back(claim.left.to_string());
    lines.push_back("  = " + NetworkWords::to_string(left));
    lines.push_back("  = " + claim.right.to_string());
    builder.step("homogeneity", lines);
    frames.push_back(each.frame());
  }
  for (const Theorem theorem : {Theorem::laws_of_powers, Theorem::identity_of_free_rings}) builder.rest_on(theorem);
  return true;
}

Finding decide(const HomogeneousIdentity& claim, ProofBuilder& builder) {
  const auto model = find_point(claim.scalars, claim.assumptions, [](const RealPoint&) { return true; });
  if (!model) return found_undecided("no values that satisfy the assumptions were found");
  std::string reason = "neither an identity nor a point where the two sides differ was found";
  try {
    std::vector<RealFrame> frames;
    if (is_identity(claim, builder, frames)) return found_proved(RealEvidence{*model, std::move(frames)});
  } catch (const Undecided& error) {
    reason = error.what();
  }
  if (const auto point = find_difference(claim)) {
    builder.step("evaluation", {"numbers for which the two sides differ were found by exact evaluation"});
    return different(claim, *point);
  }
  return found_undecided(reason);
}

}  // namespace

Proof prove_homogeneous_identity(const HomogeneousIdentity& claim, const Progress&) {
  ProofBuilder builder;
  Proof proof = builder.over_instances({""}, Scope::all, [&](std::size_t) { return decide(claim, builder); });
  if (proof.verdict == Verdict::proved) proof.scope = Scope::all_dimensions;
  return proof;
}

}  // namespace isthmus
