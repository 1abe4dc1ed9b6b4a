#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decompose/open_condition.hpp"
#include "decompose/projection.hpp"

namespace isthmus {

/// The variables of `ring` in an order whose projection for open cells is cheap to compute (the last variable is
/// eliminated first): the first of a few candidates that stays within an estimate of the work, which is raised step by
/// step. Brown's rule comes first (Brown 2004: eliminate first what has low degree, low total degree, few terms).
PolynomialRing cheap_order(const PolynomialRing& ring, const std::vector<Polynomial>& polynomials);

/// The projection for open cells in that order; nullopt if none of the orders stays within the largest estimate.
std::optional<Projection> cheap_projection(const PolynomialRing& ring, const std::vector<Polynomial>& polynomials,
                                           EliminationMemo& memo);

/// The projection for open cells in Brown's order, however long it takes.
Projection projection_in_browns_order(const PolynomialRing& ring, const std::vector<Polynomial>& polynomials,
                                      EliminationMemo& memo);

/// The projection for walls with the smallest bound on the number of open cells, among those of a few candidate orders
/// that stay within an estimate of the work; nullopt if none does. The first `parameter_count` variables stay first, in
/// some order among themselves; the next ones are infinitesimals and stay where they are.
std::optional<Projection> best_projection(const PolynomialRing& ring, std::size_t parameter_count,
                                          const std::vector<Polynomial>& polynomials, std::size_t infinitesimals = 0);
std::optional<Projection> best_projection(const PolynomialRing& ring, std::size_t parameter_count,
                                          const std::vector<Polynomial>& polynomials, std::size_t infinitesimals,
                                          EliminationMemo& memo);

/// Whether the projection of kind `walls` in one of the orders that are compared stays within an estimate of `work`
/// term operations.
bool has_projection_within(const PolynomialRing& ring, std::size_t parameter_count,
                           const std::vector<Polynomial>& polynomials, std::size_t infinitesimals, std::size_t work);

/// The order of best_projection(); Brown's if there is none.
PolynomialRing best_order(const PolynomialRing& ring, std::size_t parameter_count,
                          const std::vector<Polynomial>& polynomials, std::size_t infinitesimals = 0);

}  // namespace isthmus
