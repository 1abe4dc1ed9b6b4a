#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prove/evidence.hpp"
#include "variety/theorem.hpp"

namespace isthmus {

/// Whether a set has a point.
struct EmptinessDecision {
  Truth nonempty = Truth::unknown;
  std::optional<Point> point;      ///< for yes: a rational point of the set, if one was found
  std::vector<std::string> lines;  ///< for no: the proof; for unknown: the reason
  std::vector<Theorem> theorems;   ///< for no: what the proof rests on
  std::optional<Emptiness> empty;  ///< for no
};

/// The set with its parameters as coordinates and its assumption as a conjunct.
SemialgebraicSet with_parameters_as_coordinates(const SemialgebraicSet& set);

/// By case distinctions alone: nullopt says nothing.
std::optional<Emptiness> shown_empty(const SemialgebraicSet& set);

/// Decides by case distinctions, else by counting components. Parameters count as coordinates, the assumption as a
/// condition. Never throws Undecided.
EmptinessDecision decide_emptiness(const SemialgebraicSet& set, const Progress& progress = {});

}  // namespace isthmus
