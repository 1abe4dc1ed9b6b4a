#include "checker/sign_map.hpp"

#include <algorithm>
#include <bit>

namespace isthmus::check {
namespace {

constexpr std::size_t kMostMatrices = 12;

std::size_t occurrences(const Matrix& e, const Symbol& wanted) {
  std::size_t count = e.is(Matrix::Kind::symbol) && e.symbol == wanted ? 1 : 0;
  for (const Matrix& part : e.parts) count += occurrences(part, wanted);
  return count;
}

bool is_letter(const WordSum& piece, const std::string& name) {
  if (piece.terms.size() != 1) return false;
  const Word& word = piece.terms.begin()->first;
  return word.size() == 1 && word[0].inverse_of == nullptr && word[0].key == name;
}

/// The sign of det(symbol) that a condition det(symbol) > 0 or det(symbol) < 0 gives, or 0.
int known_sign(const std::string& name, const std::vector<Condition>& conditions) {
  for (const Condition& condition : conditions) {
    const Matrix& e = condition.expression;
    const bool determinant = condition.kind == Condition::Kind::sign && e.is(Matrix::Kind::determinant) &&
                             e.parts[0].is(Matrix::Kind::symbol) && e.parts[0].symbol.name == name;
    if (determinant && condition.relation == Relation::greater) return 1;
    if (determinant && condition.relation == Relation::less) return -1;
  }
  return 0;
}

SignMap::Bits position(const std::vector<Symbol>& symbols, const std::string& name) {
  const auto found = std::find_if(symbols.begin(), symbols.end(), [&](const Symbol& s) { return s.name == name; });
  return found == symbols.end() ? 0 : SignMap::Bits{1} << (found - symbols.begin());
}

Words::Pieces pieces_of(const Matrix& network, const Words& words, const std::string& rule, const Json& place) {
  place.require(!network.scalar && network.shape.is_square() && !has_determinant(network), rule,
                "the network is no square product");
  const WordSum sum = words.normal_form(network);
  place.require(sum.terms.size() == 1, rule, "the network is no product: " + to_string(network));
  return words.pieces(sum);
}

bool odd(SignMap::Bits bits) { return std::popcount(bits) % 2 == 1; }

}  // namespace

ProductOfWeights::ProductOfWeights(const Network& equation, const Words& words, const std::string& rule,
                                   const Json& place)
    : equation_(equation), pieces_(pieces_of(equation.network, words, rule, place)) {
  for (const Symbol& weight : equation.setting.symbols) {
    if (!weight.weight) continue;
    const auto stands = std::count_if(pieces_.factors.begin(), pieces_.factors.end(),
                                      [&](const WordSum& piece) { return is_letter(piece, weight.name); });
    place.require(stands == 1 && occurrences(equation.network, weight) == 1, rule,
                  "the weight " + weight.name + " is not one square factor of the network");
    weights_.push_back(weight);
  }
}

bool ProductOfWeights::others_are_invertible(const Facts& facts) const {
  const auto fits = [&](const WordSum& piece) {
    const auto is_this = [&](const Symbol& weight) { return is_letter(piece, weight.name); };
    return std::any_of(weights_.begin(), weights_.end(), is_this) || facts.is_invertible(piece);
  };
  return facts.is_defined(equation_.network) && facts.is_invertible(equation_.target) &&
         facts.is_nonzero(pieces_.coefficient) && std::all_of(pieces_.factors.begin(), pieces_.factors.end(), fits);
}

SignMap::SignMap(const Transport& claim, const Words& words, const Json& place)
    : claim_(claim), place_(place), weights_(claim.weights()) {
  place.require(weights_.size() <= kMostMatrices && claim.elements.size() <= kMostMatrices, "transport",
                "more than " + std::to_string(kMostMatrices) + " weights or elements");
  for (const Symbol& weight : weights_) {
    const Matrix& value = claim.images.at(weight.name);
    place.require(!value.scalar && !has_determinant(value), "transport", "no product: " + to_string(value));
    rows_.push_back(row_of(words.normal_form(value)));
  }
}

SignMap::Row SignMap::row_of(const WordSum& image) const {
  place_.require(image.terms.size() == 1, "transport", "an image is no product");
  const auto& [word, coefficient] = *image.terms.begin();
  place_.require(coefficient.numerator.is_constant() && coefficient.denominator.is_constant(), "transport",
                 "the sign of a scalar in an image is not known");
  Row row;
  const int scalar = sign(coefficient.numerator.constant_term()) * sign(coefficient.denominator.constant_term());
  row.negative = scalar < 0 && image.shape.rows % 2 == 1;
  for (const Letter& letter : word) add_letter(row, letter);
  return row;
}

void SignMap::add_letter(Row& row, const Letter& letter) const {
  place_.require(letter.shape.is_square(), "transport", "a factor of an image is not square");
  if (letter.inverse_of != nullptr) {
    const Row inner = row_of(*letter.inverse_of);
    row.weights ^= inner.weights;
    row.elements ^= inner.elements;
    row.negative = row.negative != inner.negative;
    return;
  }
  const std::string name = letter.key.ends_with('\'') ? letter.key.substr(0, letter.key.size() - 1) : letter.key;
  const Bits weight = position(weights_, name);
  const Bits element = position(claim_.elements, name);
  row.weights ^= weight;
  row.elements ^= element;
  if (weight != 0 || element != 0) return;
  const int known = known_sign(name, claim_.equation.setting.hypotheses);
  place_.require(known != 0, "transport", "the sign of det(" + name + ") is not known");
  if (known < 0) row.negative = !row.negative;
}

SignMap::Bits SignMap::image(Bits weights, Bits elements) const {
  Bits result = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const int changes = std::popcount(rows_[i].weights & weights) + std::popcount(rows_[i].elements & elements) +
                        (rows_[i].negative ? 1 : 0);
    result |= static_cast<Bits>(changes % 2) << i;
  }
  return result;
}

/// A permutation matrix of size 1 is the identity; of greater size there are both signs. Others have the sign that a
/// condition gives, or any.
std::vector<SignMap::Bits> SignMap::admitted_elements() const {
  Bits only_positive = 0;
  Bits only_negative = 0;
  for (const Symbol& element : claim_.elements) {
    const Bits bit = position(claim_.elements, element.name);
    const int known =
        claim_.permutations ? (element.shape.rows == 1 ? 1 : 0) : known_sign(element.name, claim_.conditions);
    if (known > 0) only_positive |= bit;
    if (known < 0) only_negative |= bit;
  }
  std::vector<Bits> result;
  for (Bits bits = 0; bits < Bits{1} << claim_.elements.size(); ++bits) {
    if ((bits & only_positive) == 0 && (bits & only_negative) == only_negative) result.push_back(bits);
  }
  return result;
}

bool SignMap::leads() const {
  const std::vector<Bits> choices = admitted_elements();
  const Bits end = Bits{1} << weights_.size();
  for (Bits from = 0; from < end; ++from) {
    std::vector<std::size_t> hits(end, 0);
    for (const Bits elements : choices) ++hits[image(from, elements)];
    for (Bits to = 0; to < end; ++to) {
      if (odd(from) != odd(to) || (claim_.different_components && from == to)) continue;
      const bool led = claim_.permutations ? hits[to] > 0 : hits[to] == choices.size();
      if (!led) return false;
    }
  }
  return true;
}

}  // namespace isthmus::check
