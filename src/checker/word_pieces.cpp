// Inverses of sums of words: square pieces, normalisation, keys.

#include <algorithm>

#include "checker/outcome.hpp"
#include "checker/words.hpp"

namespace isthmus::check {
/// Cuts a square word into square words.
std::vector<Word> Words::split(const Word& word) const {
  std::vector<Word> pieces;
  if (word.empty()) return pieces;
  const std::size_t size = word.front().shape.rows;
  std::size_t front = 0;
  std::size_t back = word.size();
  while (any_size_ && front < back && word[front].always_square) ++front;
  while (any_size_ && front < back && word[back - 1].always_square) --back;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool cut = any_size_ ? i <= front || i >= back : word[i].shape.rows == size;
    if (cut) pieces.emplace_back();
    pieces.back().push_back(word[i]);
  }
  return pieces;
}

/// How many letters at the front (or back) all words share and make a square product.
std::size_t Words::square_prefix(const WordSum& a, bool backwards) const {
  const auto at = [&](const Word& word, std::size_t i) { return backwards ? word[word.size() - 1 - i] : word[i]; };
  const Word& first = a.terms.begin()->first;
  std::size_t square = 0;
  for (std::size_t length = 0; length < first.size(); ++length) {
    const Letter letter = at(first, length);
    const bool shared = std::all_of(a.terms.begin(), a.terms.end(), [&](const auto& term) {
      return term.first.size() > length && at(term.first, length) == letter;
    });
    if (!shared || (any_size_ && !letter.always_square)) break;
    if ((backwards ? letter.shape.rows : letter.shape.columns) == a.shape.rows) square = length + 1;
  }
  return square;
}

Words::Pieces Words::pieces(const WordSum& square) const {
  Pieces result{constant(1), {}};
  const auto push = [&](const Word& word) {
    for (const Word& piece : split(word)) result.factors.push_back(one_word(piece, square.shape));
  };
  if (square.is_zero()) throw Declined("the inverse of an expression that is 0");
  if (square.terms.size() == 1) {
    result.coefficient = square.terms.begin()->second;
    push(square.terms.begin()->first);
    return result;
  }
  const std::size_t front = square_prefix(square, false);
  const Word& first = square.terms.begin()->first;
  push(part(first, 0, front));
  WordSum middle{square.shape, {}};
  for (const auto& [word, c] : square.terms) add_term(middle, c, part(word, front, word.size()));
  const std::size_t back = square_prefix(middle, true);
  WordSum rest{square.shape, {}};
  for (const auto& [word, c] : middle.terms) add_term(rest, c, part(word, 0, word.size() - back));
  result.factors.push_back(rest);
  push(part(first, first.size() - back, first.size()));
  return result;
}

std::pair<Coefficient, WordSum> Words::normalised(const WordSum& a) const {
  Polynomial common(scalars_.size(), 1);
  for (const auto& [word, c] : a.terms) {
    if (!divide_exactly(common, c.denominator)) common *= c.denominator;
  }
  const Coefficient cleared{common, Polynomial(scalars_.size(), 1)};
  const Coefficient lead = cleared * a.terms.rbegin()->second;
  const Rational first(lead.numerator.terms().front().coefficient, lead.numerator.denominator());
  const Coefficient factor = constant(first) * reciprocal(cleared);
  return {factor, scale(reciprocal(factor), a)};
}

WordSum Words::inverse_of_piece(const WordSum& piece) const {
  const Word& word = piece.terms.begin()->first;
  const bool one_letter = piece.terms.size() == 1 && word.size() == 1;
  if (one_letter && word[0].inverse_of != nullptr) return *word[0].inverse_of;
  const auto [factor, inverted] = normalised(piece);
  const Letter letter{"inv(" + key(piece) + ")", piece.shape, true, std::make_shared<const WordSum>(inverted)};
  return scale(reciprocal(factor), one_word({letter}, piece.shape));
}

WordSum Words::inverse(const WordSum& a) const {
  const Pieces all = pieces(a);
  WordSum result = one_word({}, a.shape);
  for (auto piece = all.factors.rbegin(); piece != all.factors.rend(); ++piece) {
    result = multiply(result, inverse_of_piece(*piece));
  }
  return scale(reciprocal(all.coefficient), result);
}

WordSum Words::product_of(const Word& letters) const {
  const std::size_t rows = letters.empty() ? 1 : letters.front().shape.rows;
  WordSum result = one_word({}, {rows, rows});
  for (const Letter& letter : letters) result = appended(result, letter);
  return result;
}

/// The letter f(A), or the transpose of the letter f(T(A)), whichever comes first: they are equal.
WordSum Words::letter_for(const std::string& function, const Matrix& argument) const {
  const WordSum inner = normal_form(argument);
  const bool shape_is_told =
      std::any_of(inner.terms.begin(), inner.terms.end(), [](const auto& term) { return !term.first.empty(); });
  if (any_size_ && !shape_is_told) throw Declined(function + to_string(argument) + ") has no shape of its own");
  const bool flips = function == "pinv(";
  const Shape& shape = argument.shape;
  const Shape own = flips ? Shape{shape.columns, shape.rows} : shape;
  const std::string key = exact_key(inner);
  const std::string other = exact_key(transpose(inner));
  if (key <= other) return one_letter({function + key + ")", own, false, nullptr});
  const Letter letter{function + other + ")", {own.columns, own.rows}, false, nullptr};
  return transpose(one_letter(letter));
}

std::optional<Coefficient> Words::ratio(const WordSum& a, const WordSum& b) const {
  if (a.is_zero() || b.is_zero() || a.terms.begin()->first != b.terms.begin()->first) return std::nullopt;
  const Coefficient c = a.terms.begin()->second * reciprocal(b.terms.begin()->second);
  if (!add(a, scale(-c, b)).is_zero()) return std::nullopt;
  return c;
}

/// Equal for equal sums of one shape only.
std::string Words::exact_key(const WordSum& a) const {
  std::string text = any_size_ ? "" : to_string(a.shape) + ": ";
  for (const auto& [word, c] : a.terms) {
    text += "+(" + c.numerator.text(scalars_) + ")/(" + c.denominator.text(scalars_) + ")";
    for (const Letter& letter : word) text += "*" + letter.key;
  }
  return text;
}

std::string Words::key(const WordSum& a) const {
  std::string text;
  for (const auto& [word, c] : normalised(a).second.terms) {
    text += (text.empty() ? "" : "+") + ("(" + c.numerator.text(scalars_) + ")/(" + c.denominator.text(scalars_) + ")");
    for (const Letter& letter : word) text += "*" + letter.key;
  }
  return text;
}

}  // namespace isthmus::check
