#include "variety/rewriting_system.hpp"

#include <algorithm>

namespace isthmus {
namespace {

constexpr std::size_t kMostRules = 120;
constexpr std::size_t kLongestLead = 12;
constexpr std::size_t kLongestDerivation = 400;
constexpr std::size_t kMostPending = 4000;

Word slice(const Word& word, std::size_t begin, std::size_t end) {
  return Word(word.begin() + static_cast<std::ptrdiff_t>(begin), word.begin() + static_cast<std::ptrdiff_t>(end));
}

/// Where `part` begins in `word`, or the size of `word` + 1.
std::size_t position(const Word& word, const Word& part) {
  const auto found = std::search(word.begin(), word.end(), part.begin(), part.end());
  if (found == word.end() && !part.empty()) return word.size() + 1;
  return static_cast<std::size_t>(found - word.begin());
}

}  // namespace

Derivation between(const Word& left, const Derivation& derivation, const Word& right, const Coefficient& factor) {
  Derivation result;
  for (const DerivationStep& step : derivation) {
    result.push_back(
        {factor * step.coefficient, joined(left, step.left, {}), step.equation, joined(step.right, right, {})});
  }
  return result;
}

RewritingSystem::RewritingSystem(FreeAlgebra& algebra, std::vector<WordPolynomial> equations) : algebra_(algebra) {
  for (std::size_t i = 0; i < equations.size(); ++i) {
    pending_.push_back({std::move(equations[i]), {{algebra.one(), {}, i, {}}}});
  }
}

bool RewritingSystem::rewrite_once(WordPolynomial& polynomial, Derivation& derivation, bool trace) const {
  for (auto term = polynomial.rbegin(); term != polynomial.rend(); ++term) {
    const Word word = term->first;
    const Coefficient coefficient = term->second;
    if (trace && word.empty()) continue;
    Word rotated = word;
    for (std::size_t turn = 0; turn < (trace ? word.size() : 1); ++turn) {
      for (const RewriteRule& rule : rules_) {
        const std::size_t at = position(rotated, rule.lead);
        if (at > rotated.size()) continue;
        const Word left = slice(rotated, 0, at);
        const Word right = slice(rotated, at + rule.lead.size(), rotated.size());
        polynomial.erase(word);
        for (const auto& [rest, c] : rule.rest) {
          const Word next = joined(left, rest, right);
          add_to(polynomial, trace ? algebra_.cyclic(next) : next, coefficient * c);
        }
        const Derivation used = between(left, rule.derivation, right, coefficient);
        derivation.insert(derivation.end(), used.begin(), used.end());
        return true;
      }
      if (!rotated.empty()) std::rotate(rotated.begin(), rotated.begin() + 1, rotated.end());
    }
  }
  return false;
}

RewritingSystem::Reduced RewritingSystem::reduce(const WordPolynomial& polynomial, bool trace) const {
  Reduced result{polynomial, {}};
  while (result.derivation.size() <= kLongestDerivation && rewrite_once(result.polynomial, result.derivation, trace)) {
  }
  return result;
}

bool RewritingSystem::add_rule(const Pending& pending) {
  Reduced reduced = reduce(pending.polynomial, false);
  if (reduced.polynomial.empty() || reduced.derivation.size() > kLongestDerivation) return false;
  const auto [lead, coefficient] = *reduced.polynomial.rbegin();
  if (!coefficient.is_constant() || lead.size() > kLongestLead) return false;
  // reduced = pending - its derivation, so lead - rest is that divided by the coefficient.
  const Coefficient inverse{algebra_.one().denominator, coefficient.numerator};
  const Coefficient scale = inverse * Coefficient{coefficient.denominator, algebra_.one().denominator};
  RewriteRule rule{lead, {}, between({}, pending.derivation, {}, scale)};
  const Derivation used = between({}, reduced.derivation, {}, -scale);
  rule.derivation.insert(rule.derivation.end(), used.begin(), used.end());
  if (rule.derivation.size() > kLongestDerivation) return false;
  reduced.polynomial.erase(lead);
  for (const auto& [word, c] : reduced.polynomial) add_to(rule.rest, word, -(scale * c));
  rules_.push_back(rule);
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    add_overlaps(rules_[i], rule);
    if (i + 1 < rules_.size()) add_overlaps(rule, rules_[i]);
  }
  return true;
}

/// A tail of a.lead is a head of b.lead: both rewrite the joined word, and the difference of the results is zero.
void RewritingSystem::add_overlaps(const RewriteRule& a, const RewriteRule& b) {
  const std::size_t most = std::min(a.lead.size(), b.lead.size());
  const RewriteRule first = a;  // pending_ and rules_ may move while this runs
  const RewriteRule second = b;
  for (std::size_t shared = 1; shared <= most; ++shared) {
    if (shared == first.lead.size() && shared == second.lead.size()) continue;
    const Word tail = slice(first.lead, first.lead.size() - shared, first.lead.size());
    if (tail != slice(second.lead, 0, shared) || pending_.size() > kMostPending) continue;
    const Word left = slice(first.lead, 0, first.lead.size() - shared);
    const Word right = slice(second.lead, shared, second.lead.size());
    Pending next;
    for (const auto& [word, c] : second.rest) add_to(next.polynomial, joined(left, word, {}), c);
    for (const auto& [word, c] : first.rest) add_to(next.polynomial, joined(word, right, {}), -c);
    next.derivation = between({}, first.derivation, right, algebra_.one());
    const Derivation minus = between(left, second.derivation, {}, -algebra_.one());
    next.derivation.insert(next.derivation.end(), minus.begin(), minus.end());
    pending_.push_back(std::move(next));
  }
}

bool RewritingSystem::extend() {
  while (!pending_.empty() && rules_.size() < kMostRules) {
    const auto length = [](const Pending& each) {
      return each.polynomial.empty() ? 0 : each.polynomial.rbegin()->first.size();
    };
    const auto shortest = std::min_element(pending_.begin(), pending_.end(),
                                           [&](const Pending& x, const Pending& y) { return length(x) < length(y); });
    const Pending next = *shortest;
    pending_.erase(shortest);
    if (add_rule(next)) return true;
  }
  return false;
}

}  // namespace isthmus
