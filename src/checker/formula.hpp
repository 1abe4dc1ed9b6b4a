#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checker/polynomial.hpp"
#include "checker/relation.hpp"
#include "checker/signs.hpp"

namespace isthmus::check {

/// The condition `polynomial relation 0`.
struct Atom {
  Polynomial polynomial;
  Relation relation;
  friend bool operator==(const Atom& a, const Atom& b) {
    return a.relation == b.relation && a.polynomial == b.polynomial;
  }
};

/// A Boolean combination of atoms in negation normal form; an immutable value, cheap to copy.
///
/// Each atom is kept in a unique form: coprime integer coefficients, the first one positive, the relation turned round
/// where the polynomial changed its sign. So atoms that are equal up to a positive factor (any factor for = and !=) are
/// equal. Atoms on constants become truth or falsity; conjunctions and disjunctions are flattened, neutral parts
/// dropped.
class Formula {
 public:
  enum class Kind { truth, falsity, atom, conjunction, disjunction };

  static Formula truth() { return Formula(Kind::truth); }
  static Formula falsity() { return Formula(Kind::falsity); }
  static Formula atom(const Polynomial& polynomial, Relation relation);
  static Formula conjunction(const std::vector<Formula>& parts);
  static Formula disjunction(const std::vector<Formula>& parts);
  Formula negated() const;

  Kind kind() const noexcept { return kind_; }
  bool is(Kind kind) const noexcept { return kind_ == kind; }
  /// The atom of an atomic formula.
  const Atom& as_atom() const { return *atom_; }
  const std::vector<Formula>& parts() const noexcept { return parts_; }
  /// The parts of a conjunction, none for truth, else this formula alone.
  std::vector<Formula> conjuncts() const;
  /// All atoms, left to right. They live as long as a copy of the formula.
  std::vector<const Atom*> atoms() const;
  /// Whether `polynomial relation 0` is a conjunct.
  bool requires_that(const Polynomial& polynomial, Relation relation) const;
  bool contains(std::size_t variable) const;
  /// Whether one of the atoms is <, > or !=.
  bool has_strict_atom() const;

  bool holds_at(const std::vector<Rational>& point) const;
  std::string text(const std::vector<std::string>& names) const;
  friend bool operator==(const Formula& a, const Formula& b);

  /// The truth value, given `Truth of(const Atom&)`.
  template <class Of>
  Truth evaluate(const Of& of) const {
    if (kind_ == Kind::truth) return Truth::yes;
    if (kind_ == Kind::falsity) return Truth::no;
    if (kind_ == Kind::atom) return of(*atom_);
    const Truth decisive = kind_ == Kind::conjunction ? Truth::no : Truth::yes;
    Truth result = kind_ == Kind::conjunction ? Truth::yes : Truth::no;
    for (const Formula& part : parts_) {
      const Truth value = part.evaluate(of);
      if (value == decisive) return decisive;
      if (value == Truth::unknown) result = Truth::unknown;
    }
    return result;
  }

  /// The truth value, given the signs of the atoms' polynomials in the order of atoms().
  Truth truth_for(const std::vector<SignSet>& signs) const;

  /// The formula with every atom replaced, by `Formula with(const Atom&)`.
  template <class With>
  Formula replaced(const With& with) const {
    if (kind_ == Kind::truth || kind_ == Kind::falsity) return *this;
    if (kind_ == Kind::atom) return with(*atom_);
    std::vector<Formula> parts;
    for (const Formula& part : parts_) parts.push_back(part.replaced(with));
    return kind_ == Kind::conjunction ? conjunction(parts) : disjunction(parts);
  }

 private:
  explicit Formula(Kind kind) : kind_(kind) {}
  static Formula combination(Kind kind, Kind neutral, Kind decisive, const std::vector<Formula>& parts);
  void collect(std::vector<const Atom*>& atoms) const;
  Truth truth_for(const std::vector<SignSet>& signs, std::size_t& next) const;

  Kind kind_;
  std::shared_ptr<const Atom> atom_;
  std::vector<Formula> parts_;
};

/// True for !=, < and >: atoms whose sets are open.
bool is_strict(Relation relation);

}  // namespace isthmus::check
