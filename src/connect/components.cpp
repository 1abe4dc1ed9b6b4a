#include "connect/components.hpp"

#include <algorithm>
#include <map>

#include "connect/open_path.hpp"
#include "connect/union_find.hpp"
#include "exact/error.hpp"
#include "reduce/line_set.hpp"

namespace isthmus {

namespace {

void add_line(std::vector<std::string>& lines, std::size_t indent, const std::string& text) {
  lines.push_back(std::string(indent, ' ') + text);
}

std::string components_text(std::size_t n) { return std::to_string(n) + (n == 1 ? " component" : " components"); }

class NoComponents : public Components {
 public:
  std::size_t count() const override { return 0; }
  AlgebraicPoint sample(std::size_t) const override { throw InvalidInput("the empty set has no component"); }
  std::size_t component_at(const AlgebraicPoint&) const override { throw InvalidInput("the empty set has no point"); }
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
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override { return {}; }
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, "1 component: a point");
  }
};

class OpenSetComponents : public Components {
 public:
  OpenSetComponents(const SemialgebraicSet& set, const std::vector<std::string>& order, const Progress& progress)
      : open_(set, order, progress) {}

  const OpenComponents& open() const { return open_; }
  std::size_t count() const override { return open_.count(); }
  AlgebraicPoint sample(std::size_t i) const override { return to_algebraic(open_.sample(i)); }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    const auto rational = to_rational(point);
    if (!rational) throw Undecided("a point with irrational coordinates was not located in an open set");
    const auto component = open_.component_at(*rational);
    ensure(component.has_value(), "a point of an open set lies in none of its components");
    return *component;
  }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    const auto start = to_rational(from);
    const auto end = to_rational(to);
    if (!start || !end) throw Undecided("no path is built between points with irrational coordinates in an open set");
    PathLeg leg;
    for (const Point& vertex : path_in_open_set(open_, *start, *end)) leg.vertices.push_back(to_algebraic(vertex));
    return {leg};
  }
  std::vector<Polynomial> separators() const override {
    std::vector<Polynomial> result;
    for (std::size_t i : open_.separators()) result.push_back(open_.condition().factors()[i].in_ring(open_.ring()));
    return result;
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override { describe_open(open_, lines, indent); }

 private:
  static void describe_open(const OpenComponents& open, std::vector<std::string>& lines, std::size_t indent);
  OpenComponents open_;
};

class LineComponents : public Components {
 public:
  explicit LineComponents(const SemialgebraicSet& set) : line_(set) {}

  std::size_t count() const override { return line_.components().size(); }
  AlgebraicPoint sample(std::size_t i) const override { return {line_.components().at(i).sample}; }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    const auto component = line_.component_at(point.at(0));
    ensure(component.has_value(), "a point of a subset of the line lies in none of its components");
    return *component;
  }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    return {{{from, to}, {}, {}}};
  }
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + " on the line");
  }

 private:
  LineSet line_;
};

/// The graph of quotients over a base.
class GraphComponents : public Components {
 public:
  GraphComponents(const ReducedSet& reduced, const GraphPart& part, ComponentsPtr base)
      : ring_(reduced.set.ring), solved_(part.solved), base_(std::move(base)) {}

  const Components& base() const { return *base_; }
  std::size_t count() const override { return base_->count(); }
  AlgebraicPoint sample(std::size_t i) const override { return above(base_->sample(i)); }
  std::size_t component_at(const AlgebraicPoint& point) const override { return base_->component_at(below(point)); }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    std::vector<PathLeg> legs = base_->path(below(from), below(to));
    for (PathLeg& leg : legs) {
      for (AlgebraicPoint& vertex : leg.vertices) vertex = above(vertex);
      leg = in_larger_ring(std::move(leg));
    }
    if (legs.empty()) legs.push_back({{from, to}, {}, {}});
    return legs;
  }
  std::vector<Polynomial> separators() const override {
    std::vector<Polynomial> result;
    for (const Polynomial& p : base_->separators()) result.push_back(p.in_ring(ring_));
    for (const Solved& s : solved_)
      if (!s.denominator.is_constant()) result.push_back(s.denominator);
    return result;
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ": the graph has those of its base");
    base_->describe(lines, indent + 2);
  }

 private:
  bool is_solved(std::size_t variable) const {
    return std::any_of(solved_.begin(), solved_.end(), [&](const Solved& s) { return s.variable == variable; });
  }

  AlgebraicPoint above(const AlgebraicPoint& base_point) const {
    AlgebraicPoint point(ring_.size(), RealRoot(Rational(0)));
    std::size_t next = 0;
    for (std::size_t v = 0; v < ring_.size(); ++v)
      if (!is_solved(v)) point[v] = base_point.at(next++);
    for (const Solved& s : solved_) point[s.variable] = quotient_at(s.numerator, s.denominator, point);
    return point;
  }

  AlgebraicPoint below(const AlgebraicPoint& point) const {
    AlgebraicPoint base_point;
    for (std::size_t v = 0; v < ring_.size(); ++v)
      if (!is_solved(v)) base_point.push_back(point.at(v));
    return base_point;
  }

  /// Rules of a leg of the base, over this ring, followed by the own ones.
  PathLeg in_larger_ring(PathLeg leg) const {
    std::vector<unsigned> weights;
    std::size_t next = 0;
    for (std::size_t v = 0; v < ring_.size() && !leg.weights.empty(); ++v)
      weights.push_back(is_solved(v) ? 0 : leg.weights.at(next++));
    leg.weights = std::move(weights);
    for (Solved& s : leg.solved) s = {*ring_.index_of(s.numerator.ring().name(s.variable)), s.numerator.in_ring(ring_), s.denominator.in_ring(ring_)};
    leg.solved.insert(leg.solved.end(), solved_.begin(), solved_.end());
    return leg;
  }

  PolynomialRing ring_;
  std::vector<Solved> solved_;
  ComponentsPtr base_;
};

class ProductComponents : public Components {
 public:
  ProductComponents(const ReducedSet& reduced, const ProductPart& part, std::vector<ComponentsPtr> factors)
      : ring_(reduced.set.ring), factors_(std::move(factors)) {
    for (const auto& factor : part.factors) {
      places_.emplace_back();
      for (const std::string& name : factor->set.ring.names()) places_.back().push_back(*ring_.index_of(name));
    }
  }

  std::size_t count() const override {
    std::size_t product = 1;
    for (const auto& factor : factors_) product *= factor->count();
    return product;
  }
  AlgebraicPoint sample(std::size_t i) const override {
    AlgebraicPoint point(ring_.size(), RealRoot(Rational(0)));
    for (std::size_t f = factors_.size(); f-- > 0;) {
      const AlgebraicPoint part = factors_[f]->sample(i % factors_[f]->count());
      i /= factors_[f]->count();
      for (std::size_t k = 0; k < part.size(); ++k) point[places_[f][k]] = part[k];
    }
    return point;
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    std::size_t index = 0;
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      index = index * factors_[f]->count() + factors_[f]->component_at(part_of(point, f));
    }
    return index;
  }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    std::vector<PathLeg> legs;
    AlgebraicPoint here = from;
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      for (PathLeg leg : factors_[f]->path(part_of(here, f), part_of(to, f))) {
        for (AlgebraicPoint& vertex : leg.vertices) vertex = with_part(here, f, vertex);
        for (Solved& s : leg.solved)
          s = {*ring_.index_of(s.numerator.ring().name(s.variable)), s.numerator.in_ring(ring_), s.denominator.in_ring(ring_)};
        if (!leg.weights.empty()) leg.weights = spread(f, leg.weights);
        legs.push_back(std::move(leg));
      }
      here = with_part(here, f, part_of(to, f));
    }
    return legs;
  }
  std::vector<Polynomial> separators() const override {
    std::vector<Polynomial> result;
    for (const auto& factor : factors_)
      for (const Polynomial& p : factor->separators()) result.push_back(p.in_ring(ring_));
    return result;
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    std::string product;
    for (const auto& factor : factors_) product += (product.empty() ? "" : " * ") + std::to_string(factor->count());
    add_line(lines, indent, components_text(count()) + " = " + product + ": a product");
    for (const auto& factor : factors_) factor->describe(lines, indent + 2);
  }

 private:
  AlgebraicPoint part_of(const AlgebraicPoint& point, std::size_t f) const {
    AlgebraicPoint part;
    for (std::size_t v : places_[f]) part.push_back(point.at(v));
    return part;
  }

  AlgebraicPoint with_part(AlgebraicPoint point, std::size_t f, const AlgebraicPoint& part) const {
    for (std::size_t k = 0; k < part.size(); ++k) point[places_[f][k]] = part[k];
    return point;
  }

  std::vector<unsigned> spread(std::size_t f, const std::vector<unsigned>& weights) const {
    std::vector<unsigned> all(ring_.size(), 0);
    for (std::size_t k = 0; k < weights.size(); ++k) all[places_[f][k]] = weights[k];
    return all;
  }

  PolynomialRing ring_;
  std::vector<ComponentsPtr> factors_;
  std::vector<std::vector<std::size_t>> places_;
};

class SumComponents : public Components {
 public:
  SumComponents(const SumPart& part, std::vector<ComponentsPtr> pieces) : pieces_(std::move(pieces)) {
    for (const auto& piece : part.pieces) sets_.push_back(piece->set);
  }

  std::size_t count() const override {
    std::size_t sum = 0;
    for (const auto& piece : pieces_) sum += piece->count();
    return sum;
  }
  AlgebraicPoint sample(std::size_t i) const override {
    for (const auto& piece : pieces_) {
      if (i < piece->count()) return piece->sample(i);
      i -= piece->count();
    }
    throw InvalidInput("no component has this number");
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    std::size_t before = 0;
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      if (contains(sets_[p], point)) return before + pieces_[p]->component_at(point);
      before += pieces_[p]->count();
    }
    throw InternalError("a point of a union lies in none of its pieces");
  }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    for (std::size_t p = 0; p < pieces_.size(); ++p)
      if (contains(sets_[p], from)) return pieces_[p]->path(from, to);
    throw InternalError("a point of a union lies in none of its pieces");
  }
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    std::string sum;
    for (const auto& piece : pieces_) sum += (sum.empty() ? "" : " + ") + std::to_string(piece->count());
    add_line(lines, indent, components_text(count()) + " = " + sum + ": a disjoint union of closed pieces");
    for (const auto& piece : pieces_) piece->describe(lines, indent + 2);
  }

 private:
  std::vector<SemialgebraicSet> sets_;
  std::vector<ComponentsPtr> pieces_;
};

/// Glued from charts: nodes are the components of the charts, each component of an overlap of two is an edge.
class ChartsComponents : public Components {
 public:
  ChartsComponents(const ChartsPart& part, std::vector<ComponentsPtr> charts, std::vector<ComponentsPtr> overlaps)
      : pivots_(part.pivots), charts_(std::move(charts)), overlaps_(std::move(overlaps)) {
    std::size_t nodes = 0;
    for (const auto& chart : charts_) {
      first_node_.push_back(nodes);
      nodes += chart->count();
    }
    UnionFind groups(nodes);
    for (std::size_t o = 0; o < overlaps_.size(); ++o)
      for (std::size_t i = 0; i < overlaps_[o]->count(); ++i) {
        const AlgebraicPoint point = overlaps_[o]->sample(i);
        edges_.push_back({node_at(part.overlaps[o].first, point), node_at(part.overlaps[o].second, point), point});
        groups.join(edges_.back().first, edges_.back().second);
      }
    std::map<std::size_t, std::size_t> number;
    for (std::size_t node = 0; node < nodes; ++node) {
      const auto [entry, added] = number.emplace(groups.find(node), number.size());
      component_of_node_.push_back(entry->second);
      if (added) representatives_.push_back(node);
    }
  }

  std::size_t count() const override { return representatives_.size(); }
  AlgebraicPoint sample(std::size_t i) const override {
    const std::size_t node = representatives_.at(i);
    const std::size_t chart = chart_of(node);
    return charts_[chart]->sample(node - first_node_[chart]);
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    return component_of_node_[some_node_at(point)];
  }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override;
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ", glued from charts:");
    for (std::size_t c = 0; c < charts_.size(); ++c) {
      add_line(lines, indent + 2, "chart " + pivots_[c].to_string() + " != 0");
      charts_[c]->describe(lines, indent + 4);
    }
    for (const auto& overlap : overlaps_) {
      add_line(lines, indent + 2, "overlap, each component an edge between components of two charts");
      overlap->describe(lines, indent + 4);
    }
  }

 private:
  std::size_t node_at(std::size_t chart, const AlgebraicPoint& point) const {
    return first_node_[chart] + charts_[chart]->component_at(point);
  }

  /// A node of a chart that contains the point.
  std::size_t some_node_at(const AlgebraicPoint& point) const {
    for (std::size_t c = 0; c < charts_.size(); ++c)
      if (sign_at(pivots_[c], point) != 0) return node_at(c, point);
    throw InternalError("a point of the set lies in no chart");
  }

  std::size_t chart_of(std::size_t node) const {
    std::size_t chart = charts_.size() - 1;
    while (first_node_[chart] > node) --chart;
    return chart;
  }

  /// Two nodes that share a component of an overlap, and a point of it.
  struct Edge {
    std::size_t first;
    std::size_t second;
    AlgebraicPoint point;
  };

  std::vector<Polynomial> pivots_;
  std::vector<Edge> edges_;
  std::vector<ComponentsPtr> charts_;
  std::vector<ComponentsPtr> overlaps_;
  std::vector<std::size_t> first_node_;
  std::vector<std::size_t> component_of_node_;
  std::vector<std::size_t> representatives_;
};

class ContractionComponents : public Components {
 public:
  ContractionComponents(PolynomialRing ring, std::vector<unsigned> weights, ComponentsPtr core)
      : ring_(std::move(ring)), weights_(std::move(weights)), core_(std::move(core)) {}

  std::size_t count() const override { return core_->count(); }
  AlgebraicPoint sample(std::size_t i) const override { return with_zeros(core_->sample(i)); }
  std::size_t component_at(const AlgebraicPoint& point) const override { return core_->component_at(fixed_part(point)); }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    std::vector<PathLeg> legs{{{from, contracted(from)}, {}, weights_}};
    for (PathLeg leg : core_->path(fixed_part(from), fixed_part(to))) {
      for (AlgebraicPoint& vertex : leg.vertices) vertex = with_zeros(vertex);
      for (Solved& s : leg.solved)
        s = {*ring_.index_of(s.numerator.ring().name(s.variable)), s.numerator.in_ring(ring_), s.denominator.in_ring(ring_)};
      if (!leg.weights.empty()) {
        std::vector<unsigned> all(weights_.size(), 0);
        for (std::size_t v = 0, next = 0; v < all.size(); ++v)
          if (weights_[v] == 0) all[v] = leg.weights.at(next++);
        leg.weights = std::move(all);
      }
      legs.push_back(std::move(leg));
    }
    legs.push_back({{contracted(to), to}, {}, weights_});
    return legs;
  }
  std::vector<Polynomial> separators() const override {
    std::vector<Polynomial> result;
    for (const Polynomial& p : core_->separators()) result.push_back(p.in_ring(ring_));
    return result;
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ": those of the contracted set");
    core_->describe(lines, indent + 2);
  }

 private:
  AlgebraicPoint fixed_part(const AlgebraicPoint& point) const {
    AlgebraicPoint fixed;
    for (std::size_t v = 0; v < weights_.size(); ++v)
      if (weights_[v] == 0) fixed.push_back(point.at(v));
    return fixed;
  }
  AlgebraicPoint with_zeros(const AlgebraicPoint& fixed) const {
    AlgebraicPoint point(weights_.size(), RealRoot(Rational(0)));
    for (std::size_t v = 0, next = 0; v < weights_.size(); ++v)
      if (weights_[v] == 0) point[v] = fixed.at(next++);
    return point;
  }
  AlgebraicPoint contracted(const AlgebraicPoint& point) const { return with_zeros(fixed_part(point)); }

  PolynomialRing ring_;
  std::vector<unsigned> weights_;
  ComponentsPtr core_;
};

/// Breadth first through the graph of charts; every edge is passed at its point.
std::vector<PathLeg> ChartsComponents::path(const AlgebraicPoint& from, const AlgebraicPoint& to) const {
  const std::size_t start = some_node_at(from);
  const std::size_t end = some_node_at(to);
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> arrived_by(component_of_node_.size(), none);
  std::vector<std::size_t> queue{start};
  for (std::size_t q = 0; q < queue.size() && queue[q] != end; ++q)
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      if (edges_[e].first != queue[q] && edges_[e].second != queue[q]) continue;
      const std::size_t other = edges_[e].first + edges_[e].second - queue[q];
      if (other == start || arrived_by[other] != none) continue;
      arrived_by[other] = e;
      queue.push_back(other);
    }
  std::vector<std::size_t> edges;
  for (std::size_t node = end; node != start;) {
    ensure(arrived_by[node] != none, "two nodes of one component are not linked by overlaps");
    edges.push_back(arrived_by[node]);
    node = edges_[arrived_by[node]].first + edges_[arrived_by[node]].second - node;
  }
  std::vector<PathLeg> legs;
  AlgebraicPoint here = from;
  std::size_t node = start;
  const auto go = [&](const AlgebraicPoint& next) {
    for (PathLeg& leg : charts_[chart_of(node)]->path(here, next)) legs.push_back(std::move(leg));
    here = next;
  };
  for (std::size_t i = edges.size(); i-- > 0;) {
    const Edge& edge = edges_[edges[i]];
    go(edge.point);
    node = edge.first + edge.second - node;
  }
  go(to);
  return legs;
}

void OpenSetComponents::describe_open(const OpenComponents& open, std::vector<std::string>& lines, std::size_t indent) {
  std::string order;
  for (const std::string& name : open.projection().ring().names()) order += (order.empty() ? "" : ", ") + name;
  add_line(lines, indent, components_text(open.count()) + " of the open set; projection order (" + order + "), " +
                              std::to_string(open.tree().leaves().size()) + " open cells in the set");
  for (const std::string& text : open.projection().describe()) add_line(lines, indent + 2, text);
  std::size_t crossings = 0;
  for (const Join& join : open.joins()) crossings += join.crossing ? 1 : 0;
  add_line(lines, indent + 2, "joined by " + std::to_string(open.joins().size() - crossings) + " segments and " +
                                  std::to_string(crossings) + " wall crossings");
  std::string separators;
  for (std::size_t i : open.separators())
    separators += (separators.empty() ? "" : ", ") + open.condition().factors()[i].to_string();
  if (open.separation() == Separation::signs)
    add_line(lines, indent + 2, "separated by the signs of polynomials without zero on the set: " + separators);
  if (open.separation() == Separation::decomposition)
    add_line(lines, indent + 2, "separated because every wall that lies in the set was crossed");
}

class Counter {
 public:
  explicit Counter(const CountOptions& options) : options_(options) {}

  ComponentsPtr count(const ReducedSet& reduced) const {
    return std::visit([&](const auto& part) { return count(reduced, part); }, reduced.part);
  }

 private:
  ComponentsPtr count(const ReducedSet&, const EmptyPart&) const { return std::make_shared<NoComponents>(); }
  ComponentsPtr count(const ReducedSet& reduced, const PointPart&) const {
    if (reduced.set.formula.is(Formula::Kind::falsity)) return std::make_shared<NoComponents>();
    ensure(reduced.set.formula.is(Formula::Kind::truth), "a condition without variables is neither true nor false");
    return std::make_shared<OnePoint>();
  }
  ComponentsPtr count(const ReducedSet& reduced, const LinePart&) const {
    return std::make_shared<LineComponents>(reduced.set);
  }
  ComponentsPtr count(const ReducedSet& reduced, const OpenPart&) const {
    return std::make_shared<OpenSetComponents>(reduced.set, order_for(reduced.set), options_.progress);
  }
  ComponentsPtr count(const ReducedSet& reduced, const GraphPart& part) const {
    return std::make_shared<GraphComponents>(reduced, part, count(*part.base));
  }
  ComponentsPtr count(const ReducedSet& reduced, const ProductPart& part) const {
    return std::make_shared<ProductComponents>(reduced, part, count_all(part.factors));
  }
  ComponentsPtr count(const ReducedSet&, const SumPart& part) const {
    return std::make_shared<SumComponents>(part, count_all(part.pieces));
  }
  ComponentsPtr count(const ReducedSet&, const ChartsPart& part) const {
    std::vector<ReducedSetPtr> overlaps;
    for (const auto& overlap : part.overlaps) overlaps.push_back(overlap.set);
    return std::make_shared<ChartsComponents>(part, count_all(part.charts), count_all(overlaps));
  }
  ComponentsPtr count(const ReducedSet& reduced, const ContractionPart& part) const {
    return std::make_shared<ContractionComponents>(reduced.set.ring, part.weights, count(*part.core));
  }
  ComponentsPtr count(const ReducedSet&, const OutsidePart& part) const { throw Undecided(part.reason); }

  std::vector<ComponentsPtr> count_all(const std::vector<ReducedSetPtr>& sets) const {
    std::vector<ComponentsPtr> result;
    for (const auto& set : sets) result.push_back(count(*set));
    return result;
  }

  std::vector<std::string> order_for(const SemialgebraicSet& set) const {
    std::vector<std::string> given = options_.order;
    std::vector<std::string> needed = set.ring.names();
    std::sort(given.begin(), given.end());
    std::sort(needed.begin(), needed.end());
    return given == needed ? options_.order : std::vector<std::string>{};
  }

  const CountOptions& options_;
};

}  // namespace

ComponentsPtr count_components(const ReducedSetPtr& reduced, const CountOptions& options) {
  require(reduced->set.parameter_count == 0, "a family must be specialised before its components are counted");
  const std::string outside = outside_reason(*reduced);
  if (!outside.empty()) throw Undecided(outside);
  return Counter(options).count(*reduced);
}

const OpenComponents* open_core(const Components& components) {
  if (const auto* open = dynamic_cast<const OpenSetComponents*>(&components)) return &open->open();
  if (const auto* graph = dynamic_cast<const GraphComponents*>(&components)) return open_core(graph->base());
  return nullptr;
}

bool contains(const SemialgebraicSet& set, const AlgebraicPoint& point) {
  return set.formula.evaluate([&](const Atom& atom) {
    return holds(atom.relation, sign_at(atom.polynomial, point)) ? Truth::yes : Truth::no;
  }) == Truth::yes;
}

}  // namespace isthmus
