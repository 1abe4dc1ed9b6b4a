#include "prove/network_words.hpp"

#include <algorithm>
#include <utility>

namespace isthmus {
namespace {

void add(NetworkWords::Sum& sum, const NetworkWords::Word& word, const RationalFunction& coefficient) {
  const auto [place, fresh] = sum.emplace(word, coefficient);
  if (!fresh) place->second = place->second + coefficient;
  if (place->second.is_zero()) sum.erase(place);
}

}  // namespace

std::string NetworkWords::to_string(const Sum& sum) {
  std::string text;
  for (const auto& [word, coefficient] : sum) {
    std::string letters;
    for (const std::string& letter : word) letters += (letters.empty() ? "" : "*") + letter;
    const bool one = coefficient.is_constant() && coefficient.constant_value() == Rational(1);
    text += (text.empty() ? "" : " + ") + (one ? letters : "(" + coefficient.to_string() + ")*" + letters);
  }
  return text.empty() ? "0" : text;
}

NetworkWords::Sum NetworkWords::product(const Sum& a, const Sum& b) {
  Sum result;
  for (const auto& [left, x] : a) {
    for (const auto& [right, y] : b) {
      Word word = left;
      word.insert(word.end(), right.begin(), right.end());
      add(result, word, x * y);
    }
  }
  return result;
}

NetworkWords::Sum NetworkWords::multiple(const RationalFunction& scalar, const Sum& sum) const {
  Sum result;
  if (scalar.is_zero()) return result;
  for (const auto& [word, coefficient] : sum) result.emplace(word, scalar * coefficient);
  return result;
}

std::string NetworkWords::common_permutation(const Sum& sum) const {
  const std::string& first = sum.begin()->first.front();
  const auto starts_so = [&](const auto& entry) { return entry.first.size() > 1 && entry.first.front() == first; };
  if (!std::all_of(sum.begin(), sum.end(), starts_so)) return {};
  for (const SymbolicMatrix& symbol : claim_.matrices) {
    if (symbol.name == first && symbol.permutation) return first;
  }
  return {};
}

NetworkWords::Sum NetworkWords::activation(Sum argument) {
  PowerField& field = *case_.field;
  if (argument.empty()) {
    // sigma(0) = c^degree*sigma(0) for all c > 0.
    const auto degree = field.sign_of(field.evaluate(claim_.degree, case_.values));
    if (!degree || !degree->strict || degree->sign == 0) throw Undecided("sigma(0) with a degree that may be 0");
    return {};
  }
  Word front;
  while (claim_.elementwise) {
    const std::string permutation = common_permutation(argument);
    if (permutation.empty()) break;
    Sum rest;
    for (const auto& [word, coefficient] : argument) rest.emplace(Word(word.begin() + 1, word.end()), coefficient);
    log_.push_back("sigma(" + to_string(argument) + ") = " + permutation + "*sigma(" + to_string(rest) + ")");
    argument = std::move(rest);
    front.push_back(permutation);
  }
  RationalFunction factor = field.constant(1);
  const RationalFunction leading = argument.begin()->second;
  const auto sign = field.sign_of(leading);
  if (sign && sign->strict && sign->sign != 0) {
    const RationalFunction scale = sign->sign > 0 ? leading : field.constant(-1) * leading;
    const Sum rest = multiple(field.constant(1) / scale, argument);
    factor = field.power(scale, field.evaluate(claim_.degree, case_.values));
    if (!(scale == field.constant(1))) {
      log_.push_back("sigma(" + to_string(argument) + ") = (" + factor.to_string() + ")*sigma(" + to_string(rest) +
                     ")");
    }
    argument = rest;
  }
  front.push_back("sigma(" + to_string(argument) + ")");
  return {{front, factor}};
}

NetworkWords::Sum NetworkWords::normal_form(const NetworkExpression& e) {
  using Kind = NetworkExpression::Kind;
  switch (e.kind()) {
    case Kind::matrix:
      return {{{e.symbol().name}, case_.field->constant(1)}};
    case Kind::activation:
      return activation(normal_form(e.parts()[0]));
    case Kind::scaled:
      return multiple(case_.field->evaluate(e.scalar(), case_.values), normal_form(e.parts()[0]));
    case Kind::product:
      return product(normal_form(e.parts()[0]), normal_form(e.parts()[1]));
    case Kind::sum: {
      Sum result;
      for (const NetworkExpression& part : e.parts()) {
        for (const auto& [word, coefficient] : normal_form(part)) add(result, word, coefficient);
      }
      return result;
    }
  }
  throw InternalError("a network expression outside its enumeration");
}

}  // namespace isthmus
