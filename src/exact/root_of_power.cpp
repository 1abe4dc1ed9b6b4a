#include "exact/root_of_power.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {

RealRoot root_of_power(const RealRoot& power, unsigned k, int sign) {
  if (sign == 0) return RealRoot(Rational(0));
  if (k == 1) return power;
  const UnivariatePolynomial& p = power.polynomial();
  std::vector<Integer> spread;
  for (long e = 0; e <= p.degree(); ++e) {
    spread.resize(static_cast<std::size_t>(e) * k + 1, Integer(0));
    spread.back() = p.coefficient(e);
  }
  const std::vector<RealRoot> powers = isolate_real_roots(p);
  const std::vector<RealRoot> roots = isolate_real_roots(UnivariatePolynomial(spread));
  const RealRoot zero(Rational(0));
  const int power_sign = k % 2 == 0 ? 1 : sign;
  const auto of_sign = [&](const std::vector<RealRoot>& all, int wanted) {
    std::vector<RealRoot> found;
    for (const RealRoot& r : all)
      if (wanted > 0 ? r > zero : r < zero) found.push_back(r);
    return found;
  };
  const std::vector<RealRoot> images = of_sign(powers, power_sign);
  std::vector<RealRoot> candidates = of_sign(roots, sign);
  ensure(images.size() == candidates.size(), "the k-th power is no bijection of the half line");
  if (power_sign != sign) std::reverse(candidates.begin(), candidates.end());
  const auto at = std::find(images.begin(), images.end(), power);
  ensure(at != images.end(), "a number is no root of its polynomial");
  return candidates[static_cast<std::size_t>(at - images.begin())];
}

}  // namespace isthmus
