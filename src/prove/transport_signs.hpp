#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claim/claim.hpp"

namespace isthmus {

/// The effect of group elements on the signs of the determinants of the weights, over the field with two elements (bit
/// 1: a negative determinant): image = on_weights * signs + on_elements * element signs + constant.
class TransportSigns {
 public:
  using Bits = std::uint32_t;

  /// Throws Undecided if an image is no product, or the sign of a parameter in it is not known from the hypotheses.
  explicit TransportSigns(const Transport::Instance& instance);

  /// Signs of two points (of one product) for which no admitted choice of the elements (some) or not every one (every)
  /// leads from the first to the second; nullopt if there are none.
  std::optional<std::pair<Bits, Bits>> failing() const;
  /// How the elements are to be chosen: "det P[1] = sign(det W[1] det W'[1])", one line for each; for a claim about
  /// some permutations that does not fail and whose images have each weight once.
  std::vector<std::string> choices() const;

  std::size_t weight_count() const noexcept { return weights_.size(); }

 private:
  Bits image(Bits signs, Bits elements) const;
  std::optional<Bits> solution(Bits from, Bits to) const;
  bool admitted(Bits from, Bits to) const;
  int known_sign(const MatrixSymbol& symbol, const std::vector<MatrixCondition>& conditions) const;

  const Transport::Instance& instance_;
  std::vector<MatrixSymbol> weights_;
  std::vector<MatrixSymbol> elements_;
  std::vector<Bits> on_weights_;  ///< one row for each weight
  std::vector<Bits> on_elements_;
  Bits constant_ = 0;
  std::vector<Bits> element_choices_;  ///< admitted signs of the elements
};

}  // namespace isthmus
