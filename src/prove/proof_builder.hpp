#pragma once

#include <functional>
#include <string>
#include <vector>

#include "prove/proof.hpp"
#include "variety/theorem.hpp"

namespace isthmus {

/// What one instance of a claim came to.
struct Finding {
  Verdict verdict = Verdict::undecided;
  std::string reason;                ///< for undecided and vacuous
  std::vector<std::string> witness;  ///< for refuted
  Evidence evidence;                 ///< for all but undecided
};

Finding found_proved(Evidence evidence);
Finding found_refuted(std::vector<std::string> witness, Evidence evidence);
Finding found_vacuous(std::string reason, Evidence evidence);
Finding found_undecided(std::string reason);

/// Collects the steps and theorems of a proof while it is made.
class ProofBuilder {
 public:
  void step(std::string rule, std::vector<std::string> lines) {
    proof_.steps.push_back({std::move(rule), std::move(lines)});
  }
  void step(const Rule& rule);
  void steps(const std::vector<Rule>& rules);
  void rest_on(Theorem theorem);
  void rest_on(const std::vector<Theorem>& theorems);
  void count(FamilyCount count) { proof_.counts.push_back(std::move(count)); }

  /// Decides the instances one after the other, each under a heading: refuted if one is (the rest is not looked at),
  /// else undecided or vacuous if one is, else proved. `decide` may throw Undecided.
  Proof over_instances(const std::vector<std::string>& headings, Scope scope,
                       const std::function<Finding(std::size_t)>& decide);

 private:
  Finding decided(std::size_t index, const std::function<Finding(std::size_t)>& decide) const;
  Proof finished(Finding finding, Scope scope);

  Proof proof_;
};

}  // namespace isthmus
