#pragma once

#include "certificate/json.hpp"
#include "claim/claim.hpp"
#include "prove/evidence.hpp"

namespace isthmus {

/// {"equations":[..],"cofactors":[..]}: why an expression is zero. What inverses give is left out, since words in which
/// A and inv(A) meet are taken to cancel.
Json consequence_node(const WordConsequence& consequence);

/// Adds to the entry of an instance what shows the verdict on it (proofs/FORMAT.md, section 9).
void write_entry(const SquareSum& evidence, Json& entry);
void write_entry(const TransportEvidence& evidence, const Setting& setting, Json& entry);
void write_entry(const PairCounterexample& evidence, const Setting& setting, Json& entry);
void write_entry(const ModelEvidence& evidence, const Setting& setting, Json& entry);
void write_entry(const LogarithmRefutation& evidence, const Setting& setting, Json& entry);
void write_entry(const Discontinuity& evidence, const Setting& setting, Json& entry);

}  // namespace isthmus
