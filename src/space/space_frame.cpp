#include "space/space_frame.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace isthmus {

namespace {

const PolynomialRing& frame_ring() {
  static const PolynomialRing ring({"x", "y", "z"});
  return ring;
}

/// first + factor*second.
RealRoot combined(const RealRoot& first, long factor, const RealRoot& second) {
  if (factor == 0) return first;
  const PolynomialRing plane({"x", "y"});
  const Polynomial sum = Polynomial::variable(plane, 0) + Rational(factor) * Polynomial::variable(plane, 1);
  return quotient_at(sum, Polynomial(plane, Rational(1)), {first, second});
}

/// The degrees in w, and their sum of squares; nullopt if a leading coefficient is not constant.
std::optional<long> cost(const std::vector<Polynomial>& surfaces, const SpaceFrame& frame) {
  constexpr std::size_t w = 2;
  long sum = 0;
  for (const Polynomial& p : surfaces) {
    const Polynomial q = frame.image(p);
    if (q.depends_on(w) && !q.leading_coefficient(w).is_constant()) return std::nullopt;
    sum += q.degree(w) * q.degree(w);
  }
  return sum;
}

/// The pairs (a, b) with max(|a|, |b|) = size, those with a zero first.
std::vector<std::pair<long, long>> shears_of_size(long size) {
  std::vector<std::pair<long, long>> shears;
  for (long a = -size; a <= size; ++a)
    for (long b = -size; b <= size; ++b)
      if (std::max(std::labs(a), std::labs(b)) == size) shears.emplace_back(a, b);
  std::stable_sort(shears.begin(), shears.end(), [](const auto& s, const auto& t) {
    return (s.first != 0) + (s.second != 0) < (t.first != 0) + (t.second != 0);
  });
  return shears;
}

}  // namespace

SpaceFrame::SpaceFrame(std::size_t height, long a, long b)
    : first_(height == 0 ? 1 : 0), second_(height == 2 ? 1 : 2), height_(height), a_(a), b_(b) {}

Polynomial SpaceFrame::image(const Polynomial& p) const {
  const Polynomial w = Polynomial::variable(frame_ring(), 2);
  std::vector<Polynomial> images(3, w);
  images[first_] = Polynomial::variable(frame_ring(), 0) + Rational(a_) * w;
  images[second_] = Polynomial::variable(frame_ring(), 1) + Rational(b_) * w;
  return p.compose(images, frame_ring());
}

AlgebraicPoint SpaceFrame::image(const AlgebraicPoint& point) const {
  const RealRoot& w = point.at(height_);
  return {combined(point.at(first_), -a_, w), combined(point.at(second_), -b_, w), w};
}

AlgebraicPoint SpaceFrame::preimage(const AlgebraicPoint& point) const {
  AlgebraicPoint result(3, point.at(2));
  result[first_] = combined(point.at(0), a_, point.at(2));
  result[second_] = combined(point.at(1), b_, point.at(2));
  return result;
}

std::optional<SpaceFrame> sheared_frame(const std::vector<Polynomial>& surfaces, long attempt) {
  constexpr std::size_t height = 2;
  constexpr long tries = 40;
  for (long n = 1; n <= tries; ++n) {
    const SpaceFrame frame(height, n, n % 2 == 0 ? 1 : -n - 1);
    if (cost(surfaces, frame) && --attempt == 0) return frame;
  }
  return std::nullopt;
}

SpaceFrame regular_frame(const std::vector<Polynomial>& surfaces) {
  for (long size = 0;; ++size) {
    std::optional<std::pair<long, SpaceFrame>> best;
    for (const auto& [a, b] : shears_of_size(size)) {
      for (const std::size_t height : {2U, 1U, 0U}) {
        const SpaceFrame frame(height, a, b);
        const auto found = cost(surfaces, frame);
        if (found && (!best || *found < best->first)) best.emplace(*found, frame);
      }
      if (best && size > 0) break;
    }
    if (best) return best->second;
  }
}

}  // namespace isthmus
