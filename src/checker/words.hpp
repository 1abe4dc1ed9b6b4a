#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checker/coefficient.hpp"
#include "checker/matrix.hpp"

namespace isthmus::check {

struct WordSum;

/// A matrix symbol A, its transpose, the inverse of a sum of words that does not split further (a single A too), or
/// pinv(..) or leaky(s, ..) of a sum, or the transpose of one of these.
struct Letter {
  std::string key;  ///< "A", "A'", "inv(..)", "pinv(..)'": equal for equal letters only
  Shape shape;
  bool always_square = false;                 ///< whatever the dimensions are
  std::shared_ptr<const WordSum> inverse_of;  ///< for an inverse
  friend bool operator==(const Letter& a, const Letter& b) { return a.key == b.key; }
};

using Word = std::vector<Letter>;
/// The letters from `begin` up to, not including, `end`.
Word part(const Word& word, std::size_t begin, std::size_t end);
/// Shorter words first.
struct WordOrder {
  bool operator()(const Word& a, const Word& b) const;
};

/// A sum of coefficients times words, none of which is 0; the empty word is the identity.
struct WordSum {
  Shape shape;
  std::map<Word, Coefficient, WordOrder> terms;
  bool is_zero() const { return terms.empty(); }
};

/// Calculates in the free ring on matrix symbols, their transposes and inverses, over the rational functions in the
/// scalar symbols. Expressions that are equal here are equal as matrices wherever every inverse in both of them exists:
/// the only rules used are those of rings, T(A*B) = T(B)*T(A), T(f(A)) = f(T(A)) for inv, pinv and leaky, and that a
/// square product A*B of square A, B is invertible iff both are.
class Words {
 public:
  /// `any_size`: use nothing that is true for the actual sizes only. Then what is equal here is so in all dimensions.
  Words(const std::vector<Symbol>& symbols, bool any_size);

  /// Multiplies out. Throws Declined for a determinant or trace in it, the inverse of 0, more than 20000 terms, or, for
  /// any size, pinv or leaky of an expression whose shape its letters do not tell.
  WordSum normal_form(const Matrix& expression) const;
  bool equal(const Matrix& left, const Matrix& right) const;
  bool any_size() const { return any_size_; }
  /// The scalar symbols, which are the variables of coefficients.
  const std::vector<std::string>& scalars() const { return scalars_; }

  /// Square factors of a sum, as small as can be seen: c*p_1*..*p_k for one word, p_1*..*p_i*(rest)*q_1*..*q_j for
  /// more. The sum is invertible iff all of them are and c is not 0.
  struct Pieces {
    Coefficient coefficient;
    std::vector<WordSum> factors;
  };
  Pieces pieces(const WordSum& square) const;
  WordSum transpose(const WordSum& a) const;
  /// c with a = c*b, if there is one, for b != 0.
  std::optional<Coefficient> ratio(const WordSum& a, const WordSum& b) const;
  WordSum multiply(const WordSum& a, const WordSum& b) const;
  /// The product of the letters, neighbours that cancel cancelled.
  WordSum product_of(const Word& letters) const;
  /// The letter alone.
  WordSum one_letter(const Letter& letter) const { return one_word({letter}, letter.shape); }
  /// Equal for sums that are multiples of each other by a rational number != 0 only.
  std::string key(const WordSum& a) const;
  /// A scalar expression as a quotient. Throws Declined for a determinant in it, and for the inverse of 0.
  Coefficient scalar(const Matrix& expression) const;

 private:
  WordSum letter_for(const std::string& function, const Matrix& argument) const;
  std::string exact_key(const WordSum& a) const;
  WordSum add(WordSum a, const WordSum& b) const;
  WordSum scale(const Coefficient& c, const WordSum& a) const;
  WordSum inverse(const WordSum& a) const;
  WordSum inverse_of_piece(const WordSum& piece) const;
  /// a = c*b with coefficients of b that are polynomials, the first coefficient of its longest word being 1.
  std::pair<Coefficient, WordSum> normalised(const WordSum& a) const;
  /// Adds c*word*letter, with neighbours that cancel cancelled.
  void add_appended(WordSum& sum, const Coefficient& c, const Word& word, const Letter& letter) const;
  void add_term(WordSum& sum, const Coefficient& c, const Word& word) const;
  WordSum appended(const WordSum& a, const Letter& letter) const;
  std::vector<Word> split(const Word& word) const;
  std::size_t square_prefix(const WordSum& a, bool backwards) const;
  WordSum one_word(const Word& word, const Shape& shape) const;
  Coefficient constant(const Rational& value) const;

  std::vector<std::string> scalars_;
  bool any_size_;
};

}  // namespace isthmus::check
