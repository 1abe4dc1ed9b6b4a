#include <algorithm>
#include <utility>

#include "curve/bending.hpp"
#include "exact/error.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

constexpr long kPrecision = 128;
constexpr long kMostPieces = 1L << 15;

/// Yes if the ball lies in the interval, no if they are disjoint.
Truth inside(const Ball& ball, const Enclosure& interval) {
  if (ball.upper() < interval.first || ball.lower() > interval.second) return Truth::no;
  return ball.lower() >= interval.first && ball.upper() <= interval.second ? Truth::yes : Truth::unknown;
}

/// Decides one table [[exponential]] from sweeps over more and more pieces.
class ExponentialDecision {
 public:
  ExponentialDecision(const ExponentialClaim::Instance& instance, ProofBuilder& builder)
      : instance_(instance), builder_(builder), chord_(instance.curve.squared_chord(kPrecision)) {}

  Finding decide() {
    for (long pieces = least_pieces(); pieces <= kMostPieces; pieces *= 2) {
      const ExponentialCurve::Sweep sweep = instance_.curve.sweep(pieces, kPrecision);
      if (!arb_is_finite(sweep.length.raw())) continue;
      if (auto finding = judged(sweep, pieces)) return std::move(*finding);
    }
    return found_undecided("an end of an interval is too close to tell");
  }

 private:
  /// At least 16, and so many that the series of exp(hM) over a piece of length h falls fast: h |M| <= 1/4.
  long least_pieces() const {
    const Matrix& m = instance_.curve.generator;
    Rational norm;
    for (std::size_t i = 0; i < m.rows(); ++i) {
      Rational sum;
      for (std::size_t j = 0; j < m.columns(); ++j) sum += abs(m.at(i, j));
      norm = std::max(norm, sum);
    }
    long pieces = 16;
    while (pieces <= kMostPieces && Rational(pieces) < Rational(4) * norm * instance_.curve.to.factor) pieces *= 2;
    return pieces;
  }

  /// What a sweep shows; nullopt if it is too coarse. A reader may need twice as many pieces.
  std::optional<Finding> judged(const ExponentialCurve::Sweep& sweep, long pieces) {
    const std::pair<const char*, std::pair<const std::optional<Enclosure>*, const Ball*>> parts[] = {
        {"squared-chord", {&instance_.squared_chord, &chord_}},
        {"length", {&instance_.length, &sweep.length}},
        {"squared-curvature", {&instance_.squared_curvature, &sweep.squared_curvature}},
        {"total-curvature", {&instance_.total_curvature, &sweep.total_curvature}}};
    bool all = true;
    for (const auto& [name, part] : parts) {
      if (!*part.first) continue;
      const Truth truth = inside(*part.second, **part.first);
      if (truth == Truth::no) return refuted(name, *part.second, pieces);
      all = all && truth == Truth::yes;
    }
    if (!all) return std::nullopt;
    if (instance_.conclusion) {
      const Truth holds = applies(sweep);
      if (holds == Truth::unknown) return std::nullopt;
      const bool claimed = instance_.conclusion == CurveStatement::applies;
      if ((holds == Truth::yes) != claimed) {
        return found_refuted({"kappa_max^2 " + text(sweep.squared_curvature), "D^2 " + text(chord_),
                              "total curvature " + text(sweep.total_curvature), reason(sweep, holds)},
                             ExponentialEvidence{2 * pieces, to_string(*instance_.conclusion)});
      }
      if (claimed) builder_.rest_on(Theorem::short_chords);
      builder_.rest_on(Theorem::machin);
    }
    rest(sweep, pieces);
    return found_proved(ExponentialEvidence{2 * pieces, ""});
  }

  void rest(const ExponentialCurve::Sweep& sweep, long pieces) {
    builder_.rest_on(Theorem::exponential_series);
    builder_.step("exponential-curve",
                  {"over " + std::to_string(pieces) + " pieces of the interval:", "D^2 " + text(chord_),
                   "length " + text(sweep.length), "largest kappa^2 " + text(sweep.squared_curvature),
                   "total curvature " + text(sweep.total_curvature)});
  }

  Finding refuted(const std::string& name, const Ball& ball, long pieces) {
    builder_.rest_on(Theorem::exponential_series);
    return found_refuted({name + " " + text(ball)}, ExponentialEvidence{2 * pieces, name});
  }

  Truth applies(const ExponentialCurve::Sweep& sweep) const {
    const Ball square = mul(sweep.squared_curvature, chord_, kPrecision);
    if (square.lower() > Rational(4) || sweep.total_curvature.lower() > above_pi()) return Truth::no;
    const bool holds = square.upper() <= Rational(4) && sweep.total_curvature.upper() <= below_pi();
    return holds ? Truth::yes : Truth::unknown;
  }

  /// Which hypothesis of the repaired theorem fails, or that all hold.
  std::string reason(const ExponentialCurve::Sweep& sweep, Truth holds) const {
    if (holds == Truth::yes) return "so kappa_max D <= 2, and the total curvature is at most pi";
    return sweep.total_curvature.lower() > above_pi() ? "so the total curvature is larger than pi = 3.14159.."
                                                      : "so kappa_max D > 2";
  }

  /// Rounded outwards to multiples of 10^-6.
  static std::string text(const Ball& ball) {
    const Rational scale(1000000);
    return "between " + (Rational((ball.lower() * scale).floor()) / scale).to_string() + " and " +
           (Rational((ball.upper() * scale).ceil()) / scale).to_string();
  }

  const ExponentialClaim::Instance& instance_;
  ProofBuilder& builder_;
  Ball chord_;
};

std::string heading_of(const ExponentialClaim::Instance& instance) {
  std::string text = "exp(tM)w, M = [";
  for (std::size_t i = 0; i < instance.curve.generator.rows(); ++i) {
    for (std::size_t j = 0; j < instance.curve.generator.columns(); ++j) {
      text += (j > 0 ? ", " : i > 0 ? "; " : "") + instance.curve.generator.at(i, j).to_string();
    }
  }
  return text + "], t from 0 to " + instance.curve.to.factor.to_string();
}

}  // namespace

Proof prove_exponential_curves(const ExponentialClaim& claim, const Progress&) {
  ProofBuilder builder;
  std::vector<std::string> headings;
  for (const auto& instance : claim.instances) headings.push_back(heading_of(instance));
  return builder.over_instances(headings, Scope::instances, [&](std::size_t i) {
    return ExponentialDecision(claim.instances[i], builder).decide();
  });
}

}  // namespace isthmus
