#include "decompose/projection.hpp"

#include <algorithm>
#include <cmath>

namespace isthmus {

int Projection::leading_exponent(std::size_t k, std::size_t i, Id g) const {
  const auto found = leading_exponents_.find({{k, i}, g});
  return found == leading_exponents_.end() ? 0 : found->second;
}

int Projection::discriminant_exponent(std::size_t k, std::size_t i, Id g) const {
  const auto found = discriminant_exponents_.find({{k, i}, g});
  return found == discriminant_exponents_.end() ? 0 : found->second;
}

int Projection::resultant_exponent(std::size_t k, std::size_t i, std::size_t j, Id g) const {
  const Id low{k, std::min(i, j)};
  const Id high{k, std::max(i, j)};
  const auto found = resultant_exponents_.find({{low, high}, g});
  return found == resultant_exponents_.end() ? 0 : found->second;
}

Projection Projection::up_to(std::size_t k) const {
  const std::vector<std::string>& names = ring_.names();
  Projection part(PolynomialRing({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(k)}), kind_);
  for (std::size_t l = 1; l <= k; ++l)
    for (const Factor& f : level(l)) part.factors_[l - 1].push_back({f.polynomial.in_ring(part.ring_), f.origin});
  for (const auto& [key, exponent] : leading_exponents_)
    if (key.first.first <= k) part.leading_exponents_.emplace(key, exponent);
  for (const auto& [key, exponent] : discriminant_exponents_)
    if (key.first.first <= k) part.discriminant_exponents_.emplace(key, exponent);
  for (const auto& [key, exponent] : resultant_exponents_)
    if (key.first.first.first <= k) part.resultant_exponents_.emplace(key, exponent);
  return part;
}

double Projection::log_cell_bound() const {
  double sum = 0;
  for (std::size_t k = 1; k <= levels(); ++k) {
    double roots = 1;
    for (const Factor& f : level(k)) roots += static_cast<double>(f.polynomial.degree(k - 1));
    sum += std::log(roots);
  }
  return sum;
}

std::vector<std::string> Projection::describe() const {
  const auto name = [](std::size_t level, std::size_t index) {
    return "r_" + std::to_string(level) + "," + std::to_string(index + 1);
  };
  std::vector<std::string> lines;
  for (std::size_t k = levels(); k >= 1; --k) {
    for (std::size_t i = 0; i < level(k).size(); ++i) {
      const ProjectionOrigin& o = level(k)[i].origin;
      std::string source;
      switch (o.rule) {
        case ProjectionOrigin::Rule::input:
          source = "input";
          break;
        case ProjectionOrigin::Rule::leading_coefficient:
          source = "lc(" + name(o.level, o.first) + ")";
          break;
        case ProjectionOrigin::Rule::coefficient:
          source = "coefficient " + std::to_string(o.second) + " of " + name(o.level, o.first);
          break;
        case ProjectionOrigin::Rule::trailing_coefficient:
          source = "trailing coefficient of " + name(o.level, o.first);
          break;
        case ProjectionOrigin::Rule::discriminant:
          source = "disc(" + name(o.level, o.first) + ")";
          break;
        case ProjectionOrigin::Rule::resultant:
          source = "res(" + name(o.level, o.first) + ", " + name(o.level, o.second) + ")";
          break;
      }
      lines.push_back(name(k, i) + " in " + ring_.name(k - 1) + ", from " + source + ": " +
                      level(k)[i].polynomial.to_string());
    }
  }
  return lines;
}

}  // namespace isthmus
