#pragma once

#include <vector>

#include "checker/facts.hpp"
#include "checker/json.hpp"
#include "checker/session.hpp"
#include "checker/setting.hpp"

namespace isthmus::check {

/// Section 9 of proofs/FORMAT.md, "consequences": expressions in these matrices that are zero wherever the conditions
/// hold. `any_size`: by steps that do not depend on the sizes of the matrices.
class Consequences {
 public:
  Consequences(const Setting& setting, std::vector<Condition> conditions, bool any_size);

  /// Refuses, by the rule "consequences", unless the node shows that the expression is zero and defined.
  void require_zero(const Matrix& expression, const Json& node, Session& session) const;
  const Facts& facts() const { return facts_; }
  const Words& words() const { return words_; }

 private:
  Matrix known_zero(const Json& equation, Session& session) const;
  Matrix term(const Json& cofactor, const std::vector<Matrix>& equations, bool traced) const;
  bool is_hypothesis(const Matrix& expression) const;
  bool is_penrose(const Matrix& expression) const;
  bool is_one_sided_inverse(const Matrix& expression) const;
  bool same(const Matrix& a, const Matrix& b) const;

  const Setting& setting_;
  std::vector<Condition> conditions_;
  Words words_;
  Facts facts_;
};

}  // namespace isthmus::check
