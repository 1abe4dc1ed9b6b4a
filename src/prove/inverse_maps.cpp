#include <algorithm>

#include "prove/dimension_scope.hpp"
#include "prove/matrix_space.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

/// One of the two maps, on its source.
struct Direction {
  std::string name;  ///< "forward", "backward"
  std::string side;  ///< "domain", "codomain": the source
  const InverseMaps::Space& source;
  const InverseMaps::Space& goal;
  const std::vector<InverseMaps::Assignment>& map;      ///< values of the goal's coordinates
  const std::vector<InverseMaps::Assignment>& inverse;  ///< values of the source's coordinates
};

/// Shows, on every point of the source, that a map is defined, meets the conditions of the goal, and is undone by the
/// other.
class MapChecker {
 public:
  MapChecker(const InverseMaps::Instance& instance, const Direction& direction, const Progress& progress)
      : setting_(instance.setting), direction_(direction), space_(space_of(instance, direction.source, progress)) {}

  Finding run() {
    for (const std::string& line : space_.eliminations()) lines.push_back("on the source " + line);
    for (const auto& each : direction_.map) {
      require_shown(space_.defines(each.value), symbol(each).name + " := " + each.value.to_string() + " is defined");
    }
    for (const MatrixCondition& condition : direction_.goal.conditions) {
      MatrixCondition at_image = condition;
      at_image.expression = image(condition.expression);
      const std::string what = "the image satisfies " + condition.to_string();
      if (!show(space_.satisfies(at_image), what)) return refused(at_image, "not true: " + what);
    }
    for (const auto& each : direction_.inverse) {
      const MatrixExpression back = image(each.value);
      const std::string name = symbol(each).name;
      require_shown(space_.defines(back), "the other map is defined at the image, for " + name);
      const MatrixExpression difference =
          MatrixExpression::sum({back, MatrixExpression::symbol(symbol(each)).negated()});
      const MatrixCondition equal{back.is_scalar() ? MatrixCondition::Kind::sign : MatrixCondition::Kind::zero,
                                  difference, Relation::equal};
      const std::string what = back.to_string() + " = " + name;
      if (!show(space_.vanishes(difference), what))
        return refused(equal, "not true, the other map does not lead back: " + what);
    }
    return found_proved({});
  }

  const std::vector<Eliminated>& eliminated() const { return space_.eliminated(); }

  std::vector<std::string> lines;
  std::vector<Emptiness> exceptions;
  bool independent_of_sizes = true;

 private:
  /// The coordinates of one space, and the parameters: all matrices that are coordinates of neither.
  static MatrixSpace space_of(const InverseMaps::Instance& instance, const InverseMaps::Space& space,
                              const Progress& progress) {
    const auto has = [](const std::vector<std::size_t>& list, std::size_t i) {
      return std::find(list.begin(), list.end(), i) != list.end();
    };
    std::vector<MatrixSymbol> symbols;
    for (std::size_t i = 0; i < instance.setting.symbols.size(); ++i) {
      const bool parameter = !has(instance.domain.coordinates, i) && !has(instance.codomain.coordinates, i);
      if (parameter || has(space.coordinates, i)) symbols.push_back(instance.setting.symbols[i]);
    }
    std::vector<MatrixCondition> conditions = instance.setting.hypotheses;
    conditions.insert(conditions.end(), space.conditions.begin(), space.conditions.end());
    return MatrixSpace(symbols, conditions, progress);
  }

  const MatrixSymbol& symbol(const InverseMaps::Assignment& each) const { return setting_.symbols[each.coordinate]; }

  /// An expression in the goal's coordinates, at the image of a point of the source.
  MatrixExpression image(const MatrixExpression& expression) const {
    return expression.map_symbols([&](const MatrixSymbol& coordinate) {
      for (const auto& each : direction_.map) {
        if (symbol(each) == coordinate) return each.value;
      }
      return MatrixExpression::symbol(coordinate);
    });
  }

  bool show(const MatrixSpace::Answer& answer, const std::string& what) {
    if (!answer.shown) return false;
    independent_of_sizes = independent_of_sizes && answer.in_all_dimensions;
    if (answer.exception) exceptions.push_back(*answer.exception);
    lines.push_back(what + ": " + answer.how);
    return true;
  }

  void require_shown(const MatrixSpace::Answer& answer, const std::string& what) {
    if (!show(answer, what)) throw Undecided("not shown: " + what);
  }

  /// A point of the source where the condition fails, if one is found.
  Finding refused(const MatrixCondition& condition, const std::string& what) const {
    const auto point = space_.find({negated(condition)});
    if (!point) return found_undecided("neither shown nor contradicted by a small point: " + condition.to_string());
    std::vector<std::string> witness{direction_.name + " map: " + what, "at " + to_string(*point, space_.symbols())};
    for (const auto& each : direction_.map) {
      witness.push_back("  goes to " + symbol(each).name + " = " + to_string(*evaluate(each.value, *point)));
    }
    witness.push_back(condition.expression.to_string() + " = " + to_string(*evaluate(condition.expression, *point)));
    return found_refuted(witness, Counterexample{*point, direction_.side});
  }

  const Setting& setting_;
  const Direction& direction_;
  MatrixSpace space_;
};

class InverseMapsProver {
 public:
  InverseMapsProver(ProofBuilder& builder, const Progress& progress) : builder_(builder), progress_(progress) {}

  Finding decide(const InverseMaps::Instance& instance) {
    InverseMapsEvidence evidence;
    if (const auto missing = without_model(instance, evidence.model)) return *missing;
    const Direction forward{"forward", "domain", instance.domain, instance.codomain, instance.forward, instance.backward};
    const Direction backward{"backward", "codomain", instance.codomain, instance.domain, instance.backward, instance.forward};
    const Finding there = follow(instance, forward, evidence.domain, evidence.exceptions);
    if (there.verdict != Verdict::proved) return there;
    const Finding back = follow(instance, backward, evidence.codomain, evidence.exceptions);
    return back.verdict == Verdict::proved ? found_proved(std::move(evidence)) : back;
  }

  bool independent_of_sizes() const { return independent_of_sizes_; }

 private:
  /// Hypotheses without a model make the claim vacuous (an empty domain does not: the codomain may have points). Puts one
  /// into `model`.
  std::optional<Finding> without_model(const InverseMaps::Instance& instance, Assignment& model) const {
    std::vector<MatrixSymbol> symbols;
    for (std::size_t i = 0; i < instance.setting.symbols.size(); ++i) {
      const auto is_in = [i](const std::vector<std::size_t>& list) {
        return std::find(list.begin(), list.end(), i) != list.end();
      };
      const bool coordinate = is_in(instance.domain.coordinates) || is_in(instance.codomain.coordinates);
      if (!coordinate) symbols.push_back(instance.setting.symbols[i]);
    }
    const ModelSearch search = find_model(symbols, instance.setting.hypotheses, progress_);
    if (search.exists == Truth::no) {
      return found_vacuous("no values satisfy the hypotheses",
                           NoModelEvidence{*search.empty, {}});
    }
    if (!search.model) return found_undecided("no rational values that satisfy the hypotheses were found");
    model = *search.model;
    return std::nullopt;
  }

  Finding follow(const InverseMaps::Instance& instance, const Direction& direction, std::vector<Eliminated>& eliminated,
                 std::vector<Emptiness>& exceptions) {
    MapChecker checker(instance, direction, progress_);
    Finding finding = checker.run();
    eliminated = checker.eliminated();
    exceptions.insert(exceptions.end(), checker.exceptions.begin(), checker.exceptions.end());
    builder_.step(direction.name + "-map", checker.lines);
    builder_.rest_on(checker.independent_of_sizes ? Theorem::identity_of_free_rings : Theorem::cramer);
    builder_.rest_on(Theorem::multiplicative_determinant);
    independent_of_sizes_ = independent_of_sizes_ && checker.independent_of_sizes;
    return finding;
  }

  ProofBuilder& builder_;
  const Progress& progress_;
  bool independent_of_sizes_ = true;
};

}  // namespace

Proof prove_inverse_maps(const InverseMaps& claim, const Progress& progress) {
  ProofBuilder builder;
  InverseMapsProver prover(builder, progress);
  std::vector<std::string> headings;
  for (const auto& instance : claim.instances) headings.push_back(instance.setting.to_string());
  Proof proof =
      builder.over_instances(headings, Scope::all, [&](std::size_t i) { return prover.decide(claim.instances[i]); });
  if (proof.verdict == Verdict::proved) {
    proof.scope = scope_of(claim.instances, claim.one_size, prover.independent_of_sizes());
  }
  return proof;
}

}  // namespace isthmus
