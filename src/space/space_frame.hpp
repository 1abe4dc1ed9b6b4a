#pragma once

#include <optional>
#include <vector>

#include "exact/algebraic_point.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// Linear coordinates (u, v, w) of a space with three coordinates p, q, h in some order: p = u + a*w, q = v + b*w, h =
/// w.
class SpaceFrame {
 public:
  SpaceFrame(std::size_t height, long a, long b);

  /// The polynomial over (u, v, w), in a ring of its own, with the same values.
  Polynomial image(const Polynomial& p) const;
  /// Exact; Undecided as quotient_at.
  AlgebraicPoint image(const AlgebraicPoint& point) const;
  AlgebraicPoint preimage(const AlgebraicPoint& point) const;

 private:
  std::size_t first_;
  std::size_t second_;
  std::size_t height_;
  long a_;
  long b_;
};

/// A frame in which every surface that depends on w has a constant leading coefficient there: no surface has a vertical
/// line or asymptote, or it is a cylinder. Without shear if possible, of low degree in w. `surfaces` are nonconstant,
/// in a ring of three variables.
SpaceFrame regular_frame(const std::vector<Polynomial>& surfaces);

/// Such a frame with a shear along both coordinates, another one for each attempt = 1, 2, ..; nullopt if none was
/// found.
std::optional<SpaceFrame> sheared_frame(const std::vector<Polynomial>& surfaces, long attempt);

}  // namespace isthmus
