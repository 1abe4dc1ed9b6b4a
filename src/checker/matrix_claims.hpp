#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checker/setting.hpp"

namespace isthmus::check {

/// What is said about a number of components: "components REL value".
struct ClaimedCount {
  Relation relation = Relation::equal;
  Integer value;
  bool admits(const Integer& components) const { return holds(relation, sign(Integer(components - value))); }
};
/// One of the keys count, at-most, at-least of a table.
ClaimedCount read_count(Table& table, const Names& names);

/// The equation network = target in the weights, for the parameters that the hypotheses admit.
struct Network {
  Setting setting;
  Matrix network;
  Matrix target;
};

/// One instance of "the set of weights with network = target has that many components", or, for kind argmin, the set
/// where |target - network|^2 takes its least value.
struct CountedNetwork {
  Network equation;
  ClaimedCount count;
};
std::vector<CountedNetwork> read_counted_networks(Table& root, const std::string& key);

/// One instance of "left = right, and both are defined, wherever the hypotheses hold".
struct Identity {
  Setting setting;
  Matrix left;
  Matrix right;
};
std::vector<Identity> read_identity(Table& root);

/// One instance of "every choice of the weights with network = target satisfies all conditions of some part".
struct Cover {
  Network equation;
  std::vector<std::vector<Condition>> parts;
};
std::vector<Cover> read_cover(Table& root);

/// One instance of "these two maps are defined, lead into each other's domains, and are inverse to each other".
struct InverseMaps {
  struct Space {
    std::vector<Symbol> coordinates;
    std::vector<Condition> conditions;
    std::map<std::string, Matrix> map;  ///< the value of each coordinate of the other space, at a point of this one
  };
  Setting setting;
  Space domain;
  Space codomain;

  /// The matrices that are coordinates of neither space.
  std::vector<Symbol> parameters() const;
};
std::vector<InverseMaps> read_inverse_maps(Table& root);

}  // namespace isthmus::check
