#pragma once

#include <functional>
#include <string>

#include "cli/query.hpp"

namespace isthmus {

/// Adds the certificate of a decided query to its result, as a file to be written; nothing if `file` is empty. Where
/// the evidence cannot be written as a certificate, says so on standard error and makes the exit status that of
/// something undecided: the answer stands, but not what was asked for with it.
void add_certificate(QueryResult& result, const std::string& file, const std::function<std::string()>& certificate);

}  // namespace isthmus
