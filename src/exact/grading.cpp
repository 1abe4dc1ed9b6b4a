#include "exact/grading.hpp"

#include <flint/fmpz_mat.h>

#include <numeric>

#include "exact/error.hpp"

namespace isthmus {

namespace {

long weight_of(const Polynomial::Term& term, const std::vector<long>& weights) {
  long sum = 0;
  for (std::size_t v = 0; v < weights.size(); ++v) sum += weights[v] * static_cast<long>(term.exponents[v]);
  return sum;
}

/// Rows w with w * d = 0 for all differences d of exponent vectors of terms of one polynomial: a basis of the weights.
std::vector<std::vector<long>> weight_vectors(const std::vector<Polynomial>& polynomials) {
  const std::size_t variables = polynomials.front().ring().size();
  std::vector<std::vector<long>> differences;
  for (const Polynomial& p : polynomials) {
    const std::vector<Polynomial::Term> terms = p.terms();
    for (std::size_t i = 1; i < terms.size(); ++i) {
      differences.emplace_back();
      for (std::size_t v = 0; v < variables; ++v)
        differences.back().push_back(static_cast<long>(terms[i].exponents[v]) -
                                     static_cast<long>(terms[0].exponents[v]));
    }
  }
  const auto size = static_cast<slong>(variables);
  fmpz_mat_t matrix;
  fmpz_mat_t kernel;
  fmpz_mat_init(matrix, static_cast<slong>(differences.size()), size);
  fmpz_mat_init(kernel, size, size);
  for (std::size_t i = 0; i < differences.size(); ++i)
    for (std::size_t v = 0; v < variables; ++v)
      fmpz_set_si(fmpz_mat_entry(matrix, static_cast<slong>(i), static_cast<slong>(v)), differences[i][v]);
  const slong dimension = fmpz_mat_nullspace(kernel, matrix);
  std::vector<std::vector<long>> result;
  for (slong j = 0; j < dimension; ++j) {
    std::vector<long> weights;
    for (slong v = 0; v < size; ++v) {
      constexpr long largest = 1L << 20;  // so that no sum of weights overflows
      const fmpz* entry = fmpz_mat_entry(kernel, v, j);
      if (fmpz_cmpabs(entry, Integer(largest).raw()) > 0) break;
      weights.push_back(fmpz_get_si(entry));
    }
    if (weights.size() == variables) result.push_back(std::move(weights));
  }
  fmpz_mat_clear(matrix);
  fmpz_mat_clear(kernel);
  return result;
}

}  // namespace

long Grading::degree(const Polynomial& p) const {
  const std::vector<Polynomial::Term> terms = p.terms();
  const long degree = weight_of(terms.front(), weights);
  for (const Polynomial::Term& term : terms)
    require(weight_of(term, weights) == degree, "the polynomial is not homogeneous");
  return degree;
}

Polynomial Grading::homogenised(const Polynomial& p, long degree) const {
  std::vector<Polynomial::Term> terms = p.terms();
  for (Polynomial::Term& term : terms) {
    const long missing = degree - weight_of(term, weights);
    const long exponent = missing / weights[removable];
    ensure(exponent >= 0 && exponent * weights[removable] == missing,
           "a term of a homogeneous polynomial has its weight");
    term.exponents[removable] = static_cast<unsigned>(exponent);
  }
  return Polynomial(p.ring(), terms);
}

std::optional<Grading> find_grading(const std::vector<Polynomial>& polynomials, std::size_t kept) {
  const auto degree_in = [&](std::size_t v) {
    return std::accumulate(polynomials.begin(), polynomials.end(), 0L,
                           [&](long sum, const Polynomial& p) { return sum + p.degree(v); });
  };
  std::optional<Grading> best;
  for (std::vector<long>& weights : weight_vectors(polynomials))
    for (std::size_t v = 0; v < weights.size(); ++v) {
      if (v == kept || weights[v] == 0 || degree_in(v) == 0) continue;
      if (!best || degree_in(v) > degree_in(best->removable)) best = Grading{weights, v};
    }
  return best;
}

}  // namespace isthmus
