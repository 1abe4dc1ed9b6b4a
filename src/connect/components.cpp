#include "connect/components.hpp"

#include <algorithm>
#include <map>

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
  AlgebraicPoint sample(std::size_t i) const override {
    const AlgebraicPoint below = base_->sample(i);
    AlgebraicPoint point(ring_.size(), RealRoot(Rational(0)));
    std::size_t next = 0;
    for (std::size_t v = 0; v < ring_.size(); ++v)
      if (!is_solved(v)) point[v] = below.at(next++);
    for (const Solved& s : solved_) point[s.variable] = quotient_at(s.numerator, s.denominator, point);
    return point;
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    AlgebraicPoint below;
    for (std::size_t v = 0; v < ring_.size(); ++v)
      if (!is_solved(v)) below.push_back(point.at(v));
    return base_->component_at(below);
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ": the graph has those of its base");
    base_->describe(lines, indent + 2);
  }

 private:
  bool is_solved(std::size_t variable) const {
    return std::any_of(solved_.begin(), solved_.end(), [&](const Solved& s) { return s.variable == variable; });
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
      AlgebraicPoint part;
      for (std::size_t v : places_[f]) part.push_back(point.at(v));
      index = index * factors_[f]->count() + factors_[f]->component_at(part);
    }
    return index;
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    std::string product;
    for (const auto& factor : factors_) product += (product.empty() ? "" : " * ") + std::to_string(factor->count());
    add_line(lines, indent, components_text(count()) + " = " + product + ": a product");
    for (const auto& factor : factors_) factor->describe(lines, indent + 2);
  }

 private:
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
        groups.join(node_at(part.overlaps[o].first, point), node_at(part.overlaps[o].second, point));
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
    std::size_t chart = charts_.size() - 1;
    while (first_node_[chart] > node) --chart;
    return charts_[chart]->sample(node - first_node_[chart]);
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    for (std::size_t c = 0; c < charts_.size(); ++c)
      if (sign_at(pivots_[c], point) != 0) return component_of_node_[node_at(c, point)];
    throw InternalError("a point of the set lies in no chart");
  }
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

  std::vector<Polynomial> pivots_;
  std::vector<ComponentsPtr> charts_;
  std::vector<ComponentsPtr> overlaps_;
  std::vector<std::size_t> first_node_;
  std::vector<std::size_t> component_of_node_;
  std::vector<std::size_t> representatives_;
};

class ContractionComponents : public Components {
 public:
  ContractionComponents(std::vector<unsigned> weights, ComponentsPtr core)
      : weights_(std::move(weights)), core_(std::move(core)) {}

  std::size_t count() const override { return core_->count(); }
  AlgebraicPoint sample(std::size_t i) const override {
    const AlgebraicPoint fixed = core_->sample(i);
    AlgebraicPoint point(weights_.size(), RealRoot(Rational(0)));
    std::size_t next = 0;
    for (std::size_t v = 0; v < weights_.size(); ++v)
      if (weights_[v] == 0) point[v] = fixed.at(next++);
    return point;
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    AlgebraicPoint fixed;
    for (std::size_t v = 0; v < weights_.size(); ++v)
      if (weights_[v] == 0) fixed.push_back(point.at(v));
    return core_->component_at(fixed);
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ": those of the contracted set");
    core_->describe(lines, indent + 2);
  }

 private:
  std::vector<unsigned> weights_;
  ComponentsPtr core_;
};

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
  ComponentsPtr count(const ReducedSet&, const ContractionPart& part) const {
    return std::make_shared<ContractionComponents>(part.weights, count(*part.core));
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
