#include "cli/more_points.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "cli/answer_components.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

using Values = std::map<std::string, RealRoot>;

AlgebraicPoint point_of(const PolynomialRing& ring, const Values& values) {
  AlgebraicPoint point;
  for (const std::string& name : ring.names()) point.push_back(values.at(name));
  return point;
}

/// Computes the solved coordinates anew from the free ones, along the graph and product steps of a reduction.
void solve(const ReducedSet& reduced, Values& values) {
  if (const auto* product = std::get_if<ProductPart>(&reduced.part)) {
    for (const ReducedSetPtr& factor : product->factors) solve(*factor, values);
  }
  const auto* graph = std::get_if<GraphPart>(&reduced.part);
  if (graph == nullptr) return;
  solve(*graph->base, values);
  for (const Solved& solved : graph->solved) {
    const AlgebraicPoint point = point_of(reduced.set.ring, values);
    values.insert_or_assign(reduced.set.ring.name(solved.variable),
                            quotient_at(solved.numerator, solved.denominator, point));
  }
}

/// Moves single coordinates of the points found so far, by 1, 1/2, 1/4, .., and keeps what lies in the set.
class Neighbourhood {
 public:
  Neighbourhood(const ReducedSet& reduced, const Components& components) : reduced_(reduced), components_(components) {}

  void add_component_samples() {
    for (std::size_t i = 0; i < components_.count(); ++i) {
      try {
        add({i, simplest_names(components_.sample(i))});
      } catch (const Undecided&) {
        continue;
      }
    }
  }

  void grow_to(std::size_t wanted) {
    constexpr int rounds = 40;
    Rational step(1);
    for (int round = 0; round < rounds; ++round) {
      const std::size_t known = points_.size();
      for (std::size_t i = 0; i < known; ++i) {
        for (std::size_t v = 0; v < reduced_.set.ring.size(); ++v) {
          for (const Rational& move : {step, -step}) {
            if (points_.size() >= wanted) return;
            if (auto point = moved(points_[i].point, v, move)) add(std::move(*point));
          }
        }
      }
      step = step * Rational(1, 2);
    }
  }

  std::vector<SamplePoint> take() {
    std::stable_sort(points_.begin(), points_.end(),
                     [](const SamplePoint& a, const SamplePoint& b) { return a.component < b.component; });
    return std::move(points_);
  }

 private:
  void add(SamplePoint sample) {
    std::string text;
    for (const RealRoot& value : sample.point) text += value.to_string() + ";";
    if (seen_.insert(text).second) points_.push_back(std::move(sample));
  }

  std::optional<SamplePoint> moved(const AlgebraicPoint& from, std::size_t variable, const Rational& move) const {
    if (!from[variable].is_point()) return std::nullopt;
    const PolynomialRing& ring = reduced_.set.ring;
    Values values;
    for (std::size_t v = 0; v < ring.size(); ++v) values.emplace(ring.name(v), from[v]);
    values.insert_or_assign(ring.name(variable), RealRoot(from[variable].lower() + move));
    try {
      solve(reduced_, values);
      const AlgebraicPoint point = point_of(ring, values);
      if (!contains(reduced_.set, point)) return std::nullopt;
      return SamplePoint{components_.component_at(point), simplest_names(point)};
    } catch (const InvalidInput&) {
      return std::nullopt;  // a denominator vanishes there
    } catch (const Undecided&) {
      return std::nullopt;
    }
  }

  const ReducedSet& reduced_;
  const Components& components_;
  std::vector<SamplePoint> points_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<SamplePoint> sample_points(const ReducedSet& reduced, const Components& components, std::size_t wanted) {
  Neighbourhood neighbourhood(reduced, components);
  neighbourhood.add_component_samples();
  neighbourhood.grow_to(wanted);
  return neighbourhood.take();
}

}  // namespace isthmus
