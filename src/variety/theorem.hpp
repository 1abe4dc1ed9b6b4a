#pragma once

#include <string>
#include <vector>

namespace isthmus {

/// The theorems that proofs rest on and do not prove themselves. docs/engine.md states each one, with its source.
enum class Theorem {
  intermediate_values,
  graph_of_a_continuous_map,
  cramer,
  multiplicative_determinant,
  rank_of_a_product,
  cauchy_binet,
  components_of_a_product,
  components_of_a_sum,
  open_covers,
  closed_covers,
  folds,
  sides_of_a_hypersurface,
  codimension_one,
  delineability,
  thickening,
  cells_of_an_arrangement,
  sturm,
  descartes,
  homotopy_invariance,
  linear_change_of_variables,
  pythagoras,
  identity_of_free_rings,
  laws_of_powers,
  bernoulli,
  branch_and_bound,
  pseudo_inverse,
  cyclic_trace,
  general_linear_components,
  submultiplicative_norm,
  polar_decomposition,
  logarithm_of_rotations,
  culver,
  continuous_operations,
  short_chords,
  skew_curves,
  exponential_series,
  curvature_of_level_curves,
  critical_points,
  bezout_and_mixed_volumes,
  milnor_thom,
  machin,
};

/// A short fixed name, as logs and certificates print it.
std::string to_string(Theorem theorem);

/// One rewriting step of a network or a set, with the identity that shows it.
struct Rule {
  std::string name;                ///< short and fixed, e.g. "cancel-invertible-factor"
  std::vector<std::string> lines;  ///< what was rewritten to what, and why
  std::vector<Theorem> theorems;   ///< what it rests on
};

}  // namespace isthmus
