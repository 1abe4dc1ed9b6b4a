// Claims of the kind curvature: section 9 of proofs/FORMAT.md, "Curves".

#include <string>
#include <utility>

#include "checker/curvature_rules.hpp"
#include "checker/curvature_shape.hpp"
#include "checker/interval.hpp"
#include "checker/level_set_check.hpp"

namespace isthmus::check {
namespace {

Rational squared_distance(const std::vector<Rational>& a, const std::vector<Rational>& b) {
  Rational sum;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

/// Checks the entry of one curve, key by key; every key of the entry must be asked for.
class CurveCheck {
 public:
  CurveCheck(const CurveClaim& claim, const Json& entry, Session& session)
      : claim_(claim),
        entry_(entry),
        session_(session),
        chord_(squared_distance(claim.start, claim.end)),
        level_set_(claim, chord_, session) {
    if (claim.curve) shape_.emplace(*claim.curve);
  }

  void prove() {
    entry_.require(!claim_.squared_chord || *claim_.squared_chord == chord_, "curvature", "D^2 is another number");
    check_bound();
    if (claim_.attained) {
      const Json& at = asked("at");
      at.require(shape_->squared_curvature(at) >= *claim_.attained, "curvature", "kappa^2 is smaller there");
    }
    if (claim_.length) check_enclosure("length", *claim_.length, true);
    if (claim_.total_curvature) check_enclosure("total-curvature", *claim_.total_curvature, false);
    if (claim_.conclusion == "defined") entry_.require(defined(), "curvature", "kappa_max D > 2");
    if (claim_.conclusion == "distance" || claim_.conclusion == "applies") check_applies();
    if (claim_.conclusion == "loss") {
      check_applies();
      level_set_.check_lipschitz(asked("lipschitz"));
    }
    if (claim_.conclusion == "fails") check_failure();
    finish();
  }

  void refute() {
    asked("instance");
    const std::string what = asked("refuted").text();
    if (what == "squared-chord") {
      entry_.require(claim_.squared_chord && *claim_.squared_chord != chord_, "curvature", "D^2 is as claimed");
    } else if (what == "squared-curvature") {
      require_curve();
      entry_.require(claim_.squared_curvature.has_value(), "curvature", "no such claim");
      const Json& at = asked("at");
      at.require(shape_->squared_curvature(at) > *claim_.squared_curvature, "curvature", "kappa^2 is not larger there");
    } else if (what == "length" || what == "total-curvature") {
      refute_enclosure(what == "length");
    } else {
      entry_.require(!what.empty() && what == claim_.conclusion, "curvature", "the claim does not say that");
      refute_conclusion();
    }
    finish();
  }

 private:
  /// A value of the entry that is looked at.
  const Json& asked(const char* key) {
    known_.push_back(key);
    return entry_[key];
  }
  void finish() const {
    for (const std::string& key : entry_.keys()) {
      bool known = false;
      for (const std::string& each : known_) known = known || each == key;
      entry_.require(known, "encoding", "the key '" + key + "' has no place here");
    }
  }

  void require_curve() const {
    entry_.require(shape_.has_value(), "curvature", "an arc of a level set has no parameter");
  }
  void require_regular() const {
    entry_.require(shape_->is_regular(), "curvature", "the derivative vanishes on the curve");
  }
  bool defined() const { return *claim_.squared_curvature * chord_ <= Rational(4); }

  /// The curve is regular, and kappa^2 <= kappa_max^2 on it.
  void check_bound() {
    if (!shape_) return level_set_.check_arc(asked("arc"));
    require_regular();
    if (!claim_.squared_curvature) return;
    entry_.require(shape_->curvature_at_most(*claim_.squared_curvature), "curvature",
                   "kappa^2 exceeds the bound of the claim");
  }

  void check_enclosure(const char* key, const std::pair<Rational, Rational>& claimed, bool length) {
    const Json& node = asked(key);
    node.expect_keys({"below", "above"});
    node["below"].require(shape_->bounded(length, false, node["below"], "integral") >= claimed.first, "integral",
                          "the bound from below is too low");
    node["above"].require(shape_->bounded(length, true, node["above"], "integral") <= claimed.second, "integral",
                          "the bound from above is too high");
  }

  void refute_enclosure(bool length) {
    require_curve();
    require_regular();
    const auto& claimed = length ? claim_.length : claim_.total_curvature;
    entry_.require(claimed.has_value(), "curvature", "no such claim");
    const Json& side = asked("side");
    const bool above = side.is_text("above");
    side.require(above || side.is_text("below"), "encoding", "a side is \"above\" or \"below\"");
    const Json& pieces = asked("pieces");
    const Rational bound = shape_->bounded(length, above, pieces, "integral");
    pieces.require(above ? bound < claimed->first : bound > claimed->second, "integral",
                   "the bound does not leave the interval of the claim");
  }

  /// The hypotheses of the repaired theorem: regular, kappa_max D <= 2, total curvature at most pi.
  void check_applies() {
    require_curve();
    entry_.require(defined(), "curvature", "kappa_max D > 2");
    const Json& turning = asked("turning");
    turning.require(shape_->bounded(false, true, turning, "integral") <= below_pi(), "integral",
                    "the bound of the total curvature exceeds pi");
    session_.trust("Machin's formula for pi");
    session_.trust("chords of curves with bounded curvature (docs/curves.md, Theorem 1)");
  }

  /// kappa^2 D^2 > 4 at a parameter value.
  void check_too_curved(const Json& at) {
    require_curve();
    at.require(shape_->squared_curvature(at) * chord_ > Rational(4), "curvature", "kappa^2 D^2 <= 4 there");
  }

  void check_failure() {
    const Json& failure = asked("failure");
    if (failure.has("at")) {
      failure.expect_keys({"at"});
      return check_too_curved(failure["at"]);
    }
    if (failure.has("turning")) {
      failure.expect_keys({"turning"});
      require_curve();
      const Json& turning = failure["turning"];
      turning.require(shape_->bounded(false, false, turning, "integral") > above_pi(), "integral",
                      "the bound of the total curvature does not exceed pi");
      return session_.trust("Machin's formula for pi");
    }
    failure.expect_keys({"far"});
    failure.require(claim_.level.has_value() && claim_.squared_curvature.has_value(), "curvature",
                    "a level set and a bound of the curvature are needed");
    entry_.require(!shape_ || shape_->curvature_at_most(*claim_.squared_curvature), "curvature",
                   "kappa^2 exceeds the bound of the claim");
    level_set_.check_far(failure["far"]);
    session_.trust("chords of curves with bounded curvature (docs/curves.md, Theorem 1)");
  }

  void refute_conclusion() {
    const std::string& what = claim_.conclusion;
    if (what == "defined") {
      const Json& failure = asked("failure");
      failure.expect_keys({"at"});
      return check_too_curved(failure["at"]);
    }
    if (what == "applies" && shape_) {
      require_regular();
      return check_failure();
    }
    check_bound();
    if (what == "applies") return check_failure();
    if (what == "distance") return level_set_.check_far(asked("far"));
    if (what == "fails") {
      entry_.require(claim_.squared_curvature.has_value(), "curvature", "a bound of the curvature is needed");
      return check_applies();
    }
    const Json& fraction = asked("fraction");
    const std::vector<Rational> w = level_set_.on_chord(fraction);
    level_set_.check_lipschitz(asked("lipschitz"));
    const LevelSet& level = *claim_.level;
    const Rational value = level.numerator.at(w) - level.level;
    const Rational scale = power(level.divisor.at(w), level.twice_exponent) * *claim_.lipschitz * *claim_.lipschitz;
    fraction.require(level_set_.exceeds_deviation(value * value / scale), "curvature",
                     "the loss does not differ that much there");
  }

  const CurveClaim& claim_;
  const Json& entry_;
  Session& session_;
  Rational chord_;
  LevelSetCheck level_set_;
  std::optional<CurveShape> shape_;
  std::vector<std::string> known_;
};

}  // namespace

void prove_curve(const CurveClaim& claim, const Json& instance, Session& session) {
  CurveCheck(claim, instance, session).prove();
}

void refute_curve(const CurveClaim& claim, const Json& instance, Session& session) {
  CurveCheck(claim, instance, session).refute();
}

}  // namespace isthmus::check
