#include <algorithm>

#include "exact/error.hpp"
#include "decompose/open_condition.hpp"
#include "decompose/variable_order.hpp"
#include "reduce/conditions.hpp"
#include "reduce/contraction.hpp"
#include "reduce/independent_groups.hpp"
#include "reduce/linear_block.hpp"
#include "reduce/normal_form.hpp"
#include "reduce/reduced_set.hpp"
#include "reduce/scaling.hpp"

namespace isthmus {

namespace {

constexpr std::size_t minors_tried = 64;
constexpr std::size_t pivot_attempts = 24;
constexpr std::size_t largest_chart_cover = 6;

class Reducer {
 public:
  /// `glues_space`: sets may be glued from parts that are decided by cells of space.
  explicit Reducer(bool glues_space) : glues_space_(glues_space) {}

  ReducedSetPtr reduce(const SemialgebraicSet& given, int depth = 0) const {
    SemialgebraicSet set = given;
    set.formula = normalise(given.formula, given.assumption);
    Part part =
        set.formula.is(Formula::Kind::falsity) ? EmptyPart{{total_space(given), Contradiction{}}} : choose(set, depth);
    return std::make_shared<ReducedSet>(ReducedSet{given, std::move(set), std::move(part)});
  }

 private:
  using Part = decltype(ReducedSet::part);

  /// The first rule that applies, cheap and lossless ones first.
  Part choose(const SemialgebraicSet& set, int depth) const {
    constexpr int deepest = 60;
    if (depth > deepest) return OutsidePart{"the reductions do not come to an end"};
    if (set.dimension() == 0) return PointPart{};
    if (auto part = by_constant_pivot(set, depth)) return *part;
    if (auto part = by_product(set, depth)) return *part;
    if (set.dimension() == 1) return LinePart{};
    const std::vector<Atom> atoms = set.formula.atoms();
    if (std::all_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return is_strict(atom.relation); }))
      return OpenPart{};
    if (auto part = by_contraction(set, depth)) return *part;
    const std::vector<LinearBlock> blocks = linear_blocks(set);
    if (auto part = by_pivot(set, blocks, depth)) return *part;
    if (auto part = by_sum(set, depth); part && worthwhile(set, *part)) return *part;
    const auto charts = by_charts(set, blocks, depth);
    if (charts && !uses_arrangement(set, *charts)) return *charts;
    const std::vector<LinearBlock> partial = partial_blocks(set);
    if (auto part = by_pivot(set, partial, depth)) return *part;
    const auto partial_charts = by_charts(set, partial, depth);
    if (partial_charts && !uses_arrangement(set, *partial_charts)) return *partial_charts;
    if (set.dimension() == 2) return PlanePart{};
    if (auto part = by_fold(set, folded_products(set), depth)) return *part;
    if (auto part = by_rays(set, depth)) return *part;
    if (charts) return *charts;
    if (partial_charts) return *partial_charts;
    if (auto part = by_scaling(set, depth)) return *part;
    if (auto part = by_cover(set, depth)) return *part;
    if (auto part = by_fold(set, folded_squares(set), depth)) return *part;
    if (auto part = by_equations(set, depth)) return *part;
    if (auto part = by_quadric(set, depth)) return *part;
    auto thickening = thicken(set);
    if (set.dimension() == 3 && set.parameter_count == 0) {
      if (auto part = Reducer(true).by_parts_in_space(set, depth)) return *part;
      return SpacePart{std::move(thickening)};
    }
    if (thickening) return ThickenedPart{std::move(*thickening)};
    return OutsidePart{why_outside(set)};
  }

  /// Folds and closed pieces have fewer surfaces, or such of smaller degree.
  std::optional<Part> by_parts_in_space(const SemialgebraicSet& set, int depth) const {
    if (auto part = by_fold(set, folded_products(set), depth)) return part;
    if (auto part = by_cover(set, depth)) return part;
    return by_fold(set, folded_squares(set), depth);
  }

  /// A plane set is not cut into pieces that are plane sets again.
  static bool worthwhile(const SemialgebraicSet& set, const Part& part) {
    return set.dimension() != 2 || !uses_arrangement(set, part);
  }
  static bool uses_arrangement(const SemialgebraicSet& set, const Part& part) {
    return uses_cell_complex(ReducedSet{set, set, part});
  }

  std::optional<Part> by_constant_pivot(const SemialgebraicSet& set, int depth) const {
    for (const Polynomial& p : equations(set))
      for (std::size_t v : p.variables()) {
        if (v < set.parameter_count || p.degree(v) != 1) continue;
        const LinearForm form = linear_form(p, v);
        if (!form.coefficient.is_constant()) continue;
        const Polynomial one(set.ring, Rational(1));
        const Polynomial value = Rational(-1) / form.coefficient.constant_value() * form.rest;
        return GraphPart{
            {{v, value, one}}, std::nullopt, {}, reduce(substitute_quotient(set, v, value, one), depth + 1)};
      }
    return std::nullopt;
  }

  std::optional<Part> by_product(const SemialgebraicSet& set, int depth) const {
    const std::vector<std::vector<std::size_t>> groups = independent_groups(set);
    if (groups.size() < 2) return std::nullopt;
    ProductPart product;
    for (std::size_t g = 0; g < groups.size(); ++g)
      product.factors.push_back(reduce(restrict_to(set, groups[g], g == 0), depth + 1));
    return product;
  }

  std::optional<Part> by_contraction(const SemialgebraicSet& set, int depth) const {
    const auto weights = find_contraction(set);
    if (!weights) return std::nullopt;
    std::vector<std::size_t> moved;
    for (std::size_t i = 0; i < weights->size(); ++i)
      if ((*weights)[i] > 0) moved.push_back(i);
    const std::vector<Rational> zeros(moved.size());
    return ContractionPart{*weights, reduce(specialise(set, moved, zeros), depth + 1)};
  }

  /// A block whose determinant is shown to vanish nowhere on the set.
  std::optional<Part> by_pivot(const SemialgebraicSet& set, const std::vector<LinearBlock>& blocks, int depth) const {
    std::size_t attempts = pivot_attempts;
    for (const LinearBlock& block : blocks)
      for (const Minor& minor : maximal_minors(block, minors_tried)) {
        if (attempts-- == 0) return std::nullopt;
        const std::vector<Polynomial> numerators = cramer_numerators(block, minor);
        auto proof = prove_empty(with_condition(set, degenerate(minor, numerators)));
        if (proof) return solve(set, block, minor, numerators, std::move(*proof), depth);
      }
    return std::nullopt;
  }

  static Formula degenerate(const Minor& minor, const std::vector<Polynomial>& numerators) {
    std::vector<Formula> parts{Formula::atom(minor.determinant, Relation::equal)};
    for (const Polynomial& p : numerators) parts.push_back(Formula::atom(p, Relation::equal));
    return Formula::conjunction(parts);
  }

  Part solve(const SemialgebraicSet& set, const LinearBlock& block, const Minor& minor,
             const std::vector<Polynomial>& numerators, EmptinessProof proof, int depth) const {
    GraphPart graph{{}, SolvedBlock{block.equations, block.variables, minor.columns}, {std::move(proof)}, nullptr};
    SemialgebraicSet base = with_condition(set, Formula::atom(minor.determinant, Relation::not_equal));
    for (std::size_t i = 0; i < minor.columns.size(); ++i) {
      const std::size_t v = block.variables[minor.columns[i]];
      graph.solved.push_back({v, numerators[i], minor.determinant});
      const std::size_t here = *base.ring.index_of(set.ring.name(v));
      base = substitute_quotient(base, here, numerators[i].in_ring(base.ring), minor.determinant.in_ring(base.ring));
    }
    graph.base = reduce(std::move(base), depth + 1);
    return graph;
  }

  /// An equation whose factors have no common zero on the set: the set falls apart.
  std::optional<Part> by_sum(const SemialgebraicSet& set, int depth) const {
    for (const Polynomial& p : equations(set)) {
      const Factorisation f = p.factor();
      if (f.powers.size() < 2) continue;
      SumPart sum{p, {}, {}, {}};
      bool disjoint = true;
      for (std::size_t i = 0; i < f.powers.size() && disjoint; ++i)
        for (std::size_t j = 0; j < i && disjoint; ++j) {
          auto proof = prove_empty(
              with_condition(set, Formula::conjunction({Formula::atom(f.powers[j].factor, Relation::equal),
                                                        Formula::atom(f.powers[i].factor, Relation::equal)})));
          disjoint = proof.has_value();
          if (proof) sum.disjoint.push_back(std::move(*proof));
        }
      if (!disjoint) continue;
      for (const auto& power : f.powers) {
        sum.factors.push_back(power.factor);
        sum.pieces.push_back(reduce(with_condition(set, Formula::atom(power.factor, Relation::equal)), depth + 1));
      }
      return sum;
    }
    return std::nullopt;
  }

  /// Pivots of one block without common zero on the set, or of several blocks of one equation.
  std::optional<Part> by_charts(const SemialgebraicSet& set, const std::vector<LinearBlock>& blocks, int depth) const {
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

  std::optional<Part> charts_of(const SemialgebraicSet& set, std::vector<Polynomial> pivots, int depth) const {
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

  /// A quadric in four or more coordinates, by stereographic projections: of one dimension less.
  std::optional<Part> by_quadric(const SemialgebraicSet& set, int depth) const {
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

  /// The part of the set where a condition holds, in the coordinates of a stretch.
  ReducedSetPtr stretch_where(const Formula& condition, const SemialgebraicSet& set, const Stretch& stretch,
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

  /// Closed pieces that may meet, glued where two of them do.
  std::optional<Part> by_cover(const SemialgebraicSet& set, int depth) const {
    for (const Alternatives& alternatives : alternatives_of(set)) {
      if (alternatives.options.size() > largest_chart_cover) continue;
      auto closed = closed_options(set, alternatives);
      if (!closed) continue;
      if (auto cover = cover_of(set, {alternatives, std::move(*closed), {}, {}}, depth)) return cover;
    }
    return std::nullopt;
  }

  std::optional<Part> cover_of(const SemialgebraicSet& set, CoverPart cover, int depth) const {
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

  std::optional<Part> by_fold(const SemialgebraicSet& set, const std::vector<Fold>& folds, int depth) const {
    for (const Fold& fold : folds) {
      const SemialgebraicSet base = folded(set, fold);
      FoldPart part{fold, reduce(base, depth + 1), nullptr};
      if (!can_be_glued(*part.base)) continue;
      part.branch = reduce(specialise(base, {fold.first}, {Rational(0)}), depth + 1);
      if (can_be_glued(*part.branch)) return part;
    }
    return std::nullopt;
  }

  /// An equation of two degrees turned into an inequality, where that leads to sets that are not thickened.
  std::optional<Part> by_rays(const SemialgebraicSet& set, int depth) const {
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

  /// Weighted homogeneous conditions: slices across a variable that does not vanish, or such sets as charts.
  std::optional<Part> by_scaling(const SemialgebraicSet& set, int depth) const {
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

  /// Charts are glued at points of their overlaps, which thickened sets do not give; another rule may do better. So may
  /// one that does without cells of space, which certificates do not know.
  bool can_be_glued(const ReducedSet& chart) const {
    return outside_reason(chart).empty() && !has_leaf<ThickenedPart>(chart) &&
           (glues_space_ || !has_leaf<SpacePart>(chart));
  }

  template <class LeafPart>
  static bool has_leaf(const ReducedSet& reduced) {
    const std::vector<const ReducedSet*> parts = leaves(reduced);
    return std::any_of(parts.begin(), parts.end(),
                       [](const ReducedSet* leaf) { return std::holds_alternative<LeafPart>(leaf->part); });
  }

  static std::vector<Polynomial> distinct_pivots(const std::vector<Minor>& minors) {
    std::vector<Polynomial> pivots;
    for (const Minor& minor : minors) {
      Polynomial radical(minor.determinant.ring(), Rational(1));
      for (const auto& power : minor.determinant.factor().powers) radical *= power.factor;
      if (std::find(pivots.begin(), pivots.end(), radical) == pivots.end()) pivots.push_back(std::move(radical));
    }
    return pivots;
  }

  /// Leaves out pivots, the largest first, as long as the others still cover the set.
  static void drop_superfluous(const SemialgebraicSet& set, std::vector<Polynomial>& pivots, EmptinessProof& cover) {
    for (std::size_t i = pivots.size(); i-- > 0 && pivots.size() > 2;) {
      std::vector<Polynomial> fewer = pivots;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      auto proof = prove_empty(with_condition(set, all_zero(fewer)));
      if (!proof) continue;
      pivots = std::move(fewer);
      cover = std::move(*proof);
    }
  }

  std::optional<Part> by_equations(const SemialgebraicSet& set, int depth) const {
    std::vector<Replacement> replacements = simpler_modulo_equations(set);
    if (replacements.empty()) return std::nullopt;
    ReducedSetPtr base = reduce(with_replacements(set, replacements), depth + 1);
    return ModuloPart{std::move(replacements), std::move(base)};
  }

  static std::string why_outside(const SemialgebraicSet& set) {
    for (const Formula& part : set.formula.conjuncts()) {
      const std::vector<Atom> atoms = part.atoms();
      const auto strict = [](const Atom& atom) { return is_strict(atom.relation); };
      if (std::any_of(atoms.begin(), atoms.end(), strict) && !std::all_of(atoms.begin(), atoms.end(), strict))
        return "the condition '" + part.to_string() + "' joins strict and other comparisons by 'or', and the set was " +
               "not taken apart into few locally closed pieces";
    }
    return "the set is outside the method";
  }

  bool glues_space_;
};

bool has_small_projection(const Thickening& thickening) {
  constexpr std::size_t small_work = 400000;
  const SemialgebraicSet& family = thickening.family;
  return has_projection_within(family.ring, 0, OpenCondition(family.ring, family.formula).factors(),
                               thickening.infinitesimals, small_work);
}

/// Whether a part has no rule, or is thickened in more than three dimensions, with two infinitesimals or more or with a
/// projection that is not small.
bool is_hopeless(const ReducedSet& reduced) {
  const std::vector<const ReducedSet*> parts = leaves(reduced);
  return !outside_reason(reduced).empty() || std::any_of(parts.begin(), parts.end(), [](const ReducedSet* leaf) {
    const auto* thickened = std::get_if<ThickenedPart>(&leaf->part);
    return thickened != nullptr && leaf->set.dimension() > 3 &&
           (thickened->thickening.infinitesimals > 1 || !has_small_projection(thickened->thickening));
  });
}

}  // namespace

ReducedSetPtr reduce(const SemialgebraicSet& set) {
  ReducedSetPtr plain = Reducer(false).reduce(set);
  if (set.parameter_count > 0 || !is_hopeless(*plain)) return plain;
  ReducedSetPtr glued = Reducer(true).reduce(set);
  return is_hopeless(*glued) ? plain : glued;
}

}  // namespace isthmus
