#pragma once

#include <string>
#include <vector>

#include "connect/family.hpp"
#include "connect/family_walls.hpp"

namespace isthmus {

/// A part of the parameter space of a family: what is left of the family there, and the parameters that were expressed
/// by the others.
struct FamilyRegion {
  struct Replaced {
    std::string name;
    Polynomial numerator;
    Polynomial denominator;
  };
  SemialgebraicSet given;   ///< with the assumption as the distinctions made it
  SemialgebraicSet family;  ///< the same with a normalised assumption
  std::vector<Replaced> replaced;

  FamilyRegion(SemialgebraicSet set, std::vector<Replaced> earlier);
};

/// Collects the cases of a family, described over the ring of the original parameters.
class FamilyCases {
 public:
  explicit FamilyCases(const PolynomialRing& parameter_ring) : result_{parameter_ring, {}, {}, {}, nullptr} {}

  FamilyCount& result() noexcept { return result_; }
  std::size_t size() const noexcept { return result_.cases.size(); }
  std::size_t undecided_count() const noexcept { return result_.undecided.size(); }

  /// The count at one parameter value of a region, which stands for all values with these `signs`.
  void add(const FamilyRegion& region, const CountedFibre& fibre, const Formula& signs);
  /// The count over a root of the equation that the assumption of the region has.
  void add(const FamilyRegion& region, const WallCase& over_root);
  void add_undecided(const FamilyRegion& region, const std::string& reason);
  void drop_from(std::size_t first);
  /// One case instead of many where all open cells, which are the cases from `first` on, have one count; else one case
  /// for each sign vector whose cells agree.
  void merge_from(std::size_t first, const FamilyRegion& region, const std::vector<Polynomial>& walls);

 private:
  std::vector<Rational> parameter_values(const FamilyRegion& region, const std::vector<Rational>& values) const;
  Formula in_parameters(const Formula& formula) const;
  std::vector<Formula> replaced_conditions(const FamilyRegion& region) const;

  FamilyCount result_;
};

}  // namespace isthmus
