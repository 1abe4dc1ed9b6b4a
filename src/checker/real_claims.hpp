#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/relation.hpp"
#include "checker/toml_table.hpp"
#include "checker/values.hpp"

namespace isthmus::check {

/// left REL right, in real variables; defined names are replaced by their values.
struct RealComparison {
  Syntax left;
  Relation relation;
  Syntax right;
};

/// One table [[real]].
struct RealStatement {
  std::vector<std::string> variables;
  std::vector<RealComparison> assumptions;
  std::vector<RealComparison> conclusions;
  std::optional<Syntax> bounded;
  std::optional<Syntax> limit;
  std::string limit_variable;
  Rational limit_value;
};

/// sigma(z) = positive z^degree for z >= 0 and negative (-z)^degree for z < 0.
struct Activation {
  std::size_t degree;
  Rational positive;
  Rational negative;
  Rational operator()(const Rational& z) const;
};

/// A matrix whose sizes are names.
struct SizedMatrix {
  std::string name;
  std::string rows;
  std::string columns;
  bool permutation;
};

struct Homogeneous {
  std::vector<SizedMatrix> matrices;
  std::vector<std::string> scalars;
  std::vector<RealComparison> assumptions;
  Syntax degree;
  bool elementwise = false;
  std::optional<Activation> activation;
  Syntax left;
  Syntax right;
};

/// One table [[permutations.instance]], with what is claimed of its minimum.
struct HiddenUnits {
  RationalMatrix outer;
  RationalMatrix preactivation;
  Activation activation;
  std::optional<Rational> scale;
  Rational alpha;
  Relation relation;
  Rational value;
};

/// One seed of [forward-passes].
struct ForwardPasses {
  std::vector<std::size_t> widths;
  std::size_t samples;
  Activation activation;
  std::size_t seed;
  std::vector<Rational> scales;
  std::vector<Rational> alphas;
};

// Readers of these kinds of claim. Each throws InvalidClaim.
std::vector<RealStatement> read_real(Table& root);
Homogeneous read_homogeneous(Table& root);
std::vector<HiddenUnits> read_permutations(Table& root);
std::vector<ForwardPasses> read_forward_passes(Table& root);

}  // namespace isthmus::check
