#pragma once

#include <memory>
#include <string>

#include "certificate/json.hpp"
#include "certificate/not_certified.hpp"
#include "connect/components.hpp"
#include "connect/family.hpp"
#include "reduce/emptiness.hpp"
#include "reduce/reduced_set.hpp"

namespace isthmus {

/// Writes what is known about sets as nodes of one certificate (proofs/FORMAT.md, sections 4 to 8).
///
/// `set` is always the set as a reader of the certificate derives it: not normalised; the writer adds the steps to the
/// normalised one. Without parameters, its variables may have other names than those of the count, in the same order.
/// A set that occurs again, perhaps with other names, becomes a lemma; so one writer serves one certificate. Every
/// method throws NotCertified if the evidence cannot be expressed.
class CertificateWriter {
 public:
  CertificateWriter();
  CertificateWriter(CertificateWriter&&) noexcept;
  CertificateWriter& operator=(CertificateWriter&&) noexcept;
  ~CertificateWriter();

  /// A proof node: the set has no point, for any parameter value that satisfies its assumption.
  Json proof(const SemialgebraicSet& set, const EmptinessProof& proof);
  /// A count node of a set without parameters, from its reduction and the components counted along it.
  Json count(const SemialgebraicSet& set, const ReducedSet& reduced, const ComponentsPtr& components);
  /// A count node of the fibre of a family over fibre.parameters.
  Json count_at(const SemialgebraicSet& family, const FamilyCase& fibre);
  /// A node that counts the family for all parameters.
  Json counts(const SemialgebraicSet& family, const FamilyCount& count);

  /// The text of the certificate: fills the array document["lemmas"] with the lemmas that its nodes use (those used
  /// once are put in place instead) and lays it out in the canonical form.
  std::string finish(Json document) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isthmus
