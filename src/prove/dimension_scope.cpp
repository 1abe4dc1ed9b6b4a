#include "prove/dimension_scope.hpp"

#include <algorithm>

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

std::string text_of(const MatrixExpression& e) {
  if (e.is(Kind::identity)) return "I";
  if (e.is(Kind::zero)) return "0";
  if (e.is(Kind::symbol) || e.is(Kind::number)) return e.to_string();
  std::string text = std::to_string(static_cast<int>(e.kind())) + "(";
  for (const MatrixExpression& part : e.parts()) text += text_of(part) + ",";
  return text + ")";
}

}  // namespace

std::string text_without_sizes(const std::vector<MatrixExpression>& expressions) {
  std::string text;
  for (const MatrixExpression& e : expressions) text += text_of(e) + ";";
  return text;
}

std::string text_without_sizes(const std::vector<MatrixCondition>& conditions) {
  std::string text;
  for (const MatrixCondition& each : conditions) {
    text += text_of(each.expression) + to_string(each.relation);
    if (each.kind != MatrixCondition::Kind::rank) continue;
    const Shape& shape = each.expression.shape();
    const bool full = each.rank == shape.rows || each.rank == shape.columns;
    text += full ? (each.rank == shape.rows ? "rows" : "columns") : std::to_string(each.rank);
  }
  return text;
}

Scope scope_of(const std::vector<std::string>& texts, bool independent_of_sizes) {
  const bool same = std::all_of(texts.begin(), texts.end(), [&](const auto& text) { return text == texts[0]; });
  return independent_of_sizes && same && texts.size() > 1 ? Scope::all_dimensions : Scope::all;
}

}  // namespace isthmus
