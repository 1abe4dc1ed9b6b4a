#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exact/matrix.hpp"
#include "prove/power_field.hpp"
#include "prove/real_points.hpp"

namespace isthmus {

/// Which of the bounds chosen in a case express a variable: x = e, or x > e, or x < e, or both.
struct VariableBounds {
  std::optional<std::size_t> equal;
  std::optional<std::size_t> above;
  std::optional<std::size_t> below;
};

/// One case of the assumptions with everything that was used about real powers in it.
struct RealFrame {
  PolynomialRing ring;
  std::vector<PowerAtom> atoms;
  std::vector<SignProof> signs;        ///< each in front of the atoms from its `atoms_before` on
  std::vector<VariableBounds> bounds;  ///< one for each variable; fewer in an empty case
  std::optional<std::pair<std::size_t, std::size_t>>
      empty;  ///< two bounds of the next variable that exclude each other
};

/// A statement about real numbers, or an identity of homogeneous activations, that holds: its cases; none for a limit.
struct RealEvidence {
  RealPoint model;
  std::optional<std::vector<RealFrame>> cases;
};

/// A point at which one conclusion fails.
struct RealRefutation {
  RealPoint model;
  std::size_t conclusion;
};

/// A curve t -> values that refutes a bound or a limit.
struct CurveRefutation {
  std::map<std::string, RationalFunction> values;
};

/// An activation, matrices and scalars at which two sides differ; without `sigma` the activation is z -> (z_1, 0, ..,
/// 0).
struct HomogeneousRefutation {
  RealPoint scalars;
  std::map<std::string, Matrix> matrices;
  std::optional<std::pair<Rational, Rational>> sigma;  ///< its values at 1 and at -1
};

/// A permutation of least value, and the order of the rows in the search that shows it.
struct PermutationEvidence {
  std::vector<std::size_t> permutation;
  std::vector<std::size_t> order;
};

/// Everything is computed from the claim; for a refutation the numbers of the scale and the place.
struct ForwardPassEvidence {
  std::optional<std::pair<std::size_t, std::size_t>> wrong;
};

}  // namespace isthmus
