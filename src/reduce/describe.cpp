#include <algorithm>

#include "reduce/reduced_set.hpp"

namespace isthmus {

namespace {

std::string names(const SemialgebraicSet& set) {
  std::string text;
  for (std::size_t i = set.parameter_count; i < set.ring.size(); ++i)
    text += (text.empty() ? "" : ", ") + set.ring.name(i);
  return text;
}

/// Writes a tree of reductions as indented lines.
class Description {
 public:
  std::vector<std::string> of(const ReducedSet& reduced, std::size_t indent) {
    visit(reduced, indent);
    return std::move(lines_);
  }

 private:
  void visit(const ReducedSet& reduced, std::size_t indent) {
    line(indent, "set in (" + names(reduced.set) + "): " + reduced.set.formula.to_string());
    std::visit([&](const auto& part) { add(reduced.set, part, indent); }, reduced.part);
  }

  void line(std::size_t indent, const std::string& text) { lines_.push_back(std::string(indent, ' ') + text); }
  void proof(const EmptinessProof& p, std::size_t indent) {
    for (std::string& text : describe(p, indent)) lines_.push_back(std::move(text));
  }

  void add(const SemialgebraicSet&, const EmptyPart& part, std::size_t indent) {
    line(indent, "empty:");
    proof(part.proof, indent + 2);
  }
  void add(const SemialgebraicSet&, const OpenPart&, std::size_t indent) {
    line(indent, "open: decomposed into cells");
  }
  void add(const SemialgebraicSet&, const LinePart&, std::size_t indent) { line(indent, "on the line: by its roots"); }
  void add(const SemialgebraicSet&, const PlanePart&, std::size_t indent) {
    line(indent, "in the plane: by the arrangement of its curves");
  }
  void add(const SemialgebraicSet&, const SpacePart&, std::size_t indent) {
    line(indent, "in space: by the cells between its surfaces");
  }
  void add(const SemialgebraicSet&, const PointPart&, std::size_t indent) {
    line(indent, "no coordinate left: a point");
  }
  void add(const SemialgebraicSet& set, const GraphPart& part, std::size_t indent) {
    line(indent, "graph: the projection that forgets these variables is a homeomorphism");
    for (const Solved& s : part.solved) {
      const std::string denominator = s.denominator.is_constant() ? "" : " / (" + s.denominator.to_string() + ")";
      line(indent + 2, set.ring.name(s.variable) + " = (" + s.numerator.to_string() + ")" + denominator);
    }
    for (const EmptinessProof& p : part.nonzero) {
      line(indent + 2, "no denominator vanishes on the set:");
      proof(p, indent + 4);
    }
    visit(*part.base, indent + 2);
  }
  void add(const SemialgebraicSet&, const ProductPart& part, std::size_t indent) {
    line(indent, "product of sets in disjoint variables: the numbers of components multiply");
    for (const auto& factor : part.factors) visit(*factor, indent + 2);
  }
  void add(const SemialgebraicSet&, const SumPart& part, std::size_t indent) {
    line(indent, "disjoint union of closed pieces: the numbers of components add up");
    for (const EmptinessProof& p : part.disjoint) proof(p, indent + 4);
    for (const auto& piece : part.pieces) visit(*piece, indent + 2);
  }
  void add(const SemialgebraicSet&, const ChartsPart& part, std::size_t indent) {
    line(indent, "glued from the open parts where one of these does not vanish:");
    for (const Polynomial& pivot : part.pivots) line(indent + 4, pivot.to_string());
    line(indent + 2, "they have no common zero on the set:");
    proof(part.cover, indent + 4);
    for (std::size_t i = 0; i < part.charts.size(); ++i) {
      line(indent + 2, "chart " + part.pivots[i].to_string() + " != 0:");
      visit(*part.charts[i], indent + 4);
    }
    for (const auto& overlap : part.overlaps) {
      line(indent + 2, "overlap of " + part.pivots[overlap.first].to_string() + " != 0 and " +
                           part.pivots[overlap.second].to_string() + " != 0:");
      visit(*overlap.set, indent + 4);
    }
  }
  void add(const SemialgebraicSet&, const CoverPart& part, std::size_t indent) {
    const std::vector<Formula>& options = part.alternatives.options;
    line(indent, "glued from the closed pieces of " + part.alternatives.condition.to_string() + ":");
    for (const EmptinessProof& p : part.closed) proof(p, indent + 4);
    for (std::size_t i = 0; i < part.pieces.size(); ++i) {
      line(indent + 2, "piece " + options[i].to_string() + ":");
      visit(*part.pieces[i], indent + 4);
    }
    for (const auto& overlap : part.overlaps) {
      line(indent + 2, "intersection of " + options[overlap.first].to_string() + " and " +
                           options[overlap.second].to_string() + ":");
      visit(*overlap.set, indent + 4);
    }
  }
  void add(const SemialgebraicSet& set, const FoldPart& part, std::size_t indent) {
    const std::string& first = set.ring.name(part.fold.first);
    line(indent, "depends on " + first + "*" + set.ring.name(part.fold.second) + " only, written " + first +
                     " below: one component above each with a zero of it, else two");
    visit(*part.base, indent + 2);
    line(indent + 2, "where it is zero:");
    visit(*part.branch, indent + 4);
  }
  void add(const SemialgebraicSet&, const HypersurfacePart& part, std::size_t indent) {
    line(indent, "smooth hypersurface in an open set whose components are convex: as many components as its complement "
                 "has more than that");
    line(indent + 2, "the gradient of " + part.hypersurface.equation.to_string() + " does not vanish on it:");
    proof(part.hypersurface.smooth, indent + 4);
    line(indent + 2, "complement:");
    visit(*part.complement, indent + 4);
    line(indent + 2, "all together:");
    visit(*part.space, indent + 4);
  }
  void add(const SemialgebraicSet& set, const ContractionPart& part, std::size_t indent) {
    line(indent, "contracted by " + scaling_text(set, part.weights) +
                     ", t from 1 to 0: all conditions are weighted homogeneous");
    visit(*part.core, indent + 2);
  }
  void add(const SemialgebraicSet& set, const RaysPart& part, std::size_t indent) {
    line(indent, "one point on every ray " + scaling_text(set, part.weights) +
                     ", t > 0, that meets it: of the parts of " + part.equation.to_string() +
                     " this one does not vanish: " + part.low.to_string());
    proof(part.nonzero, indent + 4);
    visit(*part.base, indent + 2);
  }
  void add(const SemialgebraicSet& set, const StretchedPart& part, std::size_t indent) {
    std::string names;
    for (const auto& [v, c] : part.stretch.moved) {
      const std::string& name = set.ring.name(v);
      names += (names.empty() ? "" : ", ") + name + " := " + (c.is_zero() ? "" : c.to_string() + " + ") + name + "*(" +
               part.stretch.factor.to_string() + ")";
    }
    line(indent, "in other coordinates, " + names + ", where the factor does not vanish:");
    proof(part.nonzero, indent + 4);
    visit(*part.base, indent + 2);
  }
  void add(const SemialgebraicSet& set, const SlicesPart& part, std::size_t indent) {
    const std::string& name = set.ring.name(part.variable);
    line(indent, "invariant under " + scaling_text(set, part.weights) + ", t > 0; " + name + " vanishes nowhere:");
    proof(part.nonzero, indent + 4);
    line(indent + 2, "where " + name + " = 1:");
    visit(*part.positive, indent + 4);
    line(indent + 2, "where " + name + " = -1:");
    visit(*part.negative, indent + 4);
  }
  void add(const SemialgebraicSet&, const ModuloPart& part, std::size_t indent) {
    line(indent, "the equations of the set replace");
    for (const Replacement& r : part.replacements)
      line(indent + 4, r.polynomial.to_string() + " = " + r.remainder.to_string() + " + (" + r.quotient.to_string() +
                           ")*(" + r.equation.to_string() + ")");
    visit(*part.base, indent + 2);
  }
  void add(const SemialgebraicSet&, const ThickenedPart& part, std::size_t indent) {
    const SemialgebraicSet& family = part.thickening.family;
    std::string order;
    for (std::size_t i = part.thickening.infinitesimals; i-- > 0;)
      order += family.ring.name(family.parameter_count + i) + " << ";
    for (std::size_t i = 0; part.thickening.pieces.size() > 1 && i < part.thickening.pieces.size(); ++i)
      line(indent, "locally closed piece: " + part.thickening.pieces[i].base.formula.to_string());
    for (const EmptinessProof& p : part.thickening.closed) proof(p, indent + 4);
    line(indent, "has as many components as this open set has for 0 < " + order + "1: " + family.formula.to_string());
  }
  void add(const SemialgebraicSet&, const OutsidePart& part, std::size_t indent) {
    line(indent, "undecided: " + part.reason);
  }

  static std::string scaling_text(const SemialgebraicSet& set, const std::vector<unsigned>& weights) {
    std::string map;
    for (std::size_t i = set.parameter_count; i < set.ring.size(); ++i) {
      const std::string power = weights[i] == 1 ? "t*" : "t^" + std::to_string(weights[i]) + "*";
      map += (map.empty() ? "(" : ", ") + (weights[i] == 0 ? "" : power) + set.ring.name(i);
    }
    return map + ")";
  }

  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> describe(const ReducedSet& reduced, std::size_t indent) {
  return Description().of(reduced, indent);
}

namespace {

/// All nodes of the tree, breadth first.
std::vector<const ReducedSet*> nodes(const ReducedSet& reduced) {
  std::vector<const ReducedSet*> found{&reduced};
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto& part = found[i]->part;
    if (const auto* graph = std::get_if<GraphPart>(&part)) found.push_back(graph->base.get());
    if (const auto* contraction = std::get_if<ContractionPart>(&part)) found.push_back(contraction->core.get());
    if (const auto* rays = std::get_if<RaysPart>(&part)) found.push_back(rays->base.get());
    if (const auto* slices = std::get_if<SlicesPart>(&part)) {
      found.push_back(slices->positive.get());
      found.push_back(slices->negative.get());
    }
    if (const auto* stretched = std::get_if<StretchedPart>(&part)) found.push_back(stretched->base.get());
    if (const auto* modulo = std::get_if<ModuloPart>(&part)) found.push_back(modulo->base.get());
    if (const auto* product = std::get_if<ProductPart>(&part))
      for (const auto& factor : product->factors) found.push_back(factor.get());
    if (const auto* sum = std::get_if<SumPart>(&part))
      for (const auto& piece : sum->pieces) found.push_back(piece.get());
    if (const auto* fold = std::get_if<FoldPart>(&part)) {
      found.push_back(fold->base.get());
      found.push_back(fold->branch.get());
    }
    if (const auto* hypersurface = std::get_if<HypersurfacePart>(&part)) {
      found.push_back(hypersurface->complement.get());
      found.push_back(hypersurface->space.get());
    }
    if (const auto* cover = std::get_if<CoverPart>(&part)) {
      for (const auto& piece : cover->pieces) found.push_back(piece.get());
      for (const auto& overlap : cover->overlaps) found.push_back(overlap.set.get());
    }
    if (const auto* charts = std::get_if<ChartsPart>(&part)) {
      for (const auto& chart : charts->charts) found.push_back(chart.get());
      for (const auto& overlap : charts->overlaps) found.push_back(overlap.set.get());
    }
  }
  return found;
}

}  // namespace

std::string outside_reason(const ReducedSet& reduced) {
  for (const ReducedSet* node : nodes(reduced))
    if (const auto* outside = std::get_if<OutsidePart>(&node->part)) return outside->reason;
  return {};
}

bool uses_cell_complex(const ReducedSet& reduced) {
  const std::vector<const ReducedSet*> all = nodes(reduced);
  return std::any_of(all.begin(), all.end(), [](const ReducedSet* node) {
    return std::holds_alternative<PlanePart>(node->part) || std::holds_alternative<SpacePart>(node->part);
  });
}

std::vector<const ReducedSet*> leaves(const ReducedSet& reduced) {
  std::vector<const ReducedSet*> found;
  for (const ReducedSet* node : nodes(reduced))
    if (std::holds_alternative<OpenPart>(node->part) || std::holds_alternative<LinePart>(node->part) ||
        std::holds_alternative<PlanePart>(node->part) || std::holds_alternative<SpacePart>(node->part) ||
        std::holds_alternative<PointPart>(node->part) || std::holds_alternative<ThickenedPart>(node->part))
      found.push_back(node);
  return found;
}

}  // namespace isthmus
