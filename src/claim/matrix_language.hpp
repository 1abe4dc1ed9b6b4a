#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claim/expression_parser.hpp"
#include "claim/integer_expression.hpp"
#include "claim/matrix_expression.hpp"

namespace isthmus {

/// The matrices that expressions may mention.
class MatrixNames {
 public:
  /// Adds the symbol `name`, or `name[index]` of a family.
  void add(const std::string& name, const MatrixSymbol& symbol);
  void add(const std::string& family, long index, const MatrixSymbol& symbol);
  /// Makes the family known although it may have no member.
  void add_family(const std::string& family) { families_[family]; }

  bool is_plain(std::string_view name) const { return plain_.find(name) != plain_.end(); }
  bool is_family(std::string_view name) const { return families_.find(name) != families_.end(); }
  /// nullptr if there is none.
  const MatrixSymbol* find(std::string_view name) const;
  const MatrixSymbol* find(std::string_view family, long index) const;
  /// "X, Y, W[1..3]".
  std::string to_string() const;

 private:
  std::map<std::string, MatrixSymbol, std::less<>> plain_;
  std::map<std::string, std::map<long, MatrixSymbol>, std::less<>> families_;
};

/// Gives a syntax tree its meaning as a matrix expression, for one choice of dimensions. Besides + - * and ^ with an
/// integer exponent >= 0 there are T(A), inv(A), det(A), I(n), zero(m, n), A/s for a scalar s, W[i], and the ordered
/// products prod_down(i = n..m, F) = F(n)*..*F(m) and prod_up(i = m..n, F) = F(m)*..*F(n); an empty product is left out
/// of the product it stands in. Throws ParseError with the place: unknown names, shapes that do not fit.
MatrixExpression elaborate(const Source& source, const Expression& expression, const MatrixNames& matrices,
                           const IntegerNames& integers);

/// The same where the expression must have this shape; there a plain 0 is the zero matrix.
MatrixExpression elaborate(const Source& source, const Expression& expression, const MatrixNames& matrices,
                           const IntegerNames& integers, const MatrixExpression& shaped_like);

/// One comparison: of scalars by any relation, of matrices by = or !=, of rank(A) with an integer expression.
MatrixCondition elaborate_condition(const Source& source, const Expression& expression, const MatrixNames& matrices,
                                    const IntegerNames& integers);

/// True for the names of functions, which no matrix, dimension or index may have.
bool is_reserved_name(std::string_view name);

}  // namespace isthmus
