#pragma once

#include <map>

#include "checker/words.hpp"

namespace isthmus::check {

/// A sum of coefficients times traces of words, none 0; the empty word stands for the number 1.
using TraceSum = std::map<Word, Coefficient, WordOrder>;

/// A scalar as a combination of traces of words. Scalars that are equal here are equal wherever every inverse in both
/// of them exists: besides those of words, the rules are trace(A*B) = trace(B*A) and trace(A) = trace(T(A)).
class Traces {
 public:
  explicit Traces(const Words& words) : words_(words) {}

  /// Throws Declined for a determinant, a product of traces, the inverse of one; and, for words of any size, for the
  /// trace of a multiple of the identity.
  TraceSum of(const Matrix& scalar) const;

 private:
  void add(TraceSum& sum, const Coefficient& c, const Matrix& scalar) const;
  void add_trace(TraceSum& sum, const Coefficient& c, const Word& word) const;
  void add_first_of_rotations(TraceSum& sum, const Coefficient& c, const Word& word) const;
  void add_term(TraceSum& sum, const Coefficient& c, const Word& word) const;
  Coefficient number(const Rational& value) const;

  const Words& words_;
};

}  // namespace isthmus::check
