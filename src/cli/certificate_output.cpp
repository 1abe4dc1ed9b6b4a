#include "cli/certificate_output.hpp"

#include "certificate/not_certified.hpp"
#include "cli/exit_code.hpp"

namespace isthmus {

void add_certificate(QueryResult& result, const std::string& file, const std::function<std::string()>& certificate) {
  if (file.empty() || result.exit_code != exit_as_expected) return;
  try {
    result.files.push_back({file, certificate()});
  } catch (const NotCertified& reason) {
    result.err += std::string("isthmus: no certificate was written: ") + reason.what() + "\n";
    result.exit_code = exit_undecided;
  }
}

}  // namespace isthmus
