// The rules of a reduction that glue a set from parts, or carry it to one that is glued.

#include <algorithm>

#include "reduce/conditions.hpp"
#include "reduce/normal_form.hpp"
#include "reduce/reducer.hpp"
#include "reduce/scaling.hpp"

namespace isthmus {

std::optional<Reducer::Part> Reducer::by_parts_in_space(const SemialgebraicSet& set, int depth) const {
  if (auto part = by_fold(set, folded_products(set), depth)) return part;
  if (auto part = by_cover(set, depth)) return part;
  return by_fold(set, folded_squares(set), depth);
}

std::optional<Reducer::Part> Reducer::by_charts(const SemialgebraicSet& set, const std::vector<LinearBlock>& blocks,
                                                int depth) const {
  std::vector<Polynomial> single;
  for (const LinearBlock& block : blocks) {
    const std::vector<Polynomial> pivots = distinct_pivots(maximal_minors(block, minors_tried));
    if (auto charts = charts_of(set, pivots, depth)) return charts;
    if (block.equations.size() > 1) continue;
    for (const Polynomial& pivot : pivots)
      if (std::find(single.begin(), single.end(), pivot) == single.end()) single.push_back(pivot);
  }
  return charts_of(set, single, depth);
}

std::optional<Reducer::Part> Reducer::charts_of(const SemialgebraicSet& set, std::vector<Polynomial> pivots,
                                                int depth) const {
  if (pivots.size() < 2 || pivots.size() > largest_chart_cover) return std::nullopt;
  auto cover = prove_empty(with_condition(set, all_zero(pivots)));
  if (!cover) return std::nullopt;
  drop_superfluous(set, pivots, *cover);
  ChartsPart charts{pivots, {}, {}, std::move(*cover)};
  for (const Polynomial& pivot : pivots) {
    charts.charts.push_back(reduce(with_condition(set, Formula::atom(pivot, Relation::not_equal)), depth + 1));
    if (!can_be_glued(*charts.charts.back())) return std::nullopt;
    if (set.dimension() == 3 && has_leaf<SpacePart>(*charts.charts.back())) return std::nullopt;
  }
  for (std::size_t i = 0; i < pivots.size(); ++i)
    for (std::size_t j = i + 1; j < pivots.size(); ++j)
      charts.overlaps.push_back({i, j, reduce(with_condition(set, none_zero({pivots[i], pivots[j]})), depth + 1)});
  return charts;
}

std::optional<Reducer::Part> Reducer::by_quadric(const SemialgebraicSet& set, int depth) const {
  if (set.dimension() < 4) return std::nullopt;
  for (const QuadricCharts& charts : charts_of_quadrics(set)) {
    const std::vector<Polynomial> pivots{charts.from_first.factor, charts.from_second.factor};
    auto cover = prove_empty(with_condition(set, all_zero(pivots)));
    if (!cover) continue;
    ChartsPart part{pivots, {}, {}, std::move(*cover)};
    for (const Stretch& stretch : {charts.from_first, charts.from_second})
      part.charts.push_back(stretch_where(none_zero({stretch.factor}), set, stretch, depth));
    part.overlaps.push_back({0, 1, stretch_where(none_zero(pivots), set, charts.from_first, depth)});
    const auto fits = [&](const ReducedSetPtr& chart) { return chart && can_be_glued(*chart); };
    if (fits(part.charts[0]) && fits(part.charts[1]) && fits(part.overlaps[0].set)) return part;
  }
  return std::nullopt;
}

std::optional<Reducer::Part> Reducer::by_hypersurface(const SemialgebraicSet& set, int depth) const {
  // Parts are many, and a search that fails takes its time.
  constexpr std::size_t most_monomials = 1400;
  constexpr std::size_t most_monomials_of_a_part = 300;
  auto hypersurface = smooth_hypersurface(set, depth == 0 && !glues_space_ ? most_monomials : most_monomials_of_a_part);
  if (!hypersurface) return std::nullopt;
  const Polynomial equation = hypersurface->equation;
  const Formula elsewhere = Formula::atom(equation, Relation::not_equal);
  return HypersurfacePart{std::move(*hypersurface),
                          reduce(with_equation_replaced(set, equation, elsewhere), depth + 1),
                          reduce(with_equation_replaced(set, equation, Formula::truth()), depth + 1)};
}

ReducedSetPtr Reducer::stretch_where(const Formula& condition, const SemialgebraicSet& set, const Stretch& stretch,
                            int depth) const {
  const SemialgebraicSet given = with_condition(set, condition);
  SemialgebraicSet normal = given;
  normal.formula = normalise(given.formula, given.assumption);
  auto nonzero = prove_empty(with_condition(normal, all_zero({stretch.factor})));
  if (!nonzero) return nullptr;
  ReducedSetPtr base = reduce(stretched(normal, stretch), depth + 1);
  return std::make_shared<ReducedSet>(
      ReducedSet{given, std::move(normal), StretchedPart{stretch, std::move(*nonzero), std::move(base)}});
}

std::optional<Reducer::Part> Reducer::by_cover(const SemialgebraicSet& set, int depth) const {
  for (const Alternatives& alternatives : alternatives_of(set)) {
    if (alternatives.options.size() > largest_chart_cover) continue;
    auto closed = closed_options(set, alternatives);
    if (!closed) continue;
    if (auto cover = cover_of(set, {alternatives, std::move(*closed), {}, {}}, depth)) return cover;
  }
  return std::nullopt;
}

std::optional<Reducer::Part> Reducer::cover_of(const SemialgebraicSet& set, CoverPart cover, int depth) const {
  const auto& [condition, options] = cover.alternatives;
  for (const Formula& option : options) {
    cover.pieces.push_back(reduce(with_condition_replaced(set, condition, option), depth + 1));
    if (!can_be_glued(*cover.pieces.back())) return std::nullopt;
  }
  for (std::size_t i = 0; i < options.size(); ++i)
    for (std::size_t j = i + 1; j < options.size(); ++j) {
      const Formula both = Formula::conjunction({options[i], options[j]});
      cover.overlaps.push_back({i, j, reduce(with_condition_replaced(set, condition, both), depth + 1)});
      if (!can_be_glued(*cover.overlaps.back().set)) return std::nullopt;
    }
  return cover;
}

std::optional<Reducer::Part> Reducer::by_fold(const SemialgebraicSet& set, const std::vector<Fold>& folds,
                                              int depth) const {
  for (const Fold& fold : folds) {
    const SemialgebraicSet base = folded(set, fold);
    FoldPart part{fold, reduce(base, depth + 1), nullptr};
    if (!can_be_glued(*part.base)) continue;
    part.branch = reduce(specialise(base, {fold.first}, {Rational(0)}), depth + 1);
    if (can_be_glued(*part.branch)) return part;
  }
  return std::nullopt;
}

std::optional<Reducer::Part> Reducer::by_rays(const SemialgebraicSet& set, int depth) const {
  for (const TwoDegrees& two : equations_of_two_degrees(set)) {
    auto proof = prove_empty(with_condition(set, Formula::atom(two.low, Relation::equal)));
    if (!proof) continue;
    ReducedSetPtr base = reduce(
        with_equation_replaced(set, two.equation, Formula::atom(two.high * two.low, Relation::less)), depth + 1);
    if (!can_be_glued(*base) || uses_cell_complex(*base)) continue;
    return RaysPart{two.weights, two.equation, two.high, two.low, std::move(*proof), std::move(base)};
  }
  return std::nullopt;
}

std::optional<Reducer::Part> Reducer::by_scaling(const SemialgebraicSet& set, int depth) const {
  const auto weights = homogeneous_weights(set);
  if (!weights) return std::nullopt;
  const FactorFacts facts(set.formula);
  std::vector<Polynomial> pivots;
  for (std::size_t v = 0; v < weights->size(); ++v) {
    if ((*weights)[v] == 0) continue;
    pivots.push_back(Polynomial::variable(set.ring, v));
    if (!facts.never_zero(pivots.back())) continue;
    auto proof = prove_empty(with_condition(set, Formula::atom(pivots.back(), Relation::equal)));
    if (!proof) continue;
    return SlicesPart{v, *weights, std::move(*proof), reduce(specialise(set, {v}, {Rational(1)}), depth + 1),
                      reduce(specialise(set, {v}, {Rational(-1)}), depth + 1)};
  }
  return charts_of(set, pivots, depth);
}

bool Reducer::can_be_glued(const ReducedSet& chart) const {
  return outside_reason(chart).empty() && !has_leaf<ThickenedPart>(chart) &&
         (glues_space_ || !has_leaf<SpacePart>(chart));
}

std::vector<Polynomial> Reducer::distinct_pivots(const std::vector<Minor>& minors) {
  std::vector<Polynomial> pivots;
  for (const Minor& minor : minors) {
    Polynomial radical(minor.determinant.ring(), Rational(1));
    for (const auto& power : minor.determinant.factor().powers) radical *= power.factor;
    if (std::find(pivots.begin(), pivots.end(), radical) == pivots.end()) pivots.push_back(std::move(radical));
  }
  return pivots;
}

void Reducer::drop_superfluous(const SemialgebraicSet& set, std::vector<Polynomial>& pivots, EmptinessProof& cover) {
  for (std::size_t i = pivots.size(); i-- > 0 && pivots.size() > 2;) {
    std::vector<Polynomial> fewer = pivots;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    auto proof = prove_empty(with_condition(set, all_zero(fewer)));
    if (!proof) continue;
    pivots = std::move(fewer);
    cover = std::move(*proof);
  }
}

}  // namespace isthmus
