#pragma once

#include <optional>
#include <set>
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

/// A matrix expression of a claim file. Throws InvalidClaim.
Matrix matrix_in(const Text& text, const Names& names);
/// The same, of the shape of `model`; a plain 0 takes it.
Matrix matrix_like(const Matrix& model, const Text& text, const Names& names);
/// The weights are the coordinates: all occur in the network, none in the target or in a hypothesis.
Network network_in(const Table& root, const Text& network, const Text& target, Setting setting);
void forbid_in_hypotheses(const Table& root, const Setting& setting, const std::set<std::string>& forbidden);

/// One of the tables that give a value to a matrix.
struct MatrixAssignment {
  Text name;
  Text value;
  std::optional<Text> index;
};
std::vector<MatrixAssignment> read_assignments(Table& root, const std::string& key);

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
