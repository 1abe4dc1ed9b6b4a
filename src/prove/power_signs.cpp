#include <algorithm>
#include <functional>
#include <set>

#include "exact/matrix.hpp"
#include "prove/power_field.hpp"

namespace isthmus {
namespace {

using Exponents = std::vector<long>;  ///< one for each atom

constexpr std::size_t kMostMonomials = 6;
constexpr std::size_t kMostTries = 3000;

Matrix matrix_of(const std::vector<Exponents>& rows) {
  Matrix result(rows.size(), rows.at(0).size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows[i].size(); ++j) result.set(i, j, Rational(rows[i][j]));
  }
  return result;
}

/// The integer coordinates of `target` in independent vectors; nullopt if it has none.
std::optional<Exponents> coordinates(const std::vector<Exponents>& basis, const Exponents& target) {
  if (basis.empty()) return Exponents{};
  // The normal equations: c (B B^T) = target B^T, exact, and then checked.
  const Matrix rows = matrix_of(basis);
  const Matrix solution = matrix_of({target}) * rows.transpose() * (rows * rows.transpose()).inverse();
  if (!(solution * rows == matrix_of({target}))) return std::nullopt;
  Exponents result;
  for (std::size_t i = 0; i < basis.size(); ++i) {
    if (!solution.at(0, i).is_integer()) return std::nullopt;
    result.push_back(solution.at(0, i).numerator().to_long());
  }
  return result;
}

Exponents minus(const Exponents& a, const Exponents& b) {
  Exponents result;
  for (std::size_t i = 0; i < a.size(); ++i) result.push_back(a[i] - b[i]);
  return result;
}

/// Looks for facts about the powers in one polynomial that show its sign.
class SignSearch {
 public:
  SignSearch(PowerField& field, const Polynomial& polynomial) : field_(field), polynomial_(polynomial) { classify(); }

  std::optional<SignProof> run() {
    collect_monomials();
    if (monomials_.size() > kMostMonomials) return std::nullopt;
    std::vector<Exponents> differences;
    for (const Exponents& a : monomials_) {
      for (const Exponents& b : monomials_) {
        if (a != b) differences.push_back(minus(a, b));
      }
    }
    std::sort(differences.begin(), differences.end());
    differences.erase(std::unique(differences.begin(), differences.end()), differences.end());
    rank_ = differences.empty() ? 0 : matrix_of(differences).rank();
    for (const Exponents& each : differences) add_facts(each, outer_facts_);
    for (const std::size_t atom : inner_) {
      inner_facts_.emplace_back();
      Exponents unit(field_.atoms().size(), 0);
      unit[atom] = 1;
      add_facts(unit, inner_facts_.back());
      unit[atom] = -1;
      add_facts(unit, inner_facts_.back());
      std::stable_sort(inner_facts_.back().begin(), inner_facts_.back().end(), simpler);
    }
    std::optional<SignProof> found;
    std::vector<PowerFact> chosen;
    choose_inner(0, chosen, found);
    return found;
  }

 private:
  /// Facts without a bound of their own come first.
  static bool simpler(const PowerFact& a, const PowerFact& b) {
    return a.value.is_constant() && !b.value.is_constant();
  }

  /// The powers that occur, split into those in the bases of others and the rest.
  void classify() {
    std::set<std::size_t> used = atoms_in(polynomial_);
    std::set<std::size_t> within;
    std::set<std::size_t> closure = used;
    std::vector<std::size_t> pending(used.begin(), used.end());
    while (!pending.empty()) {
      const PowerAtom& atom = field_.atoms().at(pending.back());
      pending.pop_back();
      for (const Polynomial* part : {&atom.base, &atom.exponent.numerator(), &atom.exponent.denominator()}) {
        for (const std::size_t each : atoms_in(*part)) {
          within.insert(each);
          if (closure.insert(each).second) pending.push_back(each);
        }
      }
    }
    inner_.assign(within.begin(), within.end());
    for (const std::size_t each : used) {
      if (within.count(each) == 0) outer_.push_back(each);
    }
  }

  std::set<std::size_t> atoms_in(const Polynomial& p) const {
    std::set<std::size_t> result;
    for (const std::size_t v : p.variables()) {
      if (field_.is_atom(v)) result.insert(v - (field_.atoms().at(0).variable));
    }
    return result;
  }

  std::size_t variable_of(std::size_t atom) const { return field_.atoms().at(atom).variable; }

  void collect_monomials() {
    for (const Polynomial::Term& term : polynomial_.terms()) {
      Exponents exponents(field_.atoms().size(), 0);
      for (const std::size_t atom : outer_) exponents[atom] = static_cast<long>(term.exponents[variable_of(atom)]);
      if (std::find(monomials_.begin(), monomials_.end(), exponents) == monomials_.end())
        monomials_.push_back(exponents);
    }
  }

  /// What is known about the product of powers with these exponents.
  void add_facts(const Exponents& monomial, std::vector<PowerFact>& facts) {
    std::optional<RationalFunction> exponent;
    RationalFunction base = field_.constant(1);
    for (std::size_t i = 0; i < monomial.size(); ++i) {
      if (monomial[i] == 0) continue;
      const PowerAtom atom = field_.atoms()[i];
      if (exponent && !(*exponent == atom.exponent)) return;
      exponent = atom.exponent;
      base = base * pow(RationalFunction(atom.base), monomial[i]);
    }
    const auto sign = field_.sign_of(*exponent);
    const bool rising = sign && sign->sign > 0 && sign->strict;
    const RationalFunction excess = base - field_.constant(1);
    const auto side = excess.is_zero() ? std::nullopt : field_.sign_of(excess);
    const bool strict = side && side->strict;
    if (rising && strict && side->sign > 0)
      facts.push_back({PowerFact::Rule::above_one, monomial, base, field_.constant(1), true, {}});
    if (rising) {
      const RationalFunction inverse = field_.constant(1) / base;
      const RationalFunction bound = field_.constant(1) - *exponent * (inverse - field_.constant(1));
      facts.push_back({PowerFact::Rule::bernoulli, monomial, inverse, bound, strict, {}});
      add_monotone(monomial, base, *exponent, facts);
    }
    facts.push_back({PowerFact::Rule::positive, monomial, base, field_.constant(0), true, {}});
  }

  /// For a single power of a polynomial with positive coefficients: it exceeds the powers of its terms.
  void add_monotone(const Exponents& monomial, const RationalFunction& base, const RationalFunction& exponent,
                    std::vector<PowerFact>& facts) {
    const bool single = std::count(monomial.begin(), monomial.end(), 0) + 1 == static_cast<long>(monomial.size());
    const Polynomial& polynomial = base.numerator();
    const std::vector<bool> positive(field_.ring().size(), true);
    if (!single || !base.denominator().is_constant() || polynomial.term_count() < 2 ||
        !evident_sign(polynomial, positive))
      return;
    for (const Polynomial::Term& term : polynomial.terms()) {
      const std::size_t before = field_.atoms().size();
      const RationalFunction lower = Polynomial(field_.ring(), {term});
      const RationalFunction value = field_.power(lower, exponent);
      if (field_.atoms().size() != before || !field_.sign_of(base - lower)) continue;
      facts.push_back({PowerFact::Rule::monotone, monomial, base, value, true, lower});
    }
  }

  void choose_inner(std::size_t index, std::vector<PowerFact>& chosen, std::optional<SignProof>& found) {
    if (found || tries_ > kMostTries) return;
    if (index == inner_.size()) return choose_outer(0, chosen, found);
    for (const PowerFact& fact : inner_facts_[index]) {
      chosen.push_back(fact);
      choose_inner(index + 1, chosen, found);
      chosen.pop_back();
    }
  }

  void choose_outer(std::size_t from, std::vector<PowerFact>& chosen, std::optional<SignProof>& found) {
    if (found || tries_ > kMostTries) return;
    if (chosen.size() == inner_.size() + rank_) {
      ++tries_;
      found = attempt(chosen);
      return;
    }
    for (std::size_t i = from; i < outer_facts_.size(); ++i) {
      chosen.push_back(outer_facts_[i]);
      choose_outer(i + 1, chosen, found);
      chosen.pop_back();
    }
  }

  /// Replaces each power by its bound and a slack, and looks at the coefficients.
  std::optional<SignProof> attempt(const std::vector<PowerFact>& facts) const {
    std::vector<Exponents> basis;
    for (std::size_t i = inner_.size(); i < facts.size(); ++i) basis.push_back(facts[i].monomial);
    if (!basis.empty() && matrix_of(basis).rank() != basis.size()) return std::nullopt;
    std::vector<bool> positive(field_.ring().size(), true);
    const std::vector<RationalFunction> images = inner_images(facts, positive);
    if (images.empty()) return std::nullopt;
    std::vector<RationalFunction> bounds;
    for (std::size_t i = inner_.size(); i < facts.size(); ++i) {
      if (!mentions_inner_only(facts[i].value)) return std::nullopt;
      const std::size_t slack = variable_of(outer_[i - inner_.size()]);
      positive[slack] = facts[i].strict;
      bounds.push_back(compose(facts[i].value, images) + field_.variable(slack));
    }
    const auto powers = relative_powers(basis);
    if (powers.empty()) return std::nullopt;
    RationalFunction sum = field_.constant(0);
    for (std::size_t m = 0; m < monomials_.size(); ++m) {
      RationalFunction product = compose(coefficient_of(monomials_[m]), images);
      for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (powers[m][i] < 0 && bounds[i].is_zero()) return std::nullopt;
        product = product * pow(bounds[i], powers[m][i]);
      }
      sum = sum + product;
    }
    const auto above = evident_sign(sum.numerator(), positive);
    const auto below = evident_sign(sum.denominator(), positive);
    if (!above || !below || !below->strict) return std::nullopt;
    return SignProof{polynomial_, above->sign * below->sign, above->strict, facts, 0};
  }

  /// The coordinates of the monomials over one of them: the first that leaves no negative ones, or the very first.
  /// Empty if they are no integers.
  std::vector<Exponents> relative_powers(const std::vector<Exponents>& basis) const {
    std::vector<Exponents> first;
    for (const Exponents& reference : monomials_) {
      std::vector<Exponents> result;
      bool negative = false;
      for (const Exponents& monomial : monomials_) {
        const auto powers = coordinates(basis, minus(monomial, reference));
        if (!powers) return {};
        negative = negative || std::any_of(powers->begin(), powers->end(), [](long each) { return each < 0; });
        result.push_back(*powers);
      }
      if (!negative) return result;
      if (first.empty()) first = result;
    }
    return first;
  }

  /// The slacks stand in the places of outer powers, so none of these may be left.
  bool mentions_inner_only(const RationalFunction& f) const {
    for (const Polynomial* part : {&f.numerator(), &f.denominator()}) {
      for (const std::size_t atom : atoms_in(*part)) {
        if (std::find(inner_.begin(), inner_.end(), atom) == inner_.end()) return false;
      }
    }
    return true;
  }

  /// Images of all variables with the facts about inner powers; empty if a bound refers to a power without an image.
  std::vector<RationalFunction> inner_images(const std::vector<PowerFact>& facts, std::vector<bool>& positive) const {
    std::vector<RationalFunction> images;
    for (std::size_t v = 0; v < field_.ring().size(); ++v) images.push_back(field_.variable(v));
    std::set<std::size_t> done;
    for (std::size_t i = 0; i < inner_.size(); ++i) {  // in the order of the atoms: bases mention earlier ones
      const std::size_t atom = inner_[i];
      for (const Polynomial* part : {&facts[i].value.numerator(), &facts[i].value.denominator()}) {
        for (const std::size_t each : atoms_in(*part)) {
          if (done.count(each) == 0) return {};
        }
      }
      positive[variable_of(atom)] = facts[i].strict;
      const RationalFunction bound = compose(facts[i].value, images) + field_.variable(variable_of(atom));
      images[variable_of(atom)] = pow(bound, facts[i].monomial[atom]);
      done.insert(atom);
    }
    return images;
  }

  /// The polynomial in the other variables that stands at a monomial in the outer powers.
  Polynomial coefficient_of(const Exponents& monomial) const {
    std::vector<Polynomial::Term> terms;
    for (Polynomial::Term term : polynomial_.terms()) {
      bool matches = true;
      for (const std::size_t atom : outer_) {
        matches = matches && static_cast<long>(term.exponents[variable_of(atom)]) == monomial[atom];
        term.exponents[variable_of(atom)] = 0;
      }
      if (matches) terms.push_back(term);
    }
    return Polynomial(field_.ring(), terms);
  }

  PowerField& field_;
  const Polynomial polynomial_;
  std::vector<std::size_t> inner_;
  std::vector<std::size_t> outer_;
  std::vector<Exponents> monomials_;
  std::size_t rank_ = 0;
  std::vector<PowerFact> outer_facts_;
  std::vector<std::vector<PowerFact>> inner_facts_;
  std::size_t tries_ = 0;
};

}  // namespace

std::optional<SignProof> PowerField::sign_of(const Polynomial& polynomial) {
  for (const SignProof& known : signs_) {
    if (known.polynomial == polynomial) return known.sign == 0 ? std::nullopt : std::optional<SignProof>(known);
  }
  std::optional<SignProof> proof;
  if (const auto sign = evident_sign(polynomial, std::vector<bool>(ring_.size(), true))) {
    proof = SignProof{polynomial, sign->sign, sign->strict, {}, 0};
  } else if (!polynomial.is_zero() && !atoms_.empty()) {
    proof = SignSearch(*this, polynomial).run();
  }
  if (proof) proof->atoms_before = atoms_.size();
  signs_.push_back(proof ? *proof : SignProof{polynomial, 0, false, {}, 0});
  return proof;
}

}  // namespace isthmus
