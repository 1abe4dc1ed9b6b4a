// Claims of the kind exponential-curves: section 9 of proofs/FORMAT.md, "Curves".

#include <algorithm>
#include <stdexcept>
#include <string>

#include "checker/curvature_rules.hpp"
#include "checker/fixed_interval.hpp"
#include "checker/interval.hpp"

namespace isthmus::check {
namespace {

constexpr std::size_t kMostPieces = std::size_t{1} << 17;

using Range = std::pair<Rational, Rational>;

/// What the ranges over the pieces show.
struct Figures {
  Range squared_chord;
  Range length;
  Range squared_curvature;
  Range total_curvature;
};

FixedInterval squared(const FixedInterval& a) { return a * a; }

/// Follows exp(tM)w and its derivative over equal pieces of [0, to].
Figures figures_of(const ExponentialCurve& claim, std::size_t pieces) {
  const Rational step = claim.to / Rational(Integer(pieces));
  const FixedInterval exact_step(step);
  const ExponentialSeries over_piece(claim.generator, FixedInterval(Rational(0), step));
  const IntervalMatrix generator = enclosed(claim.generator);
  const IntervalMatrix next = ExponentialSeries(claim.generator, exact_step).as_matrix();
  IntervalVector point;
  for (const Rational& x : claim.start) point.emplace_back(x);
  const IntervalVector start = point;
  IntervalVector velocity = image(generator, point);
  FixedInterval length;
  FixedInterval turning;
  Rational attained;
  Rational bound;
  const auto area = [](const IntervalVector& u, const IntervalVector& v) {
    return dot(u, u) * dot(v, v) - squared(dot(u, v));
  };
  for (std::size_t i = 0; i < pieces; ++i) {
    const FixedInterval speed_here = dot(velocity, velocity);
    const FixedInterval here = area(velocity, image(generator, velocity)) / (speed_here * speed_here * speed_here);
    attained = std::max(attained, here.lower());
    const IntervalVector u = over_piece.image_of(velocity);
    const FixedInterval speed = dot(u, u);
    const FixedInterval bending = area(u, image(generator, u));
    length = length + exact_step * square_root(speed);
    turning = turning + exact_step * (square_root(bending) / speed);
    bound = std::max(bound, (bending / (speed * speed * speed)).upper());
    point = image(next, point);
    velocity = image(next, velocity);
  }
  IntervalVector chord = point;
  for (std::size_t i = 0; i < chord.size(); ++i) chord[i] = chord[i] - start[i];
  const FixedInterval square = dot(chord, chord);
  return {{std::max(Rational(0), square.lower()), square.upper()},
          {length.lower(), length.upper()},
          {attained, bound},
          {turning.lower(), turning.upper()}};
}

Figures checked_figures(const ExponentialCurve& claim, const Json& pieces) {
  const std::size_t number = pieces.index_below(kMostPieces + 1);
  pieces.require(number > 0, "exponential", "no pieces");
  try {
    return figures_of(claim, number);
  } catch (const std::domain_error& error) {
    pieces.reject("exponential", error.what());
  }
}

/// The parts of the claim by their keys.
std::vector<std::pair<std::string, std::pair<std::optional<Range>, Range>>> parts_of(const ExponentialCurve& claim,
                                                                                     const Figures& figures) {
  return {{"squared-chord", {claim.squared_chord, figures.squared_chord}},
          {"length", {claim.length, figures.length}},
          {"squared-curvature", {claim.squared_curvature, figures.squared_curvature}},
          {"total-curvature", {claim.total_curvature, figures.total_curvature}}};
}

bool shown_to_apply(const Figures& figures) {
  return figures.squared_curvature.second * figures.squared_chord.second <= Rational(4) &&
         figures.total_curvature.second <= below_pi();
}

bool shown_to_fail(const Figures& figures) {
  return figures.squared_curvature.first * figures.squared_chord.first > Rational(4) ||
         figures.total_curvature.first > above_pi();
}

void trust_conclusion(const std::string& conclusion, Session& session) {
  if (conclusion.empty()) return;
  session.trust("Machin's formula for pi");
  session.trust("chords of curves with bounded curvature (docs/curves.md, Theorem 1)");
}

}  // namespace

void prove_exponential(const ExponentialCurve& claim, const Json& instance, Session& session) {
  instance.expect_keys({"pieces"});
  const Json& pieces = instance["pieces"];
  const Figures figures = checked_figures(claim, pieces);
  for (const auto& [name, part] : parts_of(claim, figures)) {
    const auto& [claimed, found] = part;
    pieces.require(!claimed || (claimed->first <= found.first && found.second <= claimed->second), "exponential",
                   "so many pieces do not show the interval of '" + name + "'");
  }
  const std::string& conclusion = claim.conclusion;
  pieces.require(conclusion != "applies" || shown_to_apply(figures), "exponential", "the hypotheses are not shown");
  pieces.require(conclusion != "fails" || shown_to_fail(figures), "exponential", "no hypothesis is shown to fail");
  session.trust("exponential series of a matrix, with its remainder");
  trust_conclusion(conclusion, session);
}

void refute_exponential(const ExponentialCurve& claim, const Json& instance, Session& session) {
  instance.expect_keys({"instance", "refuted", "pieces"});
  const Json& pieces = instance["pieces"];
  const std::string what = instance["refuted"].text();
  const Figures figures = checked_figures(claim, pieces);
  bool refuted = false;
  for (const auto& [name, part] : parts_of(claim, figures)) {
    const auto& [claimed, found] = part;
    if (name == what && claimed) refuted = found.second < claimed->first || claimed->second < found.first;
  }
  if (!what.empty() && what == claim.conclusion) {
    refuted = what == "applies" ? shown_to_fail(figures) : shown_to_apply(figures);
    trust_conclusion(claim.conclusion, session);
  }
  instance["refuted"].require(refuted, "exponential", "that is not refuted by so many pieces");
  session.trust("exponential series of a matrix, with its remainder");
}

}  // namespace isthmus::check
