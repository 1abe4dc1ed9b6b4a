#include "reduce/thickening.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "decompose/open_condition.hpp"

namespace isthmus {

namespace {

bool all_atoms(const Formula& formula, bool strict) {
  const std::vector<Atom> atoms = formula.atoms();
  return std::all_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return is_strict(atom.relation) == strict; });
}

/// A name that the ring does not have.
std::string fresh_name(const PolynomialRing& ring, std::string name) {
  while (ring.index_of(name)) name += "_";
  return name;
}

/// The largest pure power of each coordinate with a constant coefficient of this sign; 0 where there is none.
std::vector<unsigned> pure_powers(const std::vector<Polynomial::Term>& terms, std::size_t variables, int sign) {
  std::vector<unsigned> powers(variables, 0);
  for (const Polynomial::Term& term : terms) {
    const auto occurring =
        std::count_if(term.exponents.begin(), term.exponents.end(), [](unsigned e) { return e > 0; });
    if (occurring != 1 || term.coefficient.sign() != sign) continue;
    const auto v = std::find_if(term.exponents.begin(), term.exponents.end(), [](unsigned e) { return e > 0; });
    unsigned& power = powers[static_cast<std::size_t>(v - term.exponents.begin())];
    if (*v % 2 == 0) power = std::max(power, *v);
  }
  return powers;
}

SemialgebraicSet with_unequal_factors(SemialgebraicSet set) {
  set.formula = set.formula.map_atoms([](const Atom& atom) {
    if (atom.relation != Relation::not_equal) return Formula::atom(atom.polynomial, atom.relation);
    std::vector<Formula> parts;
    for (const auto& power : atom.polynomial.factor().powers)
      if (evident_sign(power.factor) == 0) parts.push_back(Formula::atom(power.factor, Relation::not_equal));
    return Formula::conjunction(parts);
  });
  return set;
}

/// Builds the family over the larger ring.
class Thickener {
 public:
  Thickener(SemialgebraicSet set, bool with_eta, bool with_ball)
      : set_(std::move(set)),
        with_eta_(with_eta),
        with_ball_(with_ball),
        ring_(larger_ring(set_, with_eta)),
        delta_(ring_, Rational(0)),
        eta_(delta_) {
    const std::size_t first = set_.parameter_count;
    if (with_eta) eta_ = Polynomial::variable(ring_, first);
    delta_ = Polynomial::variable(ring_, first + (with_eta ? 1 : 0));
  }

  Thickening run() const {
    std::vector<Formula> parts;
    for (const Formula& part : set_.formula.conjuncts()) {
      const bool strict = all_atoms(part, true);
      parts.push_back(part.map_atoms([&](const Atom& atom) { return strict ? shrunk(atom) : grown(atom); }));
    }
    if (with_ball_) parts.push_back(ball());
    const auto move = [&](const Atom& atom) { return Formula::atom(atom.polynomial.in_ring(ring_), atom.relation); };
    return {set_,
            {ring_, set_.parameter_count, set_.assumption.map_atoms(move), Formula::conjunction(parts)},
            with_eta_ ? std::size_t{2} : std::size_t{1},
            with_ball_};
  }

 private:
  static PolynomialRing larger_ring(const SemialgebraicSet& set, bool with_eta) {
    std::vector<std::string> names = set.ring.names();
    auto at = names.begin() + static_cast<std::ptrdiff_t>(set.parameter_count);
    at = names.insert(at, fresh_name(set.ring, "delta"));
    if (with_eta) names.insert(at, fresh_name(set.ring, "eta"));
    return PolynomialRing(std::move(names));
  }

  static Formula positive(const Polynomial& p) { return Formula::atom(p, Relation::greater); }

  /// A condition that holds on a closed set, on a neighbourhood of it.
  Formula grown(const Atom& atom) const {
    const Polynomial p = atom.polynomial.in_ring(ring_);
    const Formula above = positive(p + delta_);
    const Formula below = positive(delta_ - p);
    if (atom.relation == Relation::greater_equal) return above;
    if (atom.relation == Relation::less_equal) return below;
    return Formula::conjunction({above, below});
  }

  /// A neighbourhood of the closed part |p| >= eta of a strict condition.
  Formula shrunk(const Atom& atom) const {
    const Polynomial p = atom.polynomial.in_ring(ring_);
    const Formula above = positive(p - eta_ + delta_);
    const Formula below = positive(-p - eta_ + delta_);
    if (atom.relation == Relation::greater) return above;
    if (atom.relation == Relation::less) return below;
    return Formula::disjunction({above, below});
  }

  Formula ball() const {
    Polynomial square(ring_, Rational(0));
    for (std::size_t v = set_.parameter_count + 2; v < ring_.size(); ++v)
      square += pow(Polynomial::variable(ring_, v), 2);
    return positive(Polynomial(ring_, Rational(1)) + delta_ - eta_ * square);
  }

  SemialgebraicSet set_;
  bool with_eta_;
  bool with_ball_;
  PolynomialRing ring_;
  Polynomial delta_;
  Polynomial eta_;
};

/// Whether one of the top-level conditions bounds the set.
bool is_bounded(const SemialgebraicSet& set) {
  const std::vector<Formula> parts = set.formula.conjuncts();
  return std::any_of(parts.begin(), parts.end(), [&](const Formula& part) {
    if (!part.is(Formula::Kind::atom)) return false;
    const auto& [p, relation] = part.as_atom();
    return (!holds(relation, 1) && is_coercive(p, set.parameter_count, 1)) ||
           (!holds(relation, -1) && is_coercive(p, set.parameter_count, -1));
  });
}

}  // namespace

bool is_coercive(const Polynomial& p, std::size_t parameter_count, int sign) {
  const std::vector<Polynomial::Term> terms = p.terms();
  const std::vector<unsigned> powers = pure_powers(terms, p.ring().size(), sign);
  for (std::size_t v = parameter_count; v < powers.size(); ++v)
    if (powers[v] == 0) return false;
  return std::all_of(terms.begin(), terms.end(), [&](const Polynomial::Term& term) {
    Rational weight;
    bool even = true;
    for (std::size_t v = parameter_count; v < powers.size(); ++v) {
      weight += Rational(static_cast<long>(term.exponents[v])) / Rational(static_cast<long>(powers[v]));
      even = even && term.exponents[v] % 2 == 0;
    }
    if (weight < Rational(1)) return true;
    const bool constant =
        std::all_of(term.exponents.begin(), term.exponents.begin() + static_cast<std::ptrdiff_t>(parameter_count),
                    [](unsigned e) { return e == 0; });
    return weight == Rational(1) && even && constant && term.coefficient.sign() == sign;
  });
}

std::optional<Thickening> thicken(const SemialgebraicSet& set) {
  bool strict = false;
  for (const Formula& part : set.formula.conjuncts()) {
    if (all_atoms(part, false)) continue;
    if (!all_atoms(part, true)) return std::nullopt;
    strict = true;
  }
  const bool bounded = is_bounded(set);
  return Thickener(with_unequal_factors(set), strict || !bounded, !bounded).run();
}

}  // namespace isthmus
