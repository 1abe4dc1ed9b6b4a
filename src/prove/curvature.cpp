#include <utility>

#include "curve/bending.hpp"
#include "exact/error.hpp"
#include "prove/far_point.hpp"
#include "prove/level_arc.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

using Instance = CurvatureClaim::Instance;

std::string point_text(const Point& point) {
  std::string text;
  for (const Rational& value : point) text += (text.empty() ? "" : ", ") + value.to_string();
  return "(" + text + ")";
}

/// Decides one table [[curve]].
class CurveDecision {
 public:
  CurveDecision(const Instance& instance, ProofBuilder& builder, const Progress& progress)
      : instance_(instance), builder_(builder), progress_(progress) {
    if (const auto* curve = std::get_if<RationalCurve>(&instance.curve)) {
      curve_ = curve;
      shape_.emplace(*curve);
      start_ = curve->at(curve->from);
      end_ = curve->at(curve->to);
    } else {
      const LevelArc& arc = std::get<LevelArc>(instance.curve);
      start_ = arc.start;
      end_ = arc.end;
    }
    squared_chord_ = squared_distance(start_, end_);
  }

  Finding decide() {
    builder_.step("curve", {"from w1 = " + point_text(start_) + " to w2 = " + point_text(end_),
                            "D^2 = " + squared_chord_.to_string()});
    if (instance_.squared_chord && *instance_.squared_chord != squared_chord_) {
      return refuted("squared-chord",
                     {"D^2 = " + squared_chord_.to_string() + ", claimed: " + instance_.squared_chord->to_string()});
    }
    if (auto finding = curvature_bound()) return std::move(*finding);
    if (auto finding = attained()) return std::move(*finding);
    if (auto finding = enclosed(true)) return std::move(*finding);
    if (auto finding = enclosed(false)) return std::move(*finding);
    if (auto finding = conclusion()) return std::move(*finding);
    return found_proved(std::move(evidence_));
  }

 private:
  Finding refuted(std::string what, std::vector<std::string> witness) {
    evidence_.refuted = std::move(what);
    return found_refuted(std::move(witness), std::move(evidence_));
  }

  std::string curvature_text(const Rational& t) const {
    return "at " + curve_->denominator.ring().name(0) + " = " + t.to_string() +
           ": kappa^2 = " + shape_->squared_curvature(t).to_string();
  }

  /// The hypothesis kappa^2 <= kappa_max^2, and that the curve is regular.
  std::optional<Finding> curvature_bound() {
    builder_.rest_on(Theorem::sturm);
    if (curve_ == nullptr) return arc_bound();
    if (!shape_->is_regular(*curve_)) return found_undecided("the derivative of the curve vanishes somewhere on it");
    builder_.step("regular", {"the derivative vanishes nowhere"});
    if (!instance_.squared_curvature) return std::nullopt;
    const Rational& bound = *instance_.squared_curvature;
    if (curvature_at_most(bound, *curve_, *shape_)) {
      builder_.step("curvature", {"kappa^2 <= " + bound.to_string() + " on the whole curve"});
      return std::nullopt;
    }
    const Rational place = place_of_largest_curvature(*curve_, *shape_);
    if (shape_->squared_curvature(place) <= bound) {
      return found_undecided("kappa^2 exceeds " + bound.to_string() + " only between the rational points looked at");
    }
    evidence_.attained = place;
    return refuted("squared-curvature", {curvature_text(place), "claimed: at most " + bound.to_string()});
  }

  std::optional<Finding> arc_bound() {
    std::string reason;
    evidence_.arc = show_level_arc(*instance_.level, *instance_.squared_curvature, builder_, progress_, reason);
    if (!evidence_.arc) return found_undecided(reason);
    return std::nullopt;
  }

  std::optional<Finding> attained() {
    if (!instance_.attained) return std::nullopt;
    for (const Rational& place : places_of_large_curvature(*curve_, *shape_)) {
      if (shape_->squared_curvature(place) < *instance_.attained) continue;
      builder_.step("attained", {curvature_text(place)});
      evidence_.attained = place;
      return std::nullopt;
    }
    return found_undecided("no place with kappa^2 >= " + instance_.attained->to_string() + " was found");
  }

  PiecewiseBound measured(bool length, Side side, const Rational& tolerance) const {
    if (length) return bound_of_root(shape_->speed, shape_->fourth_power, curve_->from, curve_->to, side, tolerance);
    return bound_of_root(shape_->bending, shape_->speed * shape_->speed, curve_->from, curve_->to, side, tolerance);
  }

  /// The enclosure that the claim gives of the length or of the total curvature.
  std::optional<Finding> enclosed(bool length) {
    const std::optional<Enclosure>& claimed = length ? instance_.length : instance_.total_curvature;
    if (!claimed) return std::nullopt;
    const std::string name = length ? "length" : "total-curvature";
    Rational tolerance = Rational(1) / Rational(16);
    for (int round = 0; round < 12; ++round, tolerance /= Rational(8)) {
      PiecewiseBound below = measured(length, Side::below, tolerance);
      PiecewiseBound above = measured(length, Side::above, tolerance);
      if (above.integral < claimed->first) return wrong(name, Side::above, std::move(above), claimed->first);
      if (below.integral > claimed->second) return wrong(name, Side::below, std::move(below), claimed->second);
      if (below.integral < claimed->first || above.integral > claimed->second) continue;
      builder_.step(name, {"between " + claimed->first.to_string() + " and " + claimed->second.to_string() + ", by " +
                           std::to_string(below.pieces.size()) + " and " + std::to_string(above.pieces.size()) +
                           " polynomials under and over the integrand"});
      (length ? evidence_.length : evidence_.total_curvature).emplace(std::move(below), std::move(above));
      return std::nullopt;
    }
    return found_undecided("the " + name + " is too close to an end of the interval");
  }

  Finding wrong(const std::string& name, Side side, PiecewiseBound bound, const Rational& claimed) {
    const bool above = side == Side::above;
    std::vector<std::string> lines{
        name + ": it is at " + (above ? "most " : "least ") + bound.integral.to_string(),
        std::string("claimed: at ") + (above ? "least " : "most ") + claimed.to_string()};
    evidence_.bound.emplace(side, std::move(bound));
    return refuted(name, std::move(lines));
  }

  /// kappa_max D <= 2 for the bound of the claim.
  bool defined() const { return *instance_.squared_curvature * squared_chord_ <= Rational(4); }

  /// A parameter value with kappa^2 D^2 > 4: then d_max is not defined for any bound of the curvature.
  std::optional<Rational> too_curved() const {
    if (curve_ == nullptr) return std::nullopt;
    const Rational place = place_of_largest_curvature(*curve_, *shape_);
    if (shape_->squared_curvature(place) * squared_chord_ > Rational(4)) return place;
    return std::nullopt;
  }

  std::vector<std::string> too_curved_lines(const Rational& place) const {
    const Rational product = shape_->squared_curvature(place) * squared_chord_;
    return {curvature_text(place), "D^2 = " + squared_chord_.to_string(),
            "(kappa_max D/2)^2 >= " + (product / Rational(4)).to_string() + " > 1"};
  }

  /// The hypotheses of the repaired theorem, into evidence_.turning.
  bool applies() {
    if (curve_ == nullptr || !defined()) return false;
    for (Rational tolerance = Rational(1) / Rational(4); tolerance > Rational(1) / Rational(5000);
         tolerance /= Rational(4)) {
      PiecewiseBound above = measured(false, Side::above, tolerance);
      if (above.integral > below_pi()) continue;
      builder_.rest_on({Theorem::short_chords, Theorem::machin});
      builder_.step("applies",
                    {"kappa_max^2 D^2 = " + (*instance_.squared_curvature * squared_chord_).to_string() + " <= 4",
                     "the total curvature is at most " + above.integral.to_string() + " < pi"});
      evidence_.turning = std::move(above);
      return true;
    }
    return false;
  }

  /// Why the hypotheses of the repaired theorem fail, with lines for a reader.
  std::optional<std::pair<HypothesisFailure, std::vector<std::string>>> failure() {
    if (auto place = too_curved()) {
      std::vector<std::string> lines = too_curved_lines(*place);
      return std::pair(HypothesisFailure(*place), std::move(lines));
    }
    if (curve_ != nullptr) {
      for (Rational tolerance = Rational(1) / Rational(4); tolerance > Rational(1) / Rational(5000);
           tolerance /= Rational(4)) {
        PiecewiseBound below = measured(false, Side::below, tolerance);
        if (below.integral <= above_pi()) continue;
        builder_.rest_on(Theorem::machin);
        std::vector<std::string> lines{"the total curvature is at least " + below.integral.to_string() + " > pi"};
        return std::pair(HypothesisFailure(std::move(below)), std::move(lines));
      }
    }
    if (!instance_.level || !instance_.squared_curvature) return std::nullopt;
    auto far = find_far_point(*instance_.level, start_, end_, *instance_.squared_curvature, progress_);
    if (!far) return std::nullopt;
    builder_.rest_on(Theorem::short_chords);
    std::vector<std::string> lines = far_lines(*far);
    lines.push_back("where the three hypotheses hold, no point is that far away");
    return std::pair(HypothesisFailure(std::move(*far)), std::move(lines));
  }

  Point on_chord(const Rational& fraction) const {
    Point point = start_;
    for (std::size_t i = 0; i < point.size(); ++i) point[i] += fraction * (end_[i] - start_[i]);
    return point;
  }

  /// Why no point v of the level set is closer to w.
  std::string far_reason(const FarPoint& far) const {
    const auto* sum = std::get_if<SumOfSquares>(&far.proof);
    if (sum == nullptr) return "no point v of the level set has |v - w|^2 < e: that set has 0 components";
    std::string rest;
    for (std::size_t i = 0; i < sum->multipliers.size(); ++i) {
      if (sum->multipliers[i].is_zero()) continue;
      rest += " + " + sum->multipliers[i].to_string() + " (" + instance_.level->equations[i].to_string() + ")";
    }
    return "|v - w|^2 - e is the sum of " + std::to_string(sum->squares.size()) + " squares" + rest +
           ", and these vanish on the level set";
  }

  std::vector<std::string> far_lines(const FarPoint& far) const {
    const Rational& q = *instance_.squared_curvature;
    const Rational sum = far.squared_distance + squared_chord_ / Rational(4);
    return {"kappa_max^2 = " + q.to_string() + ", D^2 = " + squared_chord_.to_string(),
            "w = " + point_text(on_chord(far.fraction)) +
                " lies on the chord, and dist(w, level set)^2 >= e = " + far.squared_distance.to_string(),
            far_reason(far),
            "d_max^2 < e, since kappa_max^2 (e + D^2/4)^2 = " + (q * sum * sum).to_string() +
                " < 4 e = " + (Rational(4) * far.squared_distance).to_string()};
  }

  std::optional<Finding> conclusion() {
    if (!instance_.conclusion) return std::nullopt;
    switch (*instance_.conclusion) {
      case CurveStatement::defined:
        return decide_defined();
      case CurveStatement::distance:
        return decide_distance();
      case CurveStatement::loss:
        return decide_loss();
      case CurveStatement::applies:
        return decide_applies();
      case CurveStatement::fails:
        return decide_fails();
    }
    throw InternalError("a statement outside its enumeration");
  }

  std::optional<Finding> decide_defined() {
    if (defined()) {
      builder_.step("defined",
                    {"kappa_max^2 D^2 = " + (*instance_.squared_curvature * squared_chord_).to_string() + " <= 4"});
      return std::nullopt;
    }
    const auto place = too_curved();
    if (!place) return found_undecided("kappa_max D > 2 for this bound; the curvature itself is not that large");
    evidence_.failure = *place;
    return refuted("defined", too_curved_lines(*place));
  }

  std::optional<Finding> decide_distance() {
    if (!defined()) return found_undecided("d_max is not defined: kappa_max D > 2");
    if (applies()) return std::nullopt;
    auto far = find_far_point(*instance_.level, start_, end_, *instance_.squared_curvature, progress_);
    if (!far) return found_undecided("no point of the chord is shown to be too far away");
    std::vector<std::string> lines = far_lines(*far);
    evidence_.far = std::move(*far);
    return refuted("distance", std::move(lines));
  }

  std::optional<Finding> decide_loss() {
    if (!defined()) return found_undecided("d_max is not defined: kappa_max D > 2");
    const Rational& c = *instance_.lipschitz;
    evidence_.lipschitz = show_lipschitz(*instance_.level, c, progress_);
    if (!evidence_.lipschitz) return found_undecided("C is not shown to be a Lipschitz constant of the loss");
    builder_.step("lipschitz", {"|grad L| <= " + c.to_string() + " everywhere"});
    if (applies()) return std::nullopt;
    for (const long quarter : {2L, 1L, 3L}) {
      const Rational fraction = Rational(quarter) / Rational(4);
      const Point w = on_chord(fraction);
      const Rational e = squared_excess(*instance_.level, w) / (c * c);
      if (!exceeds_deviation(e, *instance_.squared_curvature, squared_chord_)) continue;
      evidence_.fraction = fraction;
      const Rational& q = *instance_.squared_curvature;
      const Rational sum = e + squared_chord_ / Rational(4);
      return refuted("loss", {"kappa_max^2 = " + q.to_string() + ", D^2 = " + squared_chord_.to_string() +
                                  ", C = " + c.to_string(),
                              "w = " + point_text(w) + " lies on the chord, and (L(w) - c)^2 = " +
                                  (e * c * c).to_string() + " = C^2 e with e = " + e.to_string(),
                              "d_max^2 < e, since kappa_max^2 (e + D^2/4)^2 = " + (q * sum * sum).to_string() +
                                  " < 4 e = " + (Rational(4) * e).to_string()});
    }
    return found_undecided("no point of the chord is shown to have too large a loss");
  }

  std::optional<Finding> decide_applies() {
    if (applies()) return std::nullopt;
    auto found = failure();
    if (!found) return found_undecided("the hypotheses are neither shown nor shown to fail");
    evidence_.failure = std::move(found->first);
    return refuted("applies", std::move(found->second));
  }

  std::optional<Finding> decide_fails() {
    if (auto found = failure()) {
      evidence_.failure = std::move(found->first);
      builder_.step("fails", std::move(found->second));
      return std::nullopt;
    }
    if (!instance_.squared_curvature || !applies()) {
      return found_undecided("the hypotheses are neither shown nor shown to fail");
    }
    return refuted("fails", {"the curve is regular, kappa_max D <= 2, and its total curvature is at most " +
                             evidence_.turning->integral.to_string() + " < pi"});
  }

  const Instance& instance_;
  ProofBuilder& builder_;
  const Progress& progress_;
  const RationalCurve* curve_ = nullptr;
  std::optional<CurveShape> shape_;
  Point start_;
  Point end_;
  Rational squared_chord_;
  CurvatureEvidence evidence_;
};

/// "level set L = 9, L = (x^2 + y^2)^2 - 8*x^2", or the equations of a level set of a sum of squares.
std::string text_of(const LevelSet& level) {
  if (level.loss.size() > 1) return "level set L = 0, L the sum of " + std::to_string(level.loss.size()) + " squares";
  std::string text = "level set L = " + level.value + ", L = ";
  if (level.twice_exponent == 0) return text + level.loss.front();
  const Rational exponent = Rational(level.twice_exponent) / Rational(2);
  return text + "(" + level.loss.front() + ")/(" + level.divisor.to_string() + ")^(" + exponent.to_string() + ")";
}

std::string heading_of(const Instance& instance) {
  if (instance.level) return text_of(*instance.level);
  std::string text;
  for (const std::string& each : instance.coordinates) text += (text.empty() ? "" : ", ") + each;
  return "(" + text + ")";
}

}  // namespace

Proof prove_curvature(const CurvatureClaim& claim, const Progress& progress) {
  ProofBuilder builder;
  std::vector<std::string> headings;
  for (const Instance& instance : claim.instances) headings.push_back(heading_of(instance));
  return builder.over_instances(headings, Scope::instances, [&](std::size_t i) {
    return CurveDecision(claim.instances[i], builder, progress).decide();
  });
}

}  // namespace isthmus
