#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "checker/claim.hpp"
#include "checker/claim_check.hpp"
#include "checker/json.hpp"
#include "checker/outcome.hpp"
#include "checker/query.hpp"
#include "checker/session.hpp"

namespace isthmus::check::test {

// What the fuzzers of bench/fuzz run on each input, and the tests on the inputs kept in bench/fuzz/corpus. Whatever a
// text is, it is read, rejected, declined or named invalid: any other exception is a bug, and is let through.

/// A certificate.
inline void fuzz_json(std::string_view text) {
  try {
    read_json(text);
  } catch (const Rejection&) {
  } catch (const Declined&) {
  }
}

/// A claim file.
inline void fuzz_claim(std::string_view text) {
  try {
    read_claim(text, "claim.toml");
  } catch (const InvalidClaim&) {
  } catch (const Declined&) {
  }
}

/// A set text; what is read is printed, and must mean the same when it is read again.
inline void fuzz_set(std::string_view text) {
  try {
    const Set set = query_set({std::string(text), {}, {}, "", {}, {}});
    if (!(read_formula(set.text(), set.scope()) == set.formula)) throw std::logic_error("printed: " + set.text());
  } catch (const InvalidClaim&) {
  } catch (const Declined&) {
  }
}

inline constexpr std::string_view kSeparator = "\n=====\n";

/// A claim file, the separator, and a certificate.
inline void fuzz_check(std::string_view text) {
  const std::size_t end = text.find(kSeparator);
  if (end == std::string_view::npos) return;
  try {
    const auto certificate = read_json(text.substr(end + kSeparator.size()));
    Session session;
    check_claim(read_claim(text.substr(0, end), "claim.toml"), *certificate, session);
  } catch (const InvalidClaim&) {
  } catch (const Rejection&) {
  } catch (const Declined&) {
  }
}

}  // namespace isthmus::check::test
