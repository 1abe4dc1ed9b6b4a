#include "checker/neighbourhoods.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace isthmus::check {
namespace {

/// The even exponent of the largest pure power of a coordinate with positive coefficient.
std::optional<std::size_t> pure_power(const Polynomial& p, std::size_t coordinate) {
  std::optional<std::size_t> largest;
  for (const Polynomial::Term& term : p.terms()) {
    const std::size_t exponent = term.exponents[coordinate];
    Exponents others = term.exponents;
    others[coordinate] = u'\0';
    const bool pure = others == Exponents(p.variables(), u'\0') && exponent > 0;
    if (pure && exponent % 2 == 0 && term.coefficient > 0) largest = std::max(largest.value_or(0), exponent);
  }
  return largest;
}

/// Whether p tends to infinity: pure powers c*x_i^d_i of all coordinates, c > 0, d_i even, and every term c*x^a has
/// sum a_i/d_i < 1, or = 1 with all a_i even and c > 0.
bool is_coercive(const Polynomial& p, const std::vector<std::size_t>& coordinates) {
  std::vector<std::size_t> powers;
  for (const std::size_t coordinate : coordinates) {
    const auto power = pure_power(p, coordinate);
    if (!power) return false;
    powers.push_back(*power);
  }
  for (const Polynomial::Term& term : p.terms()) {
    Rational weight;
    bool positive = term.coefficient > 0;
    for (std::size_t i = 0; i < coordinates.size(); ++i) {
      const std::size_t exponent = term.exponents[coordinates[i]];
      weight += Rational(Integer(exponent), Integer(powers[i]));
      positive = positive && exponent % 2 == 0;
    }
    if (weight > Rational(1) || (weight == Rational(1) && !positive)) return false;
  }
  return true;
}

/// Whether a conjunct that is one atom keeps the neighbourhoods bounded.
bool is_bounded(const Formula& formula, const std::vector<std::size_t>& coordinates) {
  for (const Formula& conjunct : formula.conjuncts()) {
    if (!conjunct.is(Formula::Kind::atom)) continue;
    const auto& [p, relation] = conjunct.as_atom();
    if (!holds(relation, 1) && is_coercive(p, coordinates)) return true;
    if (!holds(relation, -1) && is_coercive(-p, coordinates)) return true;
  }
  return false;
}

Formula positive(const Polynomial& p) { return Formula::atom(p, Relation::greater); }

/// < becomes <=, != is dropped: a condition that holds on the closure.
Formula relaxed(const Formula& conjunct) {
  return conjunct.replaced([](const Atom& atom) {
    if (atom.relation == Relation::less) return Formula::atom(atom.polynomial, Relation::less_equal);
    if (atom.relation == Relation::greater) return Formula::atom(atom.polynomial, Relation::greater_equal);
    return atom.relation == Relation::not_equal ? Formula::truth() : Formula::atom(atom.polynomial, atom.relation);
  });
}

}  // namespace

Polynomial in_larger_ring(const Polynomial& p, std::size_t variables) {
  std::vector<Polynomial::Term> terms = p.terms();
  for (Polynomial::Term& term : terms) term.exponents.resize(variables, u'\0');
  return Polynomial::sum(variables, std::move(terms), p.denominator());
}

Formula in_larger_ring(const Formula& formula, std::size_t variables) {
  return formula.replaced(
      [&](const Atom& atom) { return Formula::atom(in_larger_ring(atom.polynomial, variables), atom.relation); });
}

Piece::Piece(const Set& set, const Json& node, std::vector<std::string>& names, const std::string& rule)
    : coordinates_(set.coordinates), formula_(set.formula), ball_(static_cast<Ball>(node["ball"].index_below(3))) {
  const std::vector<std::string> own = node["infinitesimals"].texts();
  node["infinitesimals"].require(own.size() <= 2, rule, "expected at most two names");
  for (const std::string& name : own) {
    const bool known = std::count(names.begin(), names.end(), name) > 0;
    node["infinitesimals"].require(is_name(name) && !known, rule, "'" + name + "' is not a new name");
    infinitesimals_.push_back(names.size());
    names.push_back(name);
  }
  node["ball"].require(ball_ == Ball::none || own.size() == 2, rule, "a ball needs two infinitesimals");
  node["ball"].require(ball_ != Ball::none || own.empty() || is_bounded(formula_, coordinates_), rule,
                       "no conjunct bounds the set");
  check_conjuncts(node, rule);
}

void Piece::check_conjuncts(const Json& node, const std::string& rule) const {
  for (const Formula& conjunct : formula_.conjuncts()) {
    const std::vector<const Atom*> atoms = conjunct.atoms();
    const auto strict = std::count_if(atoms.begin(), atoms.end(), [](const Atom* a) { return is_strict(a->relation); });
    const bool open = static_cast<std::size_t>(strict) == atoms.size() && strict > 0;
    node.require(open || strict == 0, rule, "a conjunct with strict and other atoms");
    node.require(open || !infinitesimals_.empty(), rule, "a piece without infinitesimals is not open");
    node.require(!open || infinitesimals_.size() != 1, rule, "a strict conjunct needs two infinitesimals");
  }
}

bool Piece::has_strict_conjunct() const { return formula_.has_strict_atom(); }

Formula Piece::neighbourhood(std::size_t variables) const {
  if (infinitesimals_.empty()) return in_larger_ring(formula_, variables);
  std::vector<Formula> conjuncts;
  for (const Formula& conjunct : formula_.conjuncts())
    conjuncts.push_back(conjunct.replaced([&, open = conjunct.has_strict_atom()](const Atom& atom) {
      return open ? shrunk(atom, variables) : grown(atom, variables);
    }));
  if (ball_ == Ball::euclidean) conjuncts.push_back(euclidean_ball(variables));
  if (ball_ == Ball::maximum) conjuncts.push_back(maximum_ball(variables));
  return Formula::conjunction(conjuncts);
}

Formula Piece::grown(const Atom& atom, std::size_t variables) const {
  const Polynomial p = in_larger_ring(atom.polynomial, variables);
  const Polynomial d = Polynomial::variable(variables, infinitesimals_.back());
  if (atom.relation == Relation::greater_equal) return positive(p + d);
  if (atom.relation == Relation::less_equal) return positive(d - p);
  return Formula::conjunction({positive(p + d), positive(d - p)});
}

Formula Piece::shrunk(const Atom& atom, std::size_t variables) const {
  const Polynomial p = in_larger_ring(atom.polynomial, variables);
  const Polynomial e = Polynomial::variable(variables, infinitesimals_.front());
  const Polynomial d = Polynomial::variable(variables, infinitesimals_.back());
  if (atom.relation == Relation::greater) return positive(p - e + d);
  if (atom.relation == Relation::less) return positive(-p - e + d);
  return Formula::disjunction({positive(p - e + d), positive(-p - e + d)});
}

Formula Piece::euclidean_ball(std::size_t variables) const {
  Polynomial square(variables);
  for (const std::size_t coordinate : coordinates_) square += power(Polynomial::variable(variables, coordinate), 2);
  const Polynomial e = Polynomial::variable(variables, infinitesimals_.front());
  return positive(Polynomial(variables, 1) + Polynomial::variable(variables, infinitesimals_.back()) - e * square);
}

Formula Piece::maximum_ball(std::size_t variables) const {
  const Polynomial e = Polynomial::variable(variables, infinitesimals_.front());
  const Polynomial radius = Polynomial(variables, 1) + Polynomial::variable(variables, infinitesimals_.back());
  std::vector<Formula> sides;
  for (const std::size_t coordinate : coordinates_) {
    const Polynomial x = e * Polynomial::variable(variables, coordinate);
    sides.push_back(positive(radius - x));
    sides.push_back(positive(radius + x));
  }
  return Formula::conjunction(sides);
}

Formula leaving(const Formula& piece, const Formula& other) {
  std::vector<Formula> parts{other};
  std::vector<Formula> strict;
  for (const Formula& conjunct : piece.conjuncts()) {
    const bool open = conjunct.has_strict_atom();
    parts.push_back(open ? relaxed(conjunct) : conjunct);
    if (open) strict.push_back(conjunct);
  }
  parts.push_back(Formula::conjunction(strict).negated());
  return Formula::conjunction(parts);
}

}  // namespace isthmus::check
