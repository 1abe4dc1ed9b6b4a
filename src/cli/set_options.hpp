#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "claim/semialgebraic_set.hpp"
#include "cli/supervisor.hpp"
#include "connect/components.hpp"
#include "report/answers.hpp"

namespace isthmus {

/// --time-limit and --memory-limit as they were typed.
struct LimitOptions {
  double seconds = 0;       ///< 0: not given
  long long megabytes = 0;  ///< 0: not given

  /// Throws InvalidInput unless both are positive where given.
  Limits limits() const;
};

/// The options that all questions about a set share.
struct SetQueryOptions {
  std::string set;
  std::string variables;
  std::string parameters;
  std::string assumption;
  std::string order;
  LimitOptions limits;
  bool json = false;
  std::string log;
  std::string certificate;

  /// Reads the set. Throws InvalidInput or ParseError.
  SemialgebraicSet read() const;
  /// The projection order and the progress of counting. Throws InvalidInput if the order names no variable of the set.
  CountOptions count_options(const SemialgebraicSet& set, Channel& channel) const;
};

/// What a set is called in an answer.
SetHeading heading_of(const SemialgebraicSet& set);

void add_limit_options(CLI::App& command, LimitOptions& options, const std::string& of_what);
/// Adds SET, --vars, --order and the limits.
void add_set_argument(CLI::App& command, SetQueryOptions& options);
/// Adds those, --json and --log.
void add_set_options(CLI::App& command, SetQueryOptions& options);
/// Adds --forall and --assume.
void add_parameter_options(CLI::App& command, SetQueryOptions& options);
/// Adds --certificate.
void add_certificate_option(CLI::App& command, SetQueryOptions& options);

}  // namespace isthmus
