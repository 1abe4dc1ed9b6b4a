#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "claim/real_expression.hpp"

namespace isthmus {

/// A matrix of symbolic shape: its numbers of rows and columns are names (or integers), equal iff their texts are.
struct SymbolicMatrix {
  std::string name;
  std::string rows;
  std::string columns;
  bool permutation = false;  ///< a permutation matrix
};

/// An expression in matrices of every size with sums, products, multiples by real numbers and an activation applied to
/// a matrix: an immutable tree, cheap to copy.
class NetworkExpression {
 public:
  enum class Kind { matrix, sum, product, scaled, activation };

  static NetworkExpression matrix(const SymbolicMatrix& symbol);
  /// Throw InvalidInput on shapes that do not fit.
  static NetworkExpression sum(const std::vector<NetworkExpression>& parts);
  static NetworkExpression product(const NetworkExpression& left, const NetworkExpression& right);
  static NetworkExpression scaled(const RealExpression& scalar, const NetworkExpression& matrix);
  static NetworkExpression activation(const NetworkExpression& matrix);

  Kind kind() const noexcept { return node_->kind; }
  const SymbolicMatrix& symbol() const noexcept { return node_->symbol; }  ///< its shape is that of the expression
  /// The factor of a multiple.
  const RealExpression& scalar() const { return node_->scalar.at(0); }
  const std::vector<NetworkExpression>& parts() const noexcept { return node_->parts; }
  std::string to_string() const { return text(0); }
  /// "p x N".
  std::string shape() const { return symbol().rows + " x " + symbol().columns; }

 private:
  struct Node {
    Kind kind;
    SymbolicMatrix symbol;
    std::vector<RealExpression> scalar;  ///< one for Kind::scaled
    std::vector<NetworkExpression> parts;
  };
  explicit NetworkExpression(Node node) : node_(std::make_shared<const Node>(std::move(node))) {}
  std::string text(int precedence) const;

  std::shared_ptr<const Node> node_;
};

/// What names in network expressions stand for. The activation is called `sigma`.
struct NetworkNames {
  RealNames scalars;
  std::map<std::string, NetworkExpression, std::less<>> matrices;
};

/// Throws ParseError on unknown names, shapes that do not fit, and scalars where a matrix is needed.
NetworkExpression network_expression(const Source& source, const Expression& expression, const NetworkNames& names);

}  // namespace isthmus
