#include "checker/model.hpp"

#include <algorithm>

#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

RationalMatrix matrix_of(const Json& rows, const Symbol& symbol) {
  RationalMatrix matrix;
  for (const auto& row : rows.elements()) matrix.push_back(row->rationals());
  const bool fits =
      matrix.size() == symbol.shape.rows &&
      std::all_of(matrix.begin(), matrix.end(), [&](const auto& row) { return row.size() == symbol.shape.columns; });
  rows.require(fits, "model", symbol.name + " is " + to_string(symbol.shape));
  return matrix;
}

}  // namespace

Matrix matrix_in(const Json& text, const Names& names) {
  try {
    return declining_at([&] { return text.place(); }, [&] { return read_matrix(parse(text.text()), names); });
  } catch (const TextError& error) {
    text.reject("encoding", error.what());
  }
}

Values read_values(const Json& model, const std::vector<Symbol>& symbols) {
  Values values;
  for (const std::string& name : model.keys()) {
    const auto found =
        std::find_if(symbols.begin(), symbols.end(), [&](const Symbol& symbol) { return symbol.name == name; });
    model.require(found != symbols.end(), "model", "there is no matrix " + name);
    values.emplace(name, matrix_of(model[name], *found));
  }
  return values;
}

void require_all_values(const std::vector<Symbol>& symbols, const Values& values, const Json& model) {
  for (const Symbol& symbol : symbols) {
    model.require(values.contains(symbol.name), "model", "no value is given for " + symbol.name);
  }
}

void require_model(const std::vector<Condition>& conditions, const Values& values, const Json& model) {
  for (const Condition& condition : conditions) {
    for (const std::string& name : names_in(condition.expression)) {
      model.require(values.contains(name), "model", "no value is given for " + name);
    }
    model.require(holds(condition, values), "model", "a hypothesis fails, on " + to_string(condition.expression));
  }
}

}  // namespace isthmus::check
