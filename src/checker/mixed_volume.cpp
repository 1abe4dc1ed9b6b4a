#include "checker/mixed_volume.hpp"

#include <utility>

#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

constexpr std::size_t kMostEdgeChoices = 2000000;

using Edge = std::pair<std::size_t, std::size_t>;

/// Solves a square system of equations, given as rows with the right-hand side behind them, by elimination: |det|, and
/// the solution if that is not 0.
std::pair<Rational, std::vector<Rational>> solved(std::vector<std::vector<Rational>> rows) {
  const std::size_t n = rows.size();
  Rational determinant(1);
  for (std::size_t column = 0; column < n; ++column) {
    std::size_t pivot = column;
    while (pivot < n && sign(rows[pivot][column]) == 0) ++pivot;
    if (pivot == n) return {Rational(0), {}};
    std::swap(rows[pivot], rows[column]);
    determinant *= rows[column][column];
    for (std::size_t row = 0; row < n; ++row) {
      if (row == column || sign(rows[row][column]) == 0) continue;
      const Rational factor = rows[row][column] / rows[column][column];
      for (std::size_t k = column; k <= n; ++k) rows[row][k] -= factor * rows[column][k];
    }
  }
  std::vector<Rational> solution;
  for (std::size_t row = 0; row < n; ++row) solution.push_back(rows[row][n] / rows[row][row]);
  return {sign(determinant) < 0 ? -determinant : determinant, solution};
}

class Subdivision {
 public:
  Subdivision(const std::vector<Support>& supports, const std::vector<std::vector<Rational>>& heights)
      : supports_(supports), heights_(heights) {}

  /// |det| of a choice of edges if it is a mixed cell, 0 if it is none; nothing if the heights are not general.
  std::optional<Integer> cell_volume(const std::vector<Edge>& edges) const {
    std::vector<std::vector<Rational>> rows;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const auto& [a, b] = edges[i];
      std::vector<Rational> row;
      for (std::size_t k = 0; k < edges.size(); ++k) row.emplace_back(supports_[i][a][k] - supports_[i][b][k]);
      row.push_back(heights_[i][b] - heights_[i][a]);
      rows.push_back(std::move(row));
    }
    const auto [volume, direction] = solved(std::move(rows));
    if (sign(volume) == 0) return Integer(0);
    bool tie = false;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const Rational level = height(i, edges[i].first, direction);
      for (std::size_t j = 0; j < supports_[i].size(); ++j) {
        if (j == edges[i].first || j == edges[i].second) continue;
        const Rational other = height(i, j, direction);
        if (other < level) return Integer(0);
        tie = tie || other == level;
      }
    }
    if (tie) return std::nullopt;
    return volume.numerator();
  }

 private:
  Rational height(std::size_t support, std::size_t point, const std::vector<Rational>& direction) const {
    Rational sum = heights_[support][point];
    for (std::size_t k = 0; k < direction.size(); ++k) sum += Rational(supports_[support][point][k]) * direction[k];
    return sum;
  }

  const std::vector<Support>& supports_;
  const std::vector<std::vector<Rational>>& heights_;
};

}  // namespace

std::optional<Integer> mixed_volume(const std::vector<Support>& supports,
                                    const std::vector<std::vector<Rational>>& heights) {
  std::vector<std::vector<Edge>> edges;
  std::size_t choices = 1;
  for (const Support& support : supports) {
    edges.emplace_back();
    for (std::size_t b = 1; b < support.size(); ++b) {
      for (std::size_t a = 0; a < b; ++a) edges.back().emplace_back(a, b);
    }
    if (edges.back().empty()) return Integer(0);
    choices *= edges.back().size();
    if (choices > kMostEdgeChoices) throw Declined("more than two million choices of edges");
  }
  const Subdivision subdivision(supports, heights);
  Integer sum = 0;
  std::vector<Edge> chosen(supports.size());
  for (std::size_t number = 0; number < choices; ++number) {
    std::size_t rest = number;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      chosen[i] = edges[i][rest % edges[i].size()];
      rest /= edges[i].size();
    }
    const auto volume = subdivision.cell_volume(chosen);
    if (!volume) return std::nullopt;
    sum += *volume;
  }
  return sum;
}

}  // namespace isthmus::check
