#include "barrier/barrier.hpp"
#include "barrier/network.hpp"
#include "exact/error.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

/// The loss of one network of the claim along the segments to its rescaled minima.
class ForwardPasses {
 public:
  ForwardPasses(const ForwardPassClaim& claim, long seed) : claim_(claim), input_(1, 1), target_(1, 1) {
    layers_ = matrices_of(claim, seed);
    input_ = layers_.front();
    layers_.erase(layers_.begin());
    target_ = forward_pass(layers_, claim.activation, input_);
  }

  Finding decide(ProofBuilder& builder) const {
    const Rational norm = squared_norm(target_);
    if (norm.is_zero()) return found_undecided("the output of the network is 0: the claim says nothing");
    std::vector<std::string> lines{"|Y|^2 = " + norm.to_string()};
    for (std::size_t s = 0; s < claim_.scales.size(); ++s) {
      const Rational& scale = claim_.scales[s];
      const std::vector<Matrix> other = rescaled(layers_, claim_.activation.degree, scale);
      if (!loss(other).is_zero()) return refuted(s, 0, loss(other), Rational(0));
      for (std::size_t a = 0; a < claim_.alphas.size(); ++a) {
        const Rational& alpha = claim_.alphas[a];
        const Rational measured = loss(interpolated(layers_, other, alpha));
        const Rational degree(static_cast<long>(claim_.activation.degree));
        const Rational predicted = barrier_value({degree, scale}, alpha, norm, 64).exact();
        if (measured != predicted) return refuted(s, a, measured, predicted);
        lines.push_back("m = " + scale.to_string() + ", alpha = " + alpha.to_string() + ": " +
                        (measured / norm).to_string() + " |Y|^2");
      }
    }
    builder.step("forward-passes", lines);
    return found_proved(ForwardPassEvidence{});
  }

 private:
  Rational loss(const std::vector<Matrix>& layers) const {
    return squared_norm(target_ - forward_pass(layers, claim_.activation, input_));
  }

  Finding refuted(std::size_t scale, std::size_t alpha, const Rational& measured, const Rational& predicted) const {
    return found_refuted(
        {"at m = " + claim_.scales[scale].to_string() + ", alpha = " + claim_.alphas[alpha].to_string(),
         "the forward pass gives the loss " + measured.to_string(), "(14) gives " + predicted.to_string()},
        ForwardPassEvidence{std::pair(scale, alpha)});
  }

  const ForwardPassClaim& claim_;
  std::vector<Matrix> layers_;
  Matrix input_;
  Matrix target_;
};

}  // namespace

Proof prove_forward_passes(const ForwardPassClaim& claim, const Progress&) {
  ProofBuilder builder;
  std::vector<std::string> headings;
  for (const long seed : claim.seeds) headings.push_back("seed " + std::to_string(seed));
  return builder.over_instances(headings, Scope::instances,
                                [&](std::size_t i) { return ForwardPasses(claim, claim.seeds[i]).decide(builder); });
}

}  // namespace isthmus
