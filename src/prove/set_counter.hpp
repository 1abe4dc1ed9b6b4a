#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "connect/family.hpp"
#include "prove/proof_builder.hpp"

namespace isthmus {

/// Counts families of sets for one claim; sets that differ in the names of their variables only are counted once.
class SetCounter {
 public:
  SetCounter(ProofBuilder& builder, Progress progress) : builder_(builder), progress_(std::move(progress)) {}

  /// The count for all parameters, with the steps that show it. Without parameters, the names in it are those of the
  /// first such set.
  CountedFamily count(const SemialgebraicSet& set);

 private:
  struct Known {
    std::shared_ptr<const FamilyCount> count;
    std::string text;
  };
  void report(const SemialgebraicSet& set, const FamilyCount& count);

  ProofBuilder& builder_;
  Progress progress_;
  std::map<std::string, Known> known_;
};

/// "{x, y : x*y != 0}", with "for all a with a != 0: " in front if there are parameters.
std::string to_string(const SemialgebraicSet& set);

/// The theorems that a reduction, and the decomposition of its leaves, rest on.
std::vector<Theorem> theorems_of(const ReducedSet& reduced);

/// The set at one parameter value, without parameters.
SemialgebraicSet at_parameters(const SemialgebraicSet& set, const std::vector<Rational>& parameters);

/// "(x=1, y=1/2)".
std::string to_string(const AlgebraicPoint& point, const PolynomialRing& ring);

}  // namespace isthmus
