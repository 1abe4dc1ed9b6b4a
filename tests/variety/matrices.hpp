#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "claim/claim.hpp"
#include "claim/matrix_language.hpp"
#include "variety/evaluation.hpp"

namespace isthmus::test {

/// Declares matrices and reads expressions in them.
class Matrices {
 public:
  Matrices& weight(const std::string& name, std::size_t rows, std::size_t columns) {
    return add({name, name, Role::weight, {rows, columns}, false});
  }
  Matrices& data(const std::string& name, std::size_t rows, std::size_t columns) {
    return add({name, name, Role::data, {rows, columns}, false});
  }
  Matrices& scalar(const std::string& name) { return add({name, name, Role::parameter, {1, 1}, true}); }
  Matrices& given(const std::string& text) {
    setting.hypotheses.push_back(condition(text));
    return *this;
  }

  MatrixExpression read(const std::string& text) const {
    const Source source{"text", text};
    return elaborate(source, parse_expression(source), names_, IntegerNames(std::vector<Dimension>{}));
  }
  MatrixCondition condition(const std::string& text) const {
    const Source source{"text", text};
    return elaborate_condition(source, parse_expression(source), names_, IntegerNames(std::vector<Dimension>{}));
  }

  Setting setting;

 private:
  Matrices& add(const MatrixSymbol& symbol) {
    names_.add(symbol.name, symbol);
    setting.symbols.push_back(symbol);
    return *this;
  }

  MatrixNames names_;
};

/// Small rational values of all matrices, the same for the same seed.
inline Assignment random_values(const std::vector<MatrixSymbol>& symbols, std::mt19937_64& engine) {
  Assignment values;
  for (const MatrixSymbol& symbol : symbols) {
    Matrix m(symbol.shape.rows, symbol.shape.columns);
    for (std::size_t i = 0; i < symbol.shape.rows; ++i) {
      for (std::size_t j = 0; j < symbol.shape.columns; ++j) {
        m.set(i, j, Rational(static_cast<long>(engine() % 9) - 4) / Rational(static_cast<long>(engine() % 3) + 1));
      }
    }
    values.emplace(symbol.name, m);
  }
  return values;
}

}  // namespace isthmus::test
