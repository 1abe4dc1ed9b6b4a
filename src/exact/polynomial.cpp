#include "exact/polynomial.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "exact/error.hpp"

namespace isthmus {

namespace {

/// FLINT wants at least one variable; a ring without variables gets one that never occurs.
slong flint_variables(std::size_t count) { return static_cast<slong>(std::max<std::size_t>(1, count)); }

constexpr unsigned long largest_exponent = std::numeric_limits<int>::max();

void require_same_ring(const Polynomial& a, const Polynomial& b) {
  require(a.ring() == b.ring(), "polynomials of different rings");
}

void require_variable(const PolynomialRing& ring, std::size_t variable) {
  require(variable < ring.size(),
          "variable " + std::to_string(variable) + " of a ring with " + std::to_string(ring.size()) + " variables");
}

std::string term_text(const Polynomial::Term& term, const PolynomialRing& ring) {
  std::string monomial;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (term.exponents[i] == 0) continue;
    if (!monomial.empty()) monomial += "*";
    monomial += ring.name(i);
    if (term.exponents[i] > 1) monomial += "^" + std::to_string(term.exponents[i]);
  }
  const Rational magnitude = abs(term.coefficient);
  if (monomial.empty()) return magnitude.to_string();
  return magnitude == Rational(1) ? monomial : magnitude.to_string() + "*" + monomial;
}

}  // namespace

PolynomialRing::Context::Context(std::vector<std::string> variable_names) : names(std::move(variable_names)) {
  std::set<std::string_view> seen;
  for (const std::string& name : names) {
    require(!name.empty(), "a polynomial variable has an empty name");
    require(seen.insert(name).second, "the polynomial variable '" + name + "' occurs twice");
  }
  fmpq_mpoly_ctx_init(flint, flint_variables(names.size()), ORD_LEX);
}

PolynomialRing::Context::~Context() { fmpq_mpoly_ctx_clear(flint); }

PolynomialRing::PolynomialRing(std::vector<std::string> names)
    : context_(std::make_shared<const Context>(std::move(names))) {}

std::optional<std::size_t> PolynomialRing::index_of(std::string_view name) const {
  const auto found = std::find(names().begin(), names().end(), name);
  if (found == names().end()) return std::nullopt;
  return static_cast<std::size_t>(found - names().begin());
}

Polynomial::Polynomial(PolynomialRing ring) : ring_(std::move(ring)) { fmpq_mpoly_init(value_, ring_.raw()); }

Polynomial::Polynomial(PolynomialRing ring, const Rational& constant) : Polynomial(std::move(ring)) {
  fmpq_mpoly_set_fmpq(value_, constant.raw(), ring_.raw());
}

Polynomial::Polynomial(PolynomialRing ring, const std::vector<Term>& terms) : Polynomial(std::move(ring)) {
  std::vector<ulong> exponents(static_cast<std::size_t>(flint_variables(ring_.size())), 0);
  for (const Term& term : terms) {
    require(term.exponents.size() == ring_.size(), "a term does not have one exponent per variable");
    std::copy(term.exponents.begin(), term.exponents.end(), exponents.begin());
    fmpq_mpoly_push_term_fmpq_ui(value_, term.coefficient.raw(), exponents.data(), ring_.raw());
  }
  fmpq_mpoly_sort_terms(value_, ring_.raw());
  fmpq_mpoly_combine_like_terms(value_, ring_.raw());
}

Polynomial Polynomial::variable(PolynomialRing ring, std::size_t index) {
  require_variable(ring, index);
  Polynomial result(std::move(ring));
  fmpq_mpoly_gen(result.value_, static_cast<slong>(index), result.ring_.raw());
  return result;
}

Polynomial::Polynomial(const Polynomial& other) : Polynomial(other.ring_) {
  fmpq_mpoly_set(value_, other.value_, ring_.raw());
}

Polynomial::Polynomial(Polynomial&& other) noexcept : ring_(other.ring_) {
  fmpq_mpoly_init(value_, ring_.raw());
  fmpq_mpoly_swap(value_, other.value_, ring_.raw());
}

Polynomial& Polynomial::operator=(const Polynomial& other) {
  if (this == &other) return *this;
  return *this = Polynomial(other);
}

Polynomial& Polynomial::operator=(Polynomial&& other) noexcept {
  std::swap(ring_, other.ring_);
  fmpq_mpoly_swap(value_, other.value_, ring_.raw());
  return *this;
}

Polynomial::~Polynomial() { fmpq_mpoly_clear(value_, ring_.raw()); }

bool Polynomial::is_zero() const { return fmpq_mpoly_is_zero(value_, ring_.raw()); }

bool Polynomial::is_constant() const { return fmpq_mpoly_is_fmpq(value_, ring_.raw()); }

Rational Polynomial::constant_value() const {
  require(is_constant(), "constant value of a polynomial that is not constant");
  Rational result;
  fmpq_mpoly_get_fmpq(result.raw(), value_, ring_.raw());
  return result;
}

std::size_t Polynomial::term_count() const { return static_cast<std::size_t>(fmpq_mpoly_length(value_, ring_.raw())); }

std::vector<Polynomial::Term> Polynomial::terms() const {
  std::vector<Term> result(term_count());
  std::vector<ulong> exponents(static_cast<std::size_t>(flint_variables(ring_.size())));
  for (std::size_t i = 0; i < result.size(); ++i) {
    fmpq_mpoly_get_term_coeff_fmpq(result[i].coefficient.raw(), value_, static_cast<slong>(i), ring_.raw());
    fmpq_mpoly_get_term_exp_ui(exponents.data(), value_, static_cast<slong>(i), ring_.raw());
    exponents.resize(ring_.size());
    const bool fits = std::all_of(exponents.begin(), exponents.end(), [](ulong e) { return e <= largest_exponent; });
    require(fits, "a polynomial exponent exceeds 2^31 - 1");
    result[i].exponents.assign(exponents.begin(), exponents.end());
    exponents.resize(static_cast<std::size_t>(flint_variables(ring_.size())));
  }
  return result;
}

long Polynomial::degree(std::size_t variable) const {
  require_variable(ring_, variable);
  return fmpq_mpoly_degree_si(value_, static_cast<slong>(variable), ring_.raw());
}

long Polynomial::total_degree() const { return fmpq_mpoly_total_degree_si(value_, ring_.raw()); }

std::vector<std::size_t> Polynomial::variables() const {
  std::vector<std::size_t> result;
  if (is_constant()) return result;
  std::vector<slong> degrees(static_cast<std::size_t>(flint_variables(ring_.size())));
  fmpq_mpoly_degrees_si(degrees.data(), value_, ring_.raw());
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    if (degrees[i] > 0) result.push_back(i);
  }
  return result;
}

Polynomial Polynomial::coefficient(std::size_t variable, unsigned exponent) const {
  require_variable(ring_, variable);
  const slong variables[] = {static_cast<slong>(variable)};
  const ulong exponents[] = {exponent};
  Polynomial result(ring_);
  fmpq_mpoly_get_coeff_vars_ui(result.value_, value_, variables, exponents, 1, ring_.raw());
  return result;
}

Polynomial Polynomial::leading_coefficient(std::size_t variable) const {
  return is_zero() ? *this : coefficient(variable, static_cast<unsigned>(degree(variable)));
}

Polynomial Polynomial::derivative(std::size_t variable) const {
  require_variable(ring_, variable);
  Polynomial result(ring_);
  fmpq_mpoly_derivative(result.value_, value_, static_cast<slong>(variable), ring_.raw());
  return result;
}

std::string Polynomial::to_string() const {
  if (is_zero()) return "0";
  std::string text;
  for (const Term& term : terms()) {
    if (term.coefficient.sign() < 0) text += "-";
    if (term.coefficient.sign() > 0 && !text.empty()) text += "+";
    text += term_text(term, ring_);
  }
  return text;
}

Polynomial Polynomial::operator-() const {
  Polynomial result(ring_);
  fmpq_mpoly_neg(result.value_, value_, ring_.raw());
  return result;
}

Polynomial& Polynomial::operator+=(const Polynomial& other) {
  require_same_ring(*this, other);
  fmpq_mpoly_add(value_, value_, other.value_, ring_.raw());
  return *this;
}

Polynomial& Polynomial::operator-=(const Polynomial& other) {
  require_same_ring(*this, other);
  fmpq_mpoly_sub(value_, value_, other.value_, ring_.raw());
  return *this;
}

Polynomial& Polynomial::operator*=(const Polynomial& other) {
  require_same_ring(*this, other);
  fmpq_mpoly_mul(value_, value_, other.value_, ring_.raw());
  return *this;
}

Polynomial operator*(const Rational& c, const Polynomial& p) {
  Polynomial result(p.ring());
  fmpq_mpoly_scalar_mul_fmpq(result.raw(), p.raw(), c.raw(), p.ring().raw());
  return result;
}

bool operator==(const Polynomial& a, const Polynomial& b) {
  require_same_ring(a, b);
  return fmpq_mpoly_equal(a.value_, b.value_, a.ring_.raw());
}

Polynomial pow(const Polynomial& base, unsigned exponent) {
  const long degree = std::max(0L, base.total_degree());
  const bool fits = degree == 0 || exponent <= largest_exponent / static_cast<unsigned long>(degree);
  require(fits, "power of a polynomial: the degree exceeds 2^31 - 1");
  Polynomial result(base.ring());
  ensure(fmpq_mpoly_pow_ui(result.raw(), base.raw(), exponent, base.ring().raw()), "power of a polynomial failed");
  return result;
}

std::strong_ordering canonical_order(const Polynomial& a, const Polynomial& b) {
  require_same_ring(a, b);
  if (const auto order = a.total_degree() <=> b.total_degree(); order != 0) return order;
  const auto terms_a = a.terms();
  const auto terms_b = b.terms();
  for (std::size_t i = 0; i < std::min(terms_a.size(), terms_b.size()); ++i) {
    if (const auto order = terms_a[i].exponents <=> terms_b[i].exponents; order != 0) return order;
    if (const auto order = terms_a[i].coefficient <=> terms_b[i].coefficient; order != 0) return order;
  }
  return terms_a.size() <=> terms_b.size();
}

}  // namespace isthmus
