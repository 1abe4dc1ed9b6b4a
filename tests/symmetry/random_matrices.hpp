#pragma once

#include <random>

#include "exact/matrix.hpp"

namespace isthmus::test {

/// A matrix of integers of this many bits, or of their quotients by integers below 10.
inline Matrix random_matrix(std::mt19937_64& engine, std::size_t rows, std::size_t columns, unsigned bits,
                            bool fractions = false) {
  Matrix result(rows, columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      const auto value = static_cast<long>(engine() >> (64 - bits)) - (bits < 64 ? (1L << (bits - 1)) : 0);
      result.set(i, j, Rational(value) / Rational(fractions ? static_cast<long>(1 + engine() % 9) : 1));
    }
  }
  return result;
}

inline Matrix random_invertible(std::mt19937_64& engine, std::size_t n, unsigned bits, bool fractions = false) {
  for (;;) {
    Matrix result = random_matrix(engine, n, n, bits, fractions);
    if (result.rank() == n) return result;
  }
}

}  // namespace isthmus::test
