#pragma once

#include <string>

#include "checker/session.hpp"

namespace isthmus::check {

/// Reads the claim file, derives from it what the verdict of the certificate says, and checks that the certificate
/// shows it. Returns the sentence that is established; the session has the theorems that were trusted. Throws
/// InvalidClaim, Rejection, Declined.
std::string check_claim(const std::string& claim_text, const std::string& claim_file_name, const Json& certificate,
                        Session& session);

}  // namespace isthmus::check
