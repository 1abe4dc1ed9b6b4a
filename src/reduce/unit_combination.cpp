#include "reduce/unit_combination.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "exact/error.hpp"
#include "exact/linear_system.hpp"

namespace isthmus {

namespace {

using Exponents = std::vector<unsigned>;

unsigned total(const Exponents& monomial) { return std::accumulate(monomial.begin(), monomial.end(), 0U); }

/// monomial / divisor, if it divides.
std::optional<Exponents> quotient(const Exponents& monomial, const Exponents& divisor) {
  Exponents result = monomial;
  for (std::size_t v = 0; v < result.size(); ++v) {
    if (result[v] < divisor[v]) return std::nullopt;
    result[v] -= divisor[v];
  }
  return result;
}

Exponents product(Exponents a, const Exponents& b) {
  for (std::size_t v = 0; v < a.size(); ++v) a[v] += b[v];
  return a;
}

/// The equations for multipliers such that each product has at most some degree. Of the monomials only those count that
/// are linked with 1: a multiple of a polynomial links its monomials, and what is not linked with 1 may be left out.
class Multipliers {
 public:
  Multipliers(const std::vector<Polynomial>& polynomials, long degree, std::size_t most_rows)
      : degree_(degree), most_rows_(most_rows) {
    for (const Polynomial& p : polynomials) terms_.push_back(p.terms());
    add_row(Exponents(polynomials.front().ring().size(), 0));
    for (std::size_t next = 0; next < order_.size() && !has_too_many_rows(); ++next) link(Exponents(order_[next]));
  }

  bool has_too_many_rows() const { return order_.size() > most_rows_; }

  /// In the row of 1, the first one, is 1, in all others 0. Columns of small degree come first.
  SparseColumns system() const {
    SparseColumns result{order_.size(), {}};
    for (const auto& [degree, index, monomial] : columns_) {
      std::vector<std::pair<std::size_t, Integer>> column;
      for (const Polynomial::Term& term : terms_[index])
        column.emplace_back(rows_.at(product(monomial, term.exponents)), term.coefficient.numerator());
      result.columns.push_back(std::move(column));
    }
    return result;
  }

  std::vector<Polynomial> multipliers(const std::vector<Rational>& solution, const PolynomialRing& ring) const {
    std::vector<std::vector<Polynomial::Term>> terms(terms_.size());
    std::size_t next = 0;
    for (const auto& [degree, index, monomial] : columns_) {
      const Rational& value = solution[next++];
      if (!value.is_zero()) terms[index].push_back({value, monomial});
    }
    std::vector<Polynomial> result;
    for (const auto& t : terms) result.emplace_back(ring, t);
    return result;
  }

 private:
  void add_row(const Exponents& monomial) {
    if (rows_.emplace(monomial, order_.size()).second) order_.push_back(monomial);
  }

  /// Adds the multiples in which a monomial occurs.
  void link(const Exponents& row) {
    for (std::size_t index = 0; index < terms_.size(); ++index)
      for (const Polynomial::Term& term : terms_[index]) {
        const auto monomial = quotient(row, term.exponents);
        if (!monomial || !fits(index, *monomial)) continue;
        if (!columns_.emplace(total(*monomial), index, *monomial).second) continue;
        for (const Polynomial::Term& other : terms_[index]) add_row(product(*monomial, other.exponents));
      }
  }

  bool fits(std::size_t index, const Exponents& monomial) const {
    unsigned degree = 0;
    for (const Polynomial::Term& term : terms_[index]) degree = std::max(degree, total(term.exponents));
    return static_cast<long>(degree + total(monomial)) <= degree_;
  }

  long degree_;
  std::size_t most_rows_;
  std::vector<std::vector<Polynomial::Term>> terms_;
  std::map<Exponents, std::size_t> rows_;
  std::vector<Exponents> order_;  ///< of the rows
  std::set<std::tuple<unsigned, std::size_t, Exponents>> columns_;  ///< degree of the monomial, polynomial, monomial
};

/// Macaulay's bound, where the zeros at infinity do not disturb, and as much again as there are variables where they do.
long highest_degree(const std::vector<Polynomial>& polynomials) {
  std::vector<long> degrees;
  for (const Polynomial& p : polynomials) degrees.push_back(p.total_degree());
  std::sort(degrees.begin(), degrees.end(), std::greater<>());
  const std::size_t variables = polynomials.front().ring().size();
  long sum = 1 + static_cast<long>(variables);
  for (std::size_t i = 0; i < std::min(degrees.size(), variables + 1); ++i) sum += degrees[i] - 1;
  return sum;
}

std::vector<Polynomial> primitive_parts(const std::vector<Polynomial>& polynomials) {
  std::vector<Polynomial> result;
  for (const Polynomial& p : polynomials) result.push_back(p.primitive());
  return result;
}

}  // namespace

std::optional<std::vector<Polynomial>> unit_combination(const std::vector<Polynomial>& polynomials,
                                                        std::size_t most_monomials) {
  const auto is_zero = [](const Polynomial& p) { return p.is_zero(); };
  if (polynomials.empty() || std::any_of(polynomials.begin(), polynomials.end(), is_zero)) return std::nullopt;
  const std::vector<Polynomial> primitive = primitive_parts(polynomials);
  long least = 1;
  for (const Polynomial& p : polynomials) least = std::max(least, p.total_degree());
  const long last = highest_degree(polynomials);
  for (long degree = least; degree <= last; ++degree) {
    const Multipliers multipliers(primitive, degree, most_monomials);
    if (multipliers.has_too_many_rows()) return std::nullopt;
    const auto solution = solve_for_unit(multipliers.system(), 0);
    if (!solution) continue;
    std::vector<Polynomial> result = multipliers.multipliers(*solution, polynomials.front().ring());
    Polynomial sum(polynomials.front().ring());
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i] = Rational(1) / polynomials[i].unit() * result[i];
      sum += result[i] * polynomials[i];
    }
    ensure(sum == Polynomial(sum.ring(), Rational(1)), "a combination of polynomials is not 1");
    return result;
  }
  return std::nullopt;
}

}  // namespace isthmus
