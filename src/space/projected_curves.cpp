#include "space/projected_curves.hpp"

#include <algorithm>

#include "decompose/open_condition.hpp"

namespace isthmus {

namespace {

class CurveList {
 public:
  /// The curves among the factors of p, which are added where they are new.
  std::vector<std::size_t> add(const Polynomial& p) {
    std::vector<std::size_t> found;
    if (p.is_constant()) return found;
    const PolynomialRing plane({p.ring().name(0), p.ring().name(1)});
    for (const auto& power : p.factor().powers) {
      if (evident_sign(power.factor) != 0) continue;
      const Polynomial curve = power.factor.in_ring(plane);
      const auto known =
          std::find_if(curves_.begin(), curves_.end(), [&](const ProjectedCurve& c) { return c.polynomial == curve; });
      found.push_back(static_cast<std::size_t>(known - curves_.begin()));
      if (known == curves_.end()) curves_.push_back({curve, {}, {}});
    }
    return found;
  }
  ProjectedCurve& at(std::size_t i) { return curves_.at(i); }
  std::vector<ProjectedCurve> take() { return std::move(curves_); }

 private:
  std::vector<ProjectedCurve> curves_;
};

}  // namespace

std::vector<ProjectedCurve> projected_curves(const std::vector<Polynomial>& surfaces,
                                             const std::vector<Polynomial>& cylinders) {
  CurveList curves;
  for (const Polynomial& p : cylinders) curves.add(p);
  for (std::size_t i = 0; i < surfaces.size(); ++i) {
    if (surfaces[i].degree(kHeight) > 1)
      for (const std::size_t c : curves.add(discriminant(surfaces[i], kHeight)))
        curves.at(c).discriminant_of.push_back(i);
    for (std::size_t j = 0; j < i; ++j)
      for (const std::size_t c : curves.add(resultant(surfaces[i], surfaces[j], kHeight)))
        curves.at(c).resultant_of.emplace_back(i, j);
  }
  return curves.take();
}

}  // namespace isthmus
