#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "claim/barrier_claims.hpp"
#include "claim/curvature_claims.hpp"
#include "claim/matrix_expression.hpp"
#include "claim/semialgebraic_set.hpp"
#include "exact/error.hpp"
#include "exact/integer.hpp"

namespace isthmus {

/// What became of a claim. `vacuous`: its hypotheses have no model. `undecided`: given up, with a reason.
enum class Verdict { proved, refuted, vacuous, undecided };
/// "proved", ..
std::string to_string(Verdict verdict);

/// How a claim relates to its source: its words, an amendment of them, or a statement that is not in it.
enum class Variant { as_printed, repaired, beyond };
/// "as printed", "repaired", "beyond".
std::string to_string(Variant variant);

/// Where a statement was made.
struct Citation {
  std::string paper;
  std::string label;
  long page = 0;
  std::string quote;
};

/// What is said about a number of components: "components REL value".
struct Count {
  Relation relation = Relation::equal;
  Integer value;

  bool admits(const Integer& components) const { return holds(relation, (components - value).sign()); }
  /// "3", "<= 1".
  std::string to_string() const;
};

/// One dimension of a claim: a positive integer, or a tuple of them whose entries are d[0], d[1], ..
struct Dimension {
  std::string name;
  std::vector<long> values;
  bool tuple = false;

  /// "h=2", "d=(1, 2, 1)".
  std::string to_string() const;
};

/// One choice of all dimensions, the matrices declared for it, and the hypotheses on those that are parameters.
struct Setting {
  std::vector<Dimension> dimensions;  ///< in the order of the file
  std::vector<MatrixSymbol> symbols;  ///< in the order of the file; a family W[1], W[2], .. in the order of its index
  std::vector<MatrixCondition> hypotheses;

  /// "h=2, l=3"; empty without dimensions.
  std::string to_string() const;
  /// The position in `symbols`, or nullopt.
  std::optional<std::size_t> index_of(std::string_view name) const;
};

/// "For all parameters that the hypotheses admit, the set of weights with network = target has `count` components."
struct NetworkComponents {
  struct Instance {
    Setting setting;
    MatrixExpression network;
    MatrixExpression target;
    Count count;
  };
  std::vector<Instance> instances;  ///< one for each choice of dimensions
};

/// "For all parameters that the hypotheses admit, the set of weights where |target - network|^2 (the sum of the squares
/// of the entries) takes its least value has `count` components", the least value zero or not.
struct ArgminComponents {
  std::vector<NetworkComponents::Instance> instances;
};

/// A semialgebraic set, the text it was read from, and what is said about the number of its components, for every
/// parameter value that its assumption admits.
struct CountedSet {
  std::string text;
  SemialgebraicSet set;
  Count count;
};

/// "This set has `count` components."
struct SetComponents {
  CountedSet set;
};

/// "Each factor has its count, and their product, in pairwise disjoint variables, has `count` components."
struct ProductComponents {
  std::vector<CountedSet> factors;
  SemialgebraicSet product;  ///< the conjunction of the factors, over their variables in order; no parameters
  Count count;
};

/// "The orbits of the set are the ones described, the set has its count and each orbit its own."
///
/// An orbit with parameters describes one orbit for each parameter value that its assumption admits.
struct OrbitComponents {
  /// The group {g : group} acting by x -> images(g, x).
  struct Action {
    std::string text;
    SemialgebraicSet group;
    PolynomialRing ring;             ///< the variables of the group, then those of the set
    std::vector<Polynomial> images;  ///< one for each coordinate of the set, over `ring`
  };
  CountedSet set;
  std::vector<CountedSet> orbits;  ///< their coordinates are those of the set, in the same order
  std::optional<Action> action;
};

/// "left = right wherever the hypotheses hold", as matrices of one shape; every inverse that occurs is one that the
/// hypotheses make sense of, which is part of the claim.
struct MatrixIdentity {
  struct Instance {
    Setting setting;
    MatrixExpression left;
    MatrixExpression right;
  };
  std::vector<Instance> instances;
  /// If dimensions are nothing but sizes: the claim for sizes that all differ, which stand for any.
  std::optional<Instance> generic;
};

/// "The two maps are defined on their domains, lead into each other's, and are inverse to each other."
struct InverseMaps {
  struct Space {
    std::vector<std::size_t> coordinates;  ///< positions in setting.symbols
    std::vector<MatrixCondition> conditions;
  };
  struct Assignment {
    std::size_t coordinate;  ///< position in setting.symbols
    MatrixExpression value;
  };
  struct Instance {
    Setting setting;
    Space domain;
    Space codomain;
    std::vector<Assignment> forward;   ///< one for each coordinate of the codomain, in that order, over the domain
    std::vector<Assignment> backward;  ///< one for each coordinate of the domain, in that order, over the codomain
  };
  std::vector<Instance> instances;
  std::optional<Instance> generic;  ///< as for identities
};

/// "Every choice of the weights with network = target satisfies all conditions of at least one part."
struct Cover {
  struct Part {
    std::string name;
    std::vector<MatrixCondition> conditions;
  };
  struct Instance {
    Setting setting;
    MatrixExpression network;
    MatrixExpression target;
    std::vector<Part> parts;
  };
  std::vector<Instance> instances;
};

/// A statement with everything that is needed to decide it: plain data, each part checked and of known shape.
struct Claim {
  using Body = std::variant<NetworkComponents, ArgminComponents, SetComponents, ProductComponents, OrbitComponents,
                            MatrixIdentity, InverseMaps, Cover, RealClaim, HomogeneousIdentity, PermutationClaim,
                            ForwardPassClaim, CurvatureClaim, ExponentialClaim, SkewCurvesClaim, BoundsClaim>;

  std::string id;
  std::string title;
  std::string statement;  ///< for people
  Variant variant = Variant::as_printed;
  std::string amends;  ///< the id of the claim that this one repairs; may be empty
  Citation source;
  std::string kind;  ///< "components", "argmin", "product", "orbits", "identity", "inverse-maps", "cover"
  Verdict expected = Verdict::proved;
  std::string file;  ///< where it was read
  Body body;
};

}  // namespace isthmus
