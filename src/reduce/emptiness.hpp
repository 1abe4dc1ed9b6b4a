#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "decompose/cell_tree.hpp"

namespace isthmus {

struct EmptinessProof;
using EmptinessProofPtr = std::shared_ptr<const EmptinessProof>;

/// The signs that polynomials can have together do not allow the formula to hold.
struct Contradiction {};
/// The formula implies that of `then`, by the signs that polynomials can have together.
struct Rewriting {
  EmptinessProofPtr then;
};
/// `equation` = 0 follows: it is the sum of the products of the pairs, and the second of each pair vanishes on the set.
/// `then`: the set with this condition too.
struct Consequence {
  Polynomial equation;
  std::vector<std::pair<Polynomial, Polynomial>> terms;
  EmptinessProofPtr then;
};
/// One of the conditions holds at every point; each proof speaks of the set with its condition added.
struct CaseDistinction {
  std::vector<std::pair<Formula, EmptinessProofPtr>> cases;
};
/// variable = numerator / denominator on the set, where the denominator does not vanish. `then`: without the variable.
struct Substitution {
  std::size_t variable;
  Polynomial numerator;
  Polynomial denominator;
  EmptinessProofPtr then;
};
/// A subset of the line to which no root and no gap belongs.
struct EmptyLine {};
/// An open set that no open cell meets.
struct EmptyCells {
  Projection projection;
  CellTree tree;
};

/// Why a set has no point: a tree of steps whose leaves are contradictions and decompositions.
struct EmptinessProof {
  SemialgebraicSet set;  ///< what this step speaks of; without parameters, see total_space
  std::variant<Contradiction, Rewriting, Consequence, CaseDistinction, Substitution, EmptyLine, EmptyCells> step;
};

/// The family as one set in the space of parameters and coordinates: the assumption is a condition like the others.
SemialgebraicSet total_space(const SemialgebraicSet& family);

/// Tries to show that the set (with its assumption on the parameters) has no real point: normalisation, substitution of
/// linearly occurring variables, case distinction over the factors of an equation and over pivots. nullopt means only
/// that no proof was found within a small bound on the number of cases. The proof speaks of total_space(set).
std::optional<EmptinessProof> prove_empty(const SemialgebraicSet& set);

/// The proof that pairs of a multiplier and an equation of the set give, if the products add up to 1. Throws InvalidInput
/// if they do not.
EmptinessProof empty_by_combination(const SemialgebraicSet& set,
                                    std::vector<std::pair<Polynomial, Polynomial>> combination);

/// Indents a proof as lines of text.
std::vector<std::string> describe(const EmptinessProof& proof, std::size_t indent = 0);

}  // namespace isthmus
