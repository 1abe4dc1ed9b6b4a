// Claims of the kind curvature: section 9 of proofs/FORMAT.md, "Curves".

#include <string>
#include <utility>

#include "checker/curvature_rules.hpp"
#include "checker/curve_shape.hpp"
#include "checker/interval.hpp"

namespace isthmus::check {
namespace {

Rational squared_distance(const std::vector<Rational>& a, const std::vector<Rational>& b) {
  Rational sum;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

/// Whether d_max^2 < e for kappa_max^2 = q and D^2 = chord.
bool exceeds_deviation(const Rational& e, const Rational& q, const Rational& chord) {
  const Rational sum = e + chord / Rational(4);
  return q * chord <= Rational(4) && q * sum * sum < Rational(4) * e;
}

/// Checks the entry of one curve, key by key; every key of the entry must be asked for.
class CurveCheck {
 public:
  CurveCheck(const CurveClaim& claim, const Json& entry, Session& session)
      : claim_(claim), entry_(entry), session_(session), chord_(squared_distance(claim.start, claim.end)) {
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
      check_lipschitz();
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
    if (!shape_) return check_arc();
    require_regular();
    if (!claim_.squared_curvature) return;
    entry_.require(shape_->curvature_at_most(*claim_.squared_curvature), "curvature",
                   "kappa^2 exceeds the bound of the claim");
  }

  Set level_set(const Formula& more) const {
    std::vector<Formula> parts;
    for (const Polynomial& equation : claim_.level->equations) {
      parts.push_back(Formula::atom(equation, Relation::equal));
    }
    parts.push_back(more);
    return make_set({}, claim_.level->names, Formula::truth(), Formula::conjunction(parts));
  }

  void check_arc() {
    const Json& arc = asked("arc");
    arc.expect_keys({"singular", "connected", "remainder", "bend"});
    const Polynomial& f = claim_.level->equations.front();
    const Polynomial x = f.derivative(0);
    const Polynomial y = f.derivative(1);
    check_empty(level_set(Formula::conjunction({Formula::atom(x, Relation::equal), Formula::atom(y, Relation::equal)})),
                arc["singular"], session_);
    const std::size_t components = check_count(level_set(Formula::truth()), arc["connected"], session_).number;
    arc["connected"].require(components == 1, "curvature", "the level set is not connected");
    const Polynomial slope = x * x + y * y;
    const Polynomial bending =
        x.derivative(0) * y * y - Rational(2) * (x.derivative(1) * x * y) + y.derivative(1) * x * x;
    const Polynomial remainder = polynomial_in(arc["remainder"], Scope(claim_.level->names));
    const Polynomial excess = bending * bending - *claim_.squared_curvature * power(slope, 3);
    arc["remainder"].require(divide_exactly(excess - remainder, f).has_value(), "curvature",
                             "this is not the excess of curvature up to a multiple of the equation");
    check_empty(level_set(Formula::atom(remainder, Relation::greater)), arc["bend"], session_);
    session_.trust("curvature of a plane level curve");
    session_.trust("connected curves without boundary are lines and circles");
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
    check_far(failure["far"]);
    session_.trust("chords of curves with bounded curvature (docs/curves.md, Theorem 1)");
  }

  std::vector<Rational> on_chord(const Json& fraction) const {
    const Rational s = fraction.rational();
    fraction.require(Rational(0) <= s && s <= Rational(1), "curvature", "this is no place on the chord");
    std::vector<Rational> point = claim_.start;
    for (std::size_t i = 0; i < point.size(); ++i) point[i] += s * (claim_.end[i] - claim_.start[i]);
    return point;
  }

  /// A point of the chord is further than d_max from the level set.
  void check_far(const Json& far) {
    const std::vector<Rational> w = on_chord(far["fraction"]);
    const Rational e = far["squared-distance"].rational();
    far["squared-distance"].require(exceeds_deviation(e, *claim_.squared_curvature, chord_), "curvature",
                                    "d_max is not smaller, or not defined");
    const std::size_t n = w.size();
    Polynomial distance(n, -e);
    for (std::size_t i = 0; i < n; ++i) {
      const Polynomial difference = Polynomial::variable(n, i) - Polynomial(n, w[i]);
      distance += difference * difference;
    }
    if (far.has("proof")) {
      far.expect_keys({"fraction", "squared-distance", "proof"});
      return check_empty(level_set(Formula::atom(distance, Relation::less)), far["proof"], session_);
    }
    far.expect_keys({"fraction", "squared-distance", "squares", "multipliers"});
    check_squares(far, distance);
  }

  /// distance = sum of positive multiples of squares, where the residuals vanish.
  void check_squares(const Json& far, Polynomial distance) const {
    const Scope scope(claim_.level->names);
    for (const auto& square : far["squares"].elements()) {
      square->require(square->size() == 2, "encoding", "a factor and a polynomial were expected");
      const Rational factor = (*square)[0].rational();
      (*square)[0].require(sign(factor) > 0, "squares", "a factor must be positive");
      const Polynomial form = polynomial_in((*square)[1], scope);
      distance -= factor * (form * form);
    }
    const std::vector<Rational> multipliers = far["multipliers"].rationals();
    const auto& residuals = claim_.level->equations;
    far["multipliers"].require(multipliers.size() == residuals.size(), "squares", "one multiplier for each residual");
    for (std::size_t i = 0; i < residuals.size(); ++i) distance -= multipliers[i] * residuals[i];
    far.require(distance.is_zero(), "squares", "the sum is not |v - w|^2 - e");
  }

  void check_lipschitz() {
    const Json& node = asked("lipschitz");
    const LevelSet& level = *claim_.level;
    const std::size_t n = level.names.size();
    const Polynomial& b = level.divisor;
    const Rational r(Integer(level.twice_exponent), 2);
    Polynomial slope(n);
    for (std::size_t i = 0; i < n; ++i) {
      const Polynomial part = b * level.numerator.derivative(i) - r * (level.numerator * b.derivative(i));
      slope += part * part;
    }
    const Rational& c = *claim_.lipschitz;
    const auto whole = [&](const Polynomial& p, Relation relation) {
      return make_set({}, level.names, Formula::truth(), Formula::atom(p, relation));
    };
    check_empty(whole(c * c * power(b, level.twice_exponent + 2) - slope, Relation::less), node["steep"], session_);
    if (level.twice_exponent == 0) return node.expect_keys({"steep"});
    node.expect_keys({"divisor", "steep"});
    check_empty(whole(b, Relation::less_equal), node["divisor"], session_);
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
    if (what == "distance") return check_far(asked("far"));
    if (what == "fails") {
      entry_.require(claim_.squared_curvature.has_value(), "curvature", "a bound of the curvature is needed");
      return check_applies();
    }
    const Json& fraction = asked("fraction");
    const std::vector<Rational> w = on_chord(fraction);
    check_lipschitz();
    const LevelSet& level = *claim_.level;
    const Rational value = level.numerator.at(w) - level.level;
    const Rational scale = power(level.divisor.at(w), level.twice_exponent) * *claim_.lipschitz * *claim_.lipschitz;
    fraction.require(exceeds_deviation(value * value / scale, *claim_.squared_curvature, chord_), "curvature",
                     "the loss does not differ that much there");
  }

  const CurveClaim& claim_;
  const Json& entry_;
  Session& session_;
  Rational chord_;
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

void prove_skew_curves(const SkewCurves& claim, const Json& instance, Session& session) {
  instance.expect_keys({});
  const auto series = [](const Rational& s) {
    return Rational(1, 12) - s / Rational(360) + s * s / Rational(20160) - s * s * s / Rational(1814400);
  };
  // The series falls on [0, 10]: its derivative is -1/360 + s/10080 - s^2/604800 < 0 for 0 <= s <= 10.
  const Rational pi = below_pi();
  instance.require(claim.squared_norm <= pi * pi, "skew-curves", "the norm may exceed pi");
  instance.require(series(claim.squared_norm) >= Rational(1, 16), "skew-curves", "g(s) <= 1 - s/16 is not shown");
  session.trust("Machin's formula for pi");
  session.trust("curves of one-parameter groups of rotations (docs/curves.md, Theorem 2)");
}

void refute_skew_curves(const SkewCurves& claim, const Json& instance, Session& session) {
  instance.expect_keys({"instance"});
  // A = pi/2 J (+) pi J, w = (1, 0, 1, 0): (kappa D)^2 = 17/25 * 6 > 4, |A| = pi.
  const Rational pi = above_pi();
  instance.require(claim.squared_norm >= pi * pi, "skew-curves", "the counterexample has |A| = pi");
  session.trust("Machin's formula for pi");
  session.trust("curves of one-parameter groups of rotations (docs/curves.md, Theorem 2)");
}

}  // namespace isthmus::check
