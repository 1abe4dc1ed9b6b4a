#include "cli/certificate_output.hpp"

#include "certificate/not_certified.hpp"
#include "cli/exit_code.hpp"

namespace isthmus {

MadeCertificate make_certificate(bool wanted, const std::function<std::string()>& certificate) {
  if (!wanted) return {};
  try {
    return {certificate(), ""};
  } catch (const NotCertified& reason) {
    return {"", reason.what()};
  }
}

void add_certificate(QueryResult& result, const std::string& file, const MadeCertificate& certificate) {
  if (!certificate.text.empty()) result.files.push_back({file, certificate.text});
  if (certificate.reason.empty()) return;
  result.err += "isthmus: no certificate was written, the answer is unchecked: " + certificate.reason + "\n";
  result.exit_code = exit_undecided;
}

}  // namespace isthmus
