#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claim/formula.hpp"
#include "exact/rational.hpp"

namespace isthmus {

/// What a matrix of a claim is. The weights (or the coordinates that a claim names) make up the space; everything else
/// is a parameter: the claim is made for all its values that the hypotheses admit.
enum class Role { weight, data, target, parameter, group };

struct Shape {
  std::size_t rows = 1;
  std::size_t columns = 1;
  bool is_square() const noexcept { return rows == columns; }
  /// "2 x 3".
  std::string to_string() const;
  friend bool operator==(const Shape&, const Shape&) = default;
};

/// A named matrix of known shape whose entries are unknowns.
struct MatrixSymbol {
  std::string name;        ///< as the claim writes it: "X", "W[2]", "eps"
  std::string identifier;  ///< a name of the set language: "X", "W2", "eps"; distinct for distinct symbols
  Role role = Role::parameter;
  Shape shape;
  bool scalar = false;  ///< declared as a scalar: 1 x 1, and may multiply a matrix of any shape

  /// The name of one entry, counted from 1, in the set language: "X_1_2"; the identifier alone if the shape is 1 x 1.
  std::string entry_name(std::size_t row, std::size_t column) const;
  friend bool operator==(const MatrixSymbol&, const MatrixSymbol&) = default;
};

/// An expression in matrices of known shapes: an immutable tree, cheap to copy. Every node has a shape; a scalar is a
/// 1 x 1 expression built from numbers, determinants and scalar symbols alone, and only scalars scale.
/// All factories throw InvalidInput on shapes that do not fit.
class MatrixExpression {
 public:
  enum class Kind {
    symbol,
    number,  ///< a rational constant; scalar
    zero,
    identity,
    sum,             ///< two or more parts of one shape, none a sum
    product,         ///< two or more parts, in order, none a product
    scaled,          ///< parts: a scalar, a matrix that is no scalar
    transpose,       ///< one part
    inverse,         ///< one square part; of a scalar: its reciprocal
    determinant,     ///< one square part; scalar
    trace,           ///< one square part; scalar
    pseudo_inverse,  ///< one part: the Moore-Penrose inverse, which every matrix has
    rectifier,       ///< parts: a scalar s, a matrix; each entry x becomes x if x >= 0 and s*x otherwise
  };

  static MatrixExpression symbol(MatrixSymbol symbol);
  static MatrixExpression number(Rational value);
  static MatrixExpression zero(Shape shape);
  static MatrixExpression identity(std::size_t size);
  /// Nested sums are spliced in; one part is returned as it is. All scalars, or all matrices of one shape.
  static MatrixExpression sum(const std::vector<MatrixExpression>& parts);
  /// Nested products are spliced in; one part is returned as it is. All scalars, or all matrices.
  static MatrixExpression product(const std::vector<MatrixExpression>& parts);
  static MatrixExpression scaled(const MatrixExpression& scalar, const MatrixExpression& matrix);
  /// A scalar is its own transpose and determinant.
  static MatrixExpression transpose(const MatrixExpression& matrix);
  static MatrixExpression inverse(const MatrixExpression& matrix);
  static MatrixExpression determinant(const MatrixExpression& matrix);
  /// A scalar is its own trace.
  static MatrixExpression trace(const MatrixExpression& matrix);
  static MatrixExpression pseudo_inverse(const MatrixExpression& matrix);
  static MatrixExpression rectifier(const MatrixExpression& slope, const MatrixExpression& matrix);
  MatrixExpression negated() const;

  Kind kind() const noexcept { return node_->kind; }
  bool is(Kind kind) const noexcept { return node_->kind == kind; }
  const Shape& shape() const noexcept { return node_->shape; }
  bool is_scalar() const noexcept { return node_->scalar; }
  const std::vector<MatrixExpression>& parts() const noexcept { return node_->parts; }
  /// Throws InvalidInput unless this is a symbol.
  const MatrixSymbol& as_symbol() const;
  /// Throws InvalidInput unless this is a number.
  const Rational& as_number() const;
  /// Every symbol that occurs, each once, left to right.
  std::vector<MatrixSymbol> symbols() const;
  /// Text in the language of claim files; elaborating it again gives an equal tree.
  std::string to_string() const;
  /// The same tree with the same symbols and numbers; not equality as functions.
  friend bool operator==(const MatrixExpression& a, const MatrixExpression& b);

  /// Rebuilds the tree bottom up with every symbol replaced by f(symbol), a MatrixExpression of the same shape.
  template <class F>
  MatrixExpression map_symbols(F&& f) const {
    if (is(Kind::symbol)) return f(as_symbol());
    if (parts().empty()) return *this;
    std::vector<MatrixExpression> mapped;
    for (const MatrixExpression& part : parts()) mapped.push_back(part.map_symbols(f));
    return rebuilt(mapped);
  }

 private:
  struct Node {
    Kind kind;
    Shape shape;
    bool scalar = false;
    std::optional<MatrixSymbol> symbol;
    Rational number;
    std::vector<MatrixExpression> parts;
  };
  explicit MatrixExpression(std::shared_ptr<const Node> node) : node_(std::move(node)) {}
  static MatrixExpression make(Node node) { return MatrixExpression(std::make_shared<const Node>(std::move(node))); }
  /// A node of this kind on other parts.
  MatrixExpression rebuilt(const std::vector<MatrixExpression>& parts) const;
  std::string text(int precedence) const;
  std::string sum_text() const;
  std::string product_text() const;

  std::shared_ptr<const Node> node_;
};

/// The sum of the squares of the entries: trace(A^T A).
MatrixExpression squared_norm(const MatrixExpression& matrix);

/// A condition on matrices.
struct MatrixCondition {
  enum class Kind {
    sign,  ///< expression REL 0, expression a scalar
    zero,  ///< expression = 0 or expression != 0 (some entry is not 0), expression a matrix
    rank,  ///< rank(expression) REL rank
  };

  Kind kind;
  MatrixExpression expression;
  Relation relation;
  std::size_t rank = 0;  ///< for Kind::rank

  /// Text in the language of claim files.
  std::string to_string() const;
};

}  // namespace isthmus
