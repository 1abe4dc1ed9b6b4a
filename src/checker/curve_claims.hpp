#pragma once

#include <vector>

#include "checker/matrix_claims.hpp"

namespace isthmus::check {

/// One instance of "for every bound b, {(V_1, V_2) : V_1*V_2 = A} has two points and between them a point whose
/// distance from it is above b", for all A that the hypotheses admit; V_1 has `inner` columns.
struct OrbitDistance {
  Setting setting;
  Symbol product;  ///< A, the one matrix
  std::size_t inner;
};
std::vector<OrbitDistance> read_distance(Table& root);

/// One instance of "every matrix that the hypotheses admit is a product of so many exponentials of real matrices".
struct Exponentials {
  Setting setting;
  Symbol matrix;  ///< the one matrix, square
  std::size_t factors;
};
std::vector<Exponentials> read_exponentials(Table& root);

/// One instance of "the value is a continuous function of the matrices, where the hypotheses hold".
struct Continuity {
  Setting setting;
  Matrix value;
};
std::vector<Continuity> read_continuity(Table& root);

/// "|F - F'| <= |F| for these networks", F' = F*pinv(R)*R for matrices F, R that the numbers say how to make. What
/// shows it holds for all matrices, so the numbers are read and not used.
struct SigmoidNetworks {};
SigmoidNetworks read_sigmoid_networks(Table& root);

}  // namespace isthmus::check
