#pragma once

#include <flint/fmpz.h>

#include <cstddef>
#include <vector>

#include "exact/integer.hpp"

namespace isthmus {

/// Proved primes between 2^61 and 2^62 whose product exceeds 2 * bound: an integer of absolute value <= bound is then
/// its balanced residue modulo the product.
std::vector<ulong> word_primes_beyond(const Integer& bound);

/// Integers from their residues modulo word primes.
class ChineseRemainder {
 public:
  explicit ChineseRemainder(const std::vector<ulong>& primes);
  ~ChineseRemainder();
  ChineseRemainder(const ChineseRemainder&) = delete;
  ChineseRemainder& operator=(const ChineseRemainder&) = delete;

  /// The balanced residue, modulo the product of the primes, of the integer that is residues[i][index] modulo the i-th.
  Integer operator()(const std::vector<std::vector<ulong>>& residues, std::size_t index);

 private:
  fmpz_comb_t comb_;
  fmpz_comb_temp_t scratch_;
  std::vector<ulong> residues_;
};

}  // namespace isthmus
