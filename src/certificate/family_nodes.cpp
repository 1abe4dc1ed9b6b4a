#include "certificate/family_nodes.hpp"

#include <algorithm>
#include <numeric>

#include "certificate/not_certified.hpp"
#include "certificate/open_nodes.hpp"
#include "certificate/proof_nodes.hpp"
#include "certificate/step_nodes.hpp"
#include "connect/parameter_space.hpp"
#include "exact/error.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

SemialgebraicSet fibre_of(const SemialgebraicSet& family, const std::vector<Rational>& parameters) {
  std::vector<std::size_t> indices(parameters.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  return specialise(family, indices, parameters);
}

/// Writes a reduction for all parameters: the tree of its steps, whose leaves are points and delineations.
class ReductionNodes {
 public:
  explicit ReductionNodes(const UniformFamily& uniform) : uniform_(uniform) {}

  Json node(const SemialgebraicSet& set, const ReducedSet& reduced) const {
    SemialgebraicSet normal = set;
    normal.formula = reduced.set.formula;
    const bool empty = std::holds_alternative<EmptyPart>(reduced.part);
    if (empty) return step_node(set, reduced, {});
    if (is_leaf(reduced)) return after_rewriting(set, normal.formula, leaf(reduced));
    return after_rewriting(
        set, normal.formula,
        step_node(normal, reduced, [&](std::size_t, const SemialgebraicSet& derived, const ReducedSet& child) {
          return node(derived, child);
        }));
  }

 private:
  Json leaf(const ReducedSet& reduced) const {
    if (std::holds_alternative<PointPart>(reduced.part)) return rule_node("point");
    const auto found = std::find_if(uniform_.delineations.begin(), uniform_.delineations.end(),
                                    [&](const Delineation& d) { return d.leaf == &reduced; });
    const bool open_or_line =
        std::holds_alternative<OpenPart>(reduced.part) || std::holds_alternative<LinePart>(reduced.part);
    if (found == uniform_.delineations.end() || !open_or_line)
      throw NotCertified("no rule of the certificate format covers the family " + reduced.set.formula.to_string());
    Json node = rule_node("delineate");
    node["order"] = found->projection.ring().names();
    node["units"] = units_json(reduced.set.formula, found->projection);
    node["projection"] = projection_json(found->projection);
    return node;
  }

  const UniformFamily& uniform_;
};

/// Writes the distinctions in parameter space.
class FamilyNodes {
 public:
  explicit FamilyNodes(CountNodes& counts) : counts_(counts) {}

  Json node(const FamilyEvidence& evidence) {
    return std::visit([&](const auto& step) { return write(evidence.family, step); }, evidence.step);
  }

 private:
  Json write(const SemialgebraicSet& family, const CountedFibre& step) { return fibre_node(counts_, family, step); }
  Json write(const SemialgebraicSet& family, const NoParameters& step) {
    Json node = rule_node("no-parameters");
    node["proof"] = proof_node(parameter_space(family), step.proof);
    return node;
  }
  Json write(const SemialgebraicSet&, const ParameterCases& step) {
    Json node = rule_node("parameter-cases");
    node["polynomial"] = step.polynomial.to_string();
    node["zero"] = this->node(*step.zero);
    node["nonzero"] = this->node(*step.nonzero);
    return node;
  }
  Json write(const SemialgebraicSet& family, const SolvedParameter& step) {
    Json node = rule_node("solve-parameter");
    node["parameter"] = family.ring.name(step.parameter);
    node["numerator"] = step.numerator.to_string();
    node["denominator"] = step.denominator.to_string();
    const Formula vanishing = Formula::atom(step.denominator, Relation::equal);
    node["nonzero"] = proof_node(parameter_space(assuming(family, vanishing)), step.nonzero);
    node["then"] = this->node(*step.then);
    return node;
  }
  Json write(const SemialgebraicSet& family, const UniformFamily& step) {
    Json node = rule_node("uniform");
    const SemialgebraicSet derived = derived_set(*step.reduction, family.assumption);
    node["reduction"] = ReductionNodes(step).node(derived, *step.reduction);
    node["order"] = step.projection.ring().names();
    node["units"] = units_json(parameter_space(family).formula, step.projection);
    node["projection"] = projection_json(step.projection);
    node["cells"] =
        full_cells_json(step.projection, step.tree, [&](std::size_t leaf) -> bool { return step.inside.at(leaf); });
    node["counts"] = Json::array();
    for (const CountedFibre& fibre : step.fibres) node["counts"].push_back(fibre_node(counts_, family, fibre));
    node["walls"] = Json::array();
    for (const FamilyEvidencePtr& wall : step.walls) node["walls"].push_back(this->node(*wall));
    return node;
  }
  Json write(const SemialgebraicSet&, const NotCounted& step) { throw NotCertified(step.reason); }

  CountNodes& counts_;
};

}  // namespace

Json fibre_node(CountNodes& counts, const SemialgebraicSet& family, const CountedFibre& fibre) {
  const SemialgebraicSet set = fibre_of(family, fibre.parameters);
  if (fibre.parameters.empty()) return counts.node(set, *fibre.reduced, fibre.components);
  try {
    return counts.node(set, *fibre.reduced, fibre.components);
  } catch (const NotCertified&) {
    const ReducedSetPtr anew = reduce(set);
    try {
      return counts.node(set, *anew, count_components(anew));
    } catch (const Undecided& reason) {
      throw NotCertified(reason.what());
    }
  }
}

Json family_node(CountNodes& counts, const SemialgebraicSet& set, const FamilyEvidence& evidence) {
  if (set.parameter_count == 0)
    if (const auto* fibre = std::get_if<CountedFibre>(&evidence.step))
      return counts.node(set, *fibre->reduced, fibre->components);
  require(set.ring == evidence.family.ring && set.formula == evidence.family.formula,
          "the family that is written is not the one that was counted");
  return FamilyNodes(counts).node(evidence);
}

}  // namespace isthmus
