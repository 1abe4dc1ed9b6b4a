#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "checker/activation.hpp"
#include "checker/relation.hpp"
#include "checker/values.hpp"

namespace isthmus::check {

/// One table [[permutations.instance]], with what is claimed of its minimum.
struct HiddenUnits {
  RationalMatrix outer;
  RationalMatrix preactivation;
  Activation activation;
  std::optional<Rational> scale;
  Rational alpha;
  Relation relation;
  Rational value;
};

/// One seed of [forward-passes].
struct ForwardPasses {
  std::vector<std::size_t> widths;
  std::size_t samples;
  Activation activation;
  std::size_t seed;
  std::vector<Rational> scales;
  std::vector<Rational> alphas;
};

// Readers of these kinds of claim. Each throws InvalidClaim.
std::vector<HiddenUnits> read_permutations(Table& root);
std::vector<ForwardPasses> read_forward_passes(Table& root);

}  // namespace isthmus::check
