#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checker/formula.hpp"
#include "checker/json.hpp"
#include "checker/set_reader.hpp"

namespace isthmus::check {

/// variable = numerator / denominator, both free of the variable.
struct Solution {
  std::size_t variable;
  Polynomial numerator;
  Polynomial denominator;
  /// denominator * variable - numerator.
  Polynomial equation() const;
};

/// A semialgebraic set (proofs/FORMAT.md, section 3). Its polynomials lie in the ring of all names; the active
/// variables are the parameters and the coordinates, and no others occur. Forgetting a variable leaves the ring as it
/// is.
struct Set {
  std::shared_ptr<const std::vector<std::string>> names;
  std::vector<std::size_t> parameters;
  std::vector<std::size_t> coordinates;
  Formula assumption;  ///< in the parameters
  Formula formula;     ///< in the parameters and the coordinates

  std::size_t variables() const { return names->size(); }
  /// The names that a text about this set may use.
  Scope scope() const;
  Scope parameter_scope() const;

  /// With a further conjunct of the formula.
  Set with(const Formula& conjunct) const;
  Set with(const Polynomial& polynomial, Relation relation) const { return with(Formula::atom(polynomial, relation)); }
  Set assuming(const Formula& conjunct) const;
  Set with_formula(const Formula& other) const;
  /// The pairs of a parameter value and a point over it, as a set without parameters: the parameters are coordinates in
  /// front of the others, the assumption a conjunct.
  Set total() const;
  /// The admitted parameter values, as a set without parameters.
  Set parameter_space() const;
  /// The fibre over a parameter value.
  Set fibre(const std::vector<Rational>& value) const;
  /// variable = value, no longer a coordinate or parameter.
  Set at(std::size_t variable, const Rational& value) const;
  /// Every atom's polynomial p becomes p(variable = numerator/denominator) times the least even power of the
  /// denominator that clears it; the variable is forgotten. `denominator != 0` is not added.
  Set substituted(const Solution& solution) const;

  /// The point of the ring with these coordinates, 0 elsewhere.
  std::vector<Rational> in_ring(const std::vector<Rational>& coordinates_of_point) const;
  bool holds_at(const std::vector<Rational>& point) const { return formula.holds_at(in_ring(point)); }
  std::string text() const;
};

/// The polynomials of both formulas are in the ring of the parameters, then the coordinates.
Set make_set(const std::vector<std::string>& parameters, const std::vector<std::string>& coordinates,
             const Formula& assumption, const Formula& formula);

/// p(variable = numerator/denominator) * denominator^e, for the least even e that suffices.
Polynomial substituted(const Polynomial& p, const Solution& solution);

// Certificate texts, read in a scope. A text outside of the language is a Rejection by the rule "encoding".
Polynomial polynomial_in(const Json& text, const Scope& scope);
std::vector<Polynomial> polynomials_in(const Json& texts, const Scope& scope);
Formula formula_in(const Json& text, const Scope& scope);
std::size_t variable_in(const Json& text, const Scope& scope);
std::vector<std::size_t> variables_in(const Json& texts, const Scope& scope);

}  // namespace isthmus::check
