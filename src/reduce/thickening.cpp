#include "reduce/thickening.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "decompose/open_condition.hpp"
#include "reduce/locally_closed.hpp"

namespace isthmus {

namespace {

bool is_open(const Formula& formula) {
  const std::vector<Atom> atoms = formula.atoms();
  return std::all_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return is_strict(atom.relation); });
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

/// Builds the family over the larger ring.
class Thickener {
 public:
  Thickener(const SemialgebraicSet& set, std::vector<ThickenedPiece> pieces)
      : set_(set), pieces_(std::move(pieces)), ring_(larger_ring(set, pieces_)) {}

  Thickening run(std::vector<EmptinessProof> closed) const {
    std::vector<Formula> bases;
    std::vector<Formula> neighbourhoods;
    for (const ThickenedPiece& piece : pieces_) {
      bases.push_back(piece.base.formula);
      neighbourhoods.push_back(neighbourhood(piece));
    }
    SemialgebraicSet base = set_;
    base.formula = Formula::disjunction(bases);
    return {std::move(base),
            pieces_,
            std::move(closed),
            {ring_, set_.parameter_count, set_.assumption.map_atoms([&](const Atom& atom) { return moved(atom); }),
             Formula::disjunction(neighbourhoods)},
            ring_.size() - set_.ring.size()};
  }

 private:
  static PolynomialRing larger_ring(const SemialgebraicSet& set, const std::vector<ThickenedPiece>& pieces) {
    std::vector<std::string> names = set.ring.names();
    const std::string number = "12345678";
    auto at = set.parameter_count;
    const auto insert = [&](const std::string& name) {
      names.insert(names.begin() + static_cast<std::ptrdiff_t>(at++), fresh_name(set.ring, name));
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::string suffix = pieces.size() == 1 ? "" : number.substr(i, 1);
      if (pieces[i].infinitesimals == 2) insert("eta" + suffix);
      if (pieces[i].infinitesimals > 0) insert("delta" + suffix);
    }
    return PolynomialRing(std::move(names));
  }

  Formula moved(const Atom& atom) const { return Formula::atom(atom.polynomial.in_ring(ring_), atom.relation); }

  Formula neighbourhood(const ThickenedPiece& piece) const {
    if (piece.infinitesimals == 0) return piece.base.formula.map_atoms([&](const Atom& atom) { return moved(atom); });
    const std::size_t first = set_.parameter_count + piece.first;
    const Polynomial eta = Polynomial::variable(ring_, first);
    const Polynomial delta = Polynomial::variable(ring_, first + piece.infinitesimals - 1);
    std::vector<Formula> parts;
    for (const Formula& part : piece.base.formula.conjuncts())
      parts.push_back(part.map_atoms([&, open = is_open(part)](const Atom& atom) {
        return open ? shrunk(atom, eta, delta) : grown(atom, delta);
      }));
    if (piece.ball) parts.push_back(ball(eta, delta));
    return Formula::conjunction(parts);
  }

  static Formula positive(const Polynomial& p) { return Formula::atom(p, Relation::greater); }

  /// A condition that holds on a closed set, on a neighbourhood of it.
  Formula grown(const Atom& atom, const Polynomial& delta) const {
    const Polynomial p = atom.polynomial.in_ring(ring_);
    const Formula above = positive(p + delta);
    const Formula below = positive(delta - p);
    if (atom.relation == Relation::greater_equal) return above;
    if (atom.relation == Relation::less_equal) return below;
    return Formula::conjunction({above, below});
  }

  /// A neighbourhood of the closed part |p| >= eta of a strict condition.
  Formula shrunk(const Atom& atom, const Polynomial& eta, const Polynomial& delta) const {
    const Polynomial p = atom.polynomial.in_ring(ring_);
    const Formula above = positive(p - eta + delta);
    const Formula below = positive(-p - eta + delta);
    if (atom.relation == Relation::greater) return above;
    if (atom.relation == Relation::less) return below;
    return Formula::disjunction({above, below});
  }

  /// The ball of the maximum norm: linear conditions on single coordinates keep a projection small.
  Formula ball(const Polynomial& eta, const Polynomial& delta) const {
    std::vector<Formula> parts;
    const Polynomial one(ring_, Rational(1));
    for (std::size_t v = ring_.size() - set_.dimension(); v < ring_.size(); ++v) {
      const Polynomial x = eta * Polynomial::variable(ring_, v);
      parts.push_back(positive(one + delta - x));
      parts.push_back(positive(one + delta + x));
    }
    return Formula::conjunction(parts);
  }

  const SemialgebraicSet& set_;
  std::vector<ThickenedPiece> pieces_;
  PolynomialRing ring_;
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

ThickenedPiece thickened_piece(const SemialgebraicSet& piece, std::size_t first, bool open) {
  if (open) return {piece, first, 0, false};
  const bool bounded = is_bounded(piece);
  const bool needs_eta = !bounded || has_strict_condition(piece.formula);
  return {piece, first, std::size_t{needs_eta ? 2u : 1u}, !bounded};
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

Thickening thicken_piece(const ThickenedPiece& piece) {
  ThickenedPiece alone = piece;
  alone.first = 0;
  return Thickener(piece.base, {alone}).run({});
}

std::optional<Thickening> thicken(const SemialgebraicSet& set) {
  constexpr std::size_t most_infinitesimals = 6;
  auto pieces = has_pure_conditions(set.formula)
                    ? std::optional(LocallyClosedPieces{{with_unequal_factors(set.formula)}, {}})
                    : locally_closed_pieces(set);
  if (!pieces) return std::nullopt;
  std::vector<ThickenedPiece> thickened;
  std::size_t infinitesimals = 0;
  for (const Formula& formula : pieces->pieces) {
    SemialgebraicSet piece = set;
    piece.formula = formula;
    thickened.push_back(thickened_piece(piece, infinitesimals, pieces->pieces.size() > 1 && is_open(formula)));
    infinitesimals += thickened.back().infinitesimals;
  }
  if (infinitesimals > most_infinitesimals) return std::nullopt;
  return Thickener(set, std::move(thickened)).run(std::move(pieces->closed));
}

}  // namespace isthmus
