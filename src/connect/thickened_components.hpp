#pragma once

#include "connect/components.hpp"

namespace isthmus {

/// Where the infinitesimals of a thickening without parameters were fixed.
struct ThinFibre {
  Thickening thickening;
  Projection projection;         ///< infinitesimals first; their levels are closed under trailing coefficients only
  std::vector<Rational> values;  ///< positive, below every positive root of the level over the values before
};
ThinFibre thin_fibre(const Thickening& thickening);

/// The components of a set without parameters, as those of one fibre of its thickening (docs/engine.md, Theorems 4
/// and 6).
///
/// Points of the set are found on its sections by rational hyperplanes; sample() is Undecided where none of a few is
/// met. component_at() is Undecided for points outside the fibre (far away, or close to where a strict condition ends);
/// path() always.
class ThickenedComponents : public Components {
 public:
  ThickenedComponents(SemialgebraicSet set, const Thickening& thickening, const Progress& progress);

  std::size_t count() const override { return open_.count(); }
  AlgebraicPoint sample(std::size_t i) const override;
  std::size_t component_at(const AlgebraicPoint& point) const override;
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override;
  AlgebraicPoint another_sample(std::size_t i, std::size_t) const override { return sample(i); }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override;
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override;

  const ThinFibre& fibre() const noexcept { return fibre_; }
  /// The components of the fibre, an open set.
  const OpenComponents& open() const noexcept { return open_; }

 private:
  /// A piece, and the part of its neighbourhood in which its points lie in the component that they belong to.
  struct Inner {
    SemialgebraicSet piece;
    SemialgebraicSet neighbourhood;
  };
  std::vector<Inner> inner_parts() const;
  bool well_inside(const Point& point) const;
  std::vector<Point> points_of(std::size_t component) const;
  std::optional<AlgebraicPoint> on_hyperplane(std::size_t variable, const Rational& value, std::size_t i) const;

  SemialgebraicSet set_;
  ThinFibre fibre_;
  SemialgebraicSet at_values_;
  std::vector<Inner> inner_;
  OpenComponents open_;
};

}  // namespace isthmus
