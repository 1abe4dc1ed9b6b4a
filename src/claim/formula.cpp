#include "claim/formula.hpp"

#include <utility>

#include "exact/error.hpp"

namespace isthmus {
namespace {

void collect_atoms(const Formula& formula, std::vector<Atom>& atoms) {
  if (formula.is(Formula::Kind::atom)) atoms.push_back(formula.as_atom());
  for (const Formula& part : formula.parts()) collect_atoms(part, atoms);
}

/// The parts with those of the same kind spliced in and neutral ones left out; nothing else if one is absorbing.
std::vector<Formula> flattened(const std::vector<Formula>& parts, Formula::Kind kind, Formula::Kind neutral,
                               Formula::Kind absorbing) {
  std::vector<Formula> flat;
  for (const Formula& part : parts) {
    if (part.is(absorbing)) return {part};
    if (part.is(neutral)) continue;
    if (part.is(kind)) {
      flat.insert(flat.end(), part.parts().begin(), part.parts().end());
    } else {
      flat.push_back(part);
    }
  }
  return flat;
}

}  // namespace

bool holds(Relation relation, int sign) {
  switch (relation) {
    case Relation::equal:
      return sign == 0;
    case Relation::not_equal:
      return sign != 0;
    case Relation::less:
      return sign < 0;
    case Relation::less_equal:
      return sign <= 0;
    case Relation::greater:
      return sign > 0;
    case Relation::greater_equal:
      return sign >= 0;
  }
  throw InternalError("a relation outside its enumeration");
}

Relation negation(Relation relation) {
  switch (relation) {
    case Relation::equal:
      return Relation::not_equal;
    case Relation::not_equal:
      return Relation::equal;
    case Relation::less:
      return Relation::greater_equal;
    case Relation::less_equal:
      return Relation::greater;
    case Relation::greater:
      return Relation::less_equal;
    case Relation::greater_equal:
      return Relation::less;
  }
  throw InternalError("a relation outside its enumeration");
}

Relation mirrored(Relation relation) {
  switch (relation) {
    case Relation::less:
      return Relation::greater;
    case Relation::less_equal:
      return Relation::greater_equal;
    case Relation::greater:
      return Relation::less;
    case Relation::greater_equal:
      return Relation::less_equal;
    default:
      return relation;
  }
}

bool is_strict(Relation relation) {
  return relation == Relation::not_equal || relation == Relation::less || relation == Relation::greater;
}

std::string to_string(Relation relation) {
  switch (relation) {
    case Relation::equal:
      return "=";
    case Relation::not_equal:
      return "!=";
    case Relation::less:
      return "<";
    case Relation::less_equal:
      return "<=";
    case Relation::greater:
      return ">";
    case Relation::greater_equal:
      return ">=";
  }
  throw InternalError("a relation outside its enumeration");
}

Relation relation_named(std::string_view spelling) {
  if (spelling == "==") return Relation::equal;
  for (const Relation relation : {Relation::equal, Relation::not_equal, Relation::less, Relation::less_equal,
                                  Relation::greater, Relation::greater_equal}) {
    if (spelling == to_string(relation)) return relation;
  }
  throw InvalidInput("'" + std::string(spelling) + "' is no relation");
}

Formula Formula::truth() {
  static const Formula value(std::make_shared<const Node>(Node{Kind::truth, {}, {}}));
  return value;
}

Formula Formula::falsity() {
  static const Formula value(std::make_shared<const Node>(Node{Kind::falsity, {}, {}}));
  return value;
}

Formula Formula::atom(Polynomial polynomial, Relation relation) {
  if (polynomial.is_constant()) {
    return holds(relation, polynomial.constant_value().sign()) ? truth() : falsity();
  }
  return Formula(std::make_shared<const Node>(Node{Kind::atom, {Atom{std::move(polynomial), relation}}, {}}));
}

Formula Formula::conjunction(const std::vector<Formula>& parts) {
  std::vector<Formula> flat = flattened(parts, Kind::conjunction, Kind::truth, Kind::falsity);
  if (flat.empty()) return truth();
  if (flat.size() == 1) return flat.front();
  return Formula(std::make_shared<const Node>(Node{Kind::conjunction, {}, std::move(flat)}));
}

Formula Formula::disjunction(const std::vector<Formula>& parts) {
  std::vector<Formula> flat = flattened(parts, Kind::disjunction, Kind::falsity, Kind::truth);
  if (flat.empty()) return falsity();
  if (flat.size() == 1) return flat.front();
  return Formula(std::make_shared<const Node>(Node{Kind::disjunction, {}, std::move(flat)}));
}

const Atom& Formula::as_atom() const {
  if (!is(Kind::atom)) throw InvalidInput("an atom was expected, found '" + to_string() + "'");
  return node_->atom.front();
}

std::vector<Formula> Formula::conjuncts() const {
  if (is(Kind::truth)) return {};
  if (is(Kind::conjunction)) return parts();
  return {*this};
}

std::vector<Atom> Formula::atoms() const {
  std::vector<Atom> result;
  collect_atoms(*this, result);
  return result;
}

Formula Formula::negated() const {
  if (is(Kind::truth)) return falsity();
  if (is(Kind::falsity)) return truth();
  if (is(Kind::atom)) return atom(as_atom().polynomial, negation(as_atom().relation));
  std::vector<Formula> negations;
  for (const Formula& part : parts()) negations.push_back(part.negated());
  return is(Kind::conjunction) ? disjunction(negations) : conjunction(negations);
}

bool Formula::holds_at(const std::vector<Rational>& point) const {
  const Truth value = evaluate([&](const Atom& atom) {
    return holds(atom.relation, atom.polynomial.evaluate(point).sign()) ? Truth::yes : Truth::no;
  });
  return value == Truth::yes;
}

std::string Formula::to_string() const {
  if (is(Kind::truth)) return "true";
  if (is(Kind::falsity)) return "false";
  if (is(Kind::atom)) {
    return as_atom().polynomial.to_string() + " " + isthmus::to_string(as_atom().relation) + " 0";
  }
  std::string text;
  for (const Formula& part : parts()) {
    if (!text.empty()) text += is(Kind::conjunction) ? " and " : " or ";
    text += part.parts().empty() ? part.to_string() : "(" + part.to_string() + ")";
  }
  return text;
}

bool operator==(const Formula& a, const Formula& b) {
  if (a.node_ == b.node_) return true;
  if (a.kind() != b.kind()) return false;
  if (a.is(Formula::Kind::atom)) {
    return a.as_atom().relation == b.as_atom().relation && a.as_atom().polynomial == b.as_atom().polynomial;
  }
  return a.parts() == b.parts();
}

}  // namespace isthmus
