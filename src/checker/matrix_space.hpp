#pragma once

#include <string>
#include <vector>

#include "checker/facts.hpp"
#include "checker/json.hpp"
#include "checker/setting.hpp"

namespace isthmus::check {

/// The values of matrices that meet some conditions, with matrices that these give in terms of others eliminated.
class MatrixSpace {
 public:
  /// `eliminate`: [[Y,E],..]; each Y = E must follow, by words, from an equation among the conditions in which those
  /// before are replaced, and E must be defined. Refuses by the rule "eliminate".
  MatrixSpace(const Setting& setting, std::vector<Condition> conditions, const Json& eliminate, bool any_size);

  /// The expression, equal to this one on the whole space, without what is eliminated.
  Matrix reduced(const Matrix& expression) const { return substituted(expression, values_); }
  bool is_defined(const Matrix& expression) const { return facts_.is_defined(reduced(expression)); }
  /// By words; both sides must be defined.
  bool are_equal(const Matrix& left, const Matrix& right) const;
  /// The condition is seen to hold on the whole space: an equation by words, an inequality by facts, or it is one of
  /// the conditions.
  bool satisfies(const Condition& condition) const;

 private:
  void eliminate(const Json& pair, const Setting& setting);
  bool follows(const Matrix& equation, const Matrix& difference) const;

  Words words_;
  std::vector<Condition> conditions_;  ///< reduced
  Facts facts_;
  std::map<std::string, Matrix> values_;
};

}  // namespace isthmus::check
