#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prove/network_count.hpp"
#include "variety/facts.hpp"

namespace isthmus {

/// "h=2, l=3" for each instance.
std::vector<std::string> headings(const std::vector<NetworkComponents::Instance>& instances);

/// Finds values of the parameters that satisfy the hypotheses and puts them into `model`; or says what becomes of the
/// instance without them: vacuous, or undecided.
std::optional<Finding> without_model(const Setting& setting, ProofBuilder& builder, const Progress& progress,
                                     std::optional<Assignment>& model);

/// Throws Undecided unless every inverse in the expression is known to be defined.
void require_defined(const Facts& facts, const MatrixExpression& expression);

/// Reduces network = target, counts, compares. Throws Undecided; also if `nonempty` is asked for and the set is empty
/// for some parameters.
Finding decide_network(const NetworkQuestion& question, const Assignment& model, bool nonempty, ProofBuilder& builder,
                       SetCounter& counter, const Progress& progress);

}  // namespace isthmus
