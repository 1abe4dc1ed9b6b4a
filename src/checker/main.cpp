#include <cerrno>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <new>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "checker/claim_check.hpp"
#include "checker/limits.hpp"
#include "checker/outcome.hpp"
#include "checker/query.hpp"

namespace {

using namespace isthmus::check;

constexpr int kAccepted = 0;
constexpr int kRejected = 1;
constexpr int kDeclined = 2;
constexpr int kOwnError = 3;

const char* const kUsage =
    "usage: isthmus-check CLAIM.toml CERTIFICATE.json\n"
    "       isthmus-check --set SET [--vars x,y] [--forall e --assume CONDITION] CERTIFICATE.json\n"
    "       isthmus-check --set SET [--vars x,y] --from POINT --to POINT CERTIFICATE.json\n"
    "options: --time-limit SECONDS (default 600)  --memory-limit MEGABYTES (default 4000)\n"
    "exit status: 0 accepted, 1 rejected, 2 declined, 3 own error\n";

struct Options {
  std::vector<std::string> files;
  std::optional<std::string> set;
  Query query;
  std::size_t seconds = 600;
  std::size_t megabytes = 4000;
};

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> names;
  std::istringstream pieces(list);
  for (std::string piece; std::getline(pieces, piece, ',');) {
    const auto first = piece.find_first_not_of(' ');
    const auto last = piece.find_last_not_of(' ');
    names.push_back(first == std::string::npos ? "" : piece.substr(first, last - first + 1));
  }
  return names;
}

std::size_t number(const std::string& option, const std::string& text) {
  const auto value = read_integer(text);
  if (!value || *value <= 0 || *value > 1000000) throw InvalidClaim(option + " wants a number from 1 to 1000000");
  return static_cast<std::size_t>(*value);
}

void set_option(Options& options, const std::string& name, const std::string& value) {
  if (name == "--set") {
    options.set = value;
  } else if (name == "--vars") {
    options.query.variables = split(value);
  } else if (name == "--forall") {
    options.query.parameters = split(value);
  } else if (name == "--assume") {
    options.query.assumption = value;
  } else if (name == "--from") {
    options.query.from = value;
  } else if (name == "--to") {
    options.query.to = value;
  } else if (name == "--time-limit") {
    options.seconds = number(name, value);
  } else if (name == "--memory-limit") {
    options.megabytes = number(name, value);
  } else {
    throw InvalidClaim("unknown option " + name + "\n" + kUsage);
  }
}

Options read_options(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!arguments[i].starts_with("--")) {
      options.files.push_back(arguments[i]);
      continue;
    }
    if (i + 1 == arguments.size()) throw InvalidClaim("a value is missing after " + arguments[i]);
    set_option(options, arguments[i], arguments[i + 1]);
    ++i;
  }
  const Query& query = options.query;
  const bool query_only =
      !query.variables.empty() || !query.parameters.empty() || !query.assumption.empty() || query.from || query.to;
  if (options.files.size() != (options.set ? 1u : 2u) || (query_only && !options.set)) throw InvalidClaim(kUsage);
  if (query.from.has_value() != query.to.has_value()) throw InvalidClaim("--from and --to go together");
  if (query.from && !query.parameters.empty()) throw InvalidClaim("--from and --forall exclude each other");
  return options;
}

std::string contents(const std::string& file, std::size_t largest) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) throw InvalidClaim(file + ": cannot be read: it is a directory");
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw InvalidClaim(file + ": cannot be read: " + std::generic_category().message(errno));
  std::string text;
  std::vector<char> buffer(1 << 16);
  while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || stream.gcount() > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    declining_at([&] { return file; }, [&] { require_at_most(largest, text.size(), "bytes"); });
  }
  if (stream.bad()) throw InvalidClaim(file + ": cannot be read");
  return text;
}

int run(const std::vector<std::string>& arguments) {
  Options options = read_options(arguments);
  limit_time_and_memory(options.seconds, options.megabytes);
  Session session;
  std::string established;
  // What has to be shown is read before the certificate, so that its faults are told first.
  if (options.set) {
    options.query.set = *options.set;
    const Question question = read_question(options.query);
    const auto certificate = read_json(contents(options.files[0], limits::kCertificateBytes));
    established = check_question(question, *certificate, session);
  } else {
    const Claim claim = read_claim(contents(options.files[0], limits::kClaimBytes), options.files[0]);
    const auto certificate = read_json(contents(options.files[1], limits::kCertificateBytes));
    established = check_claim(claim, *certificate, session);
  }
  std::cout << "accepted: " << established << "\n";
  for (const std::string& theorem : session.trusted) std::cout << "trusted: " << theorem << "\n";
  std::cout.flush();
  if (!std::cout) throw InvalidClaim("the answer cannot be written");
  return kAccepted;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments == std::vector<std::string>{"--help"}) {
      std::cout << kUsage;
      return 0;
    }
    return run(arguments);
  } catch (const Rejection& rejection) {
    std::cout << "rejected: " << rejection.what() << std::endl;
    return kRejected;
  } catch (const Declined& declined) {
    std::cout << "declined: " << declined.what() << std::endl;
    return kDeclined;
  } catch (const std::bad_alloc&) {
    std::cout << "declined: the memory limit is reached (--memory-limit)" << std::endl;
    return kDeclined;
  } catch (const std::length_error&) {
    std::cout << "declined: something has more elements than can be stored" << std::endl;
    return kDeclined;
  } catch (const std::exception& error) {
    std::cerr << "isthmus-check: " << error.what() << std::endl;
    return kOwnError;
  }
}
