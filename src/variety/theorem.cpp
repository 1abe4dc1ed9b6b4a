#include "variety/theorem.hpp"

#include "exact/error.hpp"

namespace isthmus {

std::string to_string(Theorem theorem) {
  switch (theorem) {
    case Theorem::intermediate_values:
      return "intermediate value theorem";
    case Theorem::graph_of_a_continuous_map:
      return "graph of a continuous map";
    case Theorem::cramer:
      return "Cramer's rule";
    case Theorem::multiplicative_determinant:
      return "multiplicativity of the determinant";
    case Theorem::rank_of_a_product:
      return "rank of a product of matrices";
    case Theorem::cauchy_binet:
      return "Cauchy-Binet formula";
    case Theorem::components_of_a_product:
      return "components of a product";
    case Theorem::components_of_a_sum:
      return "components of a disjoint union of open and closed pieces";
    case Theorem::open_covers:
      return "gluing of open covers";
    case Theorem::closed_covers:
      return "gluing of finite closed covers";
    case Theorem::folds:
      return "components over a product of two coordinates";
    case Theorem::sides_of_a_hypersurface:
      return "the two sides of a smooth hypersurface";
    case Theorem::codimension_one:
      return "codimension one suffices";
    case Theorem::delineability:
      return "delineability over walls";
    case Theorem::thickening:
      return "thin neighbourhoods have the components of the set";
    case Theorem::cells_of_an_arrangement:
      return "incidence of the cells of an arrangement of plane curves";
    case Theorem::sturm:
      return "Sturm's theorem";
    case Theorem::descartes:
      return "Descartes' rule of signs";
    case Theorem::homotopy_invariance:
      return "homotopy invariance of pi_0 under a retraction";
    case Theorem::linear_change_of_variables:
      return "invertible affine changes of variables are homeomorphisms";
    case Theorem::pythagoras:
      return "Pythagoras for the trace inner product";
    case Theorem::laws_of_powers:
      return "laws of real powers of positive numbers";
    case Theorem::bernoulli:
      return "Bernoulli's inequality for real exponents";
    case Theorem::branch_and_bound:
      return "a search that leaves out only what a bound excludes is exhaustive";
    case Theorem::short_chords:
      return "chords of curves with bounded curvature (docs/curves.md, Theorem 1)";
    case Theorem::skew_curves:
      return "curves of one-parameter groups of rotations (docs/curves.md, Theorem 2)";
    case Theorem::exponential_series:
      return "exponential series of a matrix, with its remainder";
    case Theorem::curvature_of_level_curves:
      return "curvature of a plane level curve";
    case Theorem::critical_points:
      return "every component has a critical point of a general distance";
    case Theorem::bezout_and_mixed_volumes:
      return "Bezout; Bernshtein, Kushnirenko, Khovanskii; Li, Wang; Huber, Sturmfels";
    case Theorem::milnor_thom:
      return "Milnor-Thom bound";
    case Theorem::machin:
      return "Machin's formula for pi";
    case Theorem::identity_of_free_rings:
      return "identities of a free ring with inverses hold for matrices of every size";
    case Theorem::pseudo_inverse:
      return "Penrose's equations of the pseudo-inverse";
    case Theorem::cyclic_trace:
      return "trace(A*B) = trace(B*A)";
    case Theorem::general_linear_components:
      return "GL_n(R) has two components, told apart by the sign of the determinant";
    case Theorem::submultiplicative_norm:
      return "the Frobenius norm is submultiplicative";
    case Theorem::polar_decomposition:
      return "polar decomposition";
    case Theorem::logarithm_of_rotations:
      return "every rotation is the exponential of a skew-symmetric matrix";
    case Theorem::culver:
      return "Culver's criterion for real logarithms";
    case Theorem::continuous_operations:
      return "sums, products, inverses and rectifiers of continuous maps are continuous";
  }
  throw InternalError("a theorem outside its enumeration");
}

}  // namespace isthmus
