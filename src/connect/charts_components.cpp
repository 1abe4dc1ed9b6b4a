#include <map>

#include "connect/composite_components.hpp"
#include "connect/log_lines.hpp"
#include "decompose/union_find.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

using Overlap = ChartsPart::Overlap;

/// Glued from charts, which are all open or all closed in the set: nodes are the components of the charts, each
/// component of an overlap of two is an edge.
class ChartsComponents : public Components {
 public:
  /// A point of the set lies in chart i if it satisfies conditions[i].
  ChartsComponents(std::vector<Formula> conditions, const std::vector<Overlap>& pairs,
                   std::vector<ComponentsPtr> charts, std::vector<ComponentsPtr> overlaps)
      : conditions_(std::move(conditions)), charts_(std::move(charts)), overlaps_(std::move(overlaps)) {
    std::size_t nodes = 0;
    for (const auto& chart : charts_) {
      first_node_.push_back(nodes);
      nodes += chart->count();
    }
    UnionFind groups(nodes);
    for (std::size_t o = 0; o < overlaps_.size(); ++o)
      for (std::size_t i = 0; i < overlaps_[o]->count(); ++i) {
        const AlgebraicPoint point = overlaps_[o]->sample(i);
        edges_.push_back({node_at(pairs[o].first, point), node_at(pairs[o].second, point), point});
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
  AlgebraicPoint sample(std::size_t i) const override { return another_sample(i, 0); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    const std::size_t node = representatives_.at(i);
    const std::size_t chart = chart_of(node);
    return charts_[chart]->another_sample(node - first_node_[chart], attempt);
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    const std::size_t chart = first_chart_at(point);
    const auto part = charts_[chart]->located(point);
    return part ? std::optional(component_of_node_[first_node_[chart] + *part]) : std::nullopt;
  }
  std::vector<ComponentsPtr> parts() const override {
    std::vector<ComponentsPtr> result = charts_;
    result.insert(result.end(), overlaps_.begin(), overlaps_.end());
    return result;
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    return component_of_node_[some_node_at(point)];
  }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override;
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ", glued from charts:");
    for (std::size_t c = 0; c < charts_.size(); ++c) {
      add_line(lines, indent + 2, "chart " + conditions_[c].to_string());
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
  std::size_t some_node_at(const AlgebraicPoint& point) const { return node_at(first_chart_at(point), point); }

  static bool holds_at(const Formula& condition, const AlgebraicPoint& point) {
    return condition.evaluate([&](const Atom& atom) {
      return holds(atom.relation, sign_at(atom.polynomial, point)) ? Truth::yes : Truth::no;
    }) == Truth::yes;
  }

  std::size_t first_chart_at(const AlgebraicPoint& point) const {
    for (std::size_t c = 0; c < charts_.size(); ++c)
      if (holds_at(conditions_[c], point)) return c;
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

  std::vector<Formula> conditions_;
  std::vector<Edge> edges_;
  std::vector<ComponentsPtr> charts_;
  std::vector<ComponentsPtr> overlaps_;
  std::vector<std::size_t> first_node_;
  std::vector<std::size_t> component_of_node_;
  std::vector<std::size_t> representatives_;
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

std::vector<Formula> nonzero_conditions(const std::vector<Polynomial>& pivots) {
  std::vector<Formula> conditions;
  for (const Polynomial& p : pivots) conditions.push_back(Formula::atom(p, Relation::not_equal));
  return conditions;
}

}  // namespace

ComponentsPtr charts_components(const ChartsPart& part, std::vector<ComponentsPtr> charts,
                                std::vector<ComponentsPtr> overlaps) {
  return std::make_shared<ChartsComponents>(nonzero_conditions(part.pivots), part.overlaps, std::move(charts),
                                            std::move(overlaps));
}

ComponentsPtr cover_components(const CoverPart& part, std::vector<ComponentsPtr> pieces,
                               std::vector<ComponentsPtr> overlaps) {
  return std::make_shared<ChartsComponents>(part.alternatives.options, part.overlaps, std::move(pieces),
                                            std::move(overlaps));
}

}  // namespace isthmus
