#include "report/method.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace isthmus {
namespace {

/// Collects the steps of a tree of reductions in words.
class Steps {
 public:
  void visit(const ReducedSet& reduced) {
    std::visit([&](const auto& part) { add(reduced, part); }, reduced.part);
  }
  const std::vector<std::string>& sentences() const { return sentences_; }

 private:
  void say(std::string sentence) {
    if (std::find(sentences_.begin(), sentences_.end(), sentence) == sentences_.end()) {
      sentences_.push_back(std::move(sentence));
    }
  }

  void add(const ReducedSet&, const EmptyPart&) { say("the conditions contradict each other"); }
  void add(const ReducedSet&, const OpenPart&) { say("open cells of an exact decomposition, joined across walls"); }
  void add(const ReducedSet&, const LinePart&) { say("real roots on the line"); }
  void add(const ReducedSet&, const PlanePart&) { say("cells of an exact arrangement of plane curves"); }
  void add(const ReducedSet&, const SpacePart&) { say("cells of space over an exact arrangement of plane curves"); }
  void add(const ReducedSet&, const PointPart&) { say("no coordinate is left"); }
  void add(const ReducedSet& reduced, const GraphPart& part) {
    std::vector<std::string> names;
    for (const Solved& s : part.solved) names.push_back(reduced.set.ring.name(s.variable));
    say(fmt::format("graph of {} over the other coordinates", fmt::join(names, ", ")));
    visit(*part.base);
  }
  void add(const ReducedSet&, const ProductPart& part) {
    say("product of sets in disjoint variables");
    for (const ReducedSetPtr& factor : part.factors) visit(*factor);
  }
  void add(const ReducedSet&, const SumPart& part) {
    say("disjoint union of closed pieces");
    for (const ReducedSetPtr& piece : part.pieces) visit(*piece);
  }
  void add(const ReducedSet&, const ChartsPart& part) {
    say("charts glued along their overlaps");
    for (const ReducedSetPtr& chart : part.charts) visit(*chart);
  }
  void add(const ReducedSet&, const CoverPart& part) {
    say("closed pieces glued along their intersections");
    for (const ReducedSetPtr& piece : part.pieces) visit(*piece);
  }
  void add(const ReducedSet& reduced, const FoldPart& part) {
    const std::string& first = reduced.set.ring.name(part.fold.first);
    const std::string& second = reduced.set.ring.name(part.fold.second);
    say(fmt::format("one or two components for each of the image under {}*{}", first, second));
    visit(*part.base);
  }
  void add(const ReducedSet&, const HypersurfacePart& part) {
    say("the two sides of a smooth hypersurface");
    visit(*part.complement);
  }
  void add(const ReducedSet&, const ContractionPart& part) {
    say("contraction of weighted homogeneous coordinates");
    visit(*part.core);
  }
  void add(const ReducedSet&, const RaysPart& part) {
    say("one point on every ray of a weighted homogeneous set");
    visit(*part.base);
  }
  void add(const ReducedSet&, const SlicesPart& part) {
    say("slices of a weighted homogeneous set");
    visit(*part.positive);
    visit(*part.negative);
  }
  void add(const ReducedSet&, const StretchedPart& part) {
    say("stereographic projection of a quadric");
    visit(*part.base);
  }
  void add(const ReducedSet&, const ModuloPart& part) { visit(*part.base); }
  void add(const ReducedSet&, const ThickenedPart&) { say("open neighbourhoods, so thin that the count is final"); }
  void add(const ReducedSet&, const OutsidePart&) {}

  std::vector<std::string> sentences_;
};

}  // namespace

std::string method_text(const ReducedSet& reduced) {
  Steps steps;
  steps.visit(reduced);
  return fmt::format("{}", fmt::join(steps.sentences(), "; "));
}

}  // namespace isthmus
