#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/activation.hpp"
#include "checker/relation.hpp"
#include "checker/syntax.hpp"
#include "checker/toml_table.hpp"

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

// Readers of these kinds of claim. Each throws InvalidClaim.
std::vector<RealStatement> read_real(Table& root);
Homogeneous read_homogeneous(Table& root);

}  // namespace isthmus::check
