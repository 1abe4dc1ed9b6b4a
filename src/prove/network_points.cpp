#include "prove/network_points.hpp"

#include <set>

#include "prove/model.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostEvaluations = 20000;
constexpr std::size_t kMatricesEach = 4;

using NetworkKind = NetworkExpression::Kind;

ConcreteActivation concrete(const Activation& sigma, const std::string& text) {
  return {Rational(static_cast<long>(sigma.degree)), text, std::pair(sigma.positive, sigma.negative),
          [sigma](const Matrix& z) { return sigma(z); }};
}

std::string text_of(const Activation& sigma) {
  const std::string power = sigma.degree == 1 ? "" : "^" + std::to_string(sigma.degree);
  return "sigma(z) = (" + sigma.positive.to_string() + ")*z" + power + " for z >= 0 and (" +
         sigma.negative.to_string() + ")*(-z)" + power + " for z < 0";
}

/// z -> (z_1, 0, .., 0), column by column: linear, but not entry by entry.
Matrix first_row(const Matrix& z) {
  Matrix result(z.rows(), z.columns());
  for (std::size_t j = 0; j < z.columns(); ++j) result.set(0, j, z.at(0, j));
  return result;
}

std::vector<ConcreteActivation> activations(const HomogeneousIdentity& claim) {
  if (claim.activation) return {concrete(*claim.activation, text_of(*claim.activation))};
  std::vector<ConcreteActivation> result{concrete({1, 1, -1}, "sigma(z) = z")};
  const Activation leaky = Activation::leaky_relu(Rational(1) / Rational(10));
  result.push_back(concrete(leaky, text_of(leaky)));
  if (!claim.elementwise)
    result.push_back({1, "sigma(z) = (z_1, 0, .., 0) for each column z", std::nullopt, first_row});
  for (const unsigned degree : {2U, 3U}) {
    const Activation power{degree, 1, degree % 2 == 0 ? 1 : -1};
    result.push_back(concrete(power, "sigma(z) = z^" + std::to_string(degree)));
  }
  return result;
}

class DifferenceSearch {
 public:
  explicit DifferenceSearch(const HomogeneousIdentity& claim) : claim_(claim) {}

  std::optional<NetworkPoint> run() {
    for (const std::size_t size : {1, 2}) {
      size_ = size;
      for (const ConcreteActivation& activation : activations(claim_)) {
        activation_ = &activation;
        evaluations_ = 0;
        const auto accept = [&](const RealPoint& point) {
          return evaluations_ > kMostEvaluations ||
                 (value_at(claim_.degree, point) == activation.degree && assign(0, point));
        };
        find_point(claim_.scalars, claim_.assumptions, accept);
        if (found_) return found_;
      }
    }
    return std::nullopt;
  }

 private:
  std::size_t extent(const std::string& text) const {
    const bool number = text.find_first_not_of("0123456789") == std::string::npos;
    return number ? std::stoul(text) : size_;
  }

  std::vector<Matrix> candidates(const SymbolicMatrix& symbol) const {
    const Shape shape{extent(symbol.rows), extent(symbol.columns)};
    std::vector<Matrix> result;
    if (symbol.permutation) {
      Matrix reversal(shape.rows, shape.rows);
      for (std::size_t i = 0; i < shape.rows; ++i) reversal.set(i, shape.rows - 1 - i, Rational(1));
      return {reversal};
    }
    Matrix counting(shape.rows, shape.columns);
    for (std::size_t i = 0; i < shape.rows; ++i) {
      for (std::size_t j = 0; j < shape.columns; ++j) counting.set(i, j, Rational(static_cast<long>(1 + i + j)));
    }
    result.push_back(counting);
    for (const Matrix& matrix : small_matrices(shape)) {
      if (result.size() < kMatricesEach) result.push_back(matrix);
    }
    return result;
  }

  bool assign(std::size_t index, const RealPoint& point) {
    if (index == claim_.matrices.size()) return differs(point);
    for (const Matrix& candidate : candidates(claim_.matrices[index])) {
      matrices_.insert_or_assign(claim_.matrices[index].name, candidate);
      if (assign(index + 1, point)) return true;
    }
    return false;
  }

  bool differs(const RealPoint& point) {
    if (++evaluations_ > kMostEvaluations) return true;
    const auto left = value(claim_.left, point);
    const auto right = value(claim_.right, point);
    if (!left || !right || *left == *right) return false;
    found_ = NetworkPoint{point, matrices_, activation_->text, activation_->values, *left, *right};
    return true;
  }

  std::optional<Matrix> value(const NetworkExpression& e, const RealPoint& point) const {
    if (e.kind() == NetworkKind::matrix) return matrices_.at(e.symbol().name);
    std::vector<Matrix> parts;
    for (const NetworkExpression& part : e.parts()) {
      const auto each = value(part, point);
      if (!each) return std::nullopt;
      parts.push_back(*each);
    }
    if (e.kind() == NetworkKind::activation) return activation_->apply(parts[0]);
    if (e.kind() == NetworkKind::product) return parts[0] * parts[1];
    if (e.kind() == NetworkKind::scaled) {
      const auto scalar = value_at(e.scalar(), point);
      if (!scalar) return std::nullopt;
      return scaled(*scalar, parts[0]);
    }
    Matrix sum = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i) sum = sum + parts[i];
    return sum;
  }

  const HomogeneousIdentity& claim_;
  std::size_t size_ = 1;
  const ConcreteActivation* activation_ = nullptr;
  std::size_t evaluations_ = 0;
  std::map<std::string, Matrix> matrices_;
  std::optional<NetworkPoint> found_;
};

}  // namespace

std::optional<NetworkPoint> find_difference(const HomogeneousIdentity& claim) { return DifferenceSearch(claim).run(); }

}  // namespace isthmus
