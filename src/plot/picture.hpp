#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "plot/box.hpp"

namespace isthmus {

/// The component that a drawn piece was proved to belong to, numbered as in the answer to `components`; nullopt where
/// that is not known or the piece lies between several.
using Owner = std::optional<std::size_t>;

/// Coordinates in the box of the picture: (0, 0) is its lower left corner, (1, 1) its upper right one.
struct FlatPoint {
  double x = 0;
  double y = 0;
};

/// A piece of the interior.
struct FlatRegion {
  Owner owner;
  std::vector<std::vector<FlatPoint>> polygons;  ///< without common interior
};

/// A piece of a curve, in the set or on its boundary.
struct FlatLine {
  Owner owner;
  bool belongs = true;  ///< to the set
  std::vector<FlatPoint> points;
};

/// A point that its surroundings do not show to be in the set, or not to be.
struct FlatDot {
  Owner owner;
  bool belongs = true;  ///< to the set
  FlatPoint point;
};

/// A set on the line (all y are 1/2) or in the plane.
struct FlatDrawing {
  std::vector<FlatRegion> regions;
  std::vector<FlatLine> lines;
  std::vector<FlatDot> dots;
};

/// Coordinates in the box of the picture, each in [0, 1].
struct SpacePoint {
  double x = 0;
  double y = 0;
  double z = 0;
};

/// A piece of a surface. Its two sides may belong to two components.
struct SpaceFace {
  std::vector<std::size_t> corners;  ///< counter-clockwise around `normal`
  SpacePoint normal;                 ///< of length 1, towards `front`
  Owner front;                       ///< of the set on this side, or of the surface itself
  Owner back;
  bool belongs = true;  ///< to the set; else it is a boundary that the set does not contain
};

/// A piece of a curve.
struct SpaceSegment {
  std::size_t ends[2];
  Owner owner;
};

/// A set in space.
struct SpaceDrawing {
  std::vector<SpacePoint> vertices;
  std::vector<SpaceFace> faces;
  std::vector<SpaceSegment> segments;
  std::vector<std::pair<std::size_t, Owner>> dots;
};

/// An exact point of a component.
struct DrawnSample {
  std::size_t component;
  std::string text;           ///< the point as `components` prints it
  std::vector<double> place;  ///< in the box; empty: not known
};

/// A set with its components told apart. All numbers are for drawing only: what is proved is the count and the owners.
struct Picture {
  std::string set;  ///< as it was typed
  std::vector<std::string> variables;
  Box box;
  std::optional<std::size_t> components;  ///< the proved number
  std::string undecided;                  ///< why there is none; empty otherwise
  std::vector<std::string> notes;         ///< what a reader of the picture has to know
  std::vector<DrawnSample> samples;
  std::variant<FlatDrawing, SpaceDrawing> drawing;
};

}  // namespace isthmus
