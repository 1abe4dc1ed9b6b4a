#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "claim/barrier_claims.hpp"
#include "claim/curvature_claims.hpp"
#include "claim/matrix_expression.hpp"
#include "claim/semialgebraic_set.hpp"
#include "exact/error.hpp"
#include "exact/integer.hpp"
#include "exact/matrix.hpp"

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

/// "left <= right wherever the hypotheses hold", scalars. The squares say how the difference is thought to be a sum of
/// squares |S|^2 = trace(T(S)*S); they are a hint, and change nothing about what is claimed.
struct MatrixInequality {
  struct Instance {
    Setting setting;
    MatrixExpression left;
    MatrixExpression right;
    std::vector<MatrixExpression> squares;
  };
  std::vector<Instance> instances;
  std::optional<Instance> generic;  ///< as for identities
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

/// "For all parameters that the hypotheses admit and any two points W, W' of {network = target}, the group elements can
/// be chosen so (or: whichever are chosen) that the image of W is a point of the component of W'."
struct Transport {
  struct Instance {
    Setting setting;
    MatrixExpression network;
    MatrixExpression target;
    std::vector<std::size_t> elements;        ///< positions in setting.symbols, square matrices
    bool some_permutations = false;           ///< some choice of permutation matrices; otherwise every admitted choice
    bool different_components = false;        ///< only for W, W' in different components
    std::vector<MatrixCondition> conditions;  ///< what elements are admitted, if every choice is meant
    std::vector<InverseMaps::Assignment> images;  ///< one for each weight, in the order of the symbols
  };
  std::vector<Instance> instances;
};

/// "These two points of {network = target} lie in one component (or: in two)."
struct SameComponent {
  using Values = std::vector<std::pair<std::size_t, Matrix>>;  ///< position in setting.symbols, value
  Setting setting;
  MatrixExpression network;
  MatrixExpression target;
  Values parameters;
  Values from;  ///< the weights
  Values to;
  bool connected = true;
};

/// "For every bound b the set S = {(V_1, V_2) : V_1 V_2 = A} has points W', W'' and a point of the segment between them
/// whose distance from S is larger than b", for all A that the hypotheses admit; V_1 has `inner` columns.
struct OrbitDistance {
  struct Instance {
    Setting setting;
    std::size_t product;  ///< A, a position in setting.symbols
    std::size_t inner;
  };
  std::vector<Instance> instances;
};

/// "Every matrix that the hypotheses admit is the product of so many exponentials of real matrices."
struct Exponentials {
  struct Instance {
    Setting setting;
    std::size_t matrix;  ///< a position in setting.symbols, square
    std::size_t factors;
  };
  std::vector<Instance> instances;
  std::optional<Instance> generic;  ///< as for identities
};

/// "The expression is a continuous function of the matrices, on the set that the hypotheses admit."
struct Continuity {
  struct Instance {
    Setting setting;
    MatrixExpression value;
  };
  std::vector<Instance> instances;
};

/// "|F - F'| <= |F| for F = U sigma(VX), F' = F sigma(gVX)^+ sigma(gVX), sigma the sigmoid, for these pseudo-random
/// networks": m, h, n, k between smallest and largest; docs in proofs/CLAIMS.md say how seed and entries are made.
struct SigmoidNetworks {
  std::size_t count;
  std::size_t smallest;
  std::size_t largest;
  std::uint64_t seed;
};

/// A statement with everything that is needed to decide it: plain data, each part checked and of known shape.
struct Claim {
  using Body = std::variant<NetworkComponents, ArgminComponents, SetComponents, ProductComponents, OrbitComponents,
                            MatrixIdentity, InverseMaps, Cover, RealClaim, HomogeneousIdentity, PermutationClaim,
                            ForwardPassClaim, MatrixInequality, Transport, SameComponent, OrbitDistance, Exponentials,
                            Continuity, SigmoidNetworks, CurvatureClaim, ExponentialClaim, SkewCurvesClaim,
                            BoundsClaim>;

  std::string id;
  std::string title;
  std::string statement;  ///< for people
  Variant variant = Variant::as_printed;
  std::string amends;  ///< the id of the claim that this one repairs; may be empty
  Citation source;
  std::string kind;  ///< "components", "argmin", "product", "orbits", "identity", .., as in claim_kinds.cpp
  Verdict expected = Verdict::proved;
  std::string file;  ///< where it was read
  Body body;
};

}  // namespace isthmus
