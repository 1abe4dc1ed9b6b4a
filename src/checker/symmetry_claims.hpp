#pragma once

#include <map>
#include <string>
#include <vector>

#include "checker/matrix_claims.hpp"
#include "checker/values.hpp"

namespace isthmus::check {

/// One instance of "left <= right wherever the hypotheses hold", for scalars.
struct Inequality {
  Setting setting;
  Matrix left;
  Matrix right;
};
std::vector<Inequality> read_inequality(Table& root);

/// One instance of "for all parameters and any two points W, W' of {network = target}, in different components if that
/// is asked for, the image of W is a point of the component of W', for some permutation matrices (or for every choice
/// of elements that meet the conditions)".
struct Transport {
  Network equation;
  std::vector<Symbol> elements;
  bool permutations = false;
  bool different_components = false;
  std::vector<Condition> conditions;     ///< on the elements
  std::map<std::string, Matrix> images;  ///< of each weight

  std::vector<Symbol> weights() const;
  /// The hypotheses and what is known of the elements; of permutations that P*T(P) = I, and that they are invertible.
  std::vector<Condition> known() const;
};
std::vector<Transport> read_transport(Table& root);

/// "These two points of {network = target} lie in one component (or: in two)."
struct ComponentPair {
  Network equation;
  Values from;  ///< with the values of the parameters
  Values to;
  bool connected = true;
};
std::vector<ComponentPair> read_same_component(Table& root);

}  // namespace isthmus::check
