#include "bounds/component_bounds.hpp"
#include "exact/error.hpp"
#include "prove/emptiness_decision.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"
#include "prove/set_counter.hpp"

namespace isthmus {
namespace {

class BoundsDecision {
 public:
  BoundsDecision(const BoundsClaim::Instance& instance, ProofBuilder& builder, const Progress& progress)
      : instance_(instance), builder_(builder), progress_(progress) {}

  Finding decide() {
    if (!show_smooth()) return found_undecided("the hypersurface is not shown to be smooth");
    const std::size_t components = count();
    const MixedVolume volume = mixed_volume(critical_system(instance_.equation));
    evidence_.lifting = volume.lifting;
    const Integer exact(static_cast<long>(components));
    builder_.rest_on({Theorem::critical_points, Theorem::bezout_and_mixed_volumes, Theorem::milnor_thom});
    builder_.step("bounds", {"components: " + exact.to_string(),
                             "Bezout number of the critical system: " + bezout_bound(instance_.equation).to_string(),
                             "its mixed volume: " + volume.value.to_string(),
                             "Milnor-Thom: " + milnor_thom_bound(instance_.equation).to_string()});
    if (auto finding = compare("components", instance_.components, exact)) return std::move(*finding);
    if (auto finding = compare("bezout", instance_.bezout, bezout_bound(instance_.equation)))
      return std::move(*finding);
    if (auto finding = compare("mixed-volume", instance_.mixed_volume, volume.value)) return std::move(*finding);
    if (auto finding = compare("milnor-thom", instance_.milnor_thom, milnor_thom_bound(instance_.equation)))
      return std::move(*finding);
    return found_proved(std::move(evidence_));
  }

 private:
  bool show_smooth() {
    std::vector<Formula> parts{Formula::atom(instance_.equation, Relation::equal)};
    for (std::size_t i = 0; i < instance_.ring.size(); ++i) {
      parts.push_back(Formula::atom(instance_.equation.derivative(i), Relation::equal));
    }
    EmptinessDecision decision =
        decide_emptiness({instance_.ring, 0, Formula::truth(), Formula::conjunction(parts)}, progress_);
    if (!decision.empty) return false;
    builder_.step("smooth", {"the gradient vanishes nowhere on " + instance_.text});
    evidence_.singular = std::move(*decision.empty);
    return true;
  }

  std::size_t count() {
    const SemialgebraicSet set{instance_.ring, 0, Formula::truth(), Formula::atom(instance_.equation, Relation::equal)};
    CountOptions options;
    options.progress = progress_;
    const ReducedSetPtr reduced = reduce(set);
    const ComponentsPtr components = count_components(reduced, options);
    builder_.rest_on(theorems_of(*reduced));
    evidence_.count = SetCount{set, reduced, components};
    return components->count();
  }

  std::optional<Finding> compare(const std::string& what, const Integer& claimed, const Integer& value) {
    if (claimed == value) return std::nullopt;
    evidence_.refuted = what;
    return found_refuted({what + ": claimed " + claimed.to_string() + ", it is " + value.to_string()},
                         std::move(evidence_));
  }

  const BoundsClaim::Instance& instance_;
  ProofBuilder& builder_;
  const Progress& progress_;
  BoundsEvidence evidence_;
};

}  // namespace

Proof prove_bounds(const BoundsClaim& claim, const Progress& progress) {
  ProofBuilder builder;
  std::vector<std::string> headings;
  for (const auto& instance : claim.instances) headings.push_back(instance.text);
  return builder.over_instances(headings, Scope::instances, [&](std::size_t i) {
    return BoundsDecision(claim.instances[i], builder, progress).decide();
  });
}

}  // namespace isthmus
