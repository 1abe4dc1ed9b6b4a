#include "cli/certificate_output.hpp"

#include "certificate/not_certified.hpp"
#include "cli/exit_code.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

MadeCertificate make_certificate(const std::function<std::string()>& certificate) {
  try {
    return {certificate(), ""};
  } catch (const NotCertified& reason) {
    return {"", reason.what()};
  } catch (const Undecided& reason) {
    return {"", reason.what()};
  }
}

/// Adds the certificate as a file to be written. Where there is none although one was wanted, says why on standard
/// error and makes the exit status that of something undecided: the answer stands, but not what was asked for with it.
void add_certificate(QueryResult& result, const std::string& file, const MadeCertificate& certificate) {
  if (!certificate.text.empty()) result.files.push_back({file, certificate.text});
  if (certificate.reason.empty()) return;
  result.err += "isthmus: no certificate was written, the answer is unchecked: " + certificate.reason + "\n";
  result.exit_code = exit_undecided;
}

}  // namespace

QueryResult with_certificate(Findings& findings, const std::string& file,
                             const std::function<std::string()>& certificate,
                             const std::function<QueryResult(const MadeCertificate&)>& result) {
  const auto complete = [&](const MadeCertificate& made) {
    QueryResult answer = result(made);
    add_certificate(answer, file, made);
    return answer;
  };
  if (file.empty()) return complete({});
  findings.found(complete({"", "it was not finished"}));
  return complete(make_certificate(certificate));
}

}  // namespace isthmus
