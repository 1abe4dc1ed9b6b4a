#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exact/polynomial.hpp"

namespace isthmus {

/// The sign condition `polynomial REL 0`.
enum class Relation { equal, not_equal, less, less_equal, greater, greater_equal };

/// Whether a polynomial of this sign (-1, 0, 1) satisfies the relation.
bool holds(Relation relation, int sign);
/// The relation of the negated atom.
Relation negation(Relation relation);
/// The relation of -p when p satisfies `relation`.
Relation mirrored(Relation relation);
/// True for !=, <, >: the atoms whose solution sets are open.
bool is_strict(Relation relation);
/// "=", "!=", "<", "<=", ">", ">=".
std::string to_string(Relation relation);
/// The relation of this spelling; "==" is "=" too. Throws InvalidInput on anything else.
Relation relation_named(std::string_view spelling);

/// Kleene's three truth values.
enum class Truth { no, unknown, yes };

struct Atom {
  Polynomial polynomial;
  Relation relation;
};

/// A Boolean combination of atoms in negation normal form: an immutable tree, cheap to copy.
class Formula {
 public:
  enum class Kind { truth, falsity, atom, conjunction, disjunction };

  static Formula truth();
  static Formula falsity();
  /// Atoms on constant polynomials become truth or falsity.
  static Formula atom(Polynomial polynomial, Relation relation);
  /// Flattened; neutral parts dropped; an absorbing part wins; the empty conjunction is truth.
  static Formula conjunction(const std::vector<Formula>& parts);
  /// Flattened; neutral parts dropped; an absorbing part wins; the empty disjunction is falsity.
  static Formula disjunction(const std::vector<Formula>& parts);

  Kind kind() const noexcept { return node_->kind; }
  bool is(Kind kind) const noexcept { return node_->kind == kind; }
  /// Throws InvalidInput unless this is an atom.
  const Atom& as_atom() const;
  /// The parts of a conjunction or disjunction; empty otherwise.
  const std::vector<Formula>& parts() const noexcept { return node_->parts; }
  /// The top-level conjuncts: the parts of a conjunction, nothing for truth, the formula itself otherwise.
  std::vector<Formula> conjuncts() const;
  /// Every atom of the tree, left to right.
  std::vector<Atom> atoms() const;
  Formula negated() const;
  /// Exact truth at a rational point (one value per variable of the atoms' ring).
  bool holds_at(const std::vector<Rational>& point) const;
  /// Text in the set language.
  std::string to_string() const;
  /// The same tree with the same atoms in the same order; not equivalence.
  friend bool operator==(const Formula& a, const Formula& b);

  /// Rebuilds the tree with every atom replaced by f(atom).
  template <class F>
  Formula map_atoms(F&& f) const {
    switch (kind()) {
      case Kind::atom:
        return f(as_atom());
      case Kind::conjunction:
      case Kind::disjunction: {
        std::vector<Formula> mapped;
        for (const Formula& part : parts()) mapped.push_back(part.map_atoms(f));
        return is(Kind::conjunction) ? conjunction(mapped) : disjunction(mapped);
      }
      default:
        return *this;
    }
  }

  /// Three-valued truth, given a three-valued evaluation of atoms: Truth evaluate(const Atom&).
  template <class F>
  Truth evaluate(F&& f) const {
    if (is(Kind::truth)) return Truth::yes;
    if (is(Kind::falsity)) return Truth::no;
    if (is(Kind::atom)) return f(as_atom());
    const Truth absorbing = is(Kind::conjunction) ? Truth::no : Truth::yes;
    const Truth neutral = is(Kind::conjunction) ? Truth::yes : Truth::no;
    Truth result = neutral;
    for (const Formula& part : parts()) {
      const Truth value = part.evaluate(f);
      if (value == absorbing) return absorbing;
      if (value == Truth::unknown) result = Truth::unknown;
    }
    return result;
  }

 private:
  struct Node {
    Kind kind;
    std::vector<Atom> atom;  ///< one element for Kind::atom, else empty
    std::vector<Formula> parts;
  };
  explicit Formula(std::shared_ptr<const Node> node) : node_(std::move(node)) {}
  std::shared_ptr<const Node> node_;
};

}  // namespace isthmus
