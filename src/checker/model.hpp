#pragma once

#include <string>
#include <vector>

#include "checker/json.hpp"
#include "checker/setting.hpp"
#include "checker/values.hpp"

namespace isthmus::check {

/// A matrix expression of a certificate. Refused, by the rule "encoding", if it is none over these names.
Matrix matrix_in(const Json& text, const Names& names);

/// Values of matrices, {"X":[["1","0"],["0","1/2"]],..}: rows of numbers of the shape that each is declared with.
Values read_values(const Json& model, const std::vector<Symbol>& symbols);
/// Refuses by the rule "model" unless every condition holds at the values, of which it must have all that it mentions.
void require_model(const std::vector<Condition>& conditions, const Values& values, const Json& model);
/// Refuses by the rule "model" unless every symbol has a value.
void require_all_values(const std::vector<Symbol>& symbols, const Values& values, const Json& model);

}  // namespace isthmus::check
