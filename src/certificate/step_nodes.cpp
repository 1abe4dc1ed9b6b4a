#include "certificate/step_nodes.hpp"

#include "certificate/not_certified.hpp"
#include "certificate/proof_nodes.hpp"
#include "certificate/sign_factors.hpp"
#include "exact/error.hpp"
#include "reduce/linear_block.hpp"
#include "reduce/locally_closed.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

Formula vanishing(const std::vector<Polynomial>& polynomials) {
  std::vector<Formula> parts;
  for (const Polynomial& p : polynomials) parts.push_back(Formula::atom(p, Relation::equal));
  return Formula::conjunction(parts);
}

/// Writes the step that one set makes.
class StepNode {
 public:
  StepNode(const SemialgebraicSet& set, const ChildNode& child) : set_(set), child_(child) {}

  Json write(const EmptyPart& part) const {
    Json node = rule_node("empty");
    node["proof"] = proof_node(set_, part.proof);
    return node;
  }
  Json write(const GraphPart& part) const { return part.block ? block(part, *part.block) : graph(part); }
  Json write(const ProductPart& part) const {
    Json factors = Json::array();
    for (std::size_t i = 0; i < part.factors.size(); ++i) {
      Json factor = Json::object();
      factor["coordinates"] = coordinates_of(part.factors[i]->given);
      factor["count"] = child(i, part.factors[i]);
      factors.push_back(std::move(factor));
    }
    Json node = rule_node("product");
    node["factors"] = std::move(factors);
    return node;
  }
  Json write(const SumPart& part) const {
    Json node = rule_node("sum");
    node["equation"] = part.equation.to_string();
    node["pieces"] = Json::array();
    for (std::size_t i = 0; i < part.pieces.size(); ++i) {
      refuse(part.factors[i].is_constant(), "a factor of an equation becomes constant");
      Json piece = Json::object();
      piece["factor"] = part.factors[i].to_string();
      piece["count"] = child(i, part.pieces[i]);
      node["pieces"].push_back(std::move(piece));
    }
    node["disjoint"] = Json::array();
    std::size_t next = 0;
    for (std::size_t i = 1; i < part.factors.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        node["disjoint"].push_back(empty_where({part.factors[i], part.factors[j]}, part.disjoint.at(next++)));
    return node;
  }
  Json write(const ChartsPart& part) const {
    Json node = rule_node("charts");
    node["pivots"] = polynomial_texts(part.pivots);
    node["cover"] = empty_where(part.pivots, part.cover);
    node["charts"] = Json::array();
    for (std::size_t i = 0; i < part.charts.size(); ++i) node["charts"].push_back(child(i, part.charts[i]));
    node["overlaps"] = overlaps(part.overlaps, part.charts.size());
    return node;
  }
  Json write(const CoverPart& part) const {
    const auto& [condition, options] = part.alternatives;
    Json node = rule_node("cover");
    node["condition"] = condition.to_string();
    node["options"] = Json::array();
    for (const Formula& option : options) {
      refuse(option.is(Formula::Kind::truth) || option.is(Formula::Kind::falsity), "an option becomes constant");
      node["options"].push_back(option.to_string());
    }
    node["closed"] = Json::array();
    std::size_t next = 0;
    for (const Formula& option : options)
      for (const Formula& other : options)
        if (has_strict_condition(option) && &option != &other)
          node["closed"].push_back(
              proof_node(with_condition_replaced(set_, condition, leaving(option, other)), part.closed.at(next++)));
    node["pieces"] = Json::array();
    for (std::size_t i = 0; i < part.pieces.size(); ++i) node["pieces"].push_back(child(i, part.pieces[i]));
    node["overlaps"] = overlaps(part.overlaps, part.pieces.size());
    return node;
  }
  Json write(const FoldPart& part) const {
    Json node = rule_node("fold");
    node["first"] = set_.ring.name(part.fold.first);
    node["second"] = set_.ring.name(part.fold.second);
    node["base"] = child(0, part.base);
    node["branch"] = child(1, part.branch);
    return node;
  }
  Json write(const HypersurfacePart& part) const {
    const Polynomial& equation = part.hypersurface.equation;
    refuse(equation.is_constant(), "the equation becomes constant");
    Json node = rule_node("hypersurface");
    node["equation"] = equation.to_string();
    node["smooth"] = empty_where(gradient(set_, equation), part.hypersurface.smooth);
    node["complement"] = child(0, part.complement);
    node["space"] = child(1, part.space);
    return node;
  }
  Json write(const ContractionPart& part) const {
    Json node = rule_node("contraction");
    node["weights"] = weights_json(part.weights);
    node["core"] = child(0, part.core);
    return node;
  }
  Json write(const RaysPart& part) const {
    refuse(part.high.is_zero() || part.low.is_zero(), "a homogeneous part becomes zero");
    Json node = rule_node("rays");
    node["weights"] = weights_json(part.weights);
    node["equation"] = part.equation.to_string();
    node["high"] = part.high.to_string();
    node["low"] = part.low.to_string();
    node["nonzero"] = empty_where({part.low}, part.nonzero);
    node["base"] = child(0, part.base);
    return node;
  }
  Json write(const SlicesPart& part) const {
    Json node = rule_node("slices");
    node["variable"] = set_.ring.name(part.variable);
    node["weights"] = weights_json(part.weights);
    node["nonzero"] = empty_where({Polynomial::variable(set_.ring, part.variable)}, part.nonzero);
    node["positive"] = child(0, part.positive);
    node["negative"] = child(1, part.negative);
    return node;
  }
  Json write(const StretchedPart& part) const {
    Json node = rule_node("stretch");
    node["moved"] = Json::array();
    for (const auto& [v, c] : part.stretch.moved)
      node["moved"].push_back(Json::array({set_.ring.name(v), c.to_string()}));
    node["factor"] = part.stretch.factor.to_string();
    node["nonzero"] = empty_where({part.stretch.factor}, part.nonzero);
    node["base"] = child(0, part.base);
    return node;
  }
  Json write(const ModuloPart& part) const {
    Json node = rule_node("modulo");
    node["replace"] = Json::array();
    for (const Replacement& r : part.replacements)
      node["replace"].push_back(Json::array(
          {r.polynomial.to_string(), r.remainder.to_string(), r.quotient.to_string(), r.equation.to_string()}));
    node["then"] = child(0, part.base);
    return node;
  }
  template <class Other>
  Json write(const Other&) const {
    throw NotCertified("no rule of the certificate format covers how the set " + set_.formula.to_string() +
                       " was counted");
  }

 private:
  /// What was chosen for all parameters may degenerate at a value where the set is empty.
  void refuse(bool degenerate, const char* what) const {
    if (degenerate) throw NotCertified(std::string(what) + " at a parameter value: " + set_.formula.to_string());
  }

  /// `before`: the number of children that precede the overlaps.
  Json overlaps(const std::vector<ChartsPart::Overlap>& parts, std::size_t before) const {
    Json nodes = Json::array();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Json overlap = Json::object();
      overlap["first"] = parts[i].first;
      overlap["second"] = parts[i].second;
      overlap["count"] = child(before + i, parts[i].set);
      nodes.push_back(std::move(overlap));
    }
    return nodes;
  }

  Json graph(const GraphPart& part) const {
    Json node = rule_node("graph");
    node["solved"] = Json::array();
    for (const Solved& s : part.solved) {
      ensure(s.denominator.is_constant(), "a graph without a block has a denominator");
      node["solved"].push_back(
          Json::array({set_.ring.name(s.variable), s.numerator.to_string(), s.denominator.to_string()}));
    }
    node["nonzero"] = Json::array();
    node["base"] = child(0, part.base);
    return node;
  }

  Json block(const GraphPart& part, const SolvedBlock& block) const {
    refuse(part.solved.front().denominator.is_zero(), "a pivot becomes zero");
    std::vector<Polynomial> degenerate{part.solved.front().denominator};
    for (const Solved& s : part.solved) degenerate.push_back(s.numerator);
    Json node = rule_node("graph-block");
    node["variables"] = Json::array();
    for (std::size_t v : block.variables) node["variables"].push_back(set_.ring.name(v));
    node["equations"] = polynomial_texts(block.equations);
    node["columns"] = block.columns;
    node["proof"] = empty_where(degenerate, part.nonzero.front());
    node["base"] = child(0, part.base);
    return node;
  }

  Json weights_json(const std::vector<unsigned>& weights) const {
    return std::vector<unsigned>(weights.begin() + static_cast<std::ptrdiff_t>(set_.parameter_count), weights.end());
  }

  Json empty_where(const std::vector<Polynomial>& zero, const EmptinessProof& proof) const {
    return proof_node(with_condition(set_, vanishing(zero)), proof);
  }

  Json child(std::size_t i, const ReducedSetPtr& reduced) const {
    return child_(i, derived_set(*reduced, set_.assumption), *reduced);
  }

  static std::vector<std::string> coordinates_of(const SemialgebraicSet& set) {
    return {set.ring.names().begin() + static_cast<std::ptrdiff_t>(set.parameter_count), set.ring.names().end()};
  }

  const SemialgebraicSet& set_;
  const ChildNode& child_;
};

}  // namespace

SemialgebraicSet derived_set(const ReducedSet& reduced, const Formula& assumption) {
  const SemialgebraicSet& given = reduced.given;
  return {given.ring, given.parameter_count,
          given.parameter_count == 0 ? Formula::truth() : assumption.map_atoms([&](const Atom& atom) {
            return Formula::atom(atom.polynomial.in_ring(given.ring), atom.relation);
          }),
          given.formula};
}

Json after_rewriting(const SemialgebraicSet& set, const Formula& other, Json then) {
  if (set.formula == other) return then;
  Json node = rule_node("rewrite");
  node["formula"] = other.to_string();
  node["factors"] = polynomial_texts(sign_factors({set.formula, other, set.assumption}));
  node["then"] = std::move(then);
  return node;
}

Json step_node(const SemialgebraicSet& set, const ReducedSet& reduced, const ChildNode& child) {
  const StepNode step(set, child);
  return std::visit([&](const auto& part) { return step.write(part); }, reduced.part);
}

bool is_leaf(const ReducedSet& reduced) {
  return !std::holds_alternative<EmptyPart>(reduced.part) && !std::holds_alternative<ModuloPart>(reduced.part) &&
         !std::holds_alternative<GraphPart>(reduced.part) && !std::holds_alternative<ProductPart>(reduced.part) &&
         !std::holds_alternative<SumPart>(reduced.part) && !std::holds_alternative<ChartsPart>(reduced.part) &&
         !std::holds_alternative<CoverPart>(reduced.part) && !std::holds_alternative<FoldPart>(reduced.part) &&
         !std::holds_alternative<HypersurfacePart>(reduced.part) &&
         !std::holds_alternative<ContractionPart>(reduced.part) && !std::holds_alternative<RaysPart>(reduced.part) &&
         !std::holds_alternative<SlicesPart>(reduced.part) && !std::holds_alternative<StretchedPart>(reduced.part);
}

}  // namespace isthmus
