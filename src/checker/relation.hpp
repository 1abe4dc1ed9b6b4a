#pragma once

#include <string>
#include <string_view>

#include "checker/syntax.hpp"

namespace isthmus::check {

enum class Relation { equal, not_equal, less, less_equal, greater, greater_equal };

/// The relation written as one of = != < <= > >=.
inline Relation relation_of(std::string_view text) {
  if (text == "=") return Relation::equal;
  if (text == "!=") return Relation::not_equal;
  if (text == "<") return Relation::less;
  if (text == "<=") return Relation::less_equal;
  if (text == ">") return Relation::greater;
  if (text == ">=") return Relation::greater_equal;
  throw TextError("'" + std::string(text) + "' is not a relation");
}

/// The relation that holds exactly where this one does not.
inline Relation negated(Relation relation) {
  switch (relation) {
    case Relation::equal:
      return Relation::not_equal;
    case Relation::not_equal:
      return Relation::equal;
    case Relation::less:
      return Relation::greater_equal;
    case Relation::less_equal:
      return Relation::greater;
    case Relation::greater:
      return Relation::less_equal;
    case Relation::greater_equal:
      break;
  }
  return Relation::less;
}

/// Whether a number of this sign stands in the relation to 0.
inline bool holds(Relation relation, int sign) {
  switch (relation) {
    case Relation::equal:
      return sign == 0;
    case Relation::not_equal:
      return sign != 0;
    case Relation::less:
      return sign < 0;
    case Relation::less_equal:
      return sign <= 0;
    case Relation::greater:
      return sign > 0;
    case Relation::greater_equal:
      break;
  }
  return sign >= 0;
}

}  // namespace isthmus::check
