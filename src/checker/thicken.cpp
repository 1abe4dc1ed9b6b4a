// The rule `thicken`: section 5 of proofs/FORMAT.md, Theorem 4 of docs/engine.md.

#include <algorithm>
#include <optional>
#include <utility>

#include "checker/open_set.hpp"
#include "checker/reductions.hpp"

namespace isthmus::check {
namespace {

/// The same polynomial in a ring with more variables behind its own.
Polynomial in_larger_ring(const Polynomial& p, std::size_t variables) {
  std::vector<Polynomial::Term> terms = p.terms();
  for (Polynomial::Term& term : terms) term.exponents.resize(variables, u'\0');
  return Polynomial::sum(variables, std::move(terms), p.denominator());
}

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
bool is_bounded(const Set& set) {
  for (const Formula& conjunct : set.formula.conjuncts()) {
    if (!conjunct.is(Formula::Kind::atom)) continue;
    const auto& [p, relation] = conjunct.as_atom();
    if (!holds(relation, 1) && is_coercive(p, set.coordinates)) return true;
    if (!holds(relation, -1) && is_coercive(-p, set.coordinates)) return true;
  }
  return false;
}

/// The set S with its infinitesimals e and d (the same, if there is only one) as further variables.
class Thickening {
 public:
  Thickening(const Set& set, const Json& node) : set_(set) {
    const std::vector<std::string> names = node["infinitesimals"].texts();
    node["infinitesimals"].require(names.size() == 1 || names.size() == 2, "thicken", "expected one or two names");
    std::vector<std::string> all = *set.names;
    for (const std::string& name : names) {
      const bool known = set.scope().index.count(name) > 0 || std::count(names.begin(), names.end(), name) > 1;
      node["infinitesimals"].require(is_name(name) && !known, "thicken", "'" + name + "' is not a new name");
      infinitesimals_.push_back(all.size());
      all.push_back(name);
    }
    names_ = std::make_shared<const std::vector<std::string>>(std::move(all));
    ball_ = node["ball"].index_below(2) == 1;
    node["ball"].require(!ball_ || names.size() == 2, "thicken", "a ball needs two infinitesimals");
    node["ball"].require(ball_ || is_bounded(set), "thicken", "no conjunct bounds the set");
  }

  const std::vector<std::size_t>& infinitesimals() const { return infinitesimals_; }

  /// S_(e,d) as a set with the infinitesimals as coordinates in front.
  Set family(const Json& node) const {
    std::vector<Formula> conjuncts;
    for (const Formula& conjunct : set_.formula.conjuncts()) conjuncts.push_back(thickened(conjunct, node));
    if (ball_) conjuncts.push_back(ball());
    std::vector<std::size_t> coordinates = infinitesimals_;
    coordinates.insert(coordinates.end(), set_.coordinates.begin(), set_.coordinates.end());
    return {names_, {}, coordinates, Formula::truth(), Formula::conjunction(conjuncts)};
  }

 private:
  Polynomial e() const { return Polynomial::variable(names_->size(), infinitesimals_.front()); }
  Polynomial d() const { return Polynomial::variable(names_->size(), infinitesimals_.back()); }
  static Formula positive(const Polynomial& p) { return Formula::atom(p, Relation::greater); }

  Formula thickened(const Formula& conjunct, const Json& node) const {
    const std::vector<const Atom*> atoms = conjunct.atoms();
    const auto strict = std::count_if(atoms.begin(), atoms.end(), [](const Atom* a) { return is_strict(a->relation); });
    const bool open = static_cast<std::size_t>(strict) == atoms.size() && strict > 0;
    node.require(open || strict == 0, "thicken", "a conjunct with strict and other atoms");
    node.require(!open || infinitesimals_.size() == 2, "thicken", "a strict conjunct needs two infinitesimals");
    return conjunct.replaced([&](const Atom& atom) { return open ? shrunk(atom) : grown(atom); });
  }

  Formula grown(const Atom& atom) const {
    const Polynomial p = in_larger_ring(atom.polynomial, names_->size());
    if (atom.relation == Relation::greater_equal) return positive(p + d());
    if (atom.relation == Relation::less_equal) return positive(d() - p);
    return Formula::conjunction({positive(p + d()), positive(d() - p)});
  }

  Formula shrunk(const Atom& atom) const {
    const Polynomial p = in_larger_ring(atom.polynomial, names_->size());
    if (atom.relation == Relation::greater) return positive(p - e() + d());
    if (atom.relation == Relation::less) return positive(-p - e() + d());
    return Formula::disjunction({positive(p - e() + d()), positive(-p - e() + d())});
  }

  Formula ball() const {
    Polynomial square(names_->size());
    for (const std::size_t coordinate : set_.coordinates) {
      square += power(Polynomial::variable(names_->size(), coordinate), 2);
    }
    return positive(Polynomial(names_->size(), 1) + d() - e() * square);
  }

  const Set& set_;
  std::shared_ptr<const std::vector<std::string>> names_;
  std::vector<std::size_t> infinitesimals_;
  bool ball_;
};

bool has_root_up_to(const Univariate& f, const Rational& value) {
  const RootCounter roots(f);
  return roots.up_to(value) > roots.up_to(0);
}

/// The values lie below all positive zeros of the polynomials in the infinitesimals, for the second at the first value;
/// and no zero d(e) of a polynomial of the second level tends to 0 for an e between 0 and the first value, since it is
/// d^k * g with g(e, 0) a product of polynomials without zero there. So there is a connected set of pairs that holds
/// (e, d) and all (e', d') with 0 < e' <= e and d' > 0 small enough, and on which none of these polynomials vanishes.
void check_values(const Projection& projection, const std::vector<Rational>& values, const Json& node) {
  const Json& json = node["values"];
  for (const Rational& value : values) {
    json.require(sign(value) > 0 && value < Rational(1), "thicken", "a value that is not between 0 and 1");
  }
  for (const Polynomial& f : projection.at_level(1)) {
    json.require(!has_root_up_to(f.univariate(projection.variable(1)), values[0]), "thicken",
                 "the first value does not lie below all positive roots of its level");
  }
  if (values.size() == 1) return;
  const std::size_t d = projection.variable(2);
  for (const Polynomial& f : projection.at_level(2)) {
    const std::vector<Polynomial> coefficients = f.coefficients(d);
    const auto trailing =
        std::find_if(coefficients.begin(), coefficients.end(), [](const auto& c) { return !c.is_zero(); });
    node["projection"].require(projection.is_product_of_lower(*trailing, 2), "thicken",
                               "a trailing coefficient of the second level is no product of the first level");
    json.require(!has_root_up_to(f.at(projection.variable(1), values[0]).univariate(d), values[1]), "thicken",
                 "the second value does not lie below all positive roots of its level");
  }
}

Set at_values(Set family, const std::vector<std::size_t>& infinitesimals, const std::vector<Rational>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) family = family.at(infinitesimals[i], values[i]);
  return family;
}

}  // namespace

Count check_thicken(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "infinitesimals", "ball", "order", "units", "projection", "values", "count"});
  const Thickening thickening(set, node);
  const Set family = thickening.family(node);
  const std::vector<std::size_t>& infinitesimals = thickening.infinitesimals();
  const std::vector<std::size_t> order = order_in(node["order"], family.coordinates, family.scope(), "thicken");
  node["order"].require(std::equal(infinitesimals.begin(), infinitesimals.end(), order.begin()), "thicken",
                        "the infinitesimals do not come first");
  const Projection projection(order, node["units"], node["projection"], family.scope(), "thicken",
                              infinitesimals.size() + 1);
  const CellCondition condition(family.formula, projection, node["projection"], "thicken");
  projection.check_coefficients(node["projection"], "thicken", infinitesimals.size() + 1);
  const std::vector<Rational> values = node["values"].rationals();
  node["values"].require(values.size() == infinitesimals.size(), "thicken", "not one value for each infinitesimal");
  check_values(projection, values, node);

  const Set fibre = at_values(family, infinitesimals, values);
  const Count count = check_count(fibre, node["count"], session);
  session.trust("thin neighbourhoods (docs/engine.md, Theorem 4)");
  session.trust("constancy over parameter cells (docs/engine.md, Theorem 3)");
  session.trust("delineability over walls (docs/engine.md, Theorem 2)");
  if (values.size() == 1) return count;  // the set is compact, and lies in the neighbourhood
  const Rational half = values[0] / Rational(2);
  const Set inner = at_values(family, infinitesimals, {values[0] * Rational(2), std::min(values[1], half)});
  return {count.number, [inner, count](const std::vector<Rational>& point) {
            return inner.holds_at(point) ? count.locate(point) : std::nullopt;
          }};
}

}  // namespace isthmus::check
