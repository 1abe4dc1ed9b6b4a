#include "checker/words.hpp"

#include <algorithm>

#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

constexpr std::size_t kMostWords = 20000;

/// The word at the end of the order, whose coefficient in an inverted sum is made 1 where it is a number.
const Word& longest(const WordSum& a) { return a.terms.rbegin()->first; }

bool ends_with(const Word& word, const Word& tail) {
  return word.size() >= tail.size() &&
         std::equal(tail.begin(), tail.end(), word.end() - static_cast<std::ptrdiff_t>(tail.size()));
}

}  // namespace

Word part(const Word& word, std::size_t begin, std::size_t end) {
  return Word(word.begin() + static_cast<std::ptrdiff_t>(begin), word.begin() + static_cast<std::ptrdiff_t>(end));
}

bool WordOrder::operator()(const Word& a, const Word& b) const {
  if (a.size() != b.size()) return a.size() < b.size();
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](const Letter& x, const Letter& y) { return x.key < y.key; });
}

Words::Words(const std::vector<Symbol>& symbols, bool any_size) : any_size_(any_size) {
  for (const Symbol& symbol : symbols) {
    if (symbol.scalar) scalars_.push_back(symbol.name);
  }
}

Coefficient Words::constant(const Rational& value) const {
  return {Polynomial(scalars_.size(), value), Polynomial(scalars_.size(), 1)};
}

Coefficient Words::scalar(const Matrix& expression) const {
  if (expression.is(Kind::number)) return constant(expression.number);
  if (expression.is(Kind::symbol)) {
    const auto found = std::find(scalars_.begin(), scalars_.end(), expression.symbol.name);
    if (found == scalars_.end()) throw Declined("the scalar " + expression.symbol.name + " is unknown here");
    const auto index = static_cast<std::size_t>(found - scalars_.begin());
    return {Polynomial::variable(scalars_.size(), index), Polynomial(scalars_.size(), 1)};
  }
  if (expression.is(Kind::inverse)) return reciprocal(scalar(expression.parts[0]));
  if (!expression.is(Kind::sum) && !expression.is(Kind::product)) {
    throw Declined("a determinant or trace in a coefficient: " + to_string(expression));
  }
  const bool is_sum = expression.is(Kind::sum);
  Coefficient total = constant(is_sum ? 0 : 1);
  for (const Matrix& each : expression.parts) total = is_sum ? total + scalar(each) : total * scalar(each);
  return total;
}

WordSum Words::one_word(const Word& word, const Shape& shape) const {
  WordSum result{shape, {}};
  result.terms.emplace(word, constant(1));
  return result;
}

WordSum Words::normal_form(const Matrix& expression) const {
  if (expression.scalar) return scale(scalar(expression), one_word({}, {}));
  const Shape& shape = expression.shape;
  switch (expression.kind) {
    case Kind::symbol: {
      const Symbol& symbol = expression.symbol;
      return one_word({{symbol.name, shape, symbol.always_square, nullptr}}, shape);
    }
    case Kind::zero:
      return {shape, {}};
    case Kind::identity:
      return one_word({}, shape);
    case Kind::transpose:
      return transpose(normal_form(expression.parts[0]));
    case Kind::inverse:
      return inverse(normal_form(expression.parts[0]));
    case Kind::pseudo_inverse:
      return letter_for("pinv(", expression.parts[0]);
    case Kind::rectifier: {
      const Coefficient slope = scalar(expression.parts[0]);
      const std::string text = "(" + slope.numerator.text(scalars_) + ")/(" + slope.denominator.text(scalars_) + ")";
      return letter_for("leaky(" + text + "; ", expression.parts[1]);
    }
    case Kind::sum: {
      WordSum total{shape, {}};
      for (const Matrix& each : expression.parts) total = add(std::move(total), normal_form(each));
      return total;
    }
    default:
      break;
  }
  Coefficient coefficient = constant(1);
  WordSum total = one_word({}, {shape.rows, shape.rows});
  for (const Matrix& each : expression.parts) {
    if (each.scalar) {
      coefficient = coefficient * scalar(each);
    } else {
      total = multiply(total, normal_form(each));
    }
  }
  return scale(coefficient, total);
}

bool Words::equal(const Matrix& left, const Matrix& right) const {
  return add(normal_form(left), scale(constant(-1), normal_form(right))).is_zero();
}

void Words::add_term(WordSum& sum, const Coefficient& c, const Word& word) const {
  if (c.numerator.is_zero()) return;
  const auto [found, added] = sum.terms.emplace(word, c);
  if (!added) found->second = found->second + c;
  if (found->second.numerator.is_zero()) sum.terms.erase(found);
  if (sum.terms.size() > kMostWords)
    throw Declined("an expression of more than " + std::to_string(kMostWords) + " words");
}

WordSum Words::add(WordSum a, const WordSum& b) const {
  for (const auto& [word, c] : b.terms) add_term(a, c, word);
  return a;
}

WordSum Words::scale(const Coefficient& c, const WordSum& a) const {
  WordSum result{a.shape, {}};
  for (const auto& [word, each] : a.terms) add_term(result, c * each, word);
  return result;
}

// For an inverse J of S = c*w + r, w the longest word and c a number: w*J = (I - r*J)/c and J*w = (I - J*r)/c. What is
// put in is smaller in the order of words, which products respect, so this ends.
void Words::add_appended(WordSum& sum, const Coefficient& c, const Word& word, const Letter& letter) const {
  Word whole = word;
  whole.push_back(letter);
  for (std::size_t at = whole.size(); at-- > 0;) {
    if (whole[at].inverse_of == nullptr) continue;
    const WordSum& inverted = *whole[at].inverse_of;
    const Word& lead = longest(inverted);
    if (!is_one(inverted.terms.rbegin()->second)) continue;
    const bool last = at + 1 == whole.size();
    const bool cancels = last ? ends_with(word, lead) : part(whole, at + 1, whole.size()) == lead;
    if (!cancels) continue;
    const Word front = part(whole, 0, last ? word.size() - lead.size() : at);
    add_term(sum, c, front);
    for (const auto& [other, coefficient] : inverted.terms) {
      if (other == lead) continue;
      WordSum rest = one_word(front, sum.shape);
      if (!last) rest = appended(rest, whole[at]);
      for (const Letter& each : other) rest = appended(rest, each);
      if (last) rest = appended(rest, letter);
      for (const auto& [each, inner] : rest.terms) add_term(sum, -(c * coefficient) * inner, each);
    }
    return;
  }
  add_term(sum, c, whole);
}

WordSum Words::appended(const WordSum& a, const Letter& letter) const {
  WordSum result{{a.shape.rows, letter.shape.columns}, {}};
  for (const auto& [word, c] : a.terms) add_appended(result, c, word, letter);
  return result;
}

WordSum Words::multiply(const WordSum& a, const WordSum& b) const {
  WordSum result{{a.shape.rows, b.shape.columns}, {}};
  for (const auto& [word, c] : b.terms) {
    WordSum product = a;
    for (const Letter& letter : word) product = appended(product, letter);
    result = add(std::move(result), scale(c, product));
  }
  return result;
}

WordSum Words::transpose(const WordSum& a) const {
  WordSum result{{a.shape.columns, a.shape.rows}, {}};
  for (const auto& [word, c] : a.terms) {
    WordSum product = one_word({}, {a.shape.columns, a.shape.columns});
    for (auto letter = word.rbegin(); letter != word.rend(); ++letter) {
      if (letter->inverse_of != nullptr) {
        product = multiply(product, inverse(transpose(*letter->inverse_of)));
        continue;
      }
      Letter transposed = *letter;
      transposed.shape = {letter->shape.columns, letter->shape.rows};
      const bool symmetric = !any_size_ && letter->shape == Shape{};
      if (!symmetric && letter->key.ends_with('\'')) {
        transposed.key.pop_back();
      } else if (!symmetric) {
        transposed.key += '\'';
      }
      product = appended(product, transposed);
    }
    result = add(std::move(result), scale(c, product));
  }
  return result;
}

}  // namespace isthmus::check
