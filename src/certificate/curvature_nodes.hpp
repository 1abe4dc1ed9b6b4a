#pragma once

#include "certificate/certificate_writer.hpp"
#include "certificate/json.hpp"
#include "prove/curvature_evidence.hpp"

namespace isthmus {

/// A proof node (proofs/FORMAT.md, section 4) for a set that was shown to be empty in one of two ways.
Json emptiness_node(const Emptiness& empty, CertificateWriter& writer);

// What shows the verdict on one instance of a claim about curves or bounds, added to its entry (proofs/FORMAT.md,
// section 9, "Curves" and "bounds").
void write_entry(const CurvatureEvidence& evidence, CertificateWriter& writer, Json& entry);
void write_entry(const ExponentialEvidence& evidence, Json& entry);
void write_entry(const SkewCurvesEvidence& evidence, Json& entry);
void write_entry(const BoundsEvidence& evidence, CertificateWriter& writer, Json& entry);

}  // namespace isthmus
