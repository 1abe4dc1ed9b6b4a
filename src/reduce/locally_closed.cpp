#include "reduce/locally_closed.hpp"

#include <algorithm>
#include <utility>

#include "decompose/open_condition.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

constexpr std::size_t most_pieces = 16;
constexpr std::size_t most_polynomials = 4;

bool all_atoms(const Formula& formula, bool strict) {
  const std::vector<Atom> atoms = formula.atoms();
  return std::all_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return is_strict(atom.relation) == strict; });
}

bool is_pure(const Formula& condition) { return all_atoms(condition, true) || all_atoms(condition, false); }

/// The strict top-level conditions, or the others.
std::vector<Formula> conditions(const Formula& formula, bool strict) {
  std::vector<Formula> result;
  for (const Formula& part : formula.conjuncts())
    if (all_atoms(part, strict)) result.push_back(part);
  return result;
}

bool same(const std::vector<Formula>& a, const std::vector<Formula>& b) {
  return std::is_permutation(a.begin(), a.end(), b.begin(), b.end());
}

/// The condition with < for <= and without !=: it holds on the closure of what the strict one describes.
Formula relaxed(const Formula& condition) {
  return condition.map_atoms([](const Atom& atom) {
    if (atom.relation == Relation::less) return Formula::atom(atom.polynomial, Relation::less_equal);
    if (atom.relation == Relation::greater) return Formula::atom(atom.polynomial, Relation::greater_equal);
    return atom.relation == Relation::not_equal ? Formula::truth() : Formula::atom(atom.polynomial, atom.relation);
  });
}

/// Splits one set.
class Splitter {
 public:
  explicit Splitter(const SemialgebraicSet& set) : set_(set) {}

  std::optional<LocallyClosedPieces> run() {
    expand(set_.formula);
    if (pieces_.size() <= most_pieces) {
      unite();
      if (auto ordered = in_order(pieces_)) return ordered;
    }
    return by_vanishing();
  }

 private:
  void add(const Formula& formula) {
    const Formula piece = normalise(formula, set_.assumption);
    if (piece.is(Formula::Kind::falsity)) return;
    if (has_pure_conditions(piece))
      pieces_.push_back(with_unequal_factors(piece));
    else
      expand(piece);
  }

  /// The alternatives of the first mixed condition, the strict ones and those without strict atoms taken together.
  void expand(const Formula& formula) {
    std::vector<Formula> rest = formula.conjuncts();
    const auto mixed = std::find_if(rest.begin(), rest.end(), [](const Formula& part) { return !is_pure(part); });
    if (mixed == rest.end()) return add(formula);
    std::vector<Formula> open;
    std::vector<Formula> closed;
    std::vector<Formula> others;
    for (const Formula& part : mixed->parts())
      (all_atoms(part, true) ? open : all_atoms(part, false) ? closed : others).push_back(part);
    others.push_back(Formula::disjunction(closed));
    others.push_back(Formula::disjunction(open));
    rest.erase(mixed);
    for (const Formula& alternative : others) {
      if (pieces_.size() > most_pieces) return;
      std::vector<Formula> parts = rest;
      parts.push_back(alternative);
      add(Formula::conjunction(parts));
    }
  }

  /// Pieces that differ in their closed conditions only, or in their strict ones only, become one.
  void unite() {
    for (const bool strict : {true, false})
      for (std::size_t i = 0; i < pieces_.size(); ++i)
        for (std::size_t j = pieces_.size(); j-- > i + 1;)
          if (same(conditions(pieces_[i], strict), conditions(pieces_[j], strict))) {
            pieces_[i] = united(pieces_[i], pieces_[j], strict);
            pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(j));
          }
  }

  static Formula united(const Formula& a, const Formula& b, bool shared_strict) {
    std::vector<Formula> parts = conditions(a, shared_strict);
    parts.push_back(Formula::disjunction(
        {Formula::conjunction(conditions(a, !shared_strict)), Formula::conjunction(conditions(b, !shared_strict))}));
    return Formula::conjunction(parts);
  }

  /// The first order in which each piece is shown to be closed in its union with any later one.
  std::optional<LocallyClosedPieces> in_order(const std::vector<Formula>& pieces) const {
    std::vector<Formula> left = pieces;
    std::stable_sort(left.begin(), left.end(), [](const Formula& a, const Formula& b) { return rank(a) < rank(b); });
    LocallyClosedPieces result;
    while (!left.empty()) {
      const auto next = std::find_if(left.begin(), left.end(), [&](const Formula& piece) {
        std::vector<Formula> later = left;
        later.erase(later.begin() + (&piece - left.data()));
        return closed_in_unions(piece, later).has_value();
      });
      if (next == left.end()) return std::nullopt;
      result.pieces.push_back(*next);
      left.erase(next);
    }
    return with_proofs(std::move(result));
  }

  /// Closed pieces first, open pieces last.
  static int rank(const Formula& piece) {
    if (!has_strict_condition(piece)) return 0;
    return conditions(piece, false).empty() ? 2 : 1;
  }

  std::optional<std::vector<EmptinessProof>> closed_in_unions(const Formula& piece,
                                                              const std::vector<Formula>& later) const {
    std::vector<EmptinessProof> proofs;
    if (!has_strict_condition(piece)) return proofs;
    for (const Formula& other : later) {
      SemialgebraicSet escaping = set_;
      escaping.formula = leaving(piece, other);
      auto proof = prove_empty(escaping);
      if (!proof) return std::nullopt;
      proofs.push_back(std::move(*proof));
    }
    return proofs;
  }

  /// The pieces are in order now, as the proofs have to be.
  std::optional<LocallyClosedPieces> with_proofs(LocallyClosedPieces result) const {
    for (auto piece = result.pieces.begin(); piece != result.pieces.end(); ++piece) {
      auto proofs = closed_in_unions(*piece, {piece + 1, result.pieces.end()});
      if (!proofs) return std::nullopt;
      for (EmptinessProof& proof : *proofs) result.closed.push_back(std::move(proof));
    }
    return result;
  }

  /// One piece for each choice of the polynomials of mixed conditions that vanish: the more do, the earlier.
  std::optional<LocallyClosedPieces> by_vanishing() {
    const std::vector<Polynomial> polynomials = mixed_polynomials();
    if (polynomials.size() > most_polynomials) return std::nullopt;
    pieces_.clear();
    const std::size_t choices = std::size_t{1} << polynomials.size();
    for (std::size_t choice = 0; choice < choices; ++choice) {
      SemialgebraicSet piece = set_;
      piece.formula = normalise(chosen(polynomials, choice), set_.assumption);
      if (!piece.formula.is(Formula::Kind::falsity) && !prove_empty(piece))
        pieces_.push_back(with_unequal_factors(piece.formula));
    }
    const bool pure = std::all_of(pieces_.begin(), pieces_.end(), has_pure_conditions);
    return pure ? in_order(pieces_) : std::nullopt;
  }

  std::vector<Polynomial> mixed_polynomials() const {
    std::vector<Polynomial> result;
    for (const Formula& part : set_.formula.conjuncts()) {
      if (is_pure(part)) continue;
      for (const Atom& atom : part.atoms())
        if (!is_strict(atom.relation) &&
            std::find(result.begin(), result.end(), atom.polynomial.primitive()) == result.end())
          result.push_back(atom.polynomial.primitive());
    }
    return result;
  }

  /// The set where exactly the chosen polynomials vanish, with strict atoms in place of the mixed conditions.
  Formula chosen(const std::vector<Polynomial>& polynomials, std::size_t choice) const {
    std::vector<Formula> parts;
    for (std::size_t i = 0; i < polynomials.size(); ++i)
      parts.push_back(Formula::atom(polynomials[i], (choice >> i) % 2 == 0 ? Relation::not_equal : Relation::equal));
    const auto vanishes = [&](const Polynomial& p) {
      const auto at = std::find(polynomials.begin(), polynomials.end(), p.primitive());
      return at == polynomials.end() ? std::optional<bool>()
                                     : ((choice >> static_cast<std::size_t>(at - polynomials.begin())) % 2 == 1);
    };
    for (const Formula& part : set_.formula.conjuncts())
      parts.push_back(is_pure(part) ? part : part.map_atoms([&](const Atom& atom) {
        const std::optional<bool> zero = vanishes(atom.polynomial);
        if (!zero) return Formula::atom(atom.polynomial, atom.relation);
        if (*zero) return holds(atom.relation, 0) ? Formula::truth() : Formula::falsity();
        return off_zero(atom);
      }));
    return Formula::conjunction(parts);
  }

  /// An atom where its polynomial does not vanish.
  static Formula off_zero(const Atom& atom) {
    if (atom.relation == Relation::equal) return Formula::falsity();
    if (atom.relation == Relation::less_equal) return Formula::atom(atom.polynomial, Relation::less);
    if (atom.relation == Relation::greater_equal) return Formula::atom(atom.polynomial, Relation::greater);
    return Formula::atom(atom.polynomial, atom.relation);
  }

  const SemialgebraicSet& set_;
  std::vector<Formula> pieces_;
};

}  // namespace

bool has_pure_conditions(const Formula& formula) {
  const std::vector<Formula> parts = formula.conjuncts();
  return std::all_of(parts.begin(), parts.end(), is_pure);
}

bool has_strict_condition(const Formula& formula) { return !conditions(formula, true).empty(); }

Formula with_unequal_factors(const Formula& formula) {
  return formula.map_atoms([](const Atom& atom) {
    if (atom.relation != Relation::not_equal) return Formula::atom(atom.polynomial, atom.relation);
    std::vector<Formula> parts;
    for (const auto& power : atom.polynomial.factor().powers)
      if (evident_sign(power.factor) == 0) parts.push_back(Formula::atom(power.factor, Relation::not_equal));
    return Formula::conjunction(parts);
  });
}

std::optional<LocallyClosedPieces> locally_closed_pieces(const SemialgebraicSet& set) { return Splitter(set).run(); }

Formula leaving(const Formula& piece, const Formula& other) {
  std::vector<Formula> closure{other};
  for (const Formula& part : piece.conjuncts()) closure.push_back(all_atoms(part, true) ? relaxed(part) : part);
  closure.push_back(Formula::conjunction(conditions(piece, true)).negated());
  return Formula::conjunction(closure);
}

}  // namespace isthmus
