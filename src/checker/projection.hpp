#pragma once

#include <optional>
#include <vector>

#include "checker/session.hpp"

namespace isthmus::check {

/// A polynomial as a product: constant * units * powers of listed polynomials.
struct Factorisation {
  int sign = 1;  ///< of the constant times the units, at every real point
  /// Exponents of the listed polynomials, by level and position, as far as they are not 0.
  struct Power {
    std::size_t level;
    std::size_t position;
    std::size_t exponent;
  };
  std::vector<Power> powers;
  /// 0 if the listed polynomial does not occur.
  std::size_t exponent_of(std::size_t level, std::size_t position) const;
};

/// The projection of section 6: levels()[k-1] lists the polynomials of level k. Side conditions (P1), (P2) are checked
/// on reading.
class Projection {
 public:
  /// `order` lists the variables x_1, x_2, ..; there is one level for each.
  Projection(std::vector<std::size_t> order, const Json& units, const Json& levels, const Scope& scope,
             const std::string& rule);

  const std::vector<std::size_t>& order() const noexcept { return order_; }
  /// The variable of level k, k = 1, ..
  std::size_t variable(std::size_t level) const { return order_.at(level - 1); }
  std::size_t levels() const noexcept { return order_.size(); }
  /// The listed polynomials of level k, k = 1, ..
  const std::vector<Polynomial>& at_level(std::size_t level) const { return levels_.at(level - 1); }

  /// p as a product, by exact division; nothing if it is none, and for 0.
  std::optional<Factorisation> factorised(const Polynomial& p) const;
  /// Refuses unless (P3) holds.
  void check_coefficients(const Json& place, const std::string& rule) const;

 private:
  void check_level(const Json& json, std::size_t level, const std::string& rule) const;
  void check_closure(const Json& json, std::size_t level, const std::string& rule) const;
  bool is_product_of_lower(const Polynomial& p, std::size_t level) const;

  std::vector<std::size_t> order_;
  std::vector<Polynomial> units_;
  std::vector<std::vector<Polynomial>> levels_;
};

}  // namespace isthmus::check
