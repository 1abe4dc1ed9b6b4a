#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/parse_error.hpp"
#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// The words around the set text of a query.
struct SetOptions {
  std::vector<std::string> variables;   ///< ambient variables, in order; those that occur but are not listed follow
  std::vector<std::string> parameters;  ///< universally quantified parameters, in order
  std::string assumption;               ///< set text on the parameters; empty for none
};

/// Reads a set in the language of DESIGN section 3: atoms `p OP q` (= == != < <= > >=), chains are not allowed, joined
/// by and, or, not, parentheses; also the constants true and false; polynomials with + - * / ^ **, integers, fractions,
/// decimals (exact), division by constants only. Variables are those that occur, in order of appearance, unless
/// options.variables lists or orders them. Throws ParseError with the place, or InvalidInput naming the option.
SemialgebraicSet parse_set(std::string_view text, const SetOptions& options = {});

/// Reads a condition over a fixed ring. Throws ParseError; an undeclared name is an error.
Formula parse_formula(std::string_view text, const PolynomialRing& ring, const std::string& source = "condition");

/// Reads a polynomial over a fixed ring. Throws ParseError; an undeclared name is an error.
Polynomial parse_polynomial(std::string_view text, const PolynomialRing& ring,
                            const std::string& source = "polynomial");

/// Reads 'x=1/2, y=3' into one value per coordinate of the ring. Throws ParseError on repeated, unknown, missing names.
std::vector<Rational> parse_point(std::string_view text, const PolynomialRing& ring);

/// Splits 'x, y,z' into names; throws ParseError on something that is not a name, or a repeated one.
std::vector<std::string> parse_names(std::string_view text, const std::string& source);

}  // namespace isthmus
