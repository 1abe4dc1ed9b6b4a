#include "certificate/certificate_writer.hpp"

#include "certificate/count_nodes.hpp"
#include "certificate/family_nodes.hpp"
#include "certificate/lemma_table.hpp"
#include "certificate/proof_nodes.hpp"
#include "exact/error.hpp"

namespace isthmus {

class CertificateWriter::Impl {
 public:
  LemmaTable lemmas;
  CountNodes counts{lemmas};
};

CertificateWriter::CertificateWriter() : impl_(std::make_unique<Impl>()) {}
CertificateWriter::CertificateWriter(CertificateWriter&&) noexcept = default;
CertificateWriter& CertificateWriter::operator=(CertificateWriter&&) noexcept = default;
CertificateWriter::~CertificateWriter() = default;

Json CertificateWriter::proof(const SemialgebraicSet& set, const EmptinessProof& proof) {
  return proof_node(set, proof);
}

Json CertificateWriter::count(const SemialgebraicSet& set, const ReducedSet& reduced, const ComponentsPtr& components) {
  return impl_->counts.node(set, reduced, components);
}

Json CertificateWriter::count_at(const SemialgebraicSet& family, const FamilyCase& fibre) {
  return fibre_node(impl_->counts, family, {fibre.parameters, fibre.reduced, fibre.evidence});
}

Json CertificateWriter::counts(const SemialgebraicSet& family, const FamilyCount& count) {
  require(count.evidence != nullptr, "a count of a family has no evidence");
  return family_node(impl_->counts, family, *count.evidence);
}

std::string CertificateWriter::finish(Json document) const {
  require(document.contains("lemmas"), "a certificate needs a place for its lemmas");
  Json lemmas = impl_->lemmas.resolve(document);
  document["lemmas"] = std::move(lemmas);
  return certificate_text(document);
}

}  // namespace isthmus
