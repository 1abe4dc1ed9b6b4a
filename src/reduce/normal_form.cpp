#include "reduce/normal_form.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "exact/error.hpp"

namespace isthmus {

namespace {

bool contains(const std::vector<Polynomial>& list, const Polynomial& p) {
  return std::find(list.begin(), list.end(), p) != list.end();
}

/// All exponents even and all coefficients of one sign: that sign, else 0.
int sign_of_even_sum(const Polynomial& p) {
  int common = 0;
  for (const Polynomial::Term& term : p.terms()) {
    if (common != 0 && term.coefficient.sign() != common) return 0;
    common = term.coefficient.sign();
    for (unsigned e : term.exponents)
      if (e % 2 != 0) return 0;
  }
  return common;
}

/// A sum of even monomials of one sign is zero iff each monomial is.
Formula all_monomials_zero(const Polynomial& p) {
  std::vector<Formula> conditions;
  for (Polynomial::Term term : p.terms()) {
    for (unsigned& e : term.exponents) e = e > 0 ? 1 : 0;
    term.coefficient = Rational(1);
    conditions.push_back(Formula::atom(Polynomial(p.ring(), std::vector<Polynomial::Term>{term}), Relation::equal));
  }
  return Formula::conjunction(conditions);
}

bool has_constant_term(const Polynomial& p) {
  const std::vector<Polynomial::Term> terms = p.terms();
  return std::any_of(terms.begin(), terms.end(), [](const Polynomial::Term& term) {
    return std::all_of(term.exponents.begin(), term.exponents.end(), [](unsigned e) { return e == 0; });
  });
}

/// unit * (product of odd) * (product of even)^2 up to positive factors: the sign pattern of a polynomial. The sign of
/// a sum of even monomials goes into the unit; without a constant term it may still vanish and counts as even.
struct SignPattern {
  int unit;
  std::vector<Polynomial> odd;
  std::vector<Polynomial> even;
};

SignPattern sign_pattern(const Polynomial& p) {
  const Factorisation f = p.factor();
  SignPattern pattern{f.unit.sign(), {}, {}};
  for (const auto& [factor, exponent] : f.powers) {
    const int sign = sign_of_even_sum(factor);
    if (sign == 0) {
      (exponent % 2 == 0 ? pattern.even : pattern.odd).push_back(factor);
      continue;
    }
    if (exponent % 2 != 0) pattern.unit *= sign;
    if (!has_constant_term(factor)) pattern.even.push_back(factor);
  }
  return pattern;
}

Formula each(const std::vector<Polynomial>& factors, Relation relation) {
  std::vector<Formula> parts;
  for (const Polynomial& f : factors) parts.push_back(Formula::atom(f, relation));
  return relation == Relation::equal ? Formula::disjunction(parts) : Formula::conjunction(parts);
}

Formula normalise_equation(const Atom& atom, const FactorFacts& facts) {
  SignPattern pattern = sign_pattern(atom.polynomial);
  std::vector<Polynomial> factors = std::move(pattern.odd);
  factors.insert(factors.end(), pattern.even.begin(), pattern.even.end());
  std::erase_if(factors, [&](const Polynomial& f) { return facts.never_zero(f); });
  if (factors.empty()) return Formula::falsity();
  if (factors.size() == 1) {
    const Polynomial& f = factors.front();
    if (f.term_count() > 1 && sign_of_even_sum(f) != 0) return all_monomials_zero(f);
    return Formula::atom(f, Relation::equal);
  }
  Polynomial product(atom.polynomial.ring(), Rational(1));
  for (const Polynomial& f : factors) {
    if (facts.always_zero(f)) return Formula::truth();
    product *= f;
  }
  return Formula::atom(product, Relation::equal);
}

Formula normalise_inequality(const Atom& atom, const FactorFacts& facts) {
  SignPattern pattern = sign_pattern(atom.polynomial);
  for (const std::vector<Polynomial>* list : {&pattern.odd, &pattern.even})
    for (const Polynomial& f : *list)
      if (facts.always_zero(f)) return holds(atom.relation, 0) ? Formula::truth() : Formula::falsity();
  if (atom.relation == Relation::not_equal)
    return Formula::conjunction({each(pattern.odd, atom.relation), each(pattern.even, atom.relation)});
  Polynomial product(atom.polynomial.ring(), Rational(pattern.unit));
  for (const Polynomial& f : pattern.odd) product *= f;
  if (is_strict(atom.relation))
    return Formula::conjunction({Formula::atom(product, atom.relation), each(pattern.even, Relation::not_equal)});
  std::erase_if(pattern.even, [&](const Polynomial& f) { return facts.never_zero(f); });
  const bool strict = pattern.even.empty() && std::all_of(pattern.odd.begin(), pattern.odd.end(),
                                                          [&](const Polynomial& f) { return facts.never_zero(f); });
  const Relation open = atom.relation == Relation::less_equal ? Relation::less : Relation::greater;
  return Formula::disjunction(
      {Formula::atom(product, strict ? open : atom.relation), each(pattern.even, Relation::equal)});
}

/// Top-level conjuncts without repetitions; falsity if two of them contradict each other literally.
Formula without_repetitions(const Formula& formula) {
  std::vector<Formula> kept;
  std::set<std::string> seen;
  for (const Formula& part : formula.conjuncts())
    if (seen.insert(part.to_string()).second) kept.push_back(part);
  for (const Formula& part : kept)
    if (seen.count(part.negated().to_string()) != 0) return Formula::falsity();
  return Formula::conjunction(kept);
}

/// Multiplies p, of degree d in the variable, by denominator^d' with d' = d rounded up to even, and substitutes.
Polynomial substitute_scaled(const Polynomial& p, std::size_t variable, const Polynomial& numerator,
                             const Polynomial& denominator) {
  const long degree = std::max(p.degree(variable), 0L);
  const long even = degree + degree % 2;
  Polynomial result(p.ring());
  for (long e = 0; e <= degree; ++e) {
    const Polynomial c = p.coefficient(variable, static_cast<unsigned>(e));
    if (c.is_zero()) continue;
    result += c * pow(numerator, static_cast<unsigned>(e)) * pow(denominator, static_cast<unsigned>(even - e));
  }
  return result;
}

SemialgebraicSet in_smaller_ring(const SemialgebraicSet& set, const std::vector<std::size_t>& removed) {
  std::vector<std::string> names;
  std::size_t parameters = 0;
  for (std::size_t i = 0; i < set.ring.size(); ++i) {
    if (std::find(removed.begin(), removed.end(), i) != removed.end()) continue;
    names.push_back(set.ring.name(i));
    if (i < set.parameter_count) ++parameters;
  }
  const PolynomialRing ring(std::move(names));
  const auto move = [&](const Atom& atom) { return Formula::atom(atom.polynomial.in_ring(ring), atom.relation); };
  return {ring, parameters, set.assumption.map_atoms(move), set.formula.map_atoms(move)};
}

}  // namespace

FactorFacts::FactorFacts(const Formula& formula) {
  for (const Formula& part : formula.conjuncts()) {
    if (!part.is(Formula::Kind::atom)) continue;
    const Atom& atom = part.as_atom();
    const Factorisation f = atom.polynomial.factor();
    if (is_strict(atom.relation)) {
      for (const auto& power : f.powers) nonzero_.push_back(power.factor);
    } else if (atom.relation == Relation::equal && f.powers.size() == 1) {
      zero_.push_back(f.powers.front().factor);
    }
  }
}

bool FactorFacts::never_zero(const Polynomial& factor) const { return contains(nonzero_, factor); }
bool FactorFacts::always_zero(const Polynomial& factor) const { return contains(zero_, factor); }

Formula normalise(const Formula& formula, const Formula& assumption) {
  Formula current = formula;
  for (;;) {
    const FactorFacts facts(Formula::conjunction({current, assumption}));
    const Formula next = without_repetitions(current.map_atoms([&](const Atom& atom) {
      return atom.relation == Relation::equal ? normalise_equation(atom, facts) : normalise_inequality(atom, facts);
    }));
    if (next.to_string() == current.to_string()) return next;
    current = next;
  }
}

LinearForm linear_form(const Polynomial& p, std::size_t variable) {
  require(p.degree(variable) == 1, "the polynomial is not linear in the variable");
  return {p.coefficient(variable, 1), p.coefficient(variable, 0)};
}

SemialgebraicSet substitute_quotient(const SemialgebraicSet& set, std::size_t variable, const Polynomial& numerator,
                                     const Polynomial& denominator) {
  SemialgebraicSet result = set;
  result.formula = set.formula.map_atoms([&](const Atom& atom) {
    return Formula::atom(substitute_scaled(atom.polynomial, variable, numerator, denominator), atom.relation);
  });
  return in_smaller_ring(result, {variable});
}

SemialgebraicSet specialise(const SemialgebraicSet& set, const std::vector<std::size_t>& variables,
                            const std::vector<Rational>& values) {
  require(variables.size() == values.size(), "one value per variable is needed");
  const auto fix = [&](const Atom& atom) {
    Polynomial p = atom.polynomial;
    for (std::size_t i = 0; i < variables.size(); ++i) p = p.substitute(variables[i], values[i]);
    return Formula::atom(std::move(p), atom.relation);
  };
  SemialgebraicSet result = set;
  result.formula = set.formula.map_atoms(fix);
  result.assumption = set.assumption.map_atoms(fix);
  return in_smaller_ring(result, variables);
}

SemialgebraicSet with_condition(SemialgebraicSet set, const Formula& condition) {
  set.formula = Formula::conjunction({set.formula, condition});
  return set;
}

}  // namespace isthmus
