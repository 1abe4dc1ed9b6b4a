#include "bounds/mixed_volume.hpp"

#include <optional>
#include <utility>

#include "exact/error.hpp"
#include "exact/matrix.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostChoices = 1000000;
constexpr int kMostLiftings = 20;

using Edge = std::pair<std::size_t, std::size_t>;
using Lifting = std::vector<std::vector<Integer>>;

/// All pairs of points of each support.
std::vector<std::vector<Edge>> edges_of(const std::vector<Support>& supports) {
  std::vector<std::vector<Edge>> edges;
  std::size_t choices = 1;
  for (const Support& support : supports) {
    edges.emplace_back();
    for (std::size_t i = 0; i < support.size(); ++i) {
      for (std::size_t j = i + 1; j < support.size(); ++j) edges.back().emplace_back(i, j);
    }
    choices *= edges.back().size();
    if (choices > kMostChoices) throw Undecided("the mixed volume has more than a million choices of edges");
  }
  return edges;
}

/// Heights from a fixed sequence of pseudo-random numbers.
Lifting lifting_number(int attempt, const std::vector<Support>& supports) {
  unsigned long state = 12345UL + static_cast<unsigned long>(attempt);
  Lifting lifting;
  for (const Support& support : supports) {
    lifting.emplace_back();
    for (std::size_t i = 0; i < support.size(); ++i) {
      state = (1103515245UL * state + 12345UL) % 2147483648UL;
      lifting.back().emplace_back(static_cast<long>(state / 65536UL % 1000UL));
    }
  }
  return lifting;
}

/// The choice of one edge from each support, as a cell of the subdivision.
class Cell {
 public:
  Cell(const std::vector<Support>& supports, const Lifting& lifting, const std::vector<Edge>& edges)
      : supports_(supports), lifting_(lifting), differences_(supports.size(), supports.size()), edges_(edges) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
      for (std::size_t k = 0; k < edges.size(); ++k) {
        const auto& [a, b] = edges[i];
        differences_.set(i, k, Rational(supports[i][a][k] - supports[i][b][k]));
      }
    }
    volume_ = abs(differences_.determinant());
  }

  const Rational& volume() const { return volume_; }
  /// 1 if all other points lie higher in the direction that levels the edges, -1 if one lies lower, 0 if one lies as
  /// high and none lower.
  int lowest() const {
    const Matrix direction = levelling_direction();
    int result = 1;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      const Rational level = height(i, edges_[i].first, direction);
      for (std::size_t j = 0; j < supports_[i].size(); ++j) {
        if (j == edges_[i].first || j == edges_[i].second) continue;
        const Rational difference = height(i, j, direction) - level;
        if (difference.sign() < 0) return -1;
        if (difference.is_zero()) result = 0;
      }
    }
    return result;
  }

 private:
  Matrix levelling_direction() const {
    Matrix right(edges_.size(), 1);
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      right.set(i, 0, Rational(lifting_[i][edges_[i].second] - lifting_[i][edges_[i].first]));
    }
    return differences_.inverse() * right;
  }
  Rational height(std::size_t support, std::size_t point, const Matrix& direction) const {
    Rational sum(lifting_[support][point]);
    for (std::size_t k = 0; k < edges_.size(); ++k) {
      sum += Rational(supports_[support][point][k]) * direction.at(k, 0);
    }
    return sum;
  }

  const std::vector<Support>& supports_;
  const Lifting& lifting_;
  Matrix differences_;
  const std::vector<Edge>& edges_;
  Rational volume_;
};

/// nullopt if the heights are not general.
std::optional<Integer> volume_with(const std::vector<Support>& supports, const std::vector<std::vector<Edge>>& edges,
                                   const Lifting& lifting) {
  Integer sum;
  std::vector<std::size_t> choice(edges.size(), 0);
  while (true) {
    std::vector<Edge> chosen;
    for (std::size_t i = 0; i < edges.size(); ++i) chosen.push_back(edges[i][choice[i]]);
    const Cell cell(supports, lifting, chosen);
    if (!cell.volume().is_zero()) {
      const int lowest = cell.lowest();
      if (lowest == 0) return std::nullopt;
      if (lowest > 0) sum += cell.volume().numerator();
    }
    std::size_t next = 0;
    while (next < choice.size() && ++choice[next] == edges[next].size()) choice[next++] = 0;
    if (next == choice.size()) return sum;
  }
}

}  // namespace

MixedVolume mixed_volume(const std::vector<Support>& supports) {
  require(!supports.empty(), "no supports");
  for (const Support& support : supports) {
    for (const auto& point : support) require(point.size() == supports.size(), "as many supports as dimensions");
  }
  const auto edges = edges_of(supports);
  for (const auto& each : edges) {
    if (each.empty()) return {Integer(0), lifting_number(0, supports)};
  }
  for (int attempt = 0; attempt < kMostLiftings; ++attempt) {
    Lifting lifting = lifting_number(attempt, supports);
    if (auto value = volume_with(supports, edges, lifting)) return {std::move(*value), std::move(lifting)};
  }
  throw Undecided("no general heights were found for the mixed volume");
}

}  // namespace isthmus
