#include "checker/formula.hpp"

#include <algorithm>

namespace isthmus::check {
namespace {

/// The relation of -p where p has this one.
Relation mirrored(Relation relation) {
  switch (relation) {
    case Relation::less:
      return Relation::greater;
    case Relation::greater:
      return Relation::less;
    case Relation::less_equal:
      return Relation::greater_equal;
    case Relation::greater_equal:
      return Relation::less_equal;
    default:
      return relation;
  }
}

const char* spelling(Relation relation) {
  switch (relation) {
    case Relation::equal:
      return " = 0";
    case Relation::not_equal:
      return " != 0";
    case Relation::less:
      return " < 0";
    case Relation::less_equal:
      return " <= 0";
    case Relation::greater:
      return " > 0";
    case Relation::greater_equal:
      break;
  }
  return " >= 0";
}

}  // namespace

bool is_strict(Relation relation) { return !holds(relation, 0); }

Formula Formula::atom(const Polynomial& polynomial, Relation relation) {
  if (polynomial.is_constant()) return holds(relation, sign(polynomial.constant_term())) ? truth() : falsity();
  const Polynomial primitive = polynomial.primitive();
  const bool turned = primitive.terms().front().coefficient < 0;
  Formula result(Kind::atom);
  result.atom_ =
      std::make_shared<const Atom>(Atom{turned ? -primitive : primitive, turned ? mirrored(relation) : relation});
  return result;
}

Formula Formula::combination(Kind kind, Kind neutral, Kind decisive, const std::vector<Formula>& parts) {
  Formula result(kind);
  for (const Formula& part : parts) {
    if (part.is(decisive)) return Formula(decisive);
    if (part.is(kind)) result.parts_.insert(result.parts_.end(), part.parts_.begin(), part.parts_.end());
    if (!part.is(kind) && !part.is(neutral)) result.parts_.push_back(part);
  }
  if (result.parts_.empty()) return Formula(neutral);
  return result.parts_.size() == 1 ? Formula(result.parts_.front()) : result;
}

Formula Formula::conjunction(const std::vector<Formula>& parts) {
  return combination(Kind::conjunction, Kind::truth, Kind::falsity, parts);
}

Formula Formula::disjunction(const std::vector<Formula>& parts) {
  return combination(Kind::disjunction, Kind::falsity, Kind::truth, parts);
}

Formula Formula::negated() const {
  if (is(Kind::truth)) return falsity();
  if (is(Kind::falsity)) return truth();
  if (is(Kind::atom)) return atom(atom_->polynomial, check::negated(atom_->relation));
  std::vector<Formula> parts;
  for (const Formula& part : parts_) parts.push_back(part.negated());
  return is(Kind::conjunction) ? disjunction(parts) : conjunction(parts);
}

std::vector<Formula> Formula::conjuncts() const {
  if (is(Kind::truth)) return {};
  return is(Kind::conjunction) ? parts_ : std::vector<Formula>{*this};
}

void Formula::collect(std::vector<const Atom*>& atoms) const {
  if (is(Kind::atom)) atoms.push_back(atom_.get());
  for (const Formula& part : parts_) part.collect(atoms);
}

std::vector<const Atom*> Formula::atoms() const {
  std::vector<const Atom*> result;
  collect(result);
  return result;
}

bool Formula::has_strict_atom() const {
  const std::vector<const Atom*> all = atoms();
  return std::any_of(all.begin(), all.end(), [](const Atom* atom) { return is_strict(atom->relation); });
}

Truth Formula::truth_for(const std::vector<SignSet>& signs) const {
  std::size_t next = 0;
  return truth_for(signs, next);
}

Truth Formula::truth_for(const std::vector<SignSet>& signs, std::size_t& next) const {
  if (is(Kind::truth)) return Truth::yes;
  if (is(Kind::falsity)) return Truth::no;
  if (is(Kind::atom)) return check::truth(atom_->relation, signs.at(next++));
  const Truth decisive = is(Kind::conjunction) ? Truth::no : Truth::yes;
  Truth result = is(Kind::conjunction) ? Truth::yes : Truth::no;
  for (const Formula& part : parts_) {
    const Truth value = part.truth_for(signs, next);  // also after the decisive part: every atom counts for `next`
    if (value == decisive || (value == Truth::unknown && result != decisive)) result = value;
  }
  return result;
}

bool Formula::requires_that(const Polynomial& polynomial, Relation relation) const {
  const Formula wanted = atom(polynomial, relation);
  if (wanted.is(Kind::truth)) return true;
  const auto all = conjuncts();
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

bool Formula::contains(std::size_t variable) const {
  if (is(Kind::atom)) return atom_->polynomial.contains(variable);
  return std::any_of(parts_.begin(), parts_.end(), [&](const Formula& part) { return part.contains(variable); });
}

bool Formula::holds_at(const std::vector<Rational>& point) const {
  return evaluate([&](const Atom& atom) {
           return holds(atom.relation, sign(atom.polynomial.at(point))) ? Truth::yes : Truth::no;
         }) == Truth::yes;
}

std::string Formula::text(const std::vector<std::string>& names) const {
  if (is(Kind::truth)) return "true";
  if (is(Kind::falsity)) return "false";
  if (is(Kind::atom)) return atom_->polynomial.text(names) + spelling(atom_->relation);
  std::string result;
  for (const Formula& part : parts_) {
    if (!result.empty()) result += is(Kind::conjunction) ? " and " : " or ";
    result += part.is(Kind::atom) ? part.text(names) : "(" + part.text(names) + ")";
  }
  return result;
}

bool operator==(const Formula& a, const Formula& b) {
  if (a.kind_ != b.kind_) return false;
  if (a.is(Formula::Kind::atom)) return *a.atom_ == *b.atom_;
  return a.parts_ == b.parts_;
}

}  // namespace isthmus::check
