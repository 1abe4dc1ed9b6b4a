#pragma once

#include "checker/curve_claims.hpp"
#include "checker/session.hpp"
#include "checker/symmetry_claims.hpp"

namespace isthmus::check {

// One function for each kind of claim and verdict (section 9 of proofs/FORMAT.md), as in claim_rules.hpp.

void prove_inequality(const Inequality& claim, bool any_size, const Json& instance, Session& session);
void prove_transport(const Transport& claim, const Json& instance, Session& session);
void prove_same_component(const ComponentPair& claim, const Json& instance, Session& session);
void prove_distance(const OrbitDistance& claim, const Json& instance, Session& session);
/// `any_size`: for matrices of every size.
void prove_exponentials(const Exponentials& claim, bool any_size, const Json& instance, Session& session);
void prove_continuity(const Continuity& claim, const Json& instance, Session& session);
void prove_sigmoid_networks(const Json& instance, Session& session);

void refute_inequality(const Inequality& claim, const Json& instance);
void refute_transport(const Transport& claim, const Json& instance, Session& session);
void refute_same_component(const ComponentPair& claim, const Json& instance, Session& session);
void refute_distance(const OrbitDistance& claim, const Json& instance);
void refute_exponentials(const Exponentials& claim, const Json& instance, Session& session);
void refute_continuity(const Continuity& claim, const Json& instance);

// What these share.

/// The values of all these symbols that a model gives; refused unless the hypotheses hold there.
Values counterexample(const Setting& setting, const std::vector<Symbol>& symbols, const Json& model);

}  // namespace isthmus::check
