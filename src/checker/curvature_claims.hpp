#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checker/parametrised_curve.hpp"
#include "checker/set.hpp"
#include "checker/toml_table.hpp"

namespace isthmus::check {

/// A level set of a loss, numerator / divisor^(twice_exponent/2).
struct LevelSet {
  std::vector<std::string> names;
  std::vector<Polynomial> equations;  ///< the level set is where all vanish
  Polynomial numerator;
  Polynomial divisor;
  std::size_t twice_exponent;
  Rational level;
};

/// One table [[curve]] of a claim of the kind curvature.
struct CurveClaim {
  std::optional<LevelSet> level;
  std::optional<ParametrisedCurve> curve;  ///< without one: any arc of the level set between the points
  std::vector<Rational> start;
  std::vector<Rational> end;
  std::optional<Rational> squared_curvature;
  std::optional<Rational> attained;
  std::optional<std::pair<Rational, Rational>> length;
  std::optional<std::pair<Rational, Rational>> total_curvature;
  std::optional<Rational> squared_chord;
  std::optional<Rational> lipschitz;
  std::string conclusion;  ///< "defined", "distance", "loss", "applies", "fails", or nothing
};

/// One table [[exponential]]: exp(tM)w, t in [0, to].
struct ExponentialCurve {
  std::vector<std::vector<Rational>> generator;
  std::vector<Rational> start;
  Rational to;
  std::optional<std::pair<Rational, Rational>> squared_chord;
  std::optional<std::pair<Rational, Rational>> length;
  std::optional<std::pair<Rational, Rational>> squared_curvature;
  std::optional<std::pair<Rational, Rational>> total_curvature;
  std::string conclusion;  ///< "applies", "fails", or nothing
};

/// [skew-curves].
struct SkewCurves {
  Rational squared_norm;
};

/// One table [[bounds]].
struct Hypersurface {
  std::vector<std::string> names;
  Polynomial equation;
  Integer components;
  Integer bezout;
  Integer mixed_volume;
  Integer milnor_thom;
};

// Readers of these kinds of claim. Each throws InvalidClaim.
std::vector<CurveClaim> read_curves(Table& root);
std::vector<ExponentialCurve> read_exponential_curves(Table& root);
SkewCurves read_skew_curves(Table& root);
std::vector<Hypersurface> read_hypersurfaces(Table& root);

}  // namespace isthmus::check
