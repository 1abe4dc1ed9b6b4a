#pragma once

#include <string>
#include <vector>

#include "prove/set_counter.hpp"
#include "variety/evaluation.hpp"
#include "variety/network_set.hpp"

namespace isthmus {

/// The number of components of a product of families, for the parameters of one case of each factor.
struct ProductCase {
  std::string when;  ///< empty if it holds for all parameters
  Integer components;
  std::size_t factor;                ///< the factor whose parameters the case is about
  std::vector<Rational> parameters;  ///< values of these parameters in the case
};

/// Counts of all cases; parts that were not decided, with their reasons.
struct ProductCount {
  std::vector<CountedFamily> factors;
  std::vector<ProductCase> cases;
  std::vector<std::string> undecided;
};

/// Counts each factor and multiplies. Undecided if the counts of several factors depend on parameters.
ProductCount count_product(const std::vector<NetworkFactor>& factors, SetCounter& counter);

/// What is known of a set network = target: the parameters that the counts are about, and how to show them.
struct NetworkQuestion {
  const Setting& setting;
  const MatrixExpression& network;
  const MatrixExpression& target;
  const Count& count;
  std::vector<NetworkStep> first_steps;  ///< that led to this equation; the log has them
};

/// Compares the counts of all cases with the claimed number. A witness lists the parameter values, the exact number and
/// a point of each component, checked in network = target.
Finding compare(const NetworkQuestion& question, const NetworkSet& set, const ProductCount& counted,
                const Assignment& model, const Progress& progress);

}  // namespace isthmus
