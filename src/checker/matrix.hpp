#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "checker/number.hpp"

namespace isthmus::check {

struct Shape {
  std::size_t rows = 1;
  std::size_t columns = 1;
  bool is_square() const { return rows == columns; }
  friend bool operator==(const Shape&, const Shape&) = default;
};
/// "2 x 3".
std::string to_string(const Shape& shape);

/// A named matrix of unknown real entries. A `scalar` is 1 x 1 and may multiply a matrix of any shape.
struct Symbol {
  std::string name;        ///< as the claim writes it: "X", "W[2]", "eps"
  std::string identifier;  ///< "X", "W2", "eps"
  Shape shape;
  bool scalar = false;
  bool weight = false;         ///< a coordinate of the space that a claim about a network is about
  bool always_square = false;  ///< declared with equal texts for rows and columns: square in all dimensions
  /// The texts that declare rows and columns, with the index of a member of a family: equal texts are equal sizes.
  std::string row_size = "";
  std::string column_size = "";

  /// "X_1_2", counted from 1; the identifier alone for a 1 x 1 matrix.
  std::string entry_name(std::size_t row, std::size_t column) const;
  friend bool operator==(const Symbol&, const Symbol&) = default;
};

/// An expression in matrices of known shapes, as a tree. Made by the functions below, which throw TextError when shapes
/// do not fit.
struct Matrix {
  enum class Kind {
    symbol,
    number,  ///< a scalar
    zero,
    identity,
    sum,             ///< parts of one shape, all scalars or none
    product,         ///< scalars anywhere, and matrices that fit in their order
    transpose,       ///< one part
    inverse,         ///< one square part; of a scalar, its reciprocal
    determinant,     ///< one square part; a scalar
    trace,           ///< one square part; a scalar
    pseudo_inverse,  ///< one part, no scalar
    rectifier,       ///< a slope s, a scalar, and a matrix: its entries x < 0 become s*x
  };

  Kind kind;
  Shape shape;
  bool scalar = false;
  Symbol symbol;    ///< for Kind::symbol
  Rational number;  ///< for Kind::number
  std::vector<Matrix> parts;

  bool is(Kind wanted) const { return kind == wanted; }
  bool is_number(int value) const { return is(Kind::number) && number == value; }
};

Matrix symbol(Symbol symbol);
Matrix number(Rational value);
Matrix zero(Shape shape);
Matrix identity(std::size_t size);
/// A number 0 among matrices takes their shape. Numbers are added up.
Matrix sum(std::vector<Matrix> parts);
/// Numbers alone are multiplied; one part is itself.
Matrix product(std::vector<Matrix> parts);
Matrix transpose(Matrix part);
Matrix inverse(Matrix part);
Matrix determinant(Matrix part);
Matrix trace(Matrix part);
Matrix pseudo_inverse(Matrix part);
Matrix rectifier(Matrix slope, Matrix part);
Matrix negated(Matrix part);
Matrix difference(Matrix left, Matrix right);

/// The names of all symbols that occur.
std::set<std::string> names_in(const Matrix& expression);
inline bool mentions(const Matrix& expression, const Symbol& symbol) {
  return names_in(expression).contains(symbol.name);
}
/// Every symbol whose name is a key replaced by its value, a matrix of the same shape.
Matrix substituted(const Matrix& expression, const std::map<std::string, Matrix>& values);
/// Text in the language of claim files.
std::string to_string(const Matrix& expression);

}  // namespace isthmus::check
