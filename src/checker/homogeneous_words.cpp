#include "checker/homogeneous_words.hpp"

#include <algorithm>
#include <utility>

#include "checker/outcome.hpp"

namespace isthmus::check {

HomogeneousWords::Sum HomogeneousWords::value(const Syntax& e) const {
  using Kind = Syntax::Kind;
  if (e.kind == Kind::name && is_matrix(e.text)) return {{{e.text}, field_.constant(1)}};
  if (e.kind == Kind::call) return activated(value(e.parts[0]));
  if (e.kind == Kind::sum) {
    Sum result;
    for (std::size_t i = 0; i < e.parts.size(); ++i) {
      for (const auto& [word, coefficient] : value(e.parts[i])) {
        add(result, word, e.signs[i] == '-' ? field_.subtract(field_.constant(0), coefficient) : coefficient);
      }
    }
    return result;
  }
  if (e.kind == Kind::product) {
    Sum result{{Word{}, field_.constant(1)}};
    for (std::size_t i = 0; i < e.parts.size(); ++i) {
      result = e.signs[i] == '/'
                   ? product(result, scalar(field_.divide(field_.constant(1), field_.evaluate(e.parts[i], values_))))
                   : product(result, value(e.parts[i]));
    }
    return result;
  }
  return scalar(field_.evaluate(e, values_));
}

bool HomogeneousWords::is_matrix(const std::string& name) const {
  return std::any_of(claim_.matrices.begin(), claim_.matrices.end(),
                     [&](const SizedMatrix& m) { return m.name == name; });
}
bool HomogeneousWords::is_permutation(const std::string& name) const {
  return std::any_of(claim_.matrices.begin(), claim_.matrices.end(),
                     [&](const SizedMatrix& m) { return m.name == name && m.permutation; });
}

HomogeneousWords::Sum HomogeneousWords::scalar(const Quotient& q) {
  return q.numerator.is_zero() ? Sum{} : Sum{{Word{}, q}};
}

void HomogeneousWords::add(Sum& sum, const Word& word, const Quotient& coefficient) const {
  const auto [place, fresh] = sum.emplace(word, coefficient);
  if (!fresh) place->second = field_.add(place->second, coefficient);
  if (place->second.numerator.is_zero()) sum.erase(place);
}

HomogeneousWords::Sum HomogeneousWords::product(const Sum& a, const Sum& b) const {
  Sum result;
  for (const auto& [left, x] : a) {
    for (const auto& [right, y] : b) {
      Word word = left;
      word.insert(word.end(), right.begin(), right.end());
      add(result, word, field_.multiply(x, y));
    }
  }
  return result;
}

std::string HomogeneousWords::text(const Sum& sum) const {
  std::string result;
  for (const auto& [word, coefficient] : sum) {
    result += "+" + field_.text(coefficient);
    for (const std::string& letter : word) result += "*" + letter;
  }
  return result;
}

HomogeneousWords::Sum HomogeneousWords::activated(Sum argument) const {
  if (argument.empty()) return activated_zero();
  Word front;
  while (claim_.elementwise) {
    const std::string first = argument.begin()->first.front();
    const bool common = is_permutation(first) && std::all_of(argument.begin(), argument.end(), [&](const auto& entry) {
                          return entry.first.size() > 1 && entry.first.front() == first;
                        });
    if (!common) break;
    Sum rest;
    for (const auto& [word, coefficient] : argument) rest.emplace(Word(word.begin() + 1, word.end()), coefficient);
    argument = std::move(rest);
    front.push_back(first);
  }
  Quotient factor = field_.constant(1);
  const Quotient leading = argument.begin()->second;
  const auto sign = field_.sign_of(leading);
  if (sign && sign->strict && sign->sign != 0) {
    const Quotient scale = sign->sign > 0 ? leading : field_.subtract(field_.constant(0), leading);
    Sum rest;
    for (const auto& [word, coefficient] : argument) rest.emplace(word, field_.divide(coefficient, scale));
    factor = field_.power(scale, field_.evaluate(claim_.degree, values_));
    argument = std::move(rest);
  }
  front.push_back("sigma(" + text(argument) + ")");
  return {{front, factor}};
}

HomogeneousWords::Sum HomogeneousWords::activated_zero() const {
  const auto degree = field_.sign_of(field_.evaluate(claim_.degree, values_));
  if (!degree || !degree->strict || degree->sign == 0) throw Declined("sigma(0) with a degree that may be 0");
  return {};
}

}  // namespace isthmus::check
