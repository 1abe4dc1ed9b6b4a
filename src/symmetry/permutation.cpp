#include "symmetry/permutation.hpp"

#include <algorithm>
#include <numeric>

#include "exact/error.hpp"

namespace isthmus {

Permutation::Permutation(std::vector<std::size_t> images) : images_(std::move(images)) {
  std::vector<bool> seen(images_.size(), false);
  for (const std::size_t image : images_) {
    require(image < images_.size() && !seen[image], "not a permutation: an image is out of range or occurs twice");
    seen[image] = true;
  }
}

Permutation Permutation::identity(std::size_t n) {
  std::vector<std::size_t> images(n);
  std::iota(images.begin(), images.end(), std::size_t{0});
  return Permutation(std::move(images));
}

Permutation Permutation::transposition(std::size_t n, std::size_t i, std::size_t j) {
  require(i < n && j < n && i != j, "a transposition needs two different numbers below " + std::to_string(n));
  Permutation result = identity(n);
  std::swap(result.images_[i], result.images_[j]);
  return result;
}

Permutation Permutation::of_sign(std::size_t n, int sign) {
  require(sign == 1 || (sign == -1 && n >= 2), "there is no permutation of this sign");
  return sign == 1 ? identity(n) : transposition(n, 0, 1);
}

std::vector<std::vector<std::size_t>> Permutation::cycles() const {
  std::vector<std::vector<std::size_t>> result;
  std::vector<bool> seen(images_.size(), false);
  for (std::size_t i = 0; i < images_.size(); ++i) {
    if (seen[i]) continue;
    result.emplace_back();
    for (std::size_t at = i; !seen[at]; at = images_[at]) {
      seen[at] = true;
      result.back().push_back(at);
    }
  }
  return result;
}

int Permutation::sign() const { return (images_.size() - cycles().size()) % 2 == 0 ? 1 : -1; }

Matrix Permutation::matrix() const {
  Matrix result(size(), size());
  for (std::size_t i = 0; i < size(); ++i) result.set(images_[i], i, Rational(1));
  return result;
}

Permutation Permutation::inverse() const {
  std::vector<std::size_t> images(size());
  for (std::size_t i = 0; i < size(); ++i) images[images_[i]] = i;
  return Permutation(std::move(images));
}

std::string Permutation::to_string() const {
  std::string text;
  for (const auto& cycle : cycles()) {
    if (cycle.size() == 1) continue;
    for (std::size_t i = 0; i < cycle.size(); ++i) text += (i == 0 ? "(" : " ") + std::to_string(cycle[i] + 1);
    text += ")";
  }
  return text.empty() ? "()" : text;
}

Permutation operator*(const Permutation& a, const Permutation& b) {
  require(a.size() == b.size(), "a product of permutations of different sizes");
  std::vector<std::size_t> images(b.size());
  for (std::size_t i = 0; i < b.size(); ++i) images[i] = a(b(i));
  return Permutation(std::move(images));
}

bool Permutation::advance() { return std::next_permutation(images_.begin(), images_.end()); }

}  // namespace isthmus
