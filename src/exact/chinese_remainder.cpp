#include "exact/chinese_remainder.hpp"

#include <flint/ulong_extras.h>

namespace isthmus {

std::vector<ulong> word_primes_beyond(const Integer& bound) {
  const Integer target = Integer(2) * bound + Integer(1);
  std::vector<ulong> primes;
  Integer product(1);
  constexpr ulong least = ulong{1} << 61;
  for (ulong p = least; product <= target;) {
    p = n_nextprime(p, 1);
    primes.push_back(p);
    fmpz_mul_ui(product.raw(), product.raw(), p);
  }
  return primes;
}

ChineseRemainder::ChineseRemainder(const std::vector<ulong>& primes) : residues_(primes.size()) {
  fmpz_comb_init(comb_, primes.data(), static_cast<slong>(primes.size()));
  fmpz_comb_temp_init(scratch_, comb_);
}

ChineseRemainder::~ChineseRemainder() {
  fmpz_comb_temp_clear(scratch_);
  fmpz_comb_clear(comb_);
}

Integer ChineseRemainder::operator()(const std::vector<std::vector<ulong>>& residues, std::size_t index) {
  for (std::size_t i = 0; i < residues.size(); ++i) residues_[i] = residues[i][index];
  Integer result;
  fmpz_multi_CRT_ui(result.raw(), residues_.data(), comb_, scratch_, 1);
  return result;
}

}  // namespace isthmus
