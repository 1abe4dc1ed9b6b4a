#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/components.hpp"
#include "connect/family_evidence.hpp"

namespace isthmus {

/// The count on one part of the parameter space.
struct FamilyCase {
  Formula when;                      ///< condition on the parameters, over the ring of the parameters
  std::size_t components = 0;        ///< of the set, for every parameter value that satisfies `when`
  std::vector<Rational> parameters;  ///< the value at which the components were counted; none if it is irrational
  ReducedSetPtr reduced;             ///< the reduction at that value
  ComponentsPtr evidence;            ///< the components there
};

/// The numbers of components of a family of sets, for all parameters that satisfy the assumption.
struct FamilyCount {
  PolynomialRing parameter_ring;
  std::vector<FamilyCase> cases;       ///< disjoint; together they cover the assumption, apart from `undecided`
  std::vector<std::string> undecided;  ///< parts of the parameter space whose count was not found, each with its reason
  std::vector<std::string> log;        ///< the reduction for all parameters, the parameter polynomials and cells
  FamilyEvidencePtr evidence;          ///< how the cases were found and that they are all

  /// The one count if it is the same in every case and nothing is undecided; nullopt otherwise, also if no parameter
  /// satisfies the assumption.
  std::optional<std::size_t> common() const;
  /// No parameter value satisfies the assumption (and nothing is undecided).
  bool vacuous() const { return cases.empty() && undecided.empty(); }
};

/// Counts for all parameters: the reduction is made once with symbolic parameters; above an open cell of the projection
/// of its leaves to the parameter space the count is constant (docs/engine.md, section "Parameters"), so one value of
/// each decides it; parameter walls inside the assumption are substituted and decided in turn. A set without parameters
/// is a family with one case, `when` truth. Never throws Undecided: what is not found is listed.
FamilyCount count_family(const SemialgebraicSet& family, const CountOptions& options = {});

}  // namespace isthmus
