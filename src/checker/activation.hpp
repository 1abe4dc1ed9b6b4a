#pragma once

#include <cstddef>

#include "checker/toml_table.hpp"

namespace isthmus::check {

/// sigma(z) = positive z^degree for z >= 0 and negative (-z)^degree for z < 0.
struct Activation {
  std::size_t degree;
  Rational positive;
  Rational negative;
  Rational operator()(const Rational& z) const;
};

/// The two numbers of the key `activation`. Throws InvalidClaim.
Activation read_activation(Table& table, std::size_t degree);

}  // namespace isthmus::check
