#include <numeric>

#include "exact/error.hpp"
#include "reduce/normal_form.hpp"
#include "reduce/reduced_set.hpp"

namespace isthmus {

namespace {

/// Rebuilds a tree with the parameters fixed. Proofs stay: they were made for all parameters.
class Instantiation {
 public:
  explicit Instantiation(const std::vector<Rational>& values) : values_(values), indices_(values.size()) {
    std::iota(indices_.begin(), indices_.end(), std::size_t{0});
  }

  ReducedSetPtr apply(const ReducedSet& reduced) const {
    require(reduced.set.parameter_count == values_.size(), "one value per parameter is needed");
    SemialgebraicSet set = specialise(reduced.set, indices_, values_);
    const PolynomialRing ring = set.ring;
    // With the parameters fixed, atoms may have become decided, which a decomposition should not have to see.
    if (std::holds_alternative<OpenPart>(reduced.part)) set.formula = normalise(set.formula);
    auto part = std::visit([&](const auto& p) { return apply(p, ring); }, reduced.part);
    return std::make_shared<ReducedSet>(
        ReducedSet{specialise(reduced.given, indices_, values_), std::move(set), std::move(part)});
  }

 private:
  using Part = decltype(ReducedSet::part);

  Polynomial fix(Polynomial p, const PolynomialRing& ring) const {
    for (std::size_t i = 0; i < values_.size(); ++i) p = p.substitute(i, values_[i]);
    return p.in_ring(ring);
  }

  template <class Unchanged>
  Part apply(const Unchanged& part, const PolynomialRing&) const {
    return part;
  }
  Part apply(const GraphPart& part, const PolynomialRing& ring) const {
    GraphPart result{{}, part.block, part.nonzero, apply(*part.base)};
    for (const Solved& s : part.solved)
      result.solved.push_back({s.variable - values_.size(), fix(s.numerator, ring), fix(s.denominator, ring)});
    if (result.block) {
      for (Polynomial& p : result.block->equations) p = fix(p, ring);
      for (std::size_t& v : result.block->variables) v -= values_.size();
    }
    return result;
  }
  Part apply(const ProductPart& part, const PolynomialRing&) const {
    ProductPart result;
    for (const auto& factor : part.factors) result.factors.push_back(apply(*factor));
    return result;
  }
  Part apply(const SumPart& part, const PolynomialRing& ring) const {
    SumPart result{fix(part.equation, ring), {}, {}, part.disjoint};
    for (const Polynomial& factor : part.factors) result.factors.push_back(fix(factor, ring));
    for (const auto& piece : part.pieces) result.pieces.push_back(apply(*piece));
    return result;
  }
  Part apply(const ChartsPart& part, const PolynomialRing& ring) const {
    ChartsPart result{{}, {}, {}, part.cover};
    for (const Polynomial& pivot : part.pivots) result.pivots.push_back(fix(pivot, ring));
    for (const auto& chart : part.charts) result.charts.push_back(apply(*chart));
    for (const auto& overlap : part.overlaps)
      result.overlaps.push_back({overlap.first, overlap.second, apply(*overlap.set)});
    return result;
  }
  Part apply(const CoverPart& part, const PolynomialRing& ring) const {
    const auto fixed = [&](const Formula& formula) {
      return formula.map_atoms(
          [&](const Atom& atom) { return Formula::atom(fix(atom.polynomial, ring), atom.relation); });
    };
    CoverPart result{{fixed(part.alternatives.condition), {}}, part.closed, {}, {}};
    for (const Formula& option : part.alternatives.options) result.alternatives.options.push_back(fixed(option));
    for (const auto& piece : part.pieces) result.pieces.push_back(apply(*piece));
    for (const auto& overlap : part.overlaps)
      result.overlaps.push_back({overlap.first, overlap.second, apply(*overlap.set)});
    return result;
  }
  Part apply(const FoldPart& part, const PolynomialRing&) const {
    return FoldPart{
        {part.fold.first - values_.size(), part.fold.second - values_.size()}, apply(*part.base), apply(*part.branch)};
  }
  Part apply(const HypersurfacePart& part, const PolynomialRing& ring) const {
    return HypersurfacePart{{fix(part.hypersurface.equation, ring), part.hypersurface.smooth}, apply(*part.complement),
                            apply(*part.space)};
  }
  Part apply(const ModuloPart& part, const PolynomialRing& ring) const {
    ModuloPart result{{}, apply(*part.base)};
    for (const Replacement& r : part.replacements)
      result.replacements.push_back(
          {fix(r.polynomial, ring), fix(r.remainder, ring), fix(r.quotient, ring), fix(r.equation, ring)});
    return result;
  }
  /// A fibre in space has its own cells.
  Part apply(const ThickenedPart& part, const PolynomialRing& ring) const {
    Thickening t = part.thickening;
    t.base = specialise(t.base, indices_, values_);
    t.family = specialise(t.family, indices_, values_);
    for (ThickenedPiece& piece : t.pieces) piece.base = specialise(piece.base, indices_, values_);
    if (ring.size() == 3) return SpacePart{std::move(t)};
    return ThickenedPart{std::move(t)};
  }
  Part apply(const ContractionPart& part, const PolynomialRing&) const {
    return ContractionPart{without_parameters(part.weights), apply(*part.core)};
  }

  Part apply(const RaysPart& part, const PolynomialRing& ring) const {
    return RaysPart{without_parameters(part.weights),
                    fix(part.equation, ring),
                    fix(part.high, ring),
                    fix(part.low, ring),
                    part.nonzero,
                    apply(*part.base)};
  }
  Part apply(const SlicesPart& part, const PolynomialRing&) const {
    return SlicesPart{part.variable - values_.size(), without_parameters(part.weights), part.nonzero,
                      apply(*part.positive), apply(*part.negative)};
  }

  Part apply(const StretchedPart& part, const PolynomialRing& ring) const {
    Stretch stretch{{}, fix(part.stretch.factor, ring)};
    for (const auto& [v, c] : part.stretch.moved) stretch.moved.emplace_back(v - values_.size(), c);
    return StretchedPart{std::move(stretch), part.nonzero, apply(*part.base)};
  }

  std::vector<unsigned> without_parameters(const std::vector<unsigned>& weights) const {
    return {weights.begin() + static_cast<std::ptrdiff_t>(values_.size()), weights.end()};
  }

  const std::vector<Rational>& values_;
  std::vector<std::size_t> indices_;
};

}  // namespace

ReducedSetPtr instantiate(const ReducedSet& reduced, const std::vector<Rational>& parameters) {
  return Instantiation(parameters).apply(reduced);
}

}  // namespace isthmus
