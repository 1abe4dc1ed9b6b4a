#include "barrier/network.hpp"

#include <utility>

#include "exact/error.hpp"

namespace isthmus {

Rational Activation::operator()(const Rational& z) const {
  return z.sign() >= 0 ? positive * pow(z, degree) : negative * pow(-z, degree);
}

Matrix Activation::operator()(const Matrix& z) const {
  Matrix result(z.rows(), z.columns());
  for (std::size_t i = 0; i < z.rows(); ++i) {
    for (std::size_t j = 0; j < z.columns(); ++j) result.set(i, j, (*this)(z.at(i, j)));
  }
  return result;
}

Matrix forward_pass(const std::vector<Matrix>& layers, const Activation& activation, const Matrix& input) {
  require(!layers.empty(), "a network without layers");
  Matrix value = layers.front() * input;
  for (std::size_t i = 1; i < layers.size(); ++i) value = layers[i] * activation(value);
  return value;
}

Matrix scaled(const Rational& scalar, const Matrix& matrix) {
  Matrix result(matrix.rows(), matrix.columns());
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    for (std::size_t j = 0; j < matrix.columns(); ++j) result.set(i, j, scalar * matrix.at(i, j));
  }
  return result;
}

std::vector<Matrix> interpolated(const std::vector<Matrix>& from, const std::vector<Matrix>& to,
                                 const Rational& alpha) {
  require(from.size() == to.size(), "a segment between networks of different depth");
  std::vector<Matrix> result;
  for (std::size_t i = 0; i < from.size(); ++i) {
    result.push_back(scaled(Rational(1) - alpha, from[i]) + scaled(alpha, to[i]));
  }
  return result;
}

std::vector<Matrix> rescaled(const std::vector<Matrix>& layers, unsigned degree, const Rational& scale) {
  require(layers.size() >= 2, "a rescaling acts on the last two layers, there are " + std::to_string(layers.size()));
  require(scale.sign() > 0, "the scale m = " + scale.to_string() + " is not positive");
  std::vector<Matrix> result = layers;
  result[layers.size() - 1] = scaled(pow(scale, -static_cast<long>(degree)), layers.back());
  result[layers.size() - 2] = scaled(scale, layers[layers.size() - 2]);
  return result;
}

}  // namespace isthmus
