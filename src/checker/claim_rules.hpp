#pragma once

#include <vector>

#include "checker/claim.hpp"
#include "checker/session.hpp"

namespace isthmus::check {

// One function for each kind of claim and verdict (section 9 of proofs/FORMAT.md). `instance` is the entry of the
// certificate. Each returns if that shows what is to be shown, and throws Rejection otherwise.

/// The hypotheses have a model, and the statement holds for all parameters that they admit.
void prove_network(const CountedNetwork& claim, bool argmin, const Json& instance, Session& session);
void prove_set(const CountedSet& claim, const Json& instance, Session& session);
void prove_product(const Product& claim, const Json& instance, Session& session);
void prove_orbits(const Orbits& claim, const Json& instance, Session& session);
/// `any_size`: by steps that do not depend on the sizes of the matrices.
void prove_identity(const Identity& claim, bool any_size, const Json& instance, Session& session);
void prove_inverse_maps(const InverseMaps& claim, bool any_size, const Json& instance, Session& session);
void prove_cover(const Cover& claim, const Json& instance, Session& session);

/// The hypotheses hold at an explicit model, and the statement fails there.
void refute_network(const CountedNetwork& claim, bool argmin, const Json& instance, Session& session);
void refute_set(const CountedSet& claim, const Json& instance, Session& session);
void refute_product(const Product& claim, const Json& instance, Session& session);
void refute_orbits(const Orbits& claim, const Json& instance, Session& session);
void refute_identity(const Identity& claim, const Json& instance);
void refute_inverse_maps(const InverseMaps& claim, const Json& instance);
void refute_cover(const Cover& claim, const Json& instance);

// What these share.

/// The parameter point that a model gives; refused unless the assumption holds there.
std::vector<Rational> parameter_point(const CountedSet& claim, const Json& model);
/// The numbers of components over the regions of the parameters; refused unless all are as claimed.
std::vector<std::size_t> prove_counts(const CountedSet& claim, const Json& node, Session& session);
/// The set over the model has another number.
void refute_count(const CountedSet& claim, const Json& model, const Json& node, Session& session);
/// The conditions, written out in the entries of these matrices, have no solution.
void require_no_model(const std::vector<Condition>& conditions, const std::vector<Symbol>& symbols, const Json& proof,
                      Session& session);
/// The hypotheses hold at the model.
void require_hypotheses(const Setting& setting, const Json& model);
/// The symbols that are no weights.
std::vector<Symbol> parameters_of(const Setting& setting);

}  // namespace isthmus::check
