// Values, substitutions and restrictions of multivariate polynomials.

#include <algorithm>

#include "exact/term_evaluation.hpp"

namespace isthmus {

using namespace terms;

Rational Polynomial::evaluate(const std::vector<Rational>& point) const {
  require_point_of(ring_, point);
  if (is_constant()) return constant_value();
  const std::vector<slong> degrees = degrees_of(*this);
  require_evaluable(degrees);
  const TermTable table(*this);
  Integer denominator(1);
  std::vector<std::vector<Integer>> powers;
  for (std::size_t i = 0; i < ring_.size(); ++i) {
    const Integer own = point[i].denominator();
    powers.push_back(
        homogeneous_powers<IntegerAlgebra>(point[i].numerator(), own, degrees[i], occurring_exponents(table, i)));
    if (!own.is_one() && degrees[i] > 0) denominator *= isthmus::pow(own, static_cast<unsigned long>(degrees[i]));
  }
  return Rational(evaluate_terms(table, powers), denominator) * unit();
}

Polynomial Polynomial::substitute(std::size_t variable, const Rational& value) const {
  require(variable < ring_.size(), "substitute: no such variable");
  Polynomial result(ring_);
  const bool done =
      fmpq_mpoly_evaluate_one_fmpq(result.value_, value_, static_cast<slong>(variable), value.raw(), ring_.raw());
  if (!done) throw Undecided("a polynomial is too large to be evaluated");
  return result;
}

Polynomial Polynomial::substitute(std::size_t variable, const Polynomial& value) const {
  require(variable < ring_.size(), "substitute: no such variable");
  require(value.ring() == ring_, "polynomials of different rings");
  std::vector<Polynomial> images;
  for (std::size_t i = 0; i < ring_.size(); ++i) {
    images.push_back(i == variable ? value : Polynomial::variable(ring_, i));
  }
  return compose(images, ring_);
}

Polynomial Polynomial::compose(const std::vector<Polynomial>& images, const PolynomialRing& target) const {
  require(images.size() == ring_.size(), "compose: one image per variable is needed");
  std::vector<Polynomial> storage(images);
  if (storage.empty()) storage.emplace_back(target);
  std::vector<fmpq_mpoly_struct*> pointers;
  for (Polynomial& image : storage) {
    require(image.ring() == target, "compose: an image lies in another ring");
    pointers.push_back(image.raw());
  }
  Polynomial result(target);
  const bool done = fmpq_mpoly_compose_fmpq_mpoly(result.value_, value_, pointers.data(), ring_.raw(), target.raw());
  if (!done) throw Undecided("a polynomial is too large to be composed with others");
  return result;
}

Polynomial Polynomial::in_ring(const PolynomialRing& target) const {
  if (target == ring_) return *this;
  std::vector<slong> images(flint_variables(ring_), -1);
  const std::vector<std::size_t> occurring = variables();
  for (std::size_t i = 0; i < ring_.size(); ++i) {
    const auto position = target.index_of(ring_.name(i));
    const bool needed = std::binary_search(occurring.begin(), occurring.end(), i);
    require(position || !needed, "in_ring: the target ring has no variable '" + ring_.name(i) + "'");
    if (position) images[i] = static_cast<slong>(*position);
  }
  Polynomial result(target);
  fmpq_mpoly_compose_fmpq_mpoly_gen(result.value_, value_, images.data(), ring_.raw(), target.raw());
  return result;
}

UnivariatePolynomial Polynomial::to_univariate(std::size_t variable) const {
  require(variable < ring_.size(), "to_univariate: no such variable");
  UnivariatePolynomial result;
  if (is_zero()) return result;
  const slong main = static_cast<slong>(variable);
  const fmpz_mpoly_ctx_struct* context = ring_.raw()->zctx;
  require(fmpz_mpoly_is_fmpz_poly(value_->zpoly, main, context), "to_univariate: another variable occurs");
  ensure(fmpz_mpoly_get_fmpz_poly(result.raw(), value_->zpoly, main, context), "fmpz_mpoly_get_fmpz_poly failed");
  return unit().sign() < 0 ? -result : result;
}

}  // namespace isthmus
