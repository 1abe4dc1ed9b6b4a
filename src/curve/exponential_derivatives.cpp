#include "curve/exponential_derivatives.hpp"

namespace isthmus {

ExponentialDerivatives::ExponentialDerivatives(const Matrix& generator, const Point& velocity)
    : size_(static_cast<slong>(generator.rows())) {
  acb_mat_init(generator_, size_, size_);
  acb_mat_init(velocity_, size_, 1);
  acb_mat_init(exponential_, size_, size_);
  acb_mat_init(first_, size_, 1);
  acb_mat_init(second_, size_, 1);
  rational_ = &generator;
  start_ = &velocity;
}

ExponentialDerivatives::~ExponentialDerivatives() {
  acb_mat_clear(generator_);
  acb_mat_clear(velocity_);
  acb_mat_clear(exponential_);
  acb_mat_clear(first_);
  acb_mat_clear(second_);
}

void ExponentialDerivatives::move_to(const acb_t z, slong precision) {
  for (slong i = 0; i < size_; ++i) {
    const auto row = static_cast<std::size_t>(i);
    for (slong j = 0; j < size_; ++j) {
      acb_set_fmpq(acb_mat_entry(generator_, i, j), rational_->at(row, static_cast<std::size_t>(j)).raw(), precision);
    }
    acb_set_fmpq(acb_mat_entry(velocity_, i, 0), (*start_)[row].raw(), precision);
  }
  acb_mat_scalar_mul_acb(exponential_, generator_, z, precision);
  acb_mat_exp(exponential_, exponential_, precision);
  acb_mat_mul(first_, exponential_, velocity_, precision);
  acb_mat_mul(second_, generator_, first_, precision);
}

void ExponentialDerivatives::speed(acb_t result, slong precision) const { dot(result, first_, first_, precision); }

void ExponentialDerivatives::bending(acb_t result, slong precision) const {
  acb_t uu, uv, vv;
  acb_init(uu);
  acb_init(uv);
  acb_init(vv);
  dot(uu, first_, first_, precision);
  dot(uv, first_, second_, precision);
  dot(vv, second_, second_, precision);
  acb_mul(result, uu, vv, precision);
  acb_submul(result, uv, uv, precision);
  acb_clear(uu);
  acb_clear(uv);
  acb_clear(vv);
}

void ExponentialDerivatives::dot(acb_t result, const acb_mat_t a, const acb_mat_t b, slong precision) const {
  acb_zero(result);
  for (slong i = 0; i < size_; ++i) {
    acb_addmul(result, acb_mat_entry(a, i, 0), acb_mat_entry(b, i, 0), precision);
  }
}

}  // namespace isthmus
