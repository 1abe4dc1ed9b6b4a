#include "exact/modular_resultant.hpp"

#include <flint/fmpz.h>

#include <algorithm>
#include <utility>

#include "exact/chinese_remainder.hpp"
#include "exact/error.hpp"
#include "exact/word_interpolation.hpp"
#include "exact/word_resultant.hpp"

namespace isthmus {

namespace {

/// The integer part of a polynomial, term by term: exponents of the other variables, then of the main one.
struct DensePlan {
  DensePlan(const Polynomial& p, std::size_t variable, const std::vector<std::size_t>& others) {
    for (const std::size_t other : others) degrees.push_back(static_cast<std::size_t>(p.degree(other)));
    main_degree = static_cast<std::size_t>(p.degree(variable));
    const fmpz_mpoly_struct* z = p.raw()->zpoly;
    std::vector<ulong> exponents(std::max<std::size_t>(1, p.ring().size()));
    for (std::size_t i = 0; i < p.term_count(); ++i) {
      fmpz_mpoly_get_term_exp_ui(exponents.data(), z, static_cast<slong>(i), p.ring().raw()->zctx);
      std::size_t position = 0;
      std::vector<ulong> own;
      for (std::size_t k = 0; k < others.size(); ++k) {
        own.push_back(exponents[others[k]]);
        position = position * (degrees[k] + 1) + exponents[others[k]];
      }
      positions.push_back(position * (main_degree + 1) + exponents[variable]);
      main_exponents.push_back(exponents[variable]);
      other_exponents.push_back(std::move(own));
      coefficients.push_back(z->coeffs + i);
    }
    size = main_degree + 1;
    for (const std::size_t degree : degrees) size *= degree + 1;
  }

  std::vector<ulong> reduced(nmod_t modulus) const {
    std::vector<ulong> result(size, 0);
    for (std::size_t i = 0; i < positions.size(); ++i) result[positions[i]] = fmpz_fdiv_ui(coefficients[i], modulus.n);
    return result;
  }
  Integer norm() const {
    Integer sum;
    for (const fmpz* c : coefficients) (fmpz_sgn(c) < 0 ? fmpz_sub : fmpz_add)(sum.raw(), sum.raw(), c);
    return sum;
  }
  /// For each exponent of the main variable the degree of its coefficient in the k-th other variable, or -1.
  std::vector<long> coefficient_degrees(std::size_t k) const {
    std::vector<long> result(main_degree + 1, -1);
    for (std::size_t i = 0; i < positions.size(); ++i) {
      long& entry = result[main_exponents[i]];
      entry = std::max(entry, static_cast<long>(other_exponents[i][k]));
    }
    return result;
  }

  std::vector<std::size_t> degrees;
  std::size_t main_degree = 0;
  std::size_t size = 0;
  std::vector<std::size_t> positions;
  std::vector<std::size_t> main_exponents;
  std::vector<std::vector<ulong>> other_exponents;
  std::vector<const fmpz*> coefficients;
};

std::vector<std::size_t> other_variables(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < a.ring().size(); ++i) {
    if (i != variable && (a.depends_on(i) || b.depends_on(i))) result.push_back(i);
  }
  return result;
}

/// The slopes (d_i - d_j) / (j - i) between coefficient degrees, as fractions; 0 among them.
void add_slopes(const std::vector<long>& degrees, std::vector<std::pair<long, long>>& slopes) {
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    for (std::size_t j = i + 1; j < degrees.size(); ++j) {
      if (degrees[i] < 0 || degrees[j] < 0) continue;
      slopes.emplace_back(degrees[i] - degrees[j], static_cast<long>(j - i));
    }
  }
}

/// The largest d_i * denominator + numerator * i over the nonzero coefficients.
long intercept(const std::vector<long>& degrees, std::pair<long, long> slope) {
  long best = -1;
  bool first = true;
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    if (degrees[i] < 0) continue;
    const long value = degrees[i] * slope.second + slope.first * static_cast<long>(i);
    best = first ? value : std::max(best, value);
    first = false;
  }
  return best;
}

/// A problem: what to evaluate at a point, and the proved bounds of the result.
struct Problem {
  PolynomialRing ring;
  std::size_t variable;
  std::vector<std::size_t> others;
  std::vector<DensePlan> plans;             ///< one polynomial for a discriminant, two for a resultant
  std::vector<std::size_t> result_degrees;  ///< bounds, one per other variable
  Integer result_norm;                      ///< bound of the absolute values of the coefficients

  std::size_t points() const {
    std::size_t count = 1;
    for (const std::size_t degree : result_degrees) count *= degree + 1;
    return count;
  }
};

Problem resultant_problem(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  Problem problem{a.ring(), variable, other_variables(a, b, variable), {}, {}, {}};
  problem.plans.emplace_back(a, variable, problem.others);
  problem.plans.emplace_back(b, variable, problem.others);
  const long m = a.degree(variable);
  const long n = b.degree(variable);
  for (std::size_t k = 0; k < problem.others.size(); ++k) {
    const auto degrees_a = problem.plans[0].coefficient_degrees(k);
    const auto degrees_b = problem.plans[1].coefficient_degrees(k);
    std::vector<std::pair<long, long>> slopes{{0, 1}};
    add_slopes(degrees_a, slopes);
    add_slopes(degrees_b, slopes);
    long best = n * a.degree(problem.others[k]) + m * b.degree(problem.others[k]);
    for (const auto& slope : slopes) {
      const long total = n * intercept(degrees_a, slope) + m * intercept(degrees_b, slope) - slope.first * m * n;
      best = std::min(best, total >= 0 ? total / slope.second : 0);
    }
    problem.result_degrees.push_back(static_cast<std::size_t>(best));
  }
  problem.result_norm = pow(problem.plans[0].norm(), static_cast<unsigned long>(n)) *
                        pow(problem.plans[1].norm(), static_cast<unsigned long>(m));
  return problem;
}

Problem discriminant_problem(const Polynomial& a, std::size_t variable) {
  Problem problem{a.ring(), variable, other_variables(a, a, variable), {}, {}, {}};
  problem.plans.emplace_back(a, variable, problem.others);
  const DensePlan& plan = problem.plans.front();
  const long d = a.degree(variable);
  for (std::size_t k = 0; k < problem.others.size(); ++k) {
    const auto degrees = plan.coefficient_degrees(k);
    std::vector<std::pair<long, long>> slopes{{0, 1}};
    add_slopes(degrees, slopes);
    long best = (2 * d - 2) * a.degree(problem.others[k]);
    for (const auto& slope : slopes) {
      const long total = (2 * d - 2) * intercept(degrees, slope) - slope.first * d * (d - 1);
      best = std::min(best, total >= 0 ? total / slope.second : 0);
    }
    problem.result_degrees.push_back(static_cast<std::size_t>(best));
  }
  const Polynomial slope = a.primitive().derivative(variable);
  Integer derivative_norm;
  for (const auto& term : slope.terms()) derivative_norm += abs(term.coefficient).numerator();
  problem.result_norm =
      pow(plan.norm(), static_cast<unsigned long>(d - 1)) * pow(derivative_norm, static_cast<unsigned long>(d));
  return problem;
}

/// Values on the grid of the points 0, .., result_degrees[k] in each other variable, modulo one prime.
class GridEvaluation {
 public:
  GridEvaluation(const Problem& problem, nmod_t modulus)
      : problem_(problem), modulus_(modulus), word_resultant_(modulus) {
    for (const DensePlan& plan : problem.plans) dense_.push_back(plan.reduced(modulus));
  }
  std::vector<ulong> values() {
    std::vector<ulong> result;
    result.reserve(problem_.points());
    descend(0, dense_, result);
    return result;
  }

 private:
  /// `dense` holds the polynomials with the first `level` other variables replaced by numbers.
  void descend(std::size_t level, const std::vector<std::vector<ulong>>& dense, std::vector<ulong>& result) {
    if (level == problem_.others.size()) {
      result.push_back(dense.size() == 1 ? word_resultant_.discriminant(dense[0])
                                         : word_resultant_.resultant(dense[0], dense[1]));
      return;
    }
    std::vector<PointWalk> walks;
    for (std::size_t i = 0; i < dense.size(); ++i) {
      walks.emplace_back(dense[i], problem_.plans[i].degrees[level], modulus_);
    }
    std::vector<std::vector<ulong>> specialised(dense.size());
    for (std::size_t point = 0; point <= problem_.result_degrees[level]; ++point) {
      for (std::size_t i = 0; i < dense.size(); ++i) walks[i].next(specialised[i]);
      descend(level + 1, specialised, result);
    }
  }

  const Problem& problem_;
  nmod_t modulus_;
  WordResultant word_resultant_;
  std::vector<std::vector<ulong>> dense_;
};

constexpr double prime_bits = 61;

Polynomial solve(const Problem& problem, const Rational& scale) {
  const std::vector<ulong> primes = word_primes_beyond(problem.result_norm);
  std::vector<std::vector<ulong>> residues;
  for (const ulong p : primes) {
    nmod_t modulus;
    nmod_init(&modulus, p);
    residues.push_back(GridEvaluation(problem, modulus).values());
    interpolate_grid(problem.result_degrees, residues.back(), modulus);
  }
  Polynomial result(problem.ring);
  fmpz_mpoly_struct* integer_part = result.raw()->zpoly;
  const fmpz_mpoly_ctx_struct* context = problem.ring.raw()->zctx;
  ChineseRemainder reconstruct(primes);
  std::vector<ulong> exponents(problem.ring.size(), 0);
  for (std::size_t index = problem.points(); index-- > 0;) {  // descending lexicographic order
    const Integer coefficient = reconstruct(residues, index);
    if (coefficient.is_zero()) continue;
    std::size_t rest = index;
    for (std::size_t k = problem.others.size(); k-- > 0;) {
      exponents[problem.others[k]] = rest % (problem.result_degrees[k] + 1);
      rest /= problem.result_degrees[k] + 1;
    }
    fmpz_mpoly_push_term_fmpz_ui(integer_part, coefficient.raw(), exponents.data(), context);
  }
  fmpq_set(result.raw()->content, scale.raw());
  fmpq_mpoly_reduce(result.raw(), problem.ring.raw());
  return result;
}

ModularSize size_of(const Problem& problem) {
  double points = 1;
  for (const std::size_t degree : problem.result_degrees) points *= static_cast<double>(degree + 1);
  return {points, static_cast<double>(problem.result_norm.bit_length() + 2) / prime_bits + 1};
}

void require_degree(const Polynomial& a, std::size_t variable, long least) {
  require(variable < a.ring().size() && a.degree(variable) >= least, "elimination: the degree is too low");
}

}  // namespace

ModularSize modular_resultant_size(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  return size_of(resultant_problem(a, b, variable));
}

ModularSize modular_discriminant_size(const Polynomial& a, std::size_t variable) {
  return size_of(discriminant_problem(a, variable));
}

Polynomial modular_resultant(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  require(a.ring() == b.ring(), "polynomials of different rings");
  require_degree(a, variable, 1);
  require_degree(b, variable, 1);
  const Rational scale = pow(a.unit(), b.degree(variable)) * pow(b.unit(), a.degree(variable));
  return solve(resultant_problem(a, b, variable), scale);
}

Polynomial modular_discriminant(const Polynomial& a, std::size_t variable) {
  require_degree(a, variable, 2);
  return solve(discriminant_problem(a, variable), pow(a.unit(), 2 * a.degree(variable) - 2));
}

}  // namespace isthmus
