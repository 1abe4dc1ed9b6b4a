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
MadeCertificate make_certificate(bool wanted, const std::function<std::string()>& certificate);

/// Adds a certificate to the result of its query, as a file to be written. Where there is none although one was wanted,
/// says why on standard error and makes the exit status that of something undecided: the answer stands, but not what
/// was asked for with it.
void add_certificate(QueryResult& result, const std::string& file, const MadeCertificate& certificate);

}  // namespace isthmus
