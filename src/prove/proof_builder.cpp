#include "prove/proof_builder.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {

std::string to_string(Scope scope) {
  switch (scope) {
    case Scope::all:
      return "all";
    case Scope::all_dimensions:
      return "all dimensions";
    case Scope::instances:
      return "instances";
  }
  throw InternalError("a scope outside its enumeration");
}

Finding found_proved(Evidence evidence) { return {Verdict::proved, {}, {}, std::move(evidence)}; }
Finding found_refuted(std::vector<std::string> witness, Evidence evidence) {
  return {Verdict::refuted, {}, std::move(witness), std::move(evidence)};
}
Finding found_vacuous(std::string reason, Evidence evidence) {
  return {Verdict::vacuous, std::move(reason), {}, std::move(evidence)};
}
Finding found_undecided(std::string reason) { return {Verdict::undecided, std::move(reason), {}, {}}; }

void ProofBuilder::step(const Rule& rule) {
  step(rule.name, rule.lines);
  rest_on(rule.theorems);
}

void ProofBuilder::steps(const std::vector<Rule>& rules) {
  for (const Rule& rule : rules) step(rule);
}

void ProofBuilder::rest_on(Theorem theorem) {
  const std::string name = to_string(theorem);
  auto& names = proof_.theorems;
  const auto place = std::lower_bound(names.begin(), names.end(), name);
  if (place == names.end() || *place != name) names.insert(place, name);
}

void ProofBuilder::rest_on(const std::vector<Theorem>& theorems) {
  for (const Theorem theorem : theorems) rest_on(theorem);
}

Finding ProofBuilder::decided(std::size_t index, const std::function<Finding(std::size_t)>& decide) const {
  try {
    return decide(index);
  } catch (const Undecided& error) {
    return found_undecided(error.what());
  } catch (const InvalidInput& error) {
    return found_undecided(std::string("the claim makes no sense here: ") + error.what());
  }
}

Proof ProofBuilder::finished(Finding finding, Scope scope) {
  proof_.verdict = finding.verdict;
  proof_.scope = scope;
  proof_.reason = std::move(finding.reason);
  proof_.witness = std::move(finding.witness);
  return std::move(proof_);
}

Proof ProofBuilder::over_instances(const std::vector<std::string>& headings, Scope scope,
                                   const std::function<Finding(std::size_t)>& decide) {
  Finding worst = found_proved({});
  std::vector<InstanceEvidence> all;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (!headings[i].empty()) step("instance", {headings[i]});
    Finding finding = decided(i, decide);
    const std::string where = headings[i].empty() ? "" : headings[i] + ": ";
    if (!finding.reason.empty()) finding.reason = where + finding.reason;
    if (finding.verdict == Verdict::refuted) {
      if (!where.empty()) finding.witness.insert(finding.witness.begin(), headings[i]);
      proof_.evidence = {{i, std::move(finding.evidence)}};
      return finished(std::move(finding), scope);
    }
    const bool worse = finding.verdict == Verdict::undecided
                           ? worst.verdict != Verdict::undecided
                           : finding.verdict == Verdict::vacuous && worst.verdict == Verdict::proved;
    if (finding.verdict == Verdict::proved) {
      all.push_back({i, std::move(finding.evidence)});
    } else if (worse) {
      proof_.evidence.clear();
      if (finding.verdict == Verdict::vacuous) proof_.evidence = {{i, std::move(finding.evidence)}};
      worst = std::move(finding);
    }
  }
  if (worst.verdict == Verdict::proved) proof_.evidence = std::move(all);
  return finished(std::move(worst), scope);
}

}  // namespace isthmus
