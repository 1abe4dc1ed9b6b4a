#include "checker/generic_shape.hpp"

#include "checker/syntax.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

/// The text that both have, as far as they have one.
std::string agreed(const std::string& a, const std::string& b, const Matrix& place) {
  if (!a.empty() && !b.empty() && a != b) {
    throw TextError(to_string(place) + " fits together in some dimensions only: " + a + " and " + b);
  }
  return a.empty() ? b : a;
}

GenericShape shape_of_sum(const Matrix& e) {
  GenericShape result;
  for (const Matrix& part : e.parts) {
    const GenericShape next = generic_shape(part);
    result = {agreed(result.rows, next.rows, e), agreed(result.columns, next.columns, e)};
  }
  return result;
}

GenericShape shape_of_product(const Matrix& e) {
  GenericShape result;
  std::size_t matrices = 0;
  bool unknown = false;
  for (const Matrix& part : e.parts) {
    const GenericShape next = generic_shape(part);
    if (part.scalar) continue;
    unknown = unknown || next.rows.empty() || next.columns.empty();
    if (++matrices > 1 && unknown) throw TextError("a factor of " + to_string(e) + " has no size of its own");
    if (matrices > 1) agreed(result.columns, next.rows, e);
    result = {matrices > 1 ? result.rows : next.rows, next.columns};
  }
  return result;
}

}  // namespace

GenericShape generic_shape(const Matrix& e) {
  switch (e.kind) {
    case Kind::symbol:
      return e.scalar ? GenericShape{} : GenericShape{e.symbol.row_size, e.symbol.column_size};
    case Kind::sum:
      return shape_of_sum(e);
    case Kind::product:
      return shape_of_product(e);
    case Kind::transpose:
    case Kind::pseudo_inverse: {
      const GenericShape part = generic_shape(e.parts[0]);
      return {part.columns, part.rows};
    }
    case Kind::inverse:
    case Kind::determinant:
    case Kind::trace: {
      const GenericShape part = generic_shape(e.parts[0]);
      const std::string size = agreed(part.rows, part.columns, e);
      return e.scalar ? GenericShape{} : GenericShape{size, size};
    }
    case Kind::rectifier:
      generic_shape(e.parts[0]);
      return generic_shape(e.parts[1]);
    case Kind::number:
    case Kind::zero:
    case Kind::identity:
      break;
  }
  return {};
}

}  // namespace isthmus::check
