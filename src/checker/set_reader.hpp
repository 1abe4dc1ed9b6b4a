#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checker/formula.hpp"
#include "checker/syntax.hpp"

namespace isthmus::check {

/// The names that a text may use: each stands for a variable of a polynomial ring.
struct Scope {
  std::size_t variables = 0;
  std::map<std::string, std::size_t, std::less<>> index;

  /// names[i] is variable i.
  explicit Scope(const std::vector<std::string>& names = {});
};

/// The polynomial that a text in the set language denotes. Throws TextError (unknown names, division by anything but a
/// constant other than 0, exponents that are no integers from 0 on).
Polynomial read_polynomial(const Syntax& syntax, const Scope& scope);
Polynomial read_polynomial(std::string_view text, const Scope& scope);
/// The condition that a text denotes, in negation normal form. Throws TextError.
Formula read_formula(const Syntax& syntax, const Scope& scope);
Formula read_formula(std::string_view text, const Scope& scope);
/// The names in a text, each once, in order of appearance.
std::vector<std::string> names_in(const Syntax& syntax);

}  // namespace isthmus::check
