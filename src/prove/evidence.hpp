#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "prove/curvature_evidence.hpp"
#include "prove/real_evidence.hpp"
#include "prove/set_evidence.hpp"
#include "prove/symmetry_evidence.hpp"
#include "reduce/emptiness.hpp"
#include "variety/evaluation.hpp"
#include "variety/network_set.hpp"

namespace isthmus {

/// Hypotheses without a model: what they say, written out in entries, is empty. For orbits, the one with this number
/// admits no parameter value.
struct NoModelEvidence {
  Emptiness hypotheses;
  std::optional<std::size_t> which;
};

/// A claim about a network: the steps from the equation to the factors, and their counts, for all parameters if it is
/// proved, at the model if it is refuted.
struct NetworkEvidence {
  struct Factor {
    NetworkFactor factor;
    std::variant<CountedFamily, SetCount> count;
  };
  Assignment model;
  std::vector<NetworkStep> steps;
  std::vector<Factor> factors;
};

/// A claim about a set that holds; `model` is a parameter point that satisfies the assumption.
struct SetEvidence {
  Point model;
  CountedFamily counted;
};

/// A claim about a number of components that is wrong for one parameter value, that of the fibre. Of several sets it is
/// this one, counted from 0; the set itself of a claim about orbits and the product of one about products have none.
struct CountRefutation {
  std::optional<std::size_t> which;
  SemialgebraicSet family;
  FamilyCase fibre;
};

struct ProductEvidence {
  std::vector<CountedFamily> factors;
  SetCount product;
};

/// The product, counted as a whole, does not have the claimed number of components.
struct ProductRefutation {
  SetCount product;
};

/// An element of a group that leads from x to y, for the pairs (x, y) where `when` holds.
struct TransitiveElement {
  struct Quotient {
    Polynomial numerator;
    Polynomial denominator;
  };
  Formula when;
  std::vector<Quotient> element;  ///< one for each variable of the group
  Emptiness wrong;                ///< pairs where the element is not in the group or does not lead from x to y
  Emptiness undefined;            ///< pairs where a denominator vanishes
};

/// Why a described set (or each set of a family of them) is an orbit inside another set.
struct OrbitProof {
  Emptiness inside;  ///< points of the orbit outside of the set
  /// For a family of orbits: its parameters for the orbit through a point of the set.
  std::vector<Polynomial> choice;
  /// With an action.
  std::optional<Emptiness> stays;  ///< the group does not lead out
  std::vector<TransitiveElement> transitive;
  std::optional<Emptiness> no_element;  ///< pairs for which none of these elements is meant
};

/// A set that is a disjoint union of orbits.
struct OrbitEvidence {
  struct Orbit {
    SetEvidence counted;
    OrbitProof proof;
  };
  CountedFamily counted;
  std::vector<Orbit> orbits;
  Emptiness cover;
  std::vector<Emptiness> disjoint;  ///< for i = 1.., j = 0..i-1, orbits i and j, those without parameters
};

struct IdentityEvidence {
  Assignment model;
  std::vector<Eliminated> eliminated;  ///< in the order of their elimination
  bool entries = false;                ///< the sides agree when they are written out, not as sums of words
  std::vector<Emptiness> exceptions;   ///< what neither words, facts nor entries show: each of these sets is empty
  /// Instead of eliminations: the difference of the sides is a combination of what is known to be zero.
  std::optional<WordConsequence> consequence;
};

/// left <= right, since right - left is a sum of squares, or is negative nowhere.
struct InequalityEvidence {
  Assignment model;
  std::variant<SquareSum, Emptiness> proof;
};

struct InverseMapsEvidence {
  Assignment model;
  std::vector<Eliminated> domain;     ///< eliminations on the domain
  std::vector<Eliminated> codomain;   ///< eliminations on the codomain
  std::vector<Emptiness> exceptions;  ///< as for identities
};

struct CoverEvidence {
  Assignment model;
  std::vector<Emptiness> proofs;  ///< one for each choice of one condition from each part, the last part's fastest
};

/// Values at which the hypotheses hold and the statement fails.
struct Counterexample {
  Assignment values;
  std::string side;  ///< of a pair of maps: "domain" or "codomain"
};

/// What shows the verdict on one instance of a claim, in the form in which proofs/FORMAT.md can state it.
using Evidence =
    std::variant<std::monostate, NoModelEvidence, NetworkEvidence, SetEvidence, CountRefutation, ProductEvidence,
                 ProductRefutation, OrbitEvidence, IdentityEvidence, InverseMapsEvidence, CoverEvidence, Counterexample,
                 RealEvidence, RealRefutation, CurveRefutation, HomogeneousRefutation, PermutationEvidence,
                 ForwardPassEvidence, InequalityEvidence, TransportEvidence, PairCounterexample, SquareSum,
                 ModelEvidence, NoEvidenceNeeded, LogarithmRefutation, Discontinuity, CurvatureEvidence,
                 ExponentialEvidence, SkewCurvesEvidence, BoundsEvidence>;

}  // namespace isthmus
