#include "connect/composite_components.hpp"
#include "connect/log_lines.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

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
  AlgebraicPoint sample(std::size_t i) const override { return another_sample(i, 0); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    AlgebraicPoint point(ring_.size(), RealRoot(Rational(0)));
    for (std::size_t f = factors_.size(); f-- > 0;) {
      const AlgebraicPoint part = factors_[f]->another_sample(i % factors_[f]->count(), attempt);
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
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    std::size_t index = 0;
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      const auto part = factors_[f]->located(part_of(point, f));
      if (!part) return std::nullopt;
      index = index * factors_[f]->count() + *part;
    }
    return index;
  }
  std::vector<ComponentsPtr> parts() const override { return factors_; }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    std::vector<PathLeg> legs;
    AlgebraicPoint here = from;
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      for (PathLeg leg : factors_[f]->path(part_of(here, f), part_of(to, f))) {
        for (AlgebraicPoint& vertex : leg.vertices) vertex = with_part(here, f, vertex);
        for (Solved& s : leg.solved) s = in_ring(s, ring_);
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
  AlgebraicPoint sample(std::size_t i) const override { return another_sample(i, 0); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    for (const auto& piece : pieces_) {
      if (i < piece->count()) return piece->another_sample(i, attempt);
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
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    std::size_t before = 0;
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      if (contains(sets_[p], point)) {
        const auto part = pieces_[p]->located(point);
        return part ? std::optional(before + *part) : std::nullopt;
      }
      before += pieces_[p]->count();
    }
    throw InternalError("a point of a union lies in none of its pieces");
  }
  std::vector<ComponentsPtr> parts() const override { return pieces_; }
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

}  // namespace

ComponentsPtr product_components(const ReducedSet& reduced, const ProductPart& part,
                                 std::vector<ComponentsPtr> factors) {
  return std::make_shared<ProductComponents>(reduced, part, std::move(factors));
}

ComponentsPtr sum_components(const SumPart& part, std::vector<ComponentsPtr> pieces) {
  return std::make_shared<SumComponents>(part, std::move(pieces));
}

}  // namespace isthmus
