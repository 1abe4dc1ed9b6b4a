#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "checker/matrix.hpp"
#include "checker/number.hpp"
#include "checker/syntax.hpp"

namespace isthmus::check {

/// One dimension of a claim: an integer, or a tuple d with the entries d[0], d[1], ..
struct Dimension {
  std::string name;
  std::vector<long> values;
  bool tuple = false;
};

/// What a text may mention: dimensions, indices, and the matrices, each under its full name ("X", "W[2]").
struct Names {
  std::vector<Dimension> dimensions;
  std::map<std::string, long> indices;
  std::map<std::string, Symbol> symbols;
  std::set<std::string> families;

  const Dimension* dimension(const std::string& name) const;
  /// These names and one more index. Throws TextError if something else has that name.
  Names with_index(const std::string& name, long value) const;
};

/// The value of an integer expression. Throws TextError: unknown names, a division with remainder, a huge number.
Integer integer_value(const Syntax& text, const Names& names);
/// The same, between two bounds.
long integer_between(const Syntax& text, const Names& names, long lowest, long highest);

/// 'i = 1..l': the name of an index and its values, in order; there may be none.
struct IndexRange {
  std::string name;
  std::vector<long> values;
};
/// Throws TextError, also for a range that runs the wrong way by more than one step. `down`: 'i = l..1'.
IndexRange index_range(const Syntax& text, const Names& names, bool down = false);

/// True for the names of functions and keywords, which nothing else may have.
bool is_reserved(const std::string& name);

}  // namespace isthmus::check
