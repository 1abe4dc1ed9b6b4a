#include "checker/toml_table.hpp"

#include <algorithm>
#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

/// The end of the string that begins at `at` with a quotation mark, or of the text.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char mark = text[at];
  const bool long_string = text.substr(at, 3) == std::string(3, mark);
  const std::string closing(long_string ? 3 : 1, mark);
  for (std::size_t i = at + closing.size(); i < text.size(); ++i) {
    if (text.substr(i, closing.size()) == closing) return i + closing.size();
    if (!long_string && text[i] == '\n') return i;
    if (mark == '"' && text[i] == '\\') ++i;
  }
  return text.size();
}

/// Declines nesting that a recursive reader might not survive. Dots outside of strings count as levels, since a dotted
/// key opens a table for each of its parts. A text that is no TOML may be misread here from the first error on, where
/// the reader stops.
void check_nesting(std::string_view text) {
  std::size_t depth = 0;
  std::size_t dots = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = end_of_string(text, i);
      continue;
    }
    if (c == '#') i = std::min(text.find('\n', i), text.size() - 1);
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
    if (c == '.') ++dots;
    require_at_most(limits::kTomlDepth, depth, "arrays and tables in each other");
    require_at_most(limits::kTomlDots, dots, "dots in keys");
    ++i;
  }
}

}  // namespace

toml::table read_toml(std::string_view text, const std::string& file) {
  declining_at([&] { return file; },
               [&] {
                 require_at_most(limits::kClaimBytes, text.size(), "bytes in a claim file");
                 check_nesting(text);
               });
  try {
    return toml::parse(text, std::string_view(file));
  } catch (const toml::parse_error& error) {
    throw InvalidClaim(file + ":" + std::to_string(error.source().begin.line) +
                       ": not TOML: " + std::string(error.description()));
  }
}

Table::Table(const toml::table& table, std::string file, std::string title)
    : table_(table), file_(std::move(file)), title_(std::move(title)) {}

void Table::fail(const std::string& problem) const { throw InvalidClaim(file_ + ": " + title_ + ": " + problem); }

void Table::fail(const toml::node& node, std::string_view key, const std::string& problem) const {
  throw InvalidClaim(file_ + ":" + std::to_string(node.source().begin.line) + ": " + title_ + " " + std::string(key) +
                     ": " + problem);
}

std::vector<std::string> Table::keys() const {
  std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, std::string>> found;
  for (const auto& [key, node] : table_) {
    const toml::source_position at = key.source().begin;
    found.push_back({{at.line, at.column}, std::string(key.str())});
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (auto& [place, name] : found) names.push_back(std::move(name));
  return names;
}

const toml::node& Table::node(std::string_view key) {
  asked_.emplace(key);
  const toml::node* found = table_.get(key);
  if (found == nullptr) fail("the key '" + std::string(key) + "' is missing");
  return *found;
}

Text Table::text_of(const toml::node& node, std::string_view key) const {
  const auto* value = node.as_string();
  if (value == nullptr) fail(node, key, "a string was expected");
  const toml::source_position at = node.source().begin;
  return {value->get(), file_ + ":" + std::to_string(at.line) + ": " + title_ + " " + std::string(key), at.line,
          at.column};
}

Text Table::text(std::string_view key) { return text_of(node(key), key); }

std::optional<Text> Table::optional_text(std::string_view key) {
  asked_.emplace(key);
  if (!has(key)) return std::nullopt;
  return text(key);
}

const toml::array& Table::array(std::string_view key) {
  const toml::node& found = node(key);
  if (found.as_array() == nullptr) fail(found, key, "an array was expected");
  return *found.as_array();
}

std::vector<Text> Table::texts(std::string_view key) {
  std::vector<Text> result;
  for (const toml::node& each : array(key)) result.push_back(text_of(each, key));
  return result;
}

std::int64_t Table::integer(std::string_view key) {
  const toml::node& found = node(key);
  if (found.as_integer() == nullptr) fail(found, key, "an integer was expected");
  return found.as_integer()->get();
}

Table Table::table(std::string_view key) {
  const toml::node& found = node(key);
  if (found.as_table() == nullptr) fail(found, key, "a table was expected");
  return {*found.as_table(), file_, "[" + std::string(key) + "]"};
}

std::vector<Table> Table::tables(std::string_view key) {
  asked_.emplace(key);
  std::vector<Table> result;
  if (!has(key)) return result;
  for (const toml::node& each : array(key)) {
    if (each.as_table() == nullptr) fail(each, key, "a table was expected");
    result.emplace_back(*each.as_table(), file_, "[[" + std::string(key) + "]]");
  }
  return result;
}

void Table::finish() const {
  for (const std::string& key : keys()) {
    if (!asked_.contains(key)) fail(*table_.get(key), key, "unknown key");
  }
}

}  // namespace isthmus::check
