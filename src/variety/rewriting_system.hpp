#pragma once

#include <vector>

#include "variety/free_algebra.hpp"

namespace isthmus {

/// coefficient * left * equation * right.
struct DerivationStep {
  Coefficient coefficient;
  Word left;
  std::size_t equation;
  Word right;
};
using Derivation = std::vector<DerivationStep>;

/// lead = rest, since lead - rest is the sum of the derivation.
struct RewriteRule {
  Word lead;
  WordPolynomial rest;
  Derivation derivation;
};

/// RewritingSystem in a free ring modulo equations p_0 = 0, p_1 = 0, .., each step with the equations it uses.
class RewritingSystem {
 public:
  RewritingSystem(FreeAlgebra& algebra, std::vector<WordPolynomial> equations);

  struct Reduced {
    WordPolynomial polynomial;
    Derivation derivation;  ///< the original is the polynomial and the sum of these
  };
  /// Rewrites until no rule applies. For traces every rotation is tried.
  Reduced reduce(const WordPolynomial& polynomial, bool trace) const;
  /// Adds one more rule: an equation, or an overlap of two rules, whichever is shortest. False if none is left within
  /// the bounds.
  bool extend();

 private:
  struct Pending {
    WordPolynomial polynomial;
    Derivation derivation;
  };
  bool add_rule(const Pending& pending);
  void add_overlaps(const RewriteRule& a, const RewriteRule& b);
  bool rewrite_once(WordPolynomial& polynomial, Derivation& derivation, bool trace) const;

  FreeAlgebra& algebra_;
  std::vector<RewriteRule> rules_;
  std::vector<Pending> pending_;
};

/// The derivation between two words.
Derivation between(const Word& left, const Derivation& derivation, const Word& right, const Coefficient& factor);

}  // namespace isthmus
