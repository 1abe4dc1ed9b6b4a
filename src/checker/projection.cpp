#include "checker/projection.hpp"

#include <algorithm>
#include <utility>

#include "checker/elimination.hpp"

namespace isthmus::check {
namespace {

/// Divides by the divisor as often as possible; the number of times.
std::size_t divide_out(Polynomial& rest, const Polynomial& divisor) {
  std::size_t exponent = 0;
  while (auto quotient = divide_exactly(rest, divisor)) {
    rest = *std::move(quotient);
    ++exponent;
  }
  return exponent;
}

}  // namespace

std::size_t Factorisation::exponent_of(std::size_t level, std::size_t position) const {
  for (const Power& power : powers) {
    if (power.level == level && power.position == position) return power.exponent;
  }
  return 0;
}

Projection::Projection(std::vector<std::size_t> order, const Json& units, const Json& levels, const Scope& scope,
                       const std::string& rule)
    : order_(std::move(order)), units_(polynomials_in(units, scope)) {
  for (std::size_t i = 0; i < units_.size(); ++i) {
    units[i].require(units_[i].evident_sign() != 0 && !units_[i].is_constant(), rule,
                     "a unit without evident sign, or constant");
  }
  levels.require(levels.size() == order_.size(), rule, "there is not one list of polynomials for each variable");
  for (const auto& level : levels.elements()) levels_.push_back(polynomials_in(*level, scope));
  for (std::size_t level = 1; level <= levels_.size(); ++level) {
    check_level(levels[level - 1], level, rule);
    check_closure(levels[level - 1], level, rule);
  }
}

void Projection::check_level(const Json& json, std::size_t level, const std::string& rule) const {
  for (std::size_t i = 0; i < at_level(level).size(); ++i) {
    const Polynomial& f = at_level(level)[i];
    json[i].require(f.contains(variable(level)), rule, "the polynomial does not contain the variable of its level");
    for (std::size_t v = 0; v < f.variables(); ++v) {
      const bool lower = std::count(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(level), v) == 1;
      json[i].require(lower || !f.contains(v), rule, "the polynomial contains a variable of a higher level");
    }
  }
}

void Projection::check_closure(const Json& json, std::size_t level, const std::string& rule) const {
  const std::size_t x = variable(level);
  const std::vector<Polynomial>& listed = at_level(level);
  for (std::size_t i = 0; i < listed.size(); ++i) {
    json[i].require(is_product_of_lower(listed[i].leading_coefficient(x), level), rule,
                    "(P1): the leading coefficient is no product of lower polynomials");
    if (listed[i].degree(x) >= 2) {
      json[i].require(is_product_of_lower(discriminant(listed[i], x), level), rule,
                      "(P1): the discriminant is no product of lower polynomials");
    }
    for (std::size_t j = 0; j < i; ++j) {
      json[i].require(
          is_product_of_lower(resultant(listed[i], listed[j], x), level), rule,
          "(P2): the resultant with polynomial " + std::to_string(j) + " is no product of lower polynomials");
    }
  }
}

bool Projection::is_product_of_lower(const Polynomial& p, std::size_t level) const {
  const auto product = factorised(p);
  return product && std::all_of(product->powers.begin(), product->powers.end(),
                                [&](const Factorisation::Power& power) { return power.level < level; });
}

std::optional<Factorisation> Projection::factorised(const Polynomial& p) const {
  if (p.is_zero()) return std::nullopt;
  Factorisation product;
  Polynomial rest = p;
  for (std::size_t level = levels(); level > 0; --level) {
    if (!rest.contains(variable(level))) continue;
    for (std::size_t i = 0; i < at_level(level).size(); ++i) {
      const std::size_t exponent = divide_out(rest, at_level(level)[i]);
      if (exponent > 0) product.powers.push_back({level, i, exponent});
    }
  }
  for (const Polynomial& unit : units_) {
    if (divide_out(rest, unit) % 2 == 1) product.sign *= unit.evident_sign();
  }
  if (!rest.is_constant()) return std::nullopt;
  product.sign *= sign(rest.constant_term());
  return product;
}

// (P3): whatever listed polynomial divides the leading coefficient, some coefficient is no multiple of it, and vanishes
// nowhere on its walls.
void Projection::check_coefficients(const Json& place, const std::string& rule) const {
  for (std::size_t level = 2; level <= levels(); ++level) {
    for (const Polynomial& f : at_level(level)) {
      const std::vector<Polynomial> coefficients = f.coefficients(variable(level));
      const auto leading = factorised(coefficients.back());
      std::vector<Factorisation> products;
      for (const Polynomial& coefficient : coefficients) {
        if (const auto product = factorised(coefficient)) products.push_back(*product);
      }
      for (const Factorisation::Power& p : leading->powers) {
        const bool found = std::any_of(products.begin(), products.end(), [&](const Factorisation& product) {
          return product.exponent_of(p.level, p.position) == 0;
        });
        place.require(found, rule,
                      "(P3): no coefficient of a polynomial of level " + std::to_string(level) +
                          " is free of a divisor of the leading coefficient");
      }
    }
  }
}

}  // namespace isthmus::check
