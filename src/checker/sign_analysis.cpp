#include "checker/sign_analysis.hpp"

#include <map>
#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

constexpr std::size_t kMostBranches = 2'000'000;

/// constant * product of symbol^exponent, the sign of the constant being known. Symbols 0, 1, .. are the factors; then
/// come the variables of the ring.
struct Product {
  int sign;
  std::vector<std::pair<std::size_t, std::size_t>> powers;
};

class SignAnalysis {
 public:
  SignAnalysis(const Json& factors, const Scope& scope, const std::string& rule)
      : json_(factors), rule_(rule), factors_(polynomials_in(factors, scope)), variables_(scope.variables) {
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      factors[i].require(!factors_[i].is_constant(), rule, "a constant factor");
    }
    require_at_most(limits::kSymbols, factors_.size() + variables_, "factors and variables in an analysis of signs");
  }

  void add(const Formula& formula, const Scope& scope) {
    for (const Atom* atom : formula.atoms()) products_.emplace(atom, factorised(*atom, scope));
  }

  bool implies(const Formula& a, const Formula& b) {
    return holds(a, b, std::vector<SignSet>(factors_.size() + variables_, SignSet::all()));
  }

 private:
  /// Divides by the factors in their order, then by the variables.
  Product factorised(const Atom& atom, const Scope& scope) {
    Product product{1, {}};
    Polynomial rest = atom.polynomial;
    const auto divide_by = [&](const Polynomial& divisor, std::size_t symbol) {
      std::size_t exponent = 0;
      while (auto quotient = divide_exactly(rest, divisor)) {
        rest = *std::move(quotient);
        ++exponent;
      }
      if (exponent > 0) product.powers.emplace_back(symbol, exponent);
    };
    for (std::size_t i = 0; i < factors_.size(); ++i) divide_by(factors_[i], i);
    for (const auto& [name, variable] : scope.index) {
      if (rest.contains(variable)) divide_by(Polynomial::variable(variables_, variable), factors_.size() + variable);
    }
    product.sign = rest.evident_sign();
    if (product.sign == 0) json_.reject(rule_, "the polynomial of an atom is no product of the factors");
    return product;
  }

  SignSet signs_of(const Product& product, const std::vector<SignSet>& signs) const {
    SignSet result = SignSet::only(product.sign);
    for (const auto& [symbol, exponent] : product.powers) result = result * power(signs[symbol], exponent);
    return result;
  }

  /// The signs that a factor may have, given those of the variables.
  SignSet signs_of(const Polynomial& factor, const std::vector<SignSet>& signs) const {
    SignSet result = SignSet::only(0);
    for (const Polynomial::Term& term : factor.terms()) {
      SignSet product = SignSet::only(sign(term.coefficient));
      for (std::size_t i = 0; i < variables_; ++i) {
        product = product * power(signs[factors_.size() + i], term.exponents[i]);
      }
      result = result + product;
    }
    return result;
  }

  Truth truth_of(const Formula& formula, const std::vector<SignSet>& signs) const {
    return formula.evaluate(
        [&](const Atom& atom) { return truth(atom.relation, signs_of(products_.at(&atom), signs)); });
  }

  /// Whether a is false or b true in each branch of this state.
  bool holds(const Formula& a, const Formula& b, std::vector<SignSet> signs) {
    if (++branches_ > kMostBranches) throw Declined(json_.place(), "more than 2000000 branches of signs");
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      signs[i] = signs[i] & signs_of(factors_[i], signs);
      if (signs[i].is_empty()) return true;  // no real point has these signs
    }
    if (truth_of(a, signs) == Truth::no || truth_of(b, signs) == Truth::yes) return true;
    const std::size_t symbol = next_symbol(a, b, signs);
    if (symbol == signs.size()) return false;
    const SignSet before = signs[symbol];
    const SignSet part = before.has(0) ? SignSet::only(0) : SignSet::only(-1);
    signs[symbol] = part;
    if (!holds(a, b, signs)) return false;
    signs[symbol] = before.without(part);
    return holds(a, b, std::move(signs));
  }

  /// A symbol of an undecided atom whose sign is not known; if there is none, any; if there is none, their number.
  std::size_t next_symbol(const Formula& a, const Formula& b, const std::vector<SignSet>& signs) const {
    for (const Formula* formula : {&a, &b}) {
      for (const Atom* atom : formula->atoms()) {
        const Product& product = products_.at(atom);
        if (truth(atom->relation, signs_of(product, signs)) != Truth::unknown) continue;
        for (const auto& [symbol, exponent] : product.powers) {
          if (!signs[symbol].is_known()) return symbol;
        }
      }
    }
    std::size_t symbol = 0;
    while (symbol < signs.size() && (signs[symbol].is_known() || !occurs(symbol))) ++symbol;
    return symbol;
  }

  bool occurs(std::size_t symbol) const {
    if (symbol < factors_.size()) return true;
    for (const Polynomial& factor : factors_) {
      if (factor.contains(symbol - factors_.size())) return true;
    }
    return false;
  }

  const Json& json_;
  const std::string& rule_;
  std::vector<Polynomial> factors_;
  std::size_t variables_;
  std::map<const Atom*, Product> products_;
  std::size_t branches_ = 0;
};

}  // namespace

void check_implies(const Formula& a, const Formula& b, const Json& factors, const Scope& scope,
                   const std::string& rule) {
  SignAnalysis analysis(factors, scope, rule);
  analysis.add(a, scope);
  analysis.add(b, scope);
  factors.require(analysis.implies(a, b), rule, "the signs of the factors do not force the implication");
}

}  // namespace isthmus::check
