#include "report/claim_description.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "variety/evaluation.hpp"

namespace isthmus {
namespace {

std::string role_text(Role role) {
  switch (role) {
    case Role::weight:
      return "weight";
    case Role::data:
      return "data";
    case Role::target:
      return "target";
    case Role::parameter:
      return "parameter";
    case Role::group:
      return "group element";
  }
  return "matrix";
}

std::string conditions_text(const std::vector<MatrixCondition>& conditions) {
  std::string text;
  for (const MatrixCondition& condition : conditions) text += (text.empty() ? "" : " and ") + condition.to_string();
  return text.empty() ? "true" : text;
}

std::string point_words(const Point& point) {
  std::vector<std::string> texts;
  for (const Rational& value : point) texts.push_back(value.to_string());
  return fmt::format("({})", fmt::join(texts, ", "));
}

std::string statement_words(CurveStatement statement, const std::optional<Rational>& lipschitz) {
  switch (statement) {
    case CurveStatement::defined:
      return "kappa_max D <= 2, so that d_max is defined";
    case CurveStatement::distance:
      return "every point of the chord is at most d_max away from the level set";
    case CurveStatement::loss:
      return fmt::format("|L - c| <= {} d_max on the chord, L being {}-Lipschitz", lipschitz->to_string(),
                         lipschitz->to_string());
    case CurveStatement::applies:
      return "the curve is regular, kappa_max D <= 2, the total curvature at most pi";
    case CurveStatement::fails:
      return "the curve is not regular, or kappa_max D > 2, or the total curvature exceeds pi";
  }
  return "a statement";
}

/// Writes the parts of a claim as lines.
class Description {
 public:
  std::vector<std::string> of(const Claim& claim) {
    std::visit([&](const auto& body) { add(body); }, claim.body);
    return std::move(lines_);
  }

 private:
  void say(std::string line) { lines_.push_back(std::move(line)); }

  void add_setting(const Setting& setting) {
    const std::string dimensions = setting.to_string();
    say(dimensions.empty() ? "in these dimensions:" : dimensions + ":");
    for (const MatrixSymbol& symbol : setting.symbols) {
      say(fmt::format("  {} {}: {}", role_text(symbol.role), symbol.name,
                      symbol.scalar ? "a number" : symbol.shape.to_string()));
    }
    if (!setting.hypotheses.empty()) say("  assuming " + conditions_text(setting.hypotheses));
  }
  void add_network(const NetworkComponents::Instance& instance, const std::string& relation) {
    add_setting(instance.setting);
    say(fmt::format("  {} {} {}", instance.network.to_string(), relation, instance.target.to_string()));
    say(fmt::format("  components: {}", instance.count.to_string()));
  }
  void add_set(const std::string& heading, const CountedSet& set) {
    say(fmt::format("{}: {}", heading, set.text));
    const auto& names = set.set.ring.names();
    const auto first_variable = names.begin() + static_cast<std::ptrdiff_t>(set.set.parameter_count);
    say(fmt::format("  variables: {}", fmt::join(first_variable, names.end(), ", ")));
    if (set.set.parameter_count > 0) {
      say(fmt::format("  for all {} with {}", fmt::join(names.begin(), first_variable, ", "),
                      set.set.assumption.to_string()));
    }
    say(fmt::format("  components: {}", set.count.to_string()));
  }

  void add(const NetworkComponents& body) {
    for (const auto& instance : body.instances) add_network(instance, "=");
  }
  void add(const ArgminComponents& body) {
    for (const auto& instance : body.instances) add_network(instance, "as close as possible to");
  }
  void add(const SetComponents& body) { add_set("set", body.set); }
  void add(const ProductComponents& body) {
    for (const CountedSet& factor : body.factors) add_set("factor", factor);
    say(fmt::format("components of the product: {}", body.count.to_string()));
  }
  void add(const OrbitComponents& body) {
    add_set("set", body.set);
    for (const CountedSet& orbit : body.orbits) add_set("orbit", orbit);
    if (body.action) say("action: " + body.action->text);
  }
  void add(const MatrixIdentity& body) {
    for (const auto& instance : body.instances) {
      add_setting(instance.setting);
      say(fmt::format("  {} = {}", instance.left.to_string(), instance.right.to_string()));
    }
  }
  void add(const MatrixInequality& body) {
    for (const auto& instance : body.instances) {
      add_setting(instance.setting);
      say(fmt::format("  {} <= {}", instance.left.to_string(), instance.right.to_string()));
    }
  }
  void add(const Transport& body) {
    for (const auto& instance : body.instances) {
      const auto& symbols = instance.setting.symbols;
      add_setting(instance.setting);
      say(fmt::format("  {} = {}", instance.network.to_string(), instance.target.to_string()));
      for (const auto& image : instance.images) {
        say(fmt::format("  image of {}: {}", symbols.at(image.coordinate).name, image.value.to_string()));
      }
      std::string elements;
      for (const std::size_t i : instance.elements) elements += (elements.empty() ? "" : ", ") + symbols.at(i).name;
      say(fmt::format("  for {} points, {} {} lead from the first into the component of the second",
                      instance.different_components ? "any two not connected" : "any two",
                      instance.some_permutations ? "some permutation matrices" : "all", elements));
      if (!instance.conditions.empty()) say("  where " + conditions_text(instance.conditions));
    }
  }
  void add_values(const Setting& setting, const std::string& heading, const SameComponent::Values& values) {
    for (const auto& [position, value] : values) {
      say(fmt::format("  {}: {} = {}", heading, setting.symbols.at(position).name, to_string(value)));
    }
  }
  void add(const SameComponent& body) {
    add_setting(body.setting);
    say(fmt::format("  {} = {}", body.network.to_string(), body.target.to_string()));
    add_values(body.setting, "value", body.parameters);
    add_values(body.setting, "from", body.from);
    add_values(body.setting, "to", body.to);
    say(body.connected ? "  in one component" : "  in two components");
  }
  void add(const OrbitDistance& body) {
    for (const auto& instance : body.instances) {
      add_setting(instance.setting);
      const MatrixSymbol& product = instance.setting.symbols.at(instance.product);
      say(fmt::format("  S = {{(V_1, V_2) : V_1*V_2 = {}}}, V_1 {} x {}, V_2 {} x {}", product.name, product.shape.rows,
                      instance.inner, instance.inner, product.shape.columns));
      say("  for every b a point of a segment between points of S is farther than b from S");
    }
  }
  void add(const Exponentials& body) {
    for (const auto& instance : body.instances) {
      add_setting(instance.setting);
      say(fmt::format("  {} is a product of {} {} of real matrices", instance.setting.symbols.at(instance.matrix).name,
                      instance.factors, instance.factors == 1 ? "exponential" : "exponentials"));
    }
  }
  void add(const Continuity& body) {
    for (const auto& instance : body.instances) {
      add_setting(instance.setting);
      say("  continuous: " + instance.value.to_string());
    }
  }
  void add(const SigmoidNetworks& body) {
    say(fmt::format("{} networks, sizes {} to {}, seed {}: |F - F'| <= |F|", body.count, body.smallest, body.largest,
                    body.seed));
  }
  void add_map(const Setting& setting, const std::string& name, const std::vector<InverseMaps::Assignment>& map) {
    for (const auto& assignment : map) {
      say(fmt::format("  {}: {} = {}", name, setting.symbols.at(assignment.coordinate).name,
                      assignment.value.to_string()));
    }
  }
  void add(const InverseMaps& body) {
    for (const auto& instance : body.instances) {
      add_setting(instance.setting);
      say("  domain: " + conditions_text(instance.domain.conditions));
      say("  codomain: " + conditions_text(instance.codomain.conditions));
      add_map(instance.setting, "forward", instance.forward);
      add_map(instance.setting, "backward", instance.backward);
    }
  }
  void add(const Cover& body) {
    for (const auto& instance : body.instances) {
      add_setting(instance.setting);
      say(fmt::format("  {} = {}", instance.network.to_string(), instance.target.to_string()));
      for (const auto& part : instance.parts)
        say(fmt::format("  part {}: {}", part.name, conditions_text(part.conditions)));
    }
  }

  void add_assumptions(const std::vector<std::string>& names, const std::vector<RealComparison>& assumptions) {
    std::string text;
    for (const RealComparison& each : assumptions) text += (text.empty() ? " with " : " and ") + each.to_string();
    if (!names.empty()) say(fmt::format("for all real {}{}", fmt::join(names, ", "), text));
  }
  void add(const RealClaim& body) {
    for (const RealStatement& statement : body.statements) {
      add_assumptions(statement.variables, statement.assumptions);
      for (const RealComparison& each : statement.conclusions) say("  " + each.to_string());
      if (statement.bounded) say(fmt::format("  {} is bounded from above", statement.bounded->to_string()));
      if (!statement.limit) continue;
      const auto& [expression, variable, value] = *statement.limit;
      say(fmt::format("  {} -> {} as {} -> infinity", expression.to_string(), value.to_string(), variable));
    }
  }
  void add(const HomogeneousIdentity& body) {
    for (const SymbolicMatrix& each : body.matrices) {
      say(fmt::format("{} {}: {} x {}", each.permutation ? "permutation" : "matrix", each.name, each.rows,
                      each.columns));
    }
    add_assumptions(body.scalars, body.assumptions);
    if (body.activation) {
      say(fmt::format("sigma(1) = {}, sigma(-1) = {}", body.activation->positive.to_string(),
                      body.activation->negative.to_string()));
    }
    say(fmt::format("sigma(c z) = c^({}) sigma(z) for c > 0{}", body.degree.to_string(),
                    body.elementwise || body.activation ? ", entry by entry" : ""));
    say(fmt::format("  {} = {}", body.left.to_string(), body.right.to_string()));
  }
  void add(const PermutationClaim& body) {
    say(fmt::format("{} networks of two layers", body.instances.size()));
    say(fmt::format("  the minimum over all permutations is {} {}", to_string(body.relation), body.value.to_string()));
  }
  void add(const ForwardPassClaim& body) {
    say(fmt::format("{} networks with the widths {} and {} samples", body.seeds.size(), fmt::join(body.widths, ", "),
                    body.samples));
    say(fmt::format("  {} scales, {} places on each segment: the loss is that of (14)", body.scales.size(),
                    body.alphas.size()));
  }

  void add_level(const LevelSet& level) {
    if (level.loss.size() > 1) {
      say("level set L = 0, where L is the sum of the squares of");
      for (const std::string& residual : level.loss) say("  " + residual);
      return;
    }
    say(fmt::format("level set L = {} of L = {}", level.value, level.loss.front()));
    if (level.twice_exponent > 0) {
      say(fmt::format("  divided by ({})^({}/2)", level.divisor.to_string(), level.twice_exponent));
    }
  }
  void add(const CurvatureClaim& body) {
    for (const CurvatureClaim::Instance& each : body.instances) {
      if (each.level) add_level(*each.level);
      if (const auto* curve = std::get_if<RationalCurve>(&each.curve)) {
        say(fmt::format("curve ({}), {} from {} to {}", fmt::join(each.coordinates, ", "),
                        curve->denominator.ring().name(0), curve->from.to_string(), curve->to.to_string()));
      } else {
        const LevelArc& arc = std::get<LevelArc>(each.curve);
        say(fmt::format("any arc of the level set from {} to {}", point_words(arc.start), point_words(arc.end)));
      }
      if (each.squared_chord) say("  D^2 = " + each.squared_chord->to_string());
      if (each.squared_curvature) say("  kappa^2 <= kappa_max^2 = " + each.squared_curvature->to_string());
      if (each.attained) say(fmt::format("  kappa^2 >= {} somewhere", each.attained->to_string()));
      if (each.length) add_enclosure("length", *each.length);
      if (each.total_curvature) add_enclosure("total curvature", *each.total_curvature);
      if (each.conclusion) say("  " + statement_words(*each.conclusion, each.lipschitz));
    }
  }
  void add_enclosure(const std::string& what, const Enclosure& ends) {
    say(fmt::format("  {} between {} and {}", what, ends.first.to_string(), ends.second.to_string()));
  }
  void add(const ExponentialClaim& body) {
    for (const ExponentialClaim::Instance& each : body.instances) {
      say(fmt::format("curve exp(tM)w, t from 0 to {}, w = {}, M with the rows", each.curve.to.factor.to_string(),
                      point_words(each.curve.start)));
      for (std::size_t i = 0; i < each.curve.generator.rows(); ++i) {
        Point row;
        for (std::size_t j = 0; j < each.curve.generator.columns(); ++j) row.push_back(each.curve.generator.at(i, j));
        say("    " + point_words(row));
      }
      if (each.squared_chord) add_enclosure("D^2", *each.squared_chord);
      if (each.length) add_enclosure("length", *each.length);
      if (each.squared_curvature) add_enclosure("largest kappa^2", *each.squared_curvature);
      if (each.total_curvature) add_enclosure("total curvature", *each.total_curvature);
      if (each.conclusion) say("  " + statement_words(*each.conclusion, {}));
    }
  }
  void add(const SkewCurvesClaim& body) {
    say("for every n, every skew-symmetric A with |A|^2 <= " + body.squared_norm.to_string() +
        ", every w with Aw != 0");
    say("  exp(tA)w, t in [0, 1], is regular, kappa D <= 2, and its total curvature is at most pi");
  }
  void add(const BoundsClaim& body) {
    for (const BoundsClaim::Instance& each : body.instances) {
      say(fmt::format("{} in {} variables", each.text, each.ring.size()));
      say(fmt::format("  components {}; at most: mixed volume {}, Bezout {}, Milnor-Thom {}",
                      each.components.to_string(), each.mixed_volume.to_string(), each.bezout.to_string(),
                      each.milnor_thom.to_string()));
    }
  }

  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> describe_claim(const Claim& claim) { return Description().of(claim); }

std::string citation_text(const Citation& citation) {
  std::string text = citation.paper;
  if (!citation.label.empty()) text += ", " + citation.label;
  if (citation.page > 0) text += ", page " + std::to_string(citation.page);
  return text;
}

}  // namespace isthmus
