#include "symmetry/product_minimum.hpp"

#include "exact/error.hpp"
#include "symmetry/determinant_sign.hpp"

namespace isthmus {
namespace {

std::string shape_text(const Matrix& m) { return std::to_string(m.rows()) + " x " + std::to_string(m.columns()); }

/// C with C*X = Y.
Matrix quotient(const Matrix& x, const Matrix& y) {
  require(
      x.columns() == y.columns() && x.rows() == y.rows(),
      "X is " + shape_text(x) + " and Y is " + shape_text(y) + ": this needs one shape, since all weights are square");
  const Matrix gram = x * x.transpose();
  require(determinant_sign(gram) != 0, "the rows of X are linearly dependent: its rank is " + std::to_string(x.rank()) +
                                           ", not " + std::to_string(x.rows()));
  const Matrix c = y * x.transpose() * gram.inverse();
  require(c * x == y, "no linear network has the outputs Y: Y is not C*X for any matrix C");
  require(determinant_sign(c) != 0, "Y has rank " + std::to_string(y.rank()) + ", not " + std::to_string(y.rows()) +
                                        ": the weights cannot all be invertible");
  return c;
}

}  // namespace

ProductMinimum::ProductMinimum(Matrix x, Matrix y, std::size_t layers)
    : x_(std::move(x)), y_(std::move(y)), layers_(layers), product_(quotient(x_, y_)) {
  require(layers >= 1, "a network without layers");
}

void ProductMinimum::require_point(const Weights& weights, const std::string& name) const {
  require(weights.size() == layers_, name + " has " + std::to_string(weights.size()) + " weights, but there are " +
                                         std::to_string(layers_) + " layers");
  Matrix outputs = x_;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    require(weights[i].rows() == width() && weights[i].columns() == width(),
            name + ": W_" + std::to_string(i + 1) + " is " + shape_text(weights[i]) + ", but all weights are " +
                std::to_string(width()) + " x " + std::to_string(width()) + " here");
    outputs = weights[i] * outputs;
  }
  for (std::size_t i = 0; i < y_.rows(); ++i) {
    for (std::size_t j = 0; j < y_.columns(); ++j) {
      require(outputs.at(i, j) == y_.at(i, j), name + " is not a minimum: entry (" + std::to_string(i + 1) + ", " +
                                                   std::to_string(j + 1) + ") of W_l..W_1 X is " +
                                                   outputs.at(i, j).to_string() + ", but that of Y is " +
                                                   y_.at(i, j).to_string());
    }
  }
}

std::vector<int> ProductMinimum::signs(const Weights& weights) const {
  std::vector<int> result;
  for (const Matrix& each : weights) result.push_back(determinant_sign(each));
  return result;
}

bool ProductMinimum::connected(const Weights& from, const Weights& to) const {
  require_point(from, "the first point");
  require_point(to, "the second point");
  return signs(from) == signs(to);
}

std::optional<std::vector<Permutation>> ProductMinimum::joining(const Weights& from, const Weights& to) const {
  require_point(from, "the first point");
  require_point(to, "the second point");
  const std::vector<int> before = signs(from);
  const std::vector<int> after = signs(to);
  std::vector<Permutation> result;
  int sign = 1;
  for (std::size_t i = 0; i + 1 < layers_; ++i) {
    sign *= before[i] * after[i];
    if (sign < 0 && width() == 1) return std::nullopt;
    result.push_back(Permutation::of_sign(width(), sign));
  }
  ensure(signs(permuted(from, result)) == after, "permutations that do not join");
  return result;
}

ProductMinimum::Weights ProductMinimum::permuted(const Weights& weights,
                                                 const std::vector<Permutation>& permutations) const {
  require(weights.size() == layers_ && permutations.size() + 1 == layers_, "one permutation for each hidden layer");
  Weights result = weights;
  for (std::size_t i = 0; i < permutations.size(); ++i) {
    const Matrix p = permutations[i].matrix();
    result[i] = p * result[i];
    result[i + 1] = result[i + 1] * p.transpose();
  }
  return result;
}

std::vector<GeneralLinearPath> ProductMinimum::path(const Weights& from, const Weights& to) const {
  require(connected(from, to), "there is no path: the points lie in two components");
  std::vector<GeneralLinearPath> result;
  for (std::size_t i = 0; i + 1 < layers_; ++i) result.push_back(GeneralLinearPath::between(from[i], to[i]));
  return result;
}

ProductMinimum::Weights ProductMinimum::completed(Weights first) const {
  require(first.size() + 1 == layers_, "all weights but the last are needed");
  Matrix below = Matrix::identity(width());
  for (const Matrix& each : first) below = each * below;
  first.push_back(product_ * below.inverse());
  return first;
}

}  // namespace isthmus
