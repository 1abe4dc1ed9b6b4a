#include "exact/word_resultant.hpp"

#include <flint/longlong.h>
#include <flint/nmod.h>
#include <flint/ulong_extras.h>

#include <utility>

namespace isthmus {

namespace {

/// x * y + z * w; the sum of three such products still has its upper word below p < 2^62.
ulong product_sum(ulong x, ulong y, ulong z, ulong w, nmod_t modulus) {
  ulong high, low, high2, low2, result;
  umul_ppmm(high, low, x, y);
  umul_ppmm(high2, low2, z, w);
  add_ssaaaa(high, low, high, low, high2, low2);
  NMOD_RED2(result, high, low, modulus);
  return result;
}

ulong product_sum(ulong x, ulong y, ulong z, ulong w, ulong u, ulong v, nmod_t modulus) {
  ulong high, low, high2, low2, result;
  umul_ppmm(high, low, x, y);
  umul_ppmm(high2, low2, z, w);
  add_ssaaaa(high, low, high, low, high2, low2);
  umul_ppmm(high2, low2, u, v);
  add_ssaaaa(high, low, high, low, high2, low2);
  NMOD_RED2(result, high, low, modulus);
  return result;
}

void trim(std::vector<ulong>& p) {
  while (!p.empty() && p.back() == 0) p.pop_back();
}

/// Replaces a by lc(b)^2 a mod b where deg a = deg b + 1 >= 2; the result is not trimmed.
void eliminate_two(std::vector<ulong>& a, const std::vector<ulong>& b, nmod_t modulus) {
  const std::size_t n = b.size() - 1;
  const ulong square = nmod_mul(b[n], b[n], modulus);
  const ulong first = nmod_neg(nmod_mul(a[n + 1], b[n], modulus), modulus);
  const ulong second = product_sum(a[n + 1], b[n - 1], nmod_neg(b[n], modulus), a[n], modulus);
  a[0] = product_sum(square, a[0], second, b[0], modulus);
  for (std::size_t i = 1; i < n; ++i) a[i] = product_sum(square, a[i], first, b[i - 1], second, b[i], modulus);
  a.resize(n);
}

/// Replaces a by lc(b) a - lc(a) t^(deg a - deg b) b without its leading coefficient, which is zero.
void eliminate_one(std::vector<ulong>& a, const std::vector<ulong>& b, nmod_t modulus) {
  const std::size_t shift = a.size() - b.size();
  const ulong scale = b.back();
  const ulong factor = nmod_neg(a.back(), modulus);
  for (std::size_t i = 0; i < shift; ++i) a[i] = nmod_mul(scale, a[i], modulus);
  for (std::size_t i = shift; i + 1 < a.size(); ++i) a[i] = product_sum(scale, a[i], factor, b[i - shift], modulus);
  a.pop_back();
}

}  // namespace

/// Euclid's algorithm by pseudo-remainders with one inversion at the end. Uses, for deg a = m >= n = deg b >= 1 and
/// s = m - n + 1 elimination steps that leave a polynomial r of degree k < n:
/// Res(a, b) = (-1)^(mn) lc(b)^(m - k - n s) Res(b, r).
ulong WordResultant::euclid() {
  ulong numerator = 1;
  ulong denominator = 1;
  if (a_.size() < b_.size()) {
    if ((a_.size() - 1) * (b_.size() - 1) % 2 == 1) numerator = nmod_neg(numerator, modulus_);
    std::swap(a_, b_);
  }
  while (b_.size() > 1) {
    const std::size_t m = a_.size() - 1;
    const std::size_t n = b_.size() - 1;
    const std::size_t steps = m - n + 1;
    if (steps == 2)
      eliminate_two(a_, b_, modulus_);
    else
      for (std::size_t i = 0; i < steps; ++i) eliminate_one(a_, b_, modulus_);
    trim(a_);
    if (a_.empty()) return 0;
    const std::size_t drop = m - (a_.size() - 1);  // at least `steps`; the exponent drop - n * steps has either sign
    const bool positive = drop >= n * steps;
    const ulong power = nmod_pow_ui(b_[n], positive ? drop - n * steps : n * steps - drop, modulus_);
    ulong& side = positive ? numerator : denominator;
    side = nmod_mul(side, power, modulus_);
    if (m * n % 2 == 1) numerator = nmod_neg(numerator, modulus_);
    std::swap(a_, b_);
  }
  numerator = nmod_mul(numerator, nmod_pow_ui(b_[0], a_.size() - 1, modulus_), modulus_);
  return nmod_mul(numerator, nmod_inv(denominator, modulus_), modulus_);
}

ulong WordResultant::resultant(const std::vector<ulong>& a, const std::vector<ulong>& b) {
  const std::size_t m = a.size() - 1;
  const std::size_t n = b.size() - 1;
  a_ = a;
  b_ = b;
  trim(a_);
  trim(b_);
  const std::size_t drop_a = m + 1 - a_.size();
  const std::size_t drop_b = n + 1 - b_.size();
  if (drop_a > 0 && drop_b > 0) return m + n == 0 ? 1 : 0;
  if (a_.empty()) return n == 0 ? nmod_pow_ui(b[0], m, modulus_) : 0;
  if (b_.empty()) return m == 0 ? nmod_pow_ui(a[0], n, modulus_) : 0;
  // Res_{m,n}(a, b) = (-1)^(n drop_a) b_n^drop_a Res(a, b), and a_m^drop_b Res(a, b).
  ulong factor = nmod_mul(nmod_pow_ui(b[n], drop_a, modulus_), nmod_pow_ui(a[m], drop_b, modulus_), modulus_);
  if (n * drop_a % 2 == 1) factor = nmod_neg(factor, modulus_);
  return nmod_mul(factor, euclid(), modulus_);
}

ulong WordResultant::discriminant(const std::vector<ulong>& a) {
  std::size_t d = a.size() - 1;
  ulong factor = 1;
  if (d >= 2 && a[d] == 0) {  // disc_d(a) = a_(d-1)^2 disc_(d-1)(a) when a_d = 0
    if (a[d - 1] == 0) return 0;
    factor = nmod_mul(a[d - 1], a[d - 1], modulus_);
    --d;
  }
  if (d == 1) return factor;
  a_.assign(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(d) + 1);
  b_.resize(d);
  for (std::size_t i = 0; i < d; ++i) b_[i] = nmod_mul(a[i + 1], i + 1, modulus_);
  factor = nmod_mul(factor, nmod_inv(a[d], modulus_), modulus_);
  if (d * (d - 1) / 2 % 2 == 1) factor = nmod_neg(factor, modulus_);
  return nmod_mul(factor, euclid(), modulus_);
}

}  // namespace isthmus
