#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/matrix_claims.hpp"
#include "checker/set.hpp"

namespace isthmus::check {

/// "For all parameters that the assumption admits, the set has that many components."
struct CountedSet {
  std::vector<std::string> parameters;
  std::vector<std::string> coordinates;
  Set set;
  ClaimedCount count;
};
CountedSet read_set_components(Table& root);

/// "Each factor has its count, and their product, in pairwise different variables, has `count` components."
struct Product {
  std::vector<CountedSet> factors;
  CountedSet product;
};
Product read_product(Table& root);

/// "The pieces are the orbits of the set; the set and each orbit have their counts." A piece with parameters is one
/// orbit for each parameter value that its assumption admits.
struct Orbits {
  /// {g : group} acts by x -> images.
  struct Action {
    std::vector<std::string> variables;
    std::string group;
    std::vector<std::string> images;
  };
  CountedSet set;
  std::vector<CountedSet> orbits;  ///< their coordinates are those of the set
  std::optional<Action> action;
};
Orbits read_orbits(Table& root);

}  // namespace isthmus::check
