#include "plot/labelling.hpp"

#include <utility>

namespace isthmus {
namespace {

constexpr std::size_t kSeeds = 3;             // located points of a piece, at least
constexpr std::size_t kPointsForSeed = 1000;  // more in large pieces
constexpr std::size_t kTries = 8;             // points that cannot be located are passed over

class Labeller {
 public:
  Labeller(const LinkedPoints& points, std::size_t most)
      : points_(points), most_(most), state_(points.links.size(), State::unasked), exact_(points.links.size()) {}

  Labels label() {
    for (const std::vector<std::size_t>& piece : pieces()) {
      const std::size_t seeds = kSeeds + piece.size() / kPointsForSeed;
      for (std::size_t i = 0; i < seeds; ++i) seed(piece, (piece.size() - 1) * i / (seeds - 1));
    }
    for (bool changed = true; changed;) {
      spread();
      changed = locate_along_seams();
    }
    return std::move(labels_);
  }

 private:
  enum class State { unasked, located, failed };

  std::vector<std::vector<std::size_t>> pieces() const {
    std::vector<std::vector<std::size_t>> result;
    std::vector<bool> seen(points_.links.size(), false);
    for (std::size_t start = 0; start < seen.size(); ++start) {
      if (seen[start] || !points_.members[start]) continue;
      seen[start] = true;
      result.push_back({start});
      std::vector<std::size_t>& piece = result.back();
      for (std::size_t i = 0; i < piece.size(); ++i)
        for (std::size_t next : points_.links[piece[i]]) {
          if (!seen[next]) piece.push_back(next);
          seen[next] = true;
        }
    }
    return result;
  }

  bool locate(std::size_t point) {
    if (state_[point] != State::unasked) return state_[point] == State::located;
    if (labels_.located >= most_) {
      labels_.complete = false;
      return false;
    }
    ++labels_.located;
    exact_[point] = points_.locate(point);
    state_[point] = exact_[point] ? State::located : State::failed;
    return exact_[point].has_value();
  }

  void seed(const std::vector<std::size_t>& piece, std::size_t from) {
    for (std::size_t i = 0; i < kTries && from + i < piece.size(); ++i)
      if (locate(piece[from + i])) return;
  }

  /// Labels go from the located points outwards, all at the same speed.
  void spread() {
    labels_.owners.assign(points_.links.size(), std::nullopt);
    std::vector<std::size_t> queue;
    for (std::size_t point = 0; point < exact_.size(); ++point)
      if (exact_[point]) {
        labels_.owners[point] = exact_[point];
        queue.push_back(point);
      }
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (std::size_t next : points_.links[queue[i]])
        if (!labels_.owners[next]) {
          labels_.owners[next] = labels_.owners[queue[i]];
          queue.push_back(next);
        }
  }

  /// Whether some point was located anew.
  bool locate_along_seams() {
    const std::size_t before = labels_.located;
    for (std::size_t point = 0; point < points_.links.size(); ++point)
      for (std::size_t next : points_.links[point])
        if (labels_.owners[point] != labels_.owners[next]) locate(point);
    return labels_.located > before;
  }

  const LinkedPoints& points_;
  std::size_t most_;
  std::vector<State> state_;
  std::vector<Owner> exact_;
  Labels labels_;
};

}  // namespace

Labels label(const LinkedPoints& points, std::size_t most) { return Labeller(points, most).label(); }

}  // namespace isthmus
