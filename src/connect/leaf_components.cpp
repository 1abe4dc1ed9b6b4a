#include "connect/leaf_components.hpp"

#include <algorithm>

#include "connect/evidence.hpp"
#include "connect/log_lines.hpp"
#include "connect/nearby.hpp"
#include "connect/open_path.hpp"
#include "connect/thickened_components.hpp"
#include "exact/error.hpp"
#include "reduce/line_set.hpp"

namespace isthmus {

namespace {

class NoComponents : public Components {
 public:
  std::size_t count() const override { return 0; }
  AlgebraicPoint sample(std::size_t) const override { throw InvalidInput("the empty set has no component"); }
  std::size_t component_at(const AlgebraicPoint&) const override { throw InvalidInput("the empty set has no point"); }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override { return component_at(point); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t) const override { return sample(i); }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override {
    throw InvalidInput("the empty set has no point");
  }
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, "0 components: the set is empty");
  }
};

/// A point in R^0.
class OnePoint : public Components {
 public:
  std::size_t count() const override { return 1; }
  AlgebraicPoint sample(std::size_t) const override { return {}; }
  std::size_t component_at(const AlgebraicPoint&) const override { return 0; }
  std::optional<std::size_t> located(const AlgebraicPoint&) const override { return 0; }
  AlgebraicPoint another_sample(std::size_t, std::size_t) const override { return {}; }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override { return {}; }
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, "1 component: a point");
  }
};

class LineComponents : public Components {
 public:
  explicit LineComponents(const SemialgebraicSet& set) : set_(set), line_(set) {}

  std::size_t count() const override { return line_.components().size(); }
  AlgebraicPoint sample(std::size_t i) const override { return {line_.components().at(i).sample}; }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    const auto component = line_.component_at(point.at(0));
    ensure(component.has_value(), "a point of a subset of the line lies in none of its components");
    return *component;
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    return line_.component_at(point.at(0));
  }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    const RealRoot first = line_.components().at(i).sample;
    if (!first.is_point() || attempt == 0) return {first};
    const RealRoot other(beside(Point{first.lower()}, attempt).front());
    return {line_.component_at(other) == i ? other : first};
  }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    return {{{from, to}, {}, {}}};
  }
  /// Factors of the conditions whose roots all lie outside the set.
  std::vector<Polynomial> separators() const override {
    std::vector<Polynomial> result;
    for (const Atom& atom : set_.formula.atoms())
      for (const auto& power : atom.polynomial.factor().powers)
        if (vanishes_nowhere(power.factor) && std::find(result.begin(), result.end(), power.factor) == result.end())
          result.push_back(power.factor);
    return result;
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + " on the line");
  }

 private:
  bool vanishes_nowhere(const Polynomial& factor) const {
    const std::vector<RealRoot> roots = isolate_real_roots(factor.to_univariate(0));
    return std::none_of(roots.begin(), roots.end(),
                        [&](const RealRoot& root) { return line_.component_at(root).has_value(); });
  }

  SemialgebraicSet set_;
  LineSet line_;
};

class OpenSetComponents : public Components {
 public:
  OpenSetComponents(const SemialgebraicSet& set, const std::vector<std::string>& order, const Progress& progress)
      : set_(set), open_(set, order, progress) {}

  const OpenComponents* open_core() const override { return &open_; }
  std::size_t count() const override { return open_.count(); }
  AlgebraicPoint sample(std::size_t i) const override { return to_algebraic(open_.sample(i)); }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    const auto rational = to_rational(point);
    const auto component = open_.component_at(rational ? *rational : rational_point_beside(point));
    ensure(component.has_value(), "a point of an open set lies in none of its components");
    return *component;
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    const auto rational = to_rational(point);
    if (!rational) return std::nullopt;
    const auto leaf = locate(open_.projection(), open_.tree(), open_.to_projection_order(*rational));
    return leaf ? std::optional(open_.component_of_leaf(*leaf)) : std::nullopt;
  }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    const AlgebraicPoint first = sample(i);
    if (attempt == 0) return first;
    const AlgebraicPoint other = to_algebraic(beside(*to_rational(first), attempt));
    return located(other) == i ? other : first;
  }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    const auto start = to_rational(from);
    const auto end = to_rational(to);
    PathLeg leg;
    if (!start) leg.vertices.push_back(from);
    for (const Point& vertex : path_in_open_set(open_, start ? *start : rational_point_beside(from),
                                                end ? *end : rational_point_beside(to)))
      leg.vertices.push_back(to_algebraic(vertex));
    if (!end) leg.vertices.push_back(to);
    return {leg};
  }
  std::vector<Polynomial> separators() const override {
    std::vector<Polynomial> result;
    for (std::size_t i : open_.separators()) result.push_back(open_.condition().factors()[i].in_ring(open_.ring()));
    return result;
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    describe_open(open_, lines, indent);
  }

 private:
  /// A rational point of a box around the given one that lies in the set.
  Point rational_point_beside(AlgebraicPoint point) const {
    constexpr long highest_precision = 4096;
    for (long precision = 32; precision <= highest_precision; precision *= 2) {
      for (RealRoot& x : point)
        if (!x.is_point()) x.refine_to(pow(Rational(1, 2), precision / 2));
      if (!box_inside(set_.formula, point, 2 * precision)) continue;
      Point inside;
      for (const RealRoot& x : point) inside.push_back(x.is_point() ? x.lower() : midpoint(x.lower(), x.upper()));
      return inside;
    }
    throw Undecided("no box around a point with irrational coordinates was shown to lie in the open set");
  }
  static void describe_open(const OpenComponents& open, std::vector<std::string>& lines, std::size_t indent);
  SemialgebraicSet set_;
  OpenComponents open_;
};

void OpenSetComponents::describe_open(const OpenComponents& open, std::vector<std::string>& lines, std::size_t indent) {
  std::string order;
  for (const std::string& name : open.projection().ring().names()) order += (order.empty() ? "" : ", ") + name;
  add_line(lines, indent,
           components_text(open.count()) + " of the open set; projection order (" + order + "), " +
               std::to_string(open.tree().leaves().size()) + " open cells in the set");
  constexpr std::size_t listed = 64;
  for (const std::string& text : evidence_lines(open, listed)) add_line(lines, indent + 2, text);
}

}  // namespace

ComponentsPtr no_components() { return std::make_shared<NoComponents>(); }

ComponentsPtr one_point() { return std::make_shared<OnePoint>(); }

ComponentsPtr line_components(const SemialgebraicSet& set) { return std::make_shared<LineComponents>(set); }

ComponentsPtr open_set_components(const SemialgebraicSet& set, const std::vector<std::string>& order,
                                  const Progress& progress) {
  return std::make_shared<OpenSetComponents>(set, order, progress);
}

}  // namespace isthmus
