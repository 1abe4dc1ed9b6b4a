#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "checker/facts.hpp"
#include "checker/json.hpp"
#include "checker/symmetry_claims.hpp"

namespace isthmus::check {

/// The set {network = target} where network is, as words, a scalar times a product of square matrices of the size of
/// the target, in which each weight stands once, as a factor of its own. So where the target is invertible all factors
/// are, and two points in one component have weights with determinants of the same signs.
class ProductOfWeights {
 public:
  /// Refuses, by the rule, a network that is not of that kind.
  ProductOfWeights(const Network& equation, const Words& words, const std::string& rule, const Json& place);

  /// The target, the scalar and all factors but the weights are seen to be invertible. Then the set is the graph of one
  /// weight over the others, any invertible matrices: all signs with one product occur.
  bool others_are_invertible(const Facts& facts) const;
  const std::vector<Symbol>& weights() const { return weights_; }

 private:
  const Network& equation_;
  std::vector<Symbol> weights_;
  Words::Pieces pieces_;
};

/// What the images of a claim do to the signs of the determinants of the weights, over the field with two elements: bit
/// i stands for a negative determinant.
class SignMap {
 public:
  using Bits = std::uint32_t;

  /// Refuses, by the rule "transport", images that are no products of square matrices with known signs.
  SignMap(const Transport& claim, const Words& words, const Json& place);

  /// For every pair of signs that the claim speaks of, some admitted signs of the elements (permutations) or all lead
  /// from the first to the second.
  bool leads() const;

 private:
  struct Row {
    Bits weights = 0;
    Bits elements = 0;
    bool negative = false;
  };

  Row row_of(const WordSum& image) const;
  void add_letter(Row& row, const Letter& letter) const;
  Bits image(Bits weights, Bits elements) const;
  std::vector<Bits> admitted_elements() const;

  const Transport& claim_;
  const Json& place_;
  std::vector<Symbol> weights_;
  std::vector<Row> rows_;
};

}  // namespace isthmus::check
