#pragma once

#include <string>

#include "checker/claim.hpp"
#include "checker/session.hpp"

namespace isthmus::check {

/// Derives from the claim what the verdict of the certificate says, and checks that the certificate shows it. Returns
/// the sentence that is established; the session has the theorems that were trusted. Throws Rejection, Declined.
std::string check_claim(const Claim& claim, const Json& certificate, Session& session);
/// The same of a claim file that is still to be read. Throws InvalidClaim, too.
std::string check_claim(const std::string& claim_text, const std::string& claim_file_name, const Json& certificate,
                        Session& session);

}  // namespace isthmus::check
