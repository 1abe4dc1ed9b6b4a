#include "reduce/scaling.hpp"

#include <algorithm>
#include <numeric>

#include "exact/error.hpp"
#include "exact/matrix.hpp"

namespace isthmus {

namespace {

using Exponents = std::vector<unsigned>;

bool is_constant(const Exponents& exponents) {
  return std::all_of(exponents.begin(), exponents.end(), [](unsigned e) { return e == 0; });
}

/// Rows whose kernel are the weights of the coordinates for which polynomials are homogeneous.
class HomogeneityEquations {
 public:
  explicit HomogeneityEquations(const SemialgebraicSet& set)
      : first_(set.parameter_count), coordinates_(set.dimension()) {}

  /// All these monomials are to have one weight.
  void add(const std::vector<Exponents>& monomials) {
    for (std::size_t i = 1; i < monomials.size(); ++i) {
      std::vector<long> row;
      for (std::size_t v = 0; v < coordinates_; ++v)
        row.push_back(static_cast<long>(monomials[i][first_ + v]) - static_cast<long>(monomials[0][first_ + v]));
      if (std::find(rows_.begin(), rows_.end(), row) == rows_.end()) rows_.push_back(std::move(row));
    }
  }

  std::vector<std::vector<Rational>> kernel() const {
    Matrix matrix(std::max<std::size_t>(rows_.size(), 1), coordinates_);
    for (std::size_t i = 0; i < rows_.size(); ++i)
      for (std::size_t v = 0; v < coordinates_; ++v) matrix.set(i, v, Rational(rows_[i][v]));
    return matrix.kernel();
  }

 private:
  std::size_t first_;
  std::size_t coordinates_;
  std::vector<std::vector<long>> rows_;
};

std::vector<Exponents> monomials_of(const Polynomial& p) {
  std::vector<Exponents> result;
  for (const Polynomial::Term& term : p.terms()) result.push_back(term.exponents);
  return result;
}

/// The primitive integer multiple, or nullopt if an entry is huge.
std::optional<std::vector<long>> primitive(const std::vector<Rational>& direction) {
  Integer denominator(1);
  for (const Rational& x : direction) denominator = lcm(denominator, x.denominator());
  std::vector<Integer> entries;
  Integer content;
  for (const Rational& x : direction) {
    entries.push_back((x * Rational(denominator)).numerator());
    content = gcd(content, entries.back());
  }
  constexpr long most = 1000;
  std::vector<long> result;
  for (const Integer& entry : entries) {
    const Integer value = exact_quotient(entry, content);
    if (abs(value) > Integer(most)) return std::nullopt;
    result.push_back(value.to_long());
  }
  return result;
}

long weighted_degree(const Exponents& exponents, const std::vector<long>& weights) {
  long degree = 0;
  for (std::size_t v = 0; v < weights.size(); ++v) degree += weights[v] * static_cast<long>(exponents[v]);
  return degree;
}

/// The scalings of a set by which one of its equations, p = 0, is a level set.
std::vector<Scaling> scalings_for(const SemialgebraicSet& set, const Polynomial& p) {
  std::vector<Exponents> form = monomials_of(p);
  const auto constant = std::find_if(form.begin(), form.end(), is_constant);
  if (constant == form.end() || form.size() == 1) return {};
  const Rational value = -p.terms()[static_cast<std::size_t>(constant - form.begin())].coefficient;
  form.erase(constant);
  HomogeneityEquations equations(set);
  equations.add(form);
  const Formula level = Formula::atom(p, Relation::equal);
  for (const Formula& conjunct : set.formula.conjuncts()) {
    if (conjunct == level) continue;
    for (const Atom& atom : conjunct.atoms()) equations.add(monomials_of(atom.polynomial));
  }
  std::vector<Scaling> found;
  for (const std::vector<Rational>& direction : equations.kernel()) {
    auto weights = primitive(direction);
    if (!weights) continue;
    weights->insert(weights->begin(), set.parameter_count, 0);
    const long degree = weighted_degree(form.front(), *weights);
    if (degree == 0) continue;
    if (degree < 0)
      for (long& w : *weights) w = -w;
    found.push_back({p + Polynomial(set.ring, value), value, std::move(*weights),
                     static_cast<unsigned long>(degree < 0 ? -degree : degree)});
  }
  return found;
}

}  // namespace

std::optional<Scaling> find_scaling(const SemialgebraicSet& set) {
  std::optional<Scaling> best;
  for (const Formula& conjunct : set.formula.conjuncts()) {
    if (!conjunct.is(Formula::Kind::atom) || conjunct.as_atom().relation != Relation::equal) continue;
    for (Scaling& each : scalings_for(set, conjunct.as_atom().polynomial))
      if (!best || each.degree < best->degree) best = std::move(each);
  }
  return best;
}

SemialgebraicSet cone_over(const SemialgebraicSet& set, const Scaling& scaling) {
  const Formula level = Formula::atom(scaling.form - Polynomial(scaling.form.ring(), scaling.level), Relation::equal);
  std::vector<Formula> conditions;
  bool found = false;
  for (const Formula& conjunct : set.formula.conjuncts()) {
    found = found || conjunct == level;
    if (conjunct != level) conditions.push_back(conjunct);
  }
  require(found, "the level set is not one of the conditions");
  conditions.push_back(Formula::atom(scaling.form, scaling.level.sign() > 0 ? Relation::greater : Relation::less));
  SemialgebraicSet cone = set;
  cone.formula = Formula::conjunction(conditions);
  return cone;
}

}  // namespace isthmus
