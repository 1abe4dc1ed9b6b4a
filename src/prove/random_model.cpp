#include "prove/random_model.hpp"

#include <algorithm>
#include <random>

namespace isthmus {
namespace {

constexpr std::size_t kMostRandomTrials = 20000;
constexpr std::uint64_t kSeed = 1;

bool meets(const std::vector<MatrixCondition>& conditions, const Assignment& values) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const auto& each) { return holds(each, values); });
}

/// An integer or a half, mostly small.
Rational drawn(std::mt19937_64& engine) {
  const long bound = engine() % 2 == 0 ? 2 : 10;
  const auto value = static_cast<long>(engine() % static_cast<std::uint64_t>(2 * bound + 1)) - bound;
  return engine() % 4 == 0 ? Rational(value) / Rational(2) : Rational(value);
}

/// Replaces entries by simpler values as long as the conditions stay met.
void simplify(const std::vector<MatrixSymbol>& symbols, const std::vector<MatrixCondition>& conditions,
              Assignment& values) {
  for (const MatrixSymbol& symbol : symbols) {
    Matrix& matrix = values.at(symbol.name);
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
      for (std::size_t j = 0; j < matrix.columns(); ++j) {
        const Rational kept = matrix.at(i, j);
        for (const long simpler : {0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5}) {
          if (Rational(simpler) == kept) break;
          matrix.set(i, j, Rational(simpler));
          if (meets(conditions, values)) break;
          matrix.set(i, j, kept);
        }
      }
    }
  }
}

}  // namespace

std::optional<Assignment> random_model(const std::vector<MatrixSymbol>& symbols,
                                       const std::vector<MatrixCondition>& conditions) {
  std::mt19937_64 engine(kSeed);
  for (std::size_t trial = 0; trial < kMostRandomTrials; ++trial) {
    Assignment values;
    for (const MatrixSymbol& symbol : symbols) {
      Matrix matrix(symbol.shape.rows, symbol.shape.columns);
      for (std::size_t i = 0; i < matrix.rows(); ++i) {
        for (std::size_t j = 0; j < matrix.columns(); ++j) matrix.set(i, j, drawn(engine));
      }
      values.insert_or_assign(symbol.name, matrix);
    }
    if (!meets(conditions, values)) continue;
    simplify(symbols, conditions, values);
    return values;
  }
  return std::nullopt;
}

}  // namespace isthmus
