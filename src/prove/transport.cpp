#include <algorithm>

#include "prove/invertible_product.hpp"
#include "prove/matrix_space.hpp"
#include "prove/provers.hpp"
#include "prove/transport_signs.hpp"
#include "symmetry/permutation.hpp"
#include "variety/word_consequence.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostPairs = 4000;
constexpr std::size_t kMostPermutations = 5000;

using Images = std::vector<InverseMaps::Assignment>;

MatrixExpression minus(const MatrixExpression& a, const MatrixExpression& b) {
  return MatrixExpression::sum({a, b.negated()});
}

/// Bit i: the i-th sign is negative.
TransportSigns::Bits bits_of(const std::vector<int>& signs) {
  TransportSigns::Bits bits = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    if (signs[i] < 0) bits |= TransportSigns::Bits{1} << i;
  }
  return bits;
}

class TransportProver {
 public:
  TransportProver(const Transport::Instance& instance, ProofBuilder& builder, const Progress& progress)
      : instance_(instance), builder_(builder), progress_(progress), conditions_(instance.setting.hypotheses) {
    for (const std::size_t i : instance.elements) {
      const MatrixExpression e = MatrixExpression::symbol(instance.setting.symbols[i]);
      elements_.push_back(instance.setting.symbols[i]);
      if (!instance.some_permutations) continue;
      const MatrixExpression square = MatrixExpression::product({e, MatrixExpression::transpose(e)});
      conditions_.push_back({MatrixCondition::Kind::sign, MatrixExpression::determinant(e), Relation::not_equal});
      conditions_.push_back(
          {MatrixCondition::Kind::zero, minus(square, MatrixExpression::identity(e.shape().rows)), Relation::equal});
    }
    conditions_.insert(conditions_.end(), instance.conditions.begin(), instance.conditions.end());
  }

  Finding decide() {
    const Setting& setting = instance_.setting;
    model_ = search_model(parameters_of(setting), conditions_);
    if (!model_) {
      const ModelSearch search = find_model(parameters_of(setting), setting.hypotheses, progress_);
      if (search.exists == Truth::no) {
        return found_vacuous("no parameter value satisfies the hypotheses", NoModelEvidence{*search.empty, {}});
      }
      return found_undecided("no parameter values that satisfy the hypotheses were found");
    }
    const InvertibleProduct set(setting, instance_.network, instance_.target, Facts(setting.hypotheses));
    builder_.step(
        "sign-labels",
        {"{" + instance_.network.to_string() + " = " + instance_.target.to_string() +
             "} is the graph of one weight over the others, which run through GL_" + std::to_string(set.size()) + "(R)",
         "two points lie in one component iff all weights have determinants of the same signs"});
    builder_.rest_on({Theorem::general_linear_components, Theorem::graph_of_a_continuous_map,
                      Theorem::components_of_a_product, Theorem::multiplicative_determinant});
    const auto consequence = stays_in_set();
    if (!consequence) return counterexample(set, std::nullopt);
    const TransportSigns signs(instance_);
    if (const auto failing = signs.failing()) return counterexample(set, failing);
    std::vector<std::string> lines = instance_.some_permutations ? signs.choices() : std::vector<std::string>{};
    lines.push_back("all " + std::to_string(std::size_t{1} << (signs.weight_count() - 1)) +
                    " sign patterns of each point with one sign of the product were gone through");
    builder_.step("signs-of-images", lines);
    return found_proved(TransportEvidence{*model_, *consequence});
  }

 private:
  std::optional<WordConsequence> stays_in_set() {
    const MatrixExpression image = instance_.network.map_symbols([&](const MatrixSymbol& symbol) {
      for (const auto& each : instance_.images) {
        if (instance_.setting.symbols[each.coordinate] == symbol) return each.value;
      }
      return MatrixExpression::symbol(symbol);
    });
    std::vector<MatrixCondition> conditions = conditions_;
    conditions.push_back({MatrixCondition::Kind::zero, minus(instance_.network, instance_.target), Relation::equal});
    const MatrixSpace space(instance_.setting.symbols, conditions, progress_);
    for (const auto& each : instance_.images) {
      if (!space.defines(each.value).shown)
        throw Undecided("an inverse in " + each.value.to_string() + " was not seen to exist");
    }
    const MatrixExpression difference = minus(image, instance_.target);
    const auto consequence = derive_zero(difference, conditions);
    if (!consequence) return std::nullopt;
    builder_.step("image-in-set", {image.to_string(), "  = " + instance_.target.to_string()});
    builder_.step("consequence", consequence->lines());
    builder_.rest_on(consequence->theorems());
    return consequence;
  }

  /// What is wrong with the image of a point, for these elements; empty if it lies in the component of the other point.
  std::string fault(const InvertibleProduct& set, const Assignment& values, const std::vector<int>& wanted) const {
    Assignment image = values;
    for (const auto& each : instance_.images) {
      const auto value = evaluate(each.value, values);
      if (!value) return each.value.to_string() + " is not defined";
      image.insert_or_assign(instance_.setting.symbols[each.coordinate].name, *value);
    }
    const auto network = evaluate(instance_.network, image);
    const auto target = evaluate(instance_.target, image);
    if (!(network == target)) {
      return "the image is no point of the set: " + instance_.network.to_string() + " = " + to_string(*network) +
             " there, not " + to_string(*target) + " (squared distance " + squared_distance(*network, *target) + ")";
    }
    const std::vector<int> signs = set.signs(image);
    for (std::size_t i = 0; i < signs.size(); ++i) {
      if (signs[i] == wanted[i]) continue;
      const std::string& name = set.weights()[i].name;
      return "the image lies in another component: det of its " + name + " is " + (signs[i] > 0 ? "> 0" : "< 0") +
             ", that of " + name + "' is " + (wanted[i] > 0 ? "> 0" : "< 0");
    }
    return "";
  }

  static std::string squared_distance(const Matrix& a, const Matrix& b) {
    Rational sum;
    for (std::size_t i = 0; i < a.rows(); ++i) {
      for (std::size_t j = 0; j < a.columns(); ++j) sum += (a.at(i, j) - b.at(i, j)) * (a.at(i, j) - b.at(i, j));
    }
    return sum.to_string();
  }

  /// One line for each choice of permutations, if all of them fail.
  std::optional<std::vector<std::string>> all_fail(const InvertibleProduct& set, const Assignment& point,
                                                   const std::vector<int>& wanted) const {
    std::vector<Permutation> choice;
    std::size_t count = 1;
    for (const MatrixSymbol& each : elements_) {
      choice.push_back(Permutation::identity(each.shape.rows));
      for (std::size_t i = 2; i <= each.shape.rows; ++i) count *= i;
      if (count > kMostPermutations) throw Undecided("too many permutations to go through all of them");
    }
    std::vector<std::string> lines;
    for (bool more = true; more;) {
      Assignment values = point;
      std::string name;
      for (std::size_t e = 0; e < elements_.size(); ++e) {
        values.insert_or_assign(elements_[e].name, choice[e].matrix());
        name += (e == 0 ? "" : ", ") + elements_[e].name + " = " + choice[e].to_string();
      }
      const std::string why = fault(set, values, wanted);
      if (why.empty()) return std::nullopt;
      lines.push_back("for " + name + ": " + why);
      std::size_t e = 0;
      while (e < choice.size() && !choice[e].advance()) ++e;
      more = e < choice.size();
    }
    return lines;
  }

  std::optional<Finding> refutation(const InvertibleProduct& set, const Assignment& from, const Assignment& to) const {
    const std::vector<int> wanted = set.signs(to);
    if (instance_.different_components && wanted == set.signs(from)) return std::nullopt;
    Assignment shown_to;
    std::vector<MatrixSymbol> primed;
    for (MatrixSymbol weight : set.weights()) {
      shown_to.insert_or_assign(weight.name + "'", to.at(weight.name));
      weight.name += "'";
      primed.push_back(weight);
    }
    std::vector<MatrixSymbol> given = instance_.setting.symbols;
    if (instance_.some_permutations) std::erase_if(given, [&](const auto& s) { return s.role == Role::group; });
    std::vector<std::string> witness{"at " + to_string(from, given), "and " + to_string(shown_to, primed)};
    if (instance_.some_permutations) {
      const auto lines = all_fail(set, from, wanted);
      if (!lines) return std::nullopt;
      witness.insert(witness.end(), lines->begin(), lines->end());
    } else {
      const std::string why = fault(set, from, wanted);
      if (why.empty()) return std::nullopt;
      witness.push_back(why);
    }
    Assignment weights;
    for (const MatrixSymbol& weight : set.weights()) weights.insert_or_assign(weight.name, to.at(weight.name));
    Assignment values = from;
    if (instance_.some_permutations) {
      for (const MatrixSymbol& element : elements_) values.erase(element.name);
    }
    return found_refuted(witness, PairCounterexample{std::move(values), std::move(weights)});
  }

  /// Values for all weights but the last, simple ones, with any signs of the determinants.
  std::vector<Assignment> points(const InvertibleProduct& set, const Assignment& parameters) const {
    std::vector<Assignment> result{parameters};
    for (std::size_t i = 0; i + 1 < set.weights().size(); ++i) {
      std::vector<Assignment> longer;
      for (const Assignment& each : result) {
        for (const long first : {1L, -1L}) {
          Matrix value = Matrix::identity(set.size());
          value.set(0, 0, Rational(first));
          Assignment next = each;
          next.insert_or_assign(set.weights()[i].name, value);
          longer.push_back(std::move(next));
        }
      }
      result = std::move(longer);
      if (result.size() > kMostPairs) throw Undecided("no counterexample was found");
    }
    for (Assignment& each : result) each = set.completed(each);
    return result;
  }

  /// Values of the parameters and elements: the target (if it is one of them) or an element set to each small matrix in
  /// turn.
  std::vector<Assignment> models() const {
    std::vector<MatrixSymbol> varied;
    if (instance_.target.is(MatrixExpression::Kind::symbol)) varied.push_back(instance_.target.as_symbol());
    if (!instance_.some_permutations) varied.insert(varied.end(), elements_.begin(), elements_.end());
    std::vector<Assignment> result{*model_};
    for (const MatrixSymbol& symbol : varied) {
      for (const Matrix& value : small_matrices(symbol.shape)) {
        const auto model = search_model(parameters_of(instance_.setting), conditions_, {{symbol.name, value}});
        if (model) result.push_back(*model);
      }
    }
    return result;
  }

  Finding counterexample(const InvertibleProduct& set,
                         const std::optional<std::pair<TransportSigns::Bits, TransportSigns::Bits>>& signs) const {
    const auto has_signs = [&](const Assignment& point, TransportSigns::Bits bits) {
      return bits_of(set.signs(point)) == bits;
    };
    std::size_t trials = 0;
    for (const Assignment& model : models()) {
      const std::vector<Assignment> all = points(set, model);
      for (const Assignment& from : all) {
        for (const Assignment& to : all) {
          if (signs && !(has_signs(from, signs->first) && has_signs(to, signs->second))) continue;
          if (++trials > kMostPairs) return found_undecided("no counterexample was found");
          if (const auto finding = refutation(set, from, to)) return *finding;
        }
      }
    }
    return found_undecided("neither a proof nor a counterexample was found");
  }

  const Transport::Instance& instance_;
  ProofBuilder& builder_;
  const Progress& progress_;
  std::vector<MatrixCondition> conditions_;  ///< of parameters and elements
  std::vector<MatrixSymbol> elements_;
  std::optional<Assignment> model_;
};

}  // namespace

Proof prove_transport(const Transport& claim, const Progress& progress) {
  ProofBuilder builder;
  std::vector<std::string> headings;
  for (const auto& instance : claim.instances) headings.push_back(instance.setting.to_string());
  return builder.over_instances(headings, Scope::all, [&](std::size_t i) {
    return TransportProver(claim.instances[i], builder, progress).decide();
  });
}

}  // namespace isthmus
