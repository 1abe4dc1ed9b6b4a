#include "claim/matrix_values.hpp"

#include "exact/error.hpp"

namespace isthmus {
namespace {

Rational number_of(const TomlDocument& document, const toml::node& node) {
  if (const auto* integer = node.as_integer()) return Rational(static_cast<long>(integer->get()));
  const auto* text = node.as_string();
  if (text == nullptr) document.fail(node, "a number in a string was expected, found " + type_name(node));
  try {
    return Rational::parse(text->get());
  } catch (const InvalidInput& error) {
    document.fail(node, error.what());
  }
}

}  // namespace

Matrix matrix_of(const TomlDocument& document, const toml::array& rows) {
  if (rows.empty()) document.fail(rows, "a matrix without rows");
  const auto* first = rows.get(0)->as_array();
  if (first == nullptr || first->empty()) document.fail(rows, "a row of a matrix is an array of numbers, not empty");
  Matrix result(rows.size(), first->size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto* row = rows.get(i)->as_array();
    if (row == nullptr) document.fail(*rows.get(i), "a row of a matrix is an array of numbers");
    if (row->size() != first->size()) {
      document.fail(*row, "row " + std::to_string(i + 1) + " has " + std::to_string(row->size()) +
                              " entries, but the first row has " + std::to_string(first->size()));
    }
    for (std::size_t j = 0; j < row->size(); ++j) result.set(i, j, number_of(document, *row->get(j)));
  }
  return result;
}

}  // namespace isthmus
