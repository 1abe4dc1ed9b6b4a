#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "exact/matrix.hpp"

namespace isthmus {

/// A permutation of 0, .., n-1. Value type.
class Permutation {
 public:
  /// i -> images[i]. Throws InvalidInput unless every number below n occurs once.
  explicit Permutation(std::vector<std::size_t> images);
  static Permutation identity(std::size_t n);
  /// Exchanges i and j. Throws InvalidInput unless i != j, both below n.
  static Permutation transposition(std::size_t n, std::size_t i, std::size_t j);
  /// The identity for sign 1, the exchange of the first two for sign -1. Throws InvalidInput if there is none (n = 1).
  static Permutation of_sign(std::size_t n, int sign);

  std::size_t size() const noexcept { return images_.size(); }
  std::size_t operator()(std::size_t i) const { return images_.at(i); }
  /// 1 for even, -1 for odd: (-1)^(n - number of cycles).
  int sign() const;
  /// The matrix P with P e_i = e_{images[i]}; det(P) = sign().
  Matrix matrix() const;
  Permutation inverse() const;
  /// "()" for the identity, "(1 2)(3 5 4)" with numbers from 1.
  std::string to_string() const;
  /// First b, then a; its matrix is the product of the matrices.
  friend Permutation operator*(const Permutation& a, const Permutation& b);
  friend bool operator==(const Permutation&, const Permutation&) = default;

  /// Replaces this by the next permutation in lexicographic order of the images; false, and the identity, after the
  /// last.
  bool advance();

 private:
  std::vector<std::vector<std::size_t>> cycles() const;

  std::vector<std::size_t> images_;
};

}  // namespace isthmus
