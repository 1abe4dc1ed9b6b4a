// Content, division, greatest common divisors and factors of multivariate polynomials.

#include <flint/fmpz_mpoly_factor.h>
#include <flint/fmpz_poly_factor.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "exact/error.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

namespace {

/// The integer polynomial of FLINT as a Polynomial; its sign and content are kept.
Polynomial from_integer_polynomial(const PolynomialRing& ring, const fmpz_mpoly_struct* integer_polynomial) {
  Polynomial result(ring);
  fmpz_mpoly_set(result.raw()->zpoly, integer_polynomial, ring.raw()->zctx);
  fmpq_one(result.raw()->content);
  fmpq_mpoly_reduce(result.raw(), ring.raw());
  return result;
}

std::vector<Factorisation::Power> factor_univariate(const Polynomial& p, std::size_t variable) {
  std::vector<Factorisation::Power> powers;
  for (const auto& [factor, exponent] : p.to_univariate(variable).factor()) {
    Polynomial irreducible(p.ring());
    const fmpz_mpoly_ctx_struct* context = p.ring().raw()->zctx;
    fmpz_mpoly_set_fmpz_poly(irreducible.raw()->zpoly, factor.raw(), static_cast<slong>(variable), context);
    fmpq_one(irreducible.raw()->content);
    powers.push_back({std::move(irreducible), exponent});
  }
  return powers;
}

/// FLINT calls abort() where its factoring meets exponents beyond one word; within this scope it throws Undecided.
class AbortsThrow {
 public:
  AbortsThrow() { flint_set_abort(&give_up); }
  ~AbortsThrow() { flint_set_abort(&end); }
  AbortsThrow(const AbortsThrow&) = delete;
  AbortsThrow& operator=(const AbortsThrow&) = delete;

 private:
  [[noreturn]] static void end() { std::abort(); }
  [[noreturn]] static void give_up() { throw Undecided("FLINT gave up on factoring a polynomial"); }
};

std::vector<Factorisation::Power> factor_multivariate(const Polynomial& p) {
  std::vector<Factorisation::Power> powers;
  const fmpz_mpoly_ctx_struct* context = p.ring().raw()->zctx;
  fmpz_mpoly_factor_t factors;
  fmpz_mpoly_factor_init(factors, context);
  const AbortsThrow while_factoring;
  const bool complete = fmpz_mpoly_factor(factors, p.raw()->zpoly, context);
  for (slong i = 0; complete && i < factors->num; ++i) {
    const Polynomial factor = from_integer_polynomial(p.ring(), factors->poly + i).primitive();
    if (!factor.is_constant()) powers.push_back({factor, static_cast<int>(fmpz_get_si(factors->exp + i))});
  }
  fmpz_mpoly_factor_clear(factors, context);
  if (!complete) throw Undecided("FLINT could not factor a polynomial of " + std::to_string(p.term_count()) + " terms");
  return powers;
}

/// Whether p = a*x + b for some variable x, with a and b coprime, which makes it irreducible. p is primitive.
bool is_linear_and_irreducible(const Polynomial& p, const std::vector<std::size_t>& variables) {
  std::optional<std::size_t> best;
  for (const std::size_t x : variables)
    if (p.degree(x) == 1 && (!best || p.coefficient(x, 1).term_count() < p.coefficient(*best, 1).term_count()))
      best = x;
  return best && !p.coefficient(*best, 0).is_zero() &&
         gcd(p.coefficient(*best, 1), p.coefficient(*best, 0)).is_constant();
}

}  // namespace

Polynomial Polynomial::primitive() const {
  Polynomial result(*this);
  // FLINT keeps content * zpoly with zpoly primitive and of positive leading coefficient.
  if (!is_zero()) fmpq_one(result.value_->content);
  return result;
}

Rational Polynomial::unit() const {
  require(!is_zero(), "unit of the zero polynomial");
  Rational result;
  fmpq_set(result.raw(), value_->content);
  return result;
}

Factorisation Polynomial::factor() const {
  require(!is_zero(), "factorisation of the zero polynomial");
  Factorisation result{unit(), {}};
  const auto occurring = variables();
  if (occurring.size() == 1) result.powers = factor_univariate(*this, occurring.front());
  if (occurring.size() > 1) {
    Polynomial p = primitive();
    if (is_linear_and_irreducible(p, occurring))
      result.powers.push_back({std::move(p), 1});
    else
      result.powers = factor_multivariate(p);
  }
  std::sort(result.powers.begin(), result.powers.end(),
            [](const auto& a, const auto& b) { return canonical_order(a.factor, b.factor) < 0; });
  return result;
}

std::optional<Polynomial> divide(const Polynomial& a, const Polynomial& b) {
  require(a.ring() == b.ring(), "polynomials of different rings");
  if (b.is_zero()) return std::nullopt;
  Polynomial quotient(a.ring());
  if (!fmpq_mpoly_divides(quotient.raw(), a.raw(), b.raw(), a.ring().raw())) return std::nullopt;
  return quotient;
}

Polynomial gcd(const Polynomial& a, const Polynomial& b) {
  require(a.ring() == b.ring(), "polynomials of different rings");
  Polynomial result(a.ring());
  if (!fmpq_mpoly_gcd(result.raw(), a.raw(), b.raw(), a.ring().raw())) {
    throw Undecided("FLINT could not compute a greatest common divisor");
  }
  return result.primitive();
}

}  // namespace isthmus
