#include "prove/transport_signs.hpp"

#include <algorithm>
#include <bit>

#include "exact/error.hpp"
#include "prove/invertible_product.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostMatrices = 12;

bool odd(TransportSigns::Bits bits) { return std::popcount(bits) % 2 == 1; }

std::optional<std::size_t> index_in(const std::vector<MatrixSymbol>& symbols, const MatrixSymbol& symbol) {
  const auto found = std::find(symbols.begin(), symbols.end(), symbol);
  if (found == symbols.end()) return std::nullopt;
  return static_cast<std::size_t>(found - symbols.begin());
}

}  // namespace

TransportSigns::TransportSigns(const Transport::Instance& instance) : instance_(instance) {
  for (const auto& each : instance.images) weights_.push_back(instance.setting.symbols[each.coordinate]);
  for (const std::size_t i : instance.elements) elements_.push_back(instance.setting.symbols[i]);
  if (weights_.size() > kMostMatrices || elements_.size() > kMostMatrices) {
    throw Undecided("more than " + std::to_string(kMostMatrices) + " weights or group elements");
  }
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    const DeterminantSign sign = determinant_sign_of(instance.images[i].value);
    Bits on_weights = 0;
    Bits on_elements = 0;
    bool negative = sign.sign < 0;
    for (const MatrixSymbol& symbol : sign.symbols) {
      const auto weight = index_in(weights_, symbol);
      const auto element = index_in(elements_, symbol);
      if (weight) on_weights |= Bits{1} << *weight;
      if (element) on_elements |= Bits{1} << *element;
      if (weight || element) continue;
      const int known = known_sign(symbol, instance.setting.hypotheses);
      if (known == 0) throw Undecided("the sign of det(" + symbol.name + ") is not known");
      if (known < 0) negative = !negative;
    }
    on_weights_.push_back(on_weights);
    on_elements_.push_back(on_elements);
    if (negative) constant_ |= Bits{1} << i;
  }
  Bits never_negative = 0;
  Bits always_negative = 0;
  for (std::size_t e = 0; e < elements_.size(); ++e) {
    const Bits bit = Bits{1} << e;
    const int known = known_sign(elements_[e], instance.conditions);
    if (known < 0) always_negative |= bit;
    if (known > 0 || (instance.some_permutations && elements_[e].shape.rows == 1)) never_negative |= bit;
  }
  for (Bits choice = 0; choice < Bits{1} << elements_.size(); ++choice) {
    if ((choice & never_negative) == 0 && (choice & always_negative) == always_negative)
      element_choices_.push_back(choice);
  }
}

int TransportSigns::known_sign(const MatrixSymbol& symbol, const std::vector<MatrixCondition>& conditions) const {
  const MatrixExpression determinant = MatrixExpression::determinant(MatrixExpression::symbol(symbol));
  for (const MatrixCondition& each : conditions) {
    if (each.kind != MatrixCondition::Kind::sign || !(each.expression == determinant)) continue;
    if (each.relation == Relation::greater) return 1;
    if (each.relation == Relation::less) return -1;
  }
  return 0;
}

TransportSigns::Bits TransportSigns::image(Bits signs, Bits elements) const {
  Bits result = constant_;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    if (odd(on_weights_[i] & signs)) result ^= Bits{1} << i;
    if (odd(on_elements_[i] & elements)) result ^= Bits{1} << i;
  }
  return result;
}

bool TransportSigns::admitted(Bits from, Bits to) const {
  return odd(from) == odd(to) && !(instance_.different_components && from == to);
}

std::optional<TransportSigns::Bits> TransportSigns::solution(Bits from, Bits to) const {
  const auto leads = [&](Bits choice) { return image(from, choice) == to; };
  const auto found = std::find_if(element_choices_.begin(), element_choices_.end(), leads);
  if (found == element_choices_.end()) return std::nullopt;
  return *found;
}

std::optional<std::pair<TransportSigns::Bits, TransportSigns::Bits>> TransportSigns::failing() const {
  const Bits end = Bits{1} << weights_.size();
  for (Bits from = 0; from < end; ++from) {
    // What the chosen elements make of these signs.
    std::vector<bool> reached(end, false);
    bool one_image = true;
    for (const Bits choice : element_choices_) {
      reached[image(from, choice)] = true;
      one_image = one_image && image(from, choice) == image(from, element_choices_[0]);
    }
    for (Bits to = 0; to < end; ++to) {
      if (!admitted(from, to)) continue;
      if (!reached[to] || (!instance_.some_permutations && !one_image)) return std::pair{from, to};
    }
  }
  return std::nullopt;
}

std::vector<std::string> TransportSigns::choices() const {
  std::vector<std::string> factors(elements_.size());
  // Changing the sign of one weight, and that of the last with it, flips these elements.
  for (std::size_t j = 0; j + 1 < weights_.size(); ++j) {
    const Bits flipped = (Bits{1} << j) | (Bits{1} << (weights_.size() - 1));
    const auto choice = solution(0, image(0, 0) ^ flipped);
    if (!choice) return {};
    for (std::size_t e = 0; e < elements_.size(); ++e) {
      if ((*choice >> e) % 2 == 0) continue;
      const std::string& name = weights_[j].name;
      factors[e] += (factors[e].empty() ? "" : " * ") + ("det(" + name + ") det(" + name + "')");
    }
  }
  std::vector<std::string> lines;
  for (std::size_t e = 0; e < elements_.size(); ++e) {
    lines.push_back("det(" + elements_[e].name + ") = sign of " + (factors[e].empty() ? "1" : factors[e]));
  }
  return lines;
}

}  // namespace isthmus
