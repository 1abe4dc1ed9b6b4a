#include "prove/set_counter.hpp"

#include <variant>

namespace isthmus {
namespace {

/// The same set over variables named by their position. With parameters, the set as it is: evidence for families is
/// stated in their own names.
std::string canonical_text(const SemialgebraicSet& set) {
  if (set.parameter_count > 0) return to_string(set);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < set.ring.size(); ++i) names.push_back("v" + std::to_string(i));
  const PolynomialRing ring(names);
  std::vector<Polynomial> images;
  for (std::size_t i = 0; i < names.size(); ++i) images.push_back(Polynomial::variable(ring, i));
  const auto renamed = [&](const Formula& formula) {
    return formula.map_atoms(
        [&](const Atom& a) { return Formula::atom(a.polynomial.compose(images, ring), a.relation); });
  };
  return std::to_string(set.parameter_count) + "/" + std::to_string(set.ring.size()) + ": " +
         renamed(set.assumption).to_string() + " | " + renamed(set.formula).to_string();
}

/// Collects the theorems behind each part of a reduction.
class TheoremCollector {
 public:
  void visit(const ReducedSet& reduced) {
    std::visit([&](const auto& part) { add(part); }, reduced.part);
  }
  std::vector<Theorem> theorems;

 private:
  void cite(std::initializer_list<Theorem> more) {
    for (const Theorem theorem : more) theorems.push_back(theorem);
  }
  void add(const EmptyPart&) {}
  void add(const PointPart&) {}
  void add(const ModuloPart& part) { visit(*part.base); }
  void add(const ThickenedPart&) {
    cite({Theorem::thickening, Theorem::codimension_one, Theorem::delineability, Theorem::intermediate_values,
          Theorem::sturm, Theorem::descartes});
  }
  void add(const OutsidePart&) {}
  void add(const OpenPart&) {
    cite({Theorem::codimension_one, Theorem::delineability, Theorem::intermediate_values, Theorem::descartes,
          Theorem::sturm});
  }
  void add(const LinePart&) { cite({Theorem::intermediate_values, Theorem::descartes}); }
  void add(const PlanePart&) { cite({Theorem::cells_of_an_arrangement, Theorem::descartes}); }
  void add(const SpacePart&) {
    cite({Theorem::cells_of_an_arrangement, Theorem::delineability, Theorem::descartes});
  }
  void add(const GraphPart& part) {
    cite({Theorem::graph_of_a_continuous_map, Theorem::cramer});
    visit(*part.base);
  }
  void add(const ProductPart& part) {
    cite({Theorem::components_of_a_product});
    for (const auto& factor : part.factors) visit(*factor);
  }
  void add(const SumPart& part) {
    cite({Theorem::components_of_a_sum});
    for (const auto& piece : part.pieces) visit(*piece);
  }
  void add(const ChartsPart& part) {
    cite({Theorem::open_covers});
    for (const auto& chart : part.charts) visit(*chart);
    for (const auto& overlap : part.overlaps) visit(*overlap.set);
  }
  void add(const CoverPart& part) {
    cite({Theorem::closed_covers});
    for (const auto& piece : part.pieces) visit(*piece);
    for (const auto& overlap : part.overlaps) visit(*overlap.set);
  }
  void add(const FoldPart& part) {
    cite({Theorem::folds});
    visit(*part.base);
    visit(*part.branch);
  }
  void add(const HypersurfacePart& part) {
    cite({Theorem::sides_of_a_hypersurface});
    visit(*part.complement);
    visit(*part.space);
  }
  void add(const RaysPart& part) {
    cite({Theorem::components_of_a_product});
    visit(*part.base);
  }
  void add(const StretchedPart& part) { visit(*part.base); }
  void add(const SlicesPart& part) {
    cite({Theorem::components_of_a_product, Theorem::components_of_a_sum});
    visit(*part.positive);
    visit(*part.negative);
  }
  void add(const ContractionPart& part) {
    cite({Theorem::homotopy_invariance});
    visit(*part.core);
  }
};

std::string plural(std::size_t n) { return std::to_string(n) + (n == 1 ? " component" : " components"); }

}  // namespace

std::string to_string(const SemialgebraicSet& set) {
  const auto names = [&](std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += (i == begin ? "" : ", ") + set.ring.name(i);
    return text;
  };
  const std::string body = "{" + names(set.parameter_count, set.ring.size()) + " : " + set.formula.to_string() + "}";
  if (set.parameter_count == 0) return body;
  const bool free = set.assumption.is(Formula::Kind::truth);
  return "for all " + names(0, set.parameter_count) + (free ? "" : " with " + set.assumption.to_string()) + ": " + body;
}

std::vector<Theorem> theorems_of(const ReducedSet& reduced) {
  TheoremCollector collector;
  collector.visit(reduced);
  return collector.theorems;
}

SemialgebraicSet at_parameters(const SemialgebraicSet& set, const std::vector<Rational>& parameters) {
  require(parameters.size() == set.parameter_count, "one value per parameter is needed");
  const auto& names = set.ring.names();
  SemialgebraicSet result{
      PolynomialRing({names.begin() + static_cast<std::ptrdiff_t>(set.parameter_count), names.end()})};
  std::vector<Polynomial> images;
  for (std::size_t i = 0; i < set.ring.size(); ++i) {
    images.push_back(i < set.parameter_count ? Polynomial(result.ring, parameters[i])
                                             : Polynomial::variable(result.ring, i - set.parameter_count));
  }
  const auto fixed = [&](const Formula& formula) {
    return formula.map_atoms(
        [&](const Atom& a) { return Formula::atom(a.polynomial.compose(images, result.ring), a.relation); });
  };
  result.formula = Formula::conjunction({fixed(set.assumption), fixed(set.formula)});
  return result;
}

std::string to_string(const AlgebraicPoint& point, const PolynomialRing& ring) {
  std::string text;
  for (std::size_t i = 0; i < point.size(); ++i) {
    text += (i == 0 ? "" : ", ") + ring.name(i) + "=" + point[i].to_string();
  }
  return "(" + text + ")";
}

CountedFamily SetCounter::count(const SemialgebraicSet& set) {
  Known& known = known_[canonical_text(set)];
  if (known.count) {
    builder_.step("count-again", {to_string(set), "is, up to names, " + known.text});
    return {set, known.count};
  }
  CountOptions options;
  options.progress = progress_;
  known.text = to_string(set);
  known.count = std::make_shared<const FamilyCount>(count_family(set, options));
  report(set, *known.count);
  builder_.count(*known.count);
  return {set, known.count};
}

void SetCounter::report(const SemialgebraicSet& set, const FamilyCount& count) {
  std::vector<std::string> lines{to_string(set)};
  for (const std::string& line : count.log) lines.push_back("  " + line);
  for (const FamilyCase& each : count.cases) {
    const bool whole = each.when.is(Formula::Kind::truth);
    lines.push_back((whole ? "" : "where " + each.when.to_string() + ": ") + plural(each.components));
    if (each.reduced) builder_.rest_on(theorems_of(*each.reduced));
    if (each.evidence) each.evidence->describe(lines, 2);
  }
  for (const std::string& reason : count.undecided) lines.push_back("undecided: " + reason);
  if (count.vacuous()) lines.push_back("no parameter value satisfies the assumption");
  builder_.step("count", std::move(lines));
}

}  // namespace isthmus
