#include "exact/word_interpolation.hpp"

#include <flint/nmod.h>
#include <flint/ulong_extras.h>

namespace isthmus {

namespace {

/// Replaces values at 0, 1, .., d by the coefficients of the interpolating polynomial of degree <= d < p.
class LineInterpolation {
 public:
  LineInterpolation(std::size_t degree, nmod_t modulus) : modulus_(modulus) {
    ulong factorial = 1;
    for (std::size_t i = 1; i <= degree; ++i) factorial = nmod_mul(factorial, i, modulus);
    inverse_factorials_.assign(degree + 1, nmod_inv(factorial, modulus));
    for (std::size_t i = degree; i > 0; --i) {
      inverse_factorials_[i - 1] = nmod_mul(inverse_factorials_[i], i, modulus);
    }
  }

  void operator()(std::vector<ulong>& c) const {
    const std::size_t d = c.size() - 1;
    for (std::size_t step = 1; step <= d; ++step) {  // forward differences
      for (std::size_t i = d; i >= step; --i) c[i] = nmod_sub(c[i], c[i - 1], modulus_);
    }
    for (std::size_t i = 0; i <= d; ++i) c[i] = nmod_mul(c[i], inverse_factorials_[i], modulus_);
    for (std::size_t node = d; node-- > 0;) {  // from the Newton basis to powers
      const ulong precomputed = n_mulmod_precomp_shoup(node, modulus_.n);
      for (std::size_t j = node; j < d; ++j) {
        c[j] = nmod_sub(c[j], n_mulmod_shoup(node, c[j + 1], precomputed, modulus_.n), modulus_);
      }
    }
  }

 private:
  nmod_t modulus_;
  std::vector<ulong> inverse_factorials_;
};

}  // namespace

PointWalk::PointWalk(const std::vector<ulong>& dense, std::size_t degree, nmod_t modulus)
    : block_(dense.size() / (degree + 1)), modulus_(modulus) {
  for (ulong point = 0; point <= degree; ++point) append_value(dense, degree, point);
  for (std::size_t step = 1; step <= degree; ++step) {
    for (std::size_t i = table_.size(); i-- > step * block_;) {
      table_[i] = nmod_sub(table_[i], table_[i - block_], modulus_);
    }
  }
}

void PointWalk::next(std::vector<ulong>& value) {
  value.assign(table_.begin(), table_.begin() + static_cast<std::ptrdiff_t>(block_));
  for (std::size_t i = 0; i + block_ < table_.size(); ++i) {
    table_[i] = nmod_add(table_[i], table_[i + block_], modulus_);
  }
}

/// Horner's rule, block by block.
void PointWalk::append_value(const std::vector<ulong>& dense, std::size_t degree, ulong point) {
  const std::size_t start = table_.size();
  table_.insert(table_.end(), dense.begin() + static_cast<std::ptrdiff_t>(degree * block_), dense.end());
  for (std::size_t e = degree; e-- > 0;) {
    for (std::size_t i = 0; i < block_; ++i) {
      ulong& sum = table_[start + i];
      sum = nmod_add(nmod_mul(sum, point, modulus_), dense[e * block_ + i], modulus_);
    }
  }
}

void interpolate_grid(const std::vector<std::size_t>& degrees, std::vector<ulong>& values, nmod_t modulus) {
  std::size_t inner = values.size();
  for (const std::size_t degree : degrees) {
    const LineInterpolation interpolate(degree, modulus);
    const std::size_t block = inner;
    inner = block / (degree + 1);
    std::vector<ulong> line(degree + 1);
    for (std::size_t start = 0; start < values.size(); start += block) {
      for (std::size_t offset = start; offset < start + inner; ++offset) {
        for (std::size_t i = 0; i <= degree; ++i) line[i] = values[offset + i * inner];
        interpolate(line);
        for (std::size_t i = 0; i <= degree; ++i) values[offset + i * inner] = line[i];
      }
    }
  }
}

}  // namespace isthmus
