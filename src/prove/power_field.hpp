#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claim/real_expression.hpp"
#include "prove/rational_function.hpp"

namespace isthmus {

/// base^exponent, named like a variable: base a polynomial that is positive, irreducible or a prime number, in positive
/// variables and earlier powers; the exponent a rational function, no constant integer.
struct PowerAtom {
  Polynomial base;
  RationalFunction exponent;
  std::size_t variable;  ///< its position in the ring
};

/// A power, or a product of powers with one exponent, and what replaces it: value + slack, with a new slack >= 0.
struct PowerFact {
  enum class Rule {
    positive,   ///< R = slack, slack > 0
    above_one,  ///< x > 1 and e > 0: R = x^e = 1 + slack, slack > 0
    bernoulli,  ///< R = x^-e >= 1 - e (x - 1) for e > 0, with equality iff x = 1 (Bernoulli's inequality)
    monotone,   ///< x > y > 0 and e > 0: R = x^e > y^e
  };
  Rule rule;
  std::vector<long> monomial;             ///< exponent of each atom in R
  RationalFunction base;                  ///< x; for Rule::bernoulli R = x^-e
  RationalFunction value;                 ///< the lower bound, in variables and atoms
  bool strict = false;                    ///< slack > 0
  std::optional<RationalFunction> lower;  ///< for Rule::monotone: y
};

/// Why a polynomial in positive variables and atoms is of one sign: after the facts are put in, all its coefficients
/// are.
struct SignProof {
  Polynomial polynomial;
  int sign = 0;         ///< -1 or 1
  bool strict = false;  ///< it is never 0
  std::vector<PowerFact> facts;
  std::size_t atoms_before = 0;  ///< atoms that it may mention
};

/// The field of rational functions in positive real variables and real powers of such functions: arithmetic by normal
/// forms, signs by facts about powers.
class PowerField {
 public:
  /// Throws InvalidInput if a name occurs twice.
  explicit PowerField(const std::vector<std::string>& positive_variables);

  const PolynomialRing& ring() const noexcept { return ring_; }
  const std::vector<PowerAtom>& atoms() const noexcept { return atoms_; }
  const std::vector<SignProof>& signs() const noexcept { return signs_; }
  RationalFunction variable(std::size_t index) const { return Polynomial::variable(ring_, index); }
  RationalFunction constant(const Rational& value) const { return Polynomial(ring_, value); }

  /// The value of an expression at values of its variables. Throws Undecided if a base is not seen to be positive or a
  /// denominator not to be nonzero.
  RationalFunction evaluate(const RealExpression& expression, const std::map<std::string, RationalFunction>& values);
  /// base^exponent. Throws Undecided as above.
  RationalFunction power(const RationalFunction& base, const RationalFunction& exponent);

  /// The sign of a polynomial, if some choice of facts shows it.
  std::optional<SignProof> sign_of(const Polynomial& polynomial);
  /// The sign of a function, -1, 0, 1, and whether it is strict (0 only for the zero function); nullopt: not shown.
  struct Sign {
    int sign;
    bool strict;
  };
  std::optional<Sign> sign_of(const RationalFunction& function);

  bool is_atom(std::size_t variable) const noexcept { return variable >= variables_; }
  /// "u1 = (..)^(..)" for each atom.
  std::vector<std::string> describe_atoms() const;

 private:
  /// One factor of a power: base^exponent with an irreducible base or a prime number.
  RationalFunction power_of_factor(const Polynomial& base, const RationalFunction& exponent);
  RationalFunction atom_power(const Polynomial& base, const RationalFunction& exponent);
  RationalFunction power_of_constant(const Rational& base, const RationalFunction& exponent);
  void require_nonzero(const Polynomial& polynomial);

  PolynomialRing ring_;
  std::size_t variables_;
  std::vector<PowerAtom> atoms_;
  std::vector<SignProof> signs_;  ///< of everything that was asked and shown, in order
};

/// The sign that all coefficients of a polynomial in variables >= 0 have in common; `strict` if a term is positive
/// wherever the variables of `positive` are. nullopt for mixed signs or 0.
std::optional<PowerField::Sign> evident_sign(const Polynomial& polynomial, const std::vector<bool>& positive);

}  // namespace isthmus
