#include "claim/claim_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "claim/claim_kinds.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kFormat = 1;

template <class Value, std::size_t N>
Value choice(TableReader& table, std::string_view key, const std::array<Value, N>& values) {
  const TomlText text = table.text(key);
  std::string known;
  for (const Value value : values) {
    if (text.value == to_string(value)) return value;
    known += (known.empty() ? "\"" : ", \"") + to_string(value) + "\"";
  }
  table.document().fail(text.offset, "'" + std::string(key) + "' must be one of " + known);
}

void check_format(TableReader& root) {
  const std::int64_t format = root.integer("format");
  if (format == kFormat) return;
  root.document().fail(
      *root.document().root().get("format"),
      "format " + std::to_string(format) + " is not known; this program reads format " + std::to_string(kFormat));
}

std::string nonempty(TableReader& table, std::string_view key) {
  const TomlText text = table.text(key);
  if (text.value.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    table.document().fail(text.offset, "'" + std::string(key) + "' is empty");
  }
  return std::string(text.value);
}

std::string checked_id(const TomlDocument& document, const TomlText& text) {
  const auto allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
           c == '_';
  };
  if (text.value.empty() || !std::all_of(text.value.begin(), text.value.end(), allowed) || text.value[0] == '-' ||
      text.value[0] == '.') {
    document.fail(text.offset,
                  "an id consists of letters, digits, '.', '-' and '_', and does not begin with '.' or '-'");
  }
  return std::string(text.value);
}

/// A statement that is in no source has at most a place that it goes beyond.
Citation read_citation(TableReader table, Variant variant) {
  Citation citation;
  citation.paper = nonempty(table, "paper");
  const bool required = variant != Variant::beyond;
  if (required || table.has("label")) citation.label = nonempty(table, "label");
  if (required || table.has("quote")) citation.quote = nonempty(table, "quote");
  if (required || table.has("page")) {
    citation.page = static_cast<long>(table.integer("page"));
    if (citation.page < 1) table.fail("a page below 1");
  }
  // Known in every variant.
  table.optional_text("label");
  table.optional_text("quote");
  table.finish();
  return citation;
}

Claim read_root(TableReader& root, const std::string& name) {
  const TomlDocument& document = root.document();
  check_format(root);
  Claim claim{checked_id(document, root.text("id")),
              nonempty(root, "title"),
              nonempty(root, "statement"),
              Variant::beyond,
              {},
              {},
              {},
              Verdict::proved,
              name,
              SetComponents{{{}, {PolynomialRing({})}, {}}}};
  claim.variant = choice(root, "variant", std::array{Variant::as_printed, Variant::repaired, Variant::beyond});
  claim.expected =
      choice(root, "expected", std::array{Verdict::proved, Verdict::refuted, Verdict::vacuous, Verdict::undecided});
  if (const auto amends = root.optional_text("amends")) {
    if (claim.variant == Variant::as_printed) document.fail(amends->offset, "a claim as printed amends nothing");
    claim.amends = checked_id(document, *amends);
  }
  claim.source = read_citation(root.table("source"), claim.variant);
  const TomlText kind = root.text("kind");
  const KindReader reader = reader_of(kind.value);
  if (reader == nullptr)
    document.fail(kind.offset, "unknown kind '" + std::string(kind.value) + "'; there are " + known_kinds());
  claim.kind = kind.value;
  claim.body = reader(root);
  root.finish();
  return claim;
}

std::string contents(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  require(fs::exists(status), path.string() + ": there is no such file");
  require(!fs::is_directory(status), path.string() + ": this is a directory, a claim file was expected");
  require(fs::is_regular_file(status), path.string() + ": this is not a regular file");
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  require(stream.good(), path.string() + ": cannot be read");
  return text.str();
}

/// The claim files below a directory, in the order of their paths.
std::vector<fs::path> files_below(const fs::path& directory) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory)) {
    if (entry.path().extension() == ".toml" && !entry.is_directory()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  require(!files.empty(), directory.string() + ": no *.toml file below this directory");
  return files;
}

[[noreturn]] void refuse_id(const fs::path& path, const std::string& owner) {
  const TomlDocument document(contents(path), path.string());
  const TomlText id = TableReader(document, document.root(), "the claim").text("id");
  document.fail(id.offset, "the id '" + std::string(id.value) + "' is that of " + owner);
}

}  // namespace

Claim read_claim(std::string_view text, const std::string& name) {
  const TomlDocument document{std::string(text), name};
  TableReader root(document, document.root(), "the claim");
  return read_root(root, name);
}

Claim read_claim_file(const fs::path& path) { return read_claim(contents(path), path.string()); }

std::vector<Claim> read_claims(const std::vector<fs::path>& paths) {
  std::vector<Claim> claims;
  std::set<fs::path> seen;
  std::map<std::string, std::string> owners;
  for (const fs::path& path : paths) {
    for (const fs::path& file : fs::is_directory(path) ? files_below(path) : std::vector<fs::path>{path}) {
      Claim claim = read_claim_file(file);
      if (!seen.insert(fs::canonical(file)).second) continue;
      const auto [owner, added] = owners.emplace(claim.id, file.string());
      if (!added) refuse_id(file, owner->second);
      claims.push_back(std::move(claim));
    }
  }
  return claims;
}

}  // namespace isthmus
