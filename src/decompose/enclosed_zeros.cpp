#include "decompose/enclosed_zeros.hpp"

#include "exact/error.hpp"

namespace isthmus {

namespace {

const RootInterval* interval_of(const ZerosOverWall& zeros, const ZeroOverWall& zero) {
  if (zero.is_double) return zeros.double_zero ? &zeros.double_zero->interval : nullptr;
  return zero.index < zeros.simple.size() ? &zeros.simple[zero.index] : nullptr;
}

std::vector<RootInterval> intervals_of(const ZerosOverWall& zeros) {
  std::vector<RootInterval> result = zeros.simple;
  if (zeros.double_zero) result.push_back(zeros.double_zero->interval);
  return result;
}

std::size_t count_overlapping(const ZerosOverWall& a, const ZerosOverWall& b) {
  std::size_t overlapping = 0;
  for (const RootInterval& x : intervals_of(a))
    for (const RootInterval& y : intervals_of(b))
      if (!(x.upper < y.lower) && !(y.upper < x.lower)) ++overlapping;
  return overlapping;
}

}  // namespace

EnclosedZeros::EnclosedZeros(const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha, long precision)
    : polynomials_(polynomials), alpha_(alpha.ball(precision)), precision_(precision) {}

const ZerosOverWall* EnclosedZeros::zeros(std::size_t polynomial, std::size_t simple) {
  const auto [entry, added] = zeros_.try_emplace(polynomial);
  if (added) {
    const FibrePolynomial& f = polynomials_[polynomial];
    entry->second = f.discriminant_exponent > 0 ? all_zeros_over_wall(f, alpha_, precision_)
                                                : simple_zeros_over_wall(f, alpha_, simple, precision_);
  }
  return entry->second ? &*entry->second : nullptr;
}

std::optional<ZeroRelations::Counts> EnclosedZeros::counts(std::size_t polynomial) {
  const ZerosOverWall* found = zeros(polynomial, 0);
  if (found == nullptr) return std::nullopt;
  ZeroRelations::Counts result{found->simple.size(), {}};
  if (found->double_zero) result.below_double = found->double_zero->simple_below;
  return result;
}

EnclosedZeros::Order EnclosedZeros::order(const ZeroOverWall& a, std::size_t simple_of_a, const ZeroOverWall& b,
                                          std::size_t simple_of_b) {
  const ZerosOverWall* of_a = zeros(a.polynomial, simple_of_a);
  const ZerosOverWall* of_b = zeros(b.polynomial, simple_of_b);
  if (of_a == nullptr || of_b == nullptr) return Order::unknown;
  ensure(of_a->simple.size() == simple_of_a && of_b->simple.size() == simple_of_b,
         "a polynomial has another number of simple zeros over a wall than is known");
  const RootInterval* at_a = interval_of(*of_a, a);
  const RootInterval* at_b = interval_of(*of_b, b);
  if (at_a == nullptr || at_b == nullptr) return Order::unknown;
  if (at_a->upper < at_b->lower) return Order::less;
  if (at_b->upper < at_a->lower) return Order::greater;
  return count_overlapping(*of_a, *of_b) == 1 ? Order::overlap : Order::unknown;
}

}  // namespace isthmus
