#pragma once

#include "checker/session.hpp"

namespace isthmus::check {

/// Sign analysis (section 3): refuses unless the formula a implies the formula b for all real values, by cases over the
/// signs of the listed factors and of the variables. `rule` is the rule that asks.
void check_implies(const Formula& a, const Formula& b, const Json& factors, const Scope& scope,
                   const std::string& rule);

}  // namespace isthmus::check
