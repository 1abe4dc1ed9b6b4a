#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/json.hpp"
#include "checker/polynomial.hpp"
#include "checker/session.hpp"
#include "checker/syntax.hpp"

namespace isthmus::check {

/// A quotient of polynomials; the denominator is never 0 where it is used. Factors of shown sign are cancelled.
struct Quotient {
  Polynomial numerator;
  Polynomial denominator;
};

/// A sign; `strict`: never 0.
struct Sign {
  int sign;
  bool strict;
};

/// Rational functions in positive variables and real powers of such functions. What is known about powers and signs
/// comes from the steps of a certificate, each of which is checked before it is used.
class RealField {
 public:
  /// Checks the steps ["power",u,B,N,D] and ["sign",P,S] or ["sign",P,S,facts] of a frame.
  RealField(const std::vector<std::string>& positive_variables, const Json& steps, Session& session);

  Quotient constant(const Rational& value) const;
  Quotient variable(const std::string& name) const;
  Quotient add(const Quotient& a, const Quotient& b) const;
  Quotient subtract(const Quotient& a, const Quotient& b) const;
  Quotient multiply(const Quotient& a, const Quotient& b) const;
  /// Refuses a denominator without a shown strict sign.
  Quotient divide(const Quotient& a, const Quotient& b) const;
  static bool equal(const Quotient& a, const Quotient& b);

  /// The value of an expression in real variables; refused where it is not seen to be defined.
  Quotient evaluate(const Syntax& expression, const std::map<std::string, Quotient>& values) const;
  Quotient power(const Quotient& base, const Quotient& exponent) const;
  /// The sign, as a product of signs shown; 0 for the zero function; nothing if it is not such a product.
  std::optional<Sign> sign_of(const Quotient& function) const;
  /// Text, for keys: equal functions in this representation have one text.
  std::string text(const Quotient& function) const;

 private:
  struct Power {
    Polynomial base;
    Quotient exponent;
    std::size_t variable;
  };
  struct Shown {
    Polynomial polynomial;
    Sign sign;
  };
  struct Fact {
    std::vector<long> monomial;  ///< exponent of each power
    Quotient value;
    bool strict;
  };

  [[noreturn]] void reject(const std::string& message) const { place_->reject("real", message); }
  void require(bool condition, const std::string& message) const { place_->require(condition, "real", message); }
  Polynomial polynomial(const Json& text) const;
  Quotient reduced(Quotient function) const;
  Quotient integer_power(const Quotient& base, long exponent) const;
  /// The factors of shown strict sign, letters first, of which a polynomial is a product, with their numbers, and a
  /// constant.
  std::optional<Rational> factors(Polynomial p, std::vector<std::pair<Polynomial, std::size_t>>& found) const;
  Quotient factor_power(const Polynomial& base, const Quotient& exponent) const;
  Quotient constant_power(Rational base, const Quotient& exponent) const;
  std::optional<Rational> constant_of(const Quotient& function) const;

  void add_power(const Json& step);
  void add_sign(const Json& step, Session& session);
  Fact read_fact(const Json& fact, Session& session) const;
  Sign sign_by_facts(const Polynomial& p, const std::vector<Fact>& facts) const;
  void collect_inner(const Polynomial& p, std::vector<bool>& inner, std::vector<bool>& seen) const;
  std::vector<bool> powers_in(const Polynomial& p) const;
  Quotient compose(const Polynomial& p, const std::vector<Quotient>& images) const;

  std::vector<std::string> names_;
  std::size_t positive_;
  std::vector<Power> powers_;
  std::vector<Shown> shown_;
  const Json* place_;
};

}  // namespace isthmus::check
