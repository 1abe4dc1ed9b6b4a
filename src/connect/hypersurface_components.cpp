#include <algorithm>
#include <map>
#include <utility>

#include "connect/composite_components.hpp"
#include "connect/hypersurface_sides.hpp"
#include "connect/log_lines.hpp"
#include "decompose/gaps.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The two components of the complement between which a component lies, the lesser one first.
using Between = std::pair<std::size_t, std::size_t>;

Point on_segment(const Point& from, const Point& to, const Rational& t) {
  Point point;
  for (std::size_t i = 0; i < from.size(); ++i) point.push_back(from[i] + t * (to[i] - from[i]));
  return point;
}

AlgebraicPoint on_segment(const Point& from, const Point& to, const RealRoot& t) {
  if (t.is_point()) return to_algebraic(on_segment(from, to, t.lower()));
  const PolynomialRing line({"t"});
  const Polynomial parameter = Polynomial::variable(line, 0);
  AlgebraicPoint point;
  for (std::size_t i = 0; i < from.size(); ++i)
    point.push_back(quotient_at(Polynomial(line, from[i]) + (to[i] - from[i]) * parameter,
                                Polynomial(line, Rational(1)), {t}));
  return point;
}

Point rational(const AlgebraicPoint& point) {
  auto result = to_rational(point);
  ensure(result.has_value(), "an open set has a sample point that is not rational");
  return std::move(*result);
}

/// A component of the hypersurface for each pair of components of the complement that have it in common: these and the
/// components are the vertices and edges of a forest, with one tree in each component of the space.
class HypersurfaceComponents : public Components {
 public:
  HypersurfaceComponents(const ReducedSet& reduced, const HypersurfacePart& part, ComponentsPtr complement,
                         ComponentsPtr space)
      : equation_(part.hypersurface.equation),
        sides_(equation_, part.space->set),
        complement_(std::move(complement)),
        space_(std::move(space)) {
    ensure(reduced.set.parameter_count == 0, "a hypersurface is counted without parameters");
    std::map<std::size_t, Point> first_in;  // of the components of the space
    for (std::size_t i = 0; i < complement_->count(); ++i) {
      const Point sample = rational(complement_->sample(i));
      const auto [entry, added] = first_in.emplace(space_->component_at(to_algebraic(sample)), sample);
      if (!added) cross(entry->second, sample);
    }
    ensure(first_in.size() == space_->count(), "a smooth hypersurface fills a component of space");
    ensure(samples_.size() + space_->count() == complement_->count(),
           "a smooth hypersurface does not have the expected number of components");
    for (const auto& [between, sample] : samples_) between_.push_back(between);
  }

  std::size_t count() const override { return between_.size(); }
  AlgebraicPoint sample(std::size_t i) const override { return samples_.at(between_.at(i)); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    if (attempt == 0) return sample(i);
    const auto [a, b] = between_.at(i);
    const auto from = to_rational(complement_->another_sample(a, attempt));
    const auto to = to_rational(complement_->another_sample(b, attempt));
    std::map<Between, AlgebraicPoint> found;
    if (from && to) cross(*from, *to, found);
    const auto here = found.find({a, b});
    return here == found.end() ? sample(i) : here->second;
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    constexpr std::size_t attempts = 60;
    for (std::size_t attempt = 0; attempt < attempts; ++attempt)
      if (const auto sides = sides_.at(point, attempt))
        return number_of(complement_->component_at(to_algebraic(sides->negative)),
                         complement_->component_at(to_algebraic(sides->positive)));
    throw Undecided("the sides of a hypersurface were not found at one of its points");
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    constexpr std::size_t attempts = 24;
    for (std::size_t attempt = 0; attempt < attempts; ++attempt) {
      const auto sides = sides_.at(point, attempt);
      if (!sides) continue;
      const auto negative = complement_->located(to_algebraic(sides->negative));
      const auto positive = complement_->located(to_algebraic(sides->positive));
      if (negative && positive) return number_of(*negative, *positive);
    }
    return std::nullopt;
  }
  std::vector<ComponentsPtr> parts() const override { return {complement_, space_}; }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override {
    throw Undecided("no path is built on a hypersurface that was counted by its sides");
  }
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent,
             components_text(count()) + ": the rest of the space, which has " + components_text(space_->count()) +
                 ", has " + components_text(complement_->count()));
    for (std::size_t i = 0; i < count(); ++i)
      add_line(lines, indent + 2,
               "component " + std::to_string(i + 1) + ": between " + std::to_string(between_[i].first + 1) + " and " +
                   std::to_string(between_[i].second + 1));
    complement_->describe(lines, indent + 2);
  }

 private:
  std::size_t number_of(std::size_t a, std::size_t b) const {
    const Between between = std::minmax(a, b);
    const auto found = std::lower_bound(between_.begin(), between_.end(), between);
    ensure(found != between_.end() && *found == between, "a hypersurface has other sides at one of its points");
    return static_cast<std::size_t>(found - between_.begin());
  }

  void cross(const Point& from, const Point& to) { cross(from, to, samples_); }

  /// Adds the places where a segment, which lies in the space, goes from one component of the complement to another.
  void cross(const Point& from, const Point& to, std::map<Between, AlgebraicPoint>& samples) const {
    std::vector<RealRoot> roots;
    for (RealRoot& root : isolate_real_roots(equation_.restrict_to_line(from, to)))
      if (root.compare(Rational(0)) > 0 && root.compare(Rational(1)) < 0) roots.push_back(std::move(root));
    Point last = from;
    std::size_t before = complement_->component_at(to_algebraic(from));
    for (std::size_t i = 0; i < roots.size(); ++i) {
      Point next = i + 1 < roots.size() ? on_segment(from, to, simplest_between(roots[i], roots[i + 1])) : to;
      const std::size_t after = complement_->component_at(to_algebraic(next));
      if (after != before) {
        const Between between = std::minmax(before, after);
        if (samples.count(between) == 0) {
          std::optional<AlgebraicPoint> simple;
          if (!roots[i].is_point()) simple = simple_sample(last, after);
          if (!roots[i].is_point() && !simple) simple = simple_sample(next, before);
          samples.emplace(between, simple ? std::move(*simple) : on_segment(from, to, roots[i]));
        }
      }
      before = after;
      last = std::move(next);
    }
  }

  /// A place where a line through a point of the complement, parallel to an axis, first meets the hypersurface and goes
  /// on to another component of the complement: of the coordinates at most one is not rational.
  std::optional<AlgebraicPoint> simple_sample(const Point& from, std::size_t beyond) const {
    for (std::size_t v = 0; v < from.size(); ++v) {
      Point zero = from;
      Point one = from;
      zero[v] = Rational(0);
      one[v] = Rational(1);
      const UnivariatePolynomial along = equation_.restrict_to_line(zero, one);
      if (along.is_constant()) continue;
      const std::vector<RealRoot> roots = isolate_real_roots(along);
      const std::vector<Rational> gaps = gap_samples(roots);
      const auto here = static_cast<std::size_t>(std::count_if(
          roots.begin(), roots.end(), [&](const RealRoot& root) { return root.compare(from[v]) < 0; }));
      const auto leads_beyond = [&](std::size_t gap) {
        Point there = from;
        there[v] = gaps[gap];
        return sides_.are_together(from, there) && complement_->component_at(to_algebraic(there)) == beyond;
      };
      AlgebraicPoint sample = to_algebraic(from);
      if (here < roots.size() && leads_beyond(here + 1))
        sample[v] = roots[here];
      else if (here > 0 && leads_beyond(here - 1))
        sample[v] = roots[here - 1];
      else
        continue;
      return sample;
    }
    return std::nullopt;
  }

  Polynomial equation_;
  HypersurfaceSides sides_;
  ComponentsPtr complement_;
  ComponentsPtr space_;
  std::map<Between, AlgebraicPoint> samples_;
  std::vector<Between> between_;  ///< ascending
};

}  // namespace

ComponentsPtr hypersurface_components(const ReducedSet& reduced, const HypersurfacePart& part, ComponentsPtr complement,
                                      ComponentsPtr space) {
  return std::make_shared<HypersurfaceComponents>(reduced, part, std::move(complement), std::move(space));
}

}  // namespace isthmus
