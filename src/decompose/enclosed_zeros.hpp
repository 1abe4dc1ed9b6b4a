#pragma once

#include <map>
#include <optional>
#include <vector>

#include "decompose/zero_relations.hpp"
#include "decompose/zeros_over_wall.hpp"

namespace isthmus {

/// The zeros of some polynomials over a wall, enclosed at one precision when they are asked for.
class EnclosedZeros {
 public:
  /// `polynomials` must outlive this; alpha is the wall coordinate.
  EnclosedZeros(const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha, long precision);

  /// Of a polynomial with a multiple zero; nullopt if it has others than one double one, or they are not enclosed.
  std::optional<ZeroRelations::Counts> counts(std::size_t polynomial);

  enum class Order { less, greater, overlap, unknown };
  /// Of zeros of different polynomials. `overlap`: these are the only enclosures of the two polynomials that meet.
  /// A polynomial without a multiple zero has `simple` real ones.
  Order order(const ZeroOverWall& a, std::size_t simple_of_a, const ZeroOverWall& b, std::size_t simple_of_b);

 private:
  /// nullptr if they are not enclosed.
  const ZerosOverWall* zeros(std::size_t polynomial, std::size_t simple);

  const std::vector<FibrePolynomial>& polynomials_;
  Ball alpha_;
  long precision_;
  std::map<std::size_t, std::optional<ZerosOverWall>> zeros_;
};

}  // namespace isthmus
