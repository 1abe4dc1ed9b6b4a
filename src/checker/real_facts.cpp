// Signs of polynomials in positive variables and powers: the facts of section 9 of proofs/FORMAT.md.

#include <algorithm>

#include "checker/real_field.hpp"

namespace isthmus::check {
namespace {

/// The sign of all coefficients; strict if a term has factors of positive letters only. Nothing for mixed signs or 0.
std::optional<Sign> evident(const Polynomial& p, const std::vector<bool>& positive) {
  int common = 0;
  bool strict = false;
  for (const Polynomial::Term& term : p.terms()) {
    const int each = sign(term.coefficient);
    if (common != 0 && each != common) return std::nullopt;
    common = each;
    bool never_zero = true;
    for (std::size_t v = 0; v < positive.size(); ++v)
      never_zero = never_zero && (term.exponents[v] == 0 || positive[v]);
    strict = strict || never_zero;
  }
  if (common == 0) return std::nullopt;
  return Sign{common, strict};
}

/// The coordinates of a vector in independent ones, by elimination; nothing unless they exist and are integers.
std::optional<std::vector<long>> coordinates(const std::vector<std::vector<long>>& basis,
                                             const std::vector<long>& target) {
  const std::size_t n = basis.size();
  std::vector<std::vector<Rational>> rows(target.size());
  for (std::size_t r = 0; r < target.size(); ++r) {
    for (const auto& each : basis) rows[r].emplace_back(each[r]);
    rows[r].emplace_back(target[r]);
  }
  for (std::size_t column = 0; column < n; ++column) {
    std::size_t pivot = column;
    while (pivot < rows.size() && sign(rows[pivot][column]) == 0) ++pivot;
    if (pivot == rows.size()) return std::nullopt;
    std::swap(rows[pivot], rows[column]);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r == column || sign(rows[r][column]) == 0) continue;
      const Rational factor = rows[r][column] / rows[column][column];
      for (std::size_t c = column; c <= n; ++c) rows[r][c] -= factor * rows[column][c];
    }
  }
  std::vector<long> result;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (r >= n && sign(rows[r][n]) != 0) return std::nullopt;
    if (r >= n) continue;
    const Rational value = rows[r][n] / rows[r][r];
    if (value.denominator() != 1 || value < -1000 || value > 1000) return std::nullopt;
    result.push_back(static_cast<long>(value.numerator()));
  }
  return result;
}

/// The coordinates of all monomials over the first one that leaves no negative ones, or over the very first; empty if
/// they are no integers.
std::vector<std::vector<long>> relative_exponents(const std::vector<std::vector<long>>& basis,
                                                  const std::vector<std::vector<long>>& monomials) {
  std::vector<std::vector<long>> first;
  for (const auto& reference : monomials) {
    std::vector<std::vector<long>> result;
    bool negative = false;
    for (const auto& monomial : monomials) {
      std::vector<long> difference;
      for (std::size_t i = 0; i < monomial.size(); ++i) difference.push_back(monomial[i] - reference[i]);
      const auto each = coordinates(basis, difference);
      if (!each) return {};
      negative = negative || std::any_of(each->begin(), each->end(), [](long value) { return value < 0; });
      result.push_back(*each);
    }
    if (!negative) return result;
    if (first.empty()) first = result;
  }
  return first;
}

}  // namespace

std::vector<bool> RealField::powers_in(const Polynomial& p) const {
  std::vector<bool> result(powers_.size(), false);
  for (std::size_t i = 0; i < powers_.size(); ++i) result[i] = p.contains(powers_[i].variable);
  return result;
}

/// Marks the powers that occur in bases and exponents of powers that occur in p, directly or through others.
void RealField::collect_inner(const Polynomial& p, std::vector<bool>& inner, std::vector<bool>& seen) const {
  const std::vector<bool> occurring = powers_in(p);
  for (std::size_t i = 0; i < powers_.size(); ++i) {
    if (!occurring[i] || seen[i]) continue;
    seen[i] = true;
    for (const Polynomial* part :
         {&powers_[i].base, &powers_[i].exponent.numerator, &powers_[i].exponent.denominator}) {
      const std::vector<bool> within = powers_in(*part);
      for (std::size_t j = 0; j < powers_.size(); ++j) inner[j] = inner[j] || within[j];
      collect_inner(*part, inner, seen);
    }
  }
}

/// [rule, {u: e, ..}] or ["monotone", {u: 1}, N, D].
RealField::Fact RealField::read_fact(const Json& fact, Session& session) const {
  const std::string& rule = fact[0].text();
  fact.require(fact.size() == (rule == "monotone" ? 4U : 2U), "encoding", "the fact has another number of parts");
  std::vector<long> monomial(powers_.size(), 0);
  std::optional<Quotient> exponent;
  Quotient base = constant(1);
  for (const std::string& name : fact[1].keys()) {
    const auto value = read_integer(fact[1][name].text());
    fact.require(value && *value != 0 && *value >= -1000 && *value <= 1000, "encoding", "an exponent out of range");
    const auto place =
        std::find_if(powers_.begin(), powers_.end(), [&](const Power& each) { return names_[each.variable] == name; });
    fact.require(place != powers_.end(), "real", name + " is no power declared so far");
    const long times = static_cast<long>(*value);
    monomial[static_cast<std::size_t>(place - powers_.begin())] = times;
    fact.require(!exponent || equal(*exponent, place->exponent), "real", "powers with different exponents");
    exponent = place->exponent;
    base = multiply(base, integer_power({place->base, Polynomial(names_.size(), 1)}, times));
  }
  fact.require(exponent.has_value(), "real", "a fact about no power");
  if (rule == "positive") return {monomial, constant(0), true};
  const auto rising = sign_of(*exponent);
  fact.require(rising && rising->sign > 0 && rising->strict, "real", "the exponent is not shown to be positive");
  if (rule == "above-one") {
    const auto excess = sign_of(subtract(base, constant(1)));
    fact.require(excess && excess->sign > 0 && excess->strict, "real", "the base is not shown to be larger than 1");
    return {monomial, constant(1), true};
  }
  if (rule == "bernoulli") {
    const Quotient x = divide(constant(1), base);
    const Quotient difference = subtract(x, constant(1));
    const auto excess = sign_of(difference);
    session.trust("Bernoulli's inequality for real exponents");
    return {monomial, subtract(constant(1), multiply(*exponent, difference)), excess && excess->strict};
  }
  fact.require(rule == "monotone", "real", "unknown fact");
  const bool single = std::count(monomial.begin(), monomial.end(), 0) + 1 == static_cast<long>(monomial.size()) &&
                      std::count(monomial.begin(), monomial.end(), 1) == 1;
  const Quotient lower{polynomial(fact[2]), polynomial(fact[3])};
  fact.require(single && !lower.denominator.is_zero(), "real", "not one power above another one");
  const auto above_zero = sign_of(lower);
  fact.require(above_zero && above_zero->sign > 0 && above_zero->strict, "real",
               "the lower base is not shown to be positive");
  const auto less = sign_of(subtract(base, lower));
  fact.require(less && less->sign > 0 && less->strict, "real", "the base is not shown to be the larger one");
  return {monomial, power(lower, *exponent), true};
}

Quotient RealField::compose(const Polynomial& p, const std::vector<Quotient>& images) const {
  Quotient result = constant(0);
  Polynomial denominator(names_.size(), 1);
  for (std::size_t v = 0; v < names_.size(); ++v) {
    for (std::size_t i = 0; i < p.degree(v); ++i) denominator *= images[v].denominator;
  }
  Polynomial sum(names_.size());
  for (const Polynomial::Term& term : p.terms()) {
    Polynomial product(names_.size(), Rational(term.coefficient, p.denominator()));
    for (std::size_t v = 0; v < names_.size(); ++v) {
      const std::size_t degree = p.degree(v);
      for (std::size_t i = 0; i < degree; ++i) {
        product *= i < term.exponents[v] ? images[v].numerator : images[v].denominator;
      }
    }
    sum += product;
  }
  return reduced({sum, denominator});
}

Sign RealField::sign_by_facts(const Polynomial& p, const std::vector<Fact>& facts) const {
  std::vector<bool> inner(powers_.size(), false);
  std::vector<bool> seen(powers_.size(), false);
  collect_inner(p, inner, seen);
  std::vector<std::size_t> outer;
  const std::vector<bool> occurring = powers_in(p);
  std::vector<Quotient> images;
  std::vector<bool> positive(names_.size(), true);
  std::vector<bool> settled(powers_.size(), false);
  for (std::size_t v = 0; v < names_.size(); ++v)
    images.push_back({Polynomial::variable(names_.size(), v), Polynomial(names_.size(), 1)});
  const auto bound_of = [&](const Fact& fact, std::size_t slack) {
    for (const Polynomial* part : {&fact.value.numerator, &fact.value.denominator}) {
      const std::vector<bool> within = powers_in(*part);
      for (std::size_t i = 0; i < powers_.size(); ++i)
        require(!within[i] || settled[i], "a bound in powers that have none yet");
    }
    const Quotient lower{
        compose(fact.value.numerator, images).numerator * compose(fact.value.denominator, images).denominator,
        compose(fact.value.numerator, images).denominator * compose(fact.value.denominator, images).numerator};
    positive[slack] = fact.strict;
    return add(reduced(lower), {Polynomial::variable(names_.size(), slack), Polynomial(names_.size(), 1)});
  };
  const auto turned = [](const Quotient& q, long exponent) {
    Quotient result = exponent < 0 ? Quotient{q.denominator, q.numerator} : q;
    const std::size_t times = static_cast<std::size_t>(exponent < 0 ? -exponent : exponent);
    return Quotient{check::power(result.numerator, times), check::power(result.denominator, times)};
  };
  std::size_t next = 0;
  for (std::size_t i = 0; i < powers_.size(); ++i) {
    if (!inner[i]) {
      if (occurring[i]) outer.push_back(i);
      continue;
    }
    require(next < facts.size(), "a fact about an inner power is missing");
    const Fact& fact = facts[next++];
    const long exponent = fact.monomial[i];
    require((exponent == 1 || exponent == -1) && std::count(fact.monomial.begin(), fact.monomial.end(), 0) + 1 ==
                                                     static_cast<long>(fact.monomial.size()),
            "the fact is not about this inner power");
    images[powers_[i].variable] = turned(bound_of(fact, powers_[i].variable), exponent);
    settled[i] = true;
  }
  require(facts.size() - next <= outer.size(), "more facts than powers");
  std::vector<std::vector<long>> basis;
  std::vector<Quotient> bounds;
  for (std::size_t i = 0; next < facts.size(); ++i, ++next) {
    for (std::size_t j = 0; j < powers_.size(); ++j) {
      const bool is_outer = std::find(outer.begin(), outer.end(), j) != outer.end();
      require(facts[next].monomial[j] == 0 || is_outer, "a fact about a power that is not in the polynomial");
    }
    basis.push_back(facts[next].monomial);
    bounds.push_back(bound_of(facts[next], powers_[outer[i]].variable));
  }
  // The polynomial, sorted by its monomials in outer powers, over the first of them.
  std::vector<std::pair<std::vector<long>, std::vector<Polynomial::Term>>> parts;
  for (Polynomial::Term term : p.terms()) {
    std::vector<long> monomial(powers_.size(), 0);
    for (const std::size_t i : outer) {
      monomial[i] = term.exponents[powers_[i].variable];
      term.exponents[powers_[i].variable] = 0;
    }
    const auto place =
        std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == monomial; });
    if (place == parts.end()) {
      parts.push_back({monomial, {term}});
    } else {
      place->second.push_back(term);
    }
  }
  std::vector<std::vector<long>> monomials;
  for (const auto& part : parts) monomials.push_back(part.first);
  const auto exponents = relative_exponents(basis, monomials);
  require(exponents.size() == parts.size(), "a quotient of powers is no product of those that the facts are about");
  Quotient sum = constant(0);
  for (std::size_t m = 0; m < parts.size(); ++m) {
    Quotient product = compose(Polynomial::sum(names_.size(), parts[m].second, p.denominator()), images);
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      const Quotient factor = turned(bounds[i], exponents[m][i]);
      product = {product.numerator * factor.numerator, product.denominator * factor.denominator};
    }
    sum = sum.denominator == product.denominator
              ? Quotient{sum.numerator + product.numerator, sum.denominator}
              : Quotient{sum.numerator * product.denominator + product.numerator * sum.denominator,
                         sum.denominator * product.denominator};
  }
  const auto above = evident(sum.numerator, positive);
  const auto below = evident(sum.denominator, positive);
  require(above && below && below->strict, "the coefficients have different signs");
  return {above->sign * below->sign, above->strict};
}

void RealField::add_sign(const Json& step, Session& session) {
  require(step.size() == 3 || step.size() == 4, "a sign has a polynomial, a relation and facts");
  const Polynomial p = polynomial(step[1]);
  const std::string& relation = step[2].text();
  require(relation == ">0" || relation == ">=0" || relation == "<0" || relation == "<=0", "unknown relation");
  std::vector<Fact> facts;
  if (step.size() == 4) {
    for (const auto& fact : step[3].elements()) facts.push_back(read_fact(*fact, session));
  }
  Sign found{0, false};
  if (facts.empty()) {
    const auto sign = evident(p, std::vector<bool>(names_.size(), true));
    require(sign.has_value(), "the coefficients have different signs");
    found = *sign;
  } else {
    found = sign_by_facts(p, facts);
  }
  const bool strict = relation == ">0" || relation == "<0";
  require(found.sign == (relation[0] == '>' ? 1 : -1) && (found.strict || !strict),
          "the sign is another one, or is not strict");
  shown_.push_back({p, {found.sign, strict}});
}

}  // namespace isthmus::check
