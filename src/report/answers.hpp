#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "exact/algebraic_point.hpp"
#include "connect/connection.hpp"

namespace isthmus {

/// What a query asks about: the coordinates of the space and the universally quantified parameters, in order.
struct SetHeading {
  std::vector<std::string> parameters;
  std::vector<std::string> variables;
};

/// Why a question with parameters has no answer.
inline constexpr const char* kVacuous = "no parameter value satisfies the assumption";

/// The count on one part of the parameter space, with a point of each component at one parameter value of it.
struct CountedCase {
  std::string when;          ///< set text on the parameters; "true" without parameters
  std::vector<Rational> at;  ///< the parameter value of the samples
  std::size_t components = 0;
  std::vector<std::optional<AlgebraicPoint>> samples;  ///< one per component; nullopt: not expressed exactly
};

/// The answer to `components`: exact if `undecided` is empty.
struct ComponentsAnswer {
  SetHeading heading;
  std::vector<CountedCase> cases;      ///< exactly one if there are no parameters and the count is exact
  std::optional<std::size_t> common;   ///< the number of components if it is the same in every case
  std::string method;                  ///< a sentence
  std::vector<std::string> undecided;  ///< what is not known, each with its reason

  bool exact() const noexcept { return undecided.empty(); }
  /// No parameter value satisfies the assumption.
  bool vacuous() const noexcept { return exact() && cases.empty(); }
};

/// One exact point of a set and the component that it lies on.
struct SamplePoint {
  std::size_t component;
  AlgebraicPoint point;
};

/// Points of the set at one parameter value, at least one on each component.
struct SampledCase {
  std::string when;          ///< set text on the parameters; "true" without parameters
  std::vector<Rational> at;  ///< the parameter value of the points
  std::size_t components = 0;
  std::vector<SamplePoint> points;  ///< component by component
};

/// The answer to `sample`: exact if `undecided` is empty.
struct SampleAnswer {
  SetHeading heading;
  std::vector<SampledCase> cases;      ///< exactly one without parameters
  std::string note;                    ///< why there are fewer points than were asked for; empty if there are not
  std::vector<std::string> undecided;  ///< what is not known, each with its reason

  bool exact() const noexcept { return undecided.empty(); }
  /// No parameter value satisfies the assumption.
  bool vacuous() const noexcept { return exact() && cases.empty(); }
};

/// The answer to `connect`.
struct ConnectAnswer {
  PolynomialRing ring;
  std::optional<Connection> connection;  ///< nullopt: undecided
  std::string reason;                    ///< why it is undecided; empty otherwise
};

}  // namespace isthmus
