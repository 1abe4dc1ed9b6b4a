#pragma once

#include "connect/components.hpp"

namespace isthmus {

/// Where the infinitesimals of a thickening without parameters were fixed.
struct ThinFibre {
  Thickening thickening;
  Projection projection;         ///< infinitesimals first; their levels are closed under trailing coefficients only
  std::vector<Rational> values;  ///< positive, below every positive root of the level over the values before
};
/// All values but the last are at most `cap`.
ThinFibre thin_fibre(const Thickening& thickening, const Rational& cap = Rational(1, 2));

/// The components of a set without parameters, as those of one fibre of its thickening (docs/engine.md, Theorems 4
/// and 6).
///
/// Points of the set are found on its sections by rational hyperplanes and in its interior; sample() is Undecided where
/// none of a few sections is met and there is no interior. component_at() is Undecided for points far away, or close to
/// where a strict condition ends; path() unless straight segments through a few points do.
class ThickenedComponents : public Components {
 public:
  ThickenedComponents(SemialgebraicSet set, const Thickening& thickening, const Progress& progress,
                      const Rational& cap = Rational(1, 2));

  std::size_t count() const override { return open_.count(); }
  AlgebraicPoint sample(std::size_t i) const override;
  std::size_t component_at(const AlgebraicPoint& point) const override;
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override;
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override;
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
  std::vector<Point> points_of(std::size_t component, std::size_t most_points) const;
  std::optional<std::size_t> component_well_inside(const AlgebraicPoint& point) const;
  std::size_t component_from_thinner(const AlgebraicPoint& point) const;
  std::optional<AlgebraicPoint> interior_point(std::size_t i) const;
  std::optional<AlgebraicPoint> on_hyperplane(std::size_t variable, const Rational& value, std::size_t i) const;

  SemialgebraicSet set_;
  Progress progress_;
  Rational cap_;
  ThinFibre fibre_;
  SemialgebraicSet at_values_;
  std::vector<Inner> inner_;
  OpenComponents open_;
};

/// Whether every point of the box given by the coordinates' enclosures satisfies the formula, shown by ball arithmetic;
/// false means only that this precision does not show it.
bool box_inside(const Formula& formula, const AlgebraicPoint& enclosure, long precision);

}  // namespace isthmus
