#pragma once

#include <functional>
#include <string>

#include "cli/query.hpp"

namespace isthmus {

/// What became of the certificate of a query.
struct MadeCertificate {
  std::string text;    ///< empty if there is none
  std::string reason;  ///< why there is none though one was wanted and the query is decided: its answer is unchecked

  /// "written", "unchecked", or empty if none was wanted.
  std::string state() const { return !text.empty() ? "written" : reason.empty() ? "" : "unchecked"; }
};

/// The result of a query with its answer and, if `file` is not empty, with a certificate of it as a file to be written;
/// `result` may be called more than once. Until the certificate is there, the result without it is a finding.
QueryResult with_certificate(Findings& findings, const std::string& file,
                             const std::function<std::string()>& certificate,
                             const std::function<QueryResult(const MadeCertificate&)>& result);

}  // namespace isthmus
