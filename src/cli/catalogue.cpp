#include "cli/catalogue.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>

#include "claim/claim_file.hpp"
#include "cli/nearest_name.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

namespace fs = std::filesystem;

fs::path default_catalogue() {
  for (const char* directory : {ISTHMUS_CATALOGUE_DIR, "./proofs"}) {
    std::error_code error;
    if (fs::is_directory(directory, error)) return directory;
  }
  throw InvalidInput("there is no catalogue at " ISTHMUS_CATALOGUE_DIR " nor at ./proofs: name a file or a directory");
}

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// Skips a run of digits from i on and returns it without leading zeros.
std::string take_number(const std::string& text, std::size_t& i) {
  const std::size_t begin = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  const std::string digits = text.substr(begin, i - begin);
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

bool id_before(const std::string& a, const std::string& b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const std::string m = take_number(a, i);
      const std::string n = take_number(b, j);
      if (m != n) return m.size() != n.size() ? m.size() < n.size() : m < n;
    } else if (a[i] != b[j]) {
      return a[i] < b[j];
    } else {
      ++i;
      ++j;
    }
  }
  const bool a_ends = i == a.size();
  const bool b_ends = j == b.size();
  return a_ends != b_ends ? a_ends : a < b;
}

bool read_count(const char* begin, const char* end, std::size_t& value) {
  const auto [stop, error] = std::from_chars(begin, end, value);
  return error == std::errc() && stop == end;
}

}  // namespace

std::vector<Claim> load_claims(const std::vector<std::string>& paths) {
  std::vector<fs::path> places(paths.begin(), paths.end());
  if (places.empty()) places.push_back(default_catalogue());
  std::vector<Claim> claims = read_claims(places);
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return id_before(a.id, b.id); });
  return claims;
}

std::vector<Claim> matching(const std::vector<Claim>& claims, const std::vector<std::string>& patterns) {
  std::vector<Claim> selected;
  std::string all;
  for (const std::string& pattern : patterns) all += (all.empty() ? "" : "' or '") + pattern;
  for (const Claim& claim : claims) {
    const bool matches = std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
      return fnmatch(pattern.c_str(), claim.id.c_str(), 0) == 0;
    });
    if (patterns.empty() || matches) selected.push_back(claim);
  }
  require(!selected.empty(), "--only: no id of the " + std::to_string(claims.size()) + " claims matches '" + all + "'");
  return selected;
}

Shard parse_shard(const std::string& text) {
  const std::size_t slash = text.find('/');
  const char* begin = text.data();
  Shard shard;
  const bool read = slash != std::string::npos && read_count(begin, begin + slash, shard.index) &&
                    read_count(begin + slash + 1, begin + text.size(), shard.count);
  require(read, "--shard: '" + text + "' is not of the form I/N, as in 1/4");
  require(shard.index >= 1 && shard.index <= shard.count, "--shard: in '" + text + "', I must lie between 1 and N");
  return shard;
}

std::vector<Claim> in_shard(const std::vector<Claim>& claims, const Shard& shard) {
  std::vector<Claim> selected;
  for (std::size_t i = shard.index - 1; i < claims.size(); i += shard.count) selected.push_back(claims[i]);
  require(!selected.empty(), "--shard: this part of the " + std::to_string(claims.size()) + " claims is empty");
  return selected;
}

const Claim& claim_with_id(const std::vector<Claim>& claims, const std::string& id) {
  std::vector<std::string> ids;
  for (const Claim& claim : claims) {
    if (claim.id == id) return claim;
    ids.push_back(claim.id);
  }
  const auto nearest = nearest_name(id, ids);
  throw InvalidInput("no claim has the id '" + id + "'" + (nearest ? "; did you mean '" + *nearest + "'?" : ""));
}

}  // namespace isthmus
