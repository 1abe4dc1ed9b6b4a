// Claims of the kind forward-passes: section 9 of proofs/FORMAT.md.

#include <string>
#include <utility>

#include "checker/real_rules.hpp"

namespace isthmus::check {
namespace {

RationalMatrix activated(RationalMatrix matrix, const Activation& activation) {
  for (auto& row : matrix) {
    for (Rational& entry : row) entry = activation(entry);
  }
  return matrix;
}

Rational squared_distance(const RationalMatrix& a, const RationalMatrix& b) {
  Rational sum;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < a[0].size(); ++j) sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
  }
  return sum;
}

/// X, W_1, .., W_l: pseudo-random multiples of 1/8.
std::vector<RationalMatrix> matrices_of(const ForwardPasses& claim) {
  std::uint64_t state = claim.seed;
  std::vector<RationalMatrix> matrices;
  for (std::size_t i = 0; i < claim.widths.size(); ++i) {
    const std::size_t columns = i == 0 ? claim.samples : claim.widths[i - 1];
    RationalMatrix matrix(claim.widths[i], std::vector<Rational>(columns));
    for (auto& row : matrix) {
      for (Rational& entry : row) {
        state = (1103515245 * state + 12345) % 2147483648;
        entry = Rational(Integer(static_cast<long>(state / 65536 % 17) - 8), 8);
      }
    }
    matrices.push_back(std::move(matrix));
  }
  return matrices;
}

RationalMatrix times(RationalMatrix matrix, const Rational& factor) {
  for (auto& row : matrix) {
    for (Rational& entry : row) entry *= factor;
  }
  return matrix;
}

/// Losses of the network of one seed. The points of the segment differ in the last two layers only: what comes in there
/// is one matrix.
class SeedNetwork {
 public:
  explicit SeedNetwork(const ForwardPasses& claim) : claim_(claim) {
    const std::vector<RationalMatrix> matrices = matrices_of(claim);
    input_ = matrices[0];
    for (std::size_t layer = 1; layer + 2 < matrices.size(); ++layer) {
      input_ = activated(product(matrices[layer], input_), claim.activation);
    }
    inner_ = matrices[matrices.size() - 2];
    outer_ = matrices.back();
    target_ = output(1, 1);
    norm_ = squared_distance(target_, RationalMatrix(target_.size(), std::vector<Rational>(target_[0].size())));
  }
  const Rational& norm() const { return norm_; }

  Rational measured(const Rational& scale, const Rational& alpha) const {
    const Rational rest = Rational(1) - alpha;
    return squared_distance(target_,
                            output(rest + alpha * scale, rest + alpha / power(scale, claim_.activation.degree)));
  }
  Rational predicted(const Rational& scale, const Rational& alpha) const {
    const std::size_t degree = claim_.activation.degree;
    const Rational rest = Rational(1) - alpha;
    const Rational factor = (rest + alpha / power(scale, degree)) * power(rest + alpha * scale, degree);
    return (factor - Rational(1)) * (factor - Rational(1)) * norm_;
  }

 private:
  /// With the last two layers times these numbers.
  RationalMatrix output(const Rational& inner, const Rational& outer) const {
    const RationalMatrix hidden = activated(product(times(inner_, inner), input_), claim_.activation);
    return product(times(outer_, outer), hidden);
  }

  const ForwardPasses& claim_;
  RationalMatrix input_;
  RationalMatrix inner_;
  RationalMatrix outer_;
  RationalMatrix target_;
  Rational norm_;
};

}  // namespace

void prove_forward_passes(const ForwardPasses& claim, const Json& instance) {
  instance.expect_keys({"model"});
  instance["model"].expect_keys({});
  const SeedNetwork network(claim);
  instance.require(sign(network.norm()) > 0, "forward-passes", "the output is 0");
  for (const Rational& scale : claim.scales) {
    instance.require(sign(network.measured(scale, 1)) == 0, "forward-passes",
                     "the loss at the rescaled minimum is not 0");
    for (const Rational& alpha : claim.alphas) {
      instance.require(network.measured(scale, alpha) == network.predicted(scale, alpha), "forward-passes",
                       "another loss at m = " + to_string(scale) + ", alpha = " + to_string(alpha));
    }
  }
}

void refute_forward_passes(const ForwardPasses& claim, const Json& instance) {
  instance.expect_keys({"instance", "scale", "alpha"});
  const Rational& scale = claim.scales[instance["scale"].index_below(claim.scales.size())];
  const Rational& alpha = claim.alphas[instance["alpha"].index_below(claim.alphas.size())];
  const SeedNetwork network(claim);
  instance.require(sign(network.norm()) > 0, "forward-passes", "the output is 0");
  instance.require(
      network.measured(scale, alpha) != network.predicted(scale, alpha) || sign(network.measured(scale, 1)) != 0,
      "forward-passes", "the loss is the one of (14)");
}

}  // namespace isthmus::check
