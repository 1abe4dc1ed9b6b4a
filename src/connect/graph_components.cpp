#include <algorithm>

#include "connect/composite_components.hpp"
#include "connect/log_lines.hpp"

namespace isthmus {

namespace {

/// The graph of quotients over a base.
class GraphComponents : public Components {
 public:
  GraphComponents(const ReducedSet& reduced, const GraphPart& part, ComponentsPtr base)
      : ring_(reduced.set.ring), solved_(part.solved), base_(std::move(base)) {
    for (const Solved& s : solved_) possible_.push_back(possible_values(reduced.set, s.variable));
  }

  const OpenComponents* open_core() const override { return base_->open_core(); }
  std::size_t count() const override { return base_->count(); }
  AlgebraicPoint sample(std::size_t i) const override { return above(base_->sample(i)); }
  std::size_t component_at(const AlgebraicPoint& point) const override { return base_->component_at(below(point)); }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    return base_->located(below(point));
  }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    return above(base_->another_sample(i, attempt));
  }
  std::vector<ComponentsPtr> parts() const override { return {base_}; }
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
    for (std::size_t i = 0; i < solved_.size(); ++i) {
      const Solved& s = solved_[i];
      point[s.variable] = possible_[i] ? quotient_among(*possible_[i], s.numerator, s.denominator, point)
                                       : quotient_at(s.numerator, s.denominator, point);
    }
    return point;
  }

  /// The roots of a condition p(v) = 0 of the set, if there is one; elimination of large numbers is spared then.
  static std::optional<std::vector<RealRoot>> possible_values(const SemialgebraicSet& set, std::size_t variable) {
    for (const Formula& part : set.formula.conjuncts()) {
      if (!part.is(Formula::Kind::atom) || part.as_atom().relation != Relation::equal) continue;
      const Polynomial& p = part.as_atom().polynomial;
      if (p.variables() == std::vector<std::size_t>{variable}) return isolate_real_roots(p.to_univariate(variable));
    }
    return std::nullopt;
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
    for (Solved& s : leg.solved) s = in_ring(s, ring_);
    leg.solved.insert(leg.solved.end(), solved_.begin(), solved_.end());
    return leg;
  }

  PolynomialRing ring_;
  std::vector<Solved> solved_;
  std::vector<std::optional<std::vector<RealRoot>>> possible_;  ///< for each solved variable
  ComponentsPtr base_;
};

}  // namespace

Solved in_ring(const Solved& rule, const PolynomialRing& ring) {
  return {*ring.index_of(rule.numerator.ring().name(rule.variable)), rule.numerator.in_ring(ring),
          rule.denominator.in_ring(ring)};
}

ComponentsPtr graph_components(const ReducedSet& reduced, const GraphPart& part, ComponentsPtr base) {
  return std::make_shared<GraphComponents>(reduced, part, std::move(base));
}

}  // namespace isthmus
