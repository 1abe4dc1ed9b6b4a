#include "claim/toml_document.hpp"

#include <algorithm>

namespace isthmus {
namespace {

std::size_t after_newline(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "\r\n") return at + 2;
  return text.substr(at, 1) == "\n" ? at + 1 : at;
}

/// The byte offset in the document of a byte of the value of the string that opens at `open` (TOML 1.0, section
/// String).
std::size_t raw_offset(std::string_view text, std::size_t open, std::string_view value, std::size_t target) {
  const bool basic = text[open] == '"';
  const auto at_continuation = [&](std::size_t at) {
    return basic && text[at] == '\\' && text.find_first_of(" \t\r\n", at + 1) == at + 1;
  };
  const std::string_view quotes = text.substr(open, 3);
  const bool multiline = quotes == "\"\"\"" || quotes == "'''";
  std::size_t at = multiline ? after_newline(text, open + 3) : open + 1;
  for (std::size_t i = 0; at < text.size();) {
    if (at_continuation(at)) {
      at = std::min(text.find_first_not_of(" \t\r\n", at + 1), text.size());
    } else if (i == target) {
      break;
    } else if (basic && text[at] == '\\') {
      const char escaped = at + 1 < text.size() ? text[at + 1] : '\\';
      i += std::max<std::size_t>(1, utf8_length(value, i));
      at += escaped == 'u' ? 6 : escaped == 'U' ? 10 : 2;
    } else {
      if (text[at] != '\r' || value[i] == '\r') ++i;
      ++at;
    }
  }
  return std::min(at, text.size());
}

void check_utf8(std::string_view text, const std::string& name) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    if (length == 0) throw ParseError(name, text, at, "the file is not UTF-8 text here");
    at += length;
  }
}

std::size_t offset_in(std::string_view text, const toml::source_position& position) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < position.line && at < text.size(); ++line) {
    const std::size_t newline = text.find('\n', at);
    at = newline == std::string_view::npos ? text.size() : newline + 1;
  }
  for (std::uint32_t column = 1; column < position.column && at < text.size() && text[at] != '\n'; ++column) {
    at += std::max<std::size_t>(1, utf8_length(text, at));
  }
  return at;
}

toml::table parsed(std::string_view text, const std::string& name) {
  check_utf8(text, name);
  try {
    return toml::parse(text, std::string_view(name));
  } catch (const toml::parse_error& error) {
    throw ParseError(name, text, offset_in(text, error.source().begin),
                     "not TOML: " + std::string(error.description()));
  }
}

}  // namespace

TomlDocument::TomlDocument(std::string text, std::string name)
    : text_(std::move(text)), name_(std::move(name)), root_(parsed(text_, name_)) {}

std::size_t TomlDocument::offset_of(const toml::source_position& position) const { return offset_in(text_, position); }

void TomlDocument::fail(std::size_t offset, const std::string& problem) const {
  throw ParseError(name_, text_, offset, problem);
}

void TomlDocument::fail(const toml::node& node, const std::string& problem) const {
  fail(offset_of(node.source().begin), problem);
}

void TomlDocument::fail_inside(const TomlText& text, std::size_t offset, const std::string& problem) const {
  fail(raw_offset(text_, text.offset, text.value, offset), problem);
}

LocatedExpression read_expression(const TomlDocument& document, const TomlText& text) {
  return {text, document.read(text, [](const Source& source) { return parse_expression(source); })};
}

std::string type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "an integer";
    case toml::node_type::floating_point:
      return "a float";
    case toml::node_type::boolean:
      return "a boolean";
    default:
      return "a date or time";
  }
}

TableReader::TableReader(const TomlDocument& document, const toml::table& table, std::string title)
    : document_(document), table_(table), title_(std::move(title)) {}

std::vector<std::string> TableReader::keys() const {
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const auto& [key, node] : table_) {
    found.emplace_back(document_.offset_of(key.source().begin), std::string(key.str()));
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> result;
  for (auto& [offset, key] : found) result.push_back(std::move(key));
  return result;
}

const toml::node* TableReader::find(std::string_view key) {
  known_.emplace(key);
  return table_.get(key);
}

const toml::node& TableReader::require_node(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) fail("the key '" + std::string(key) + "' is missing");
  return *node;
}

void TableReader::refuse_type(const toml::node& node, std::string_view key, const std::string& expected) const {
  std::string problem = "'" + std::string(key) + "' must be " + expected + ", found " + type_name(node);
  if (node.is_number() && expected == "a string") problem += ": exact numbers are written as strings, such as \"3/7\"";
  if (node.is_floating_point() && expected != "a string") problem += ", which is not exact";
  document_.fail(node, problem);
}

TomlText TableReader::text(std::string_view key) {
  const toml::node& node = require_node(key);
  const auto* value = node.as_string();
  if (value == nullptr) refuse_type(node, key, "a string");
  return {value->get(), document_.offset_of(node.source().begin)};
}

std::optional<TomlText> TableReader::optional_text(std::string_view key) {
  if (find(key) == nullptr) return std::nullopt;
  return text(key);
}

LocatedExpression TableReader::expression(std::string_view key) { return read_expression(document_, text(key)); }

std::optional<LocatedExpression> TableReader::optional_expression(std::string_view key) {
  if (find(key) == nullptr) return std::nullopt;
  return expression(key);
}

std::int64_t TableReader::integer(std::string_view key) {
  const toml::node& node = require_node(key);
  const auto* value = node.as_integer();
  if (value == nullptr) refuse_type(node, key, "an integer");
  return value->get();
}

const toml::array& TableReader::array(std::string_view key) {
  const toml::node& node = require_node(key);
  const toml::array* value = node.as_array();
  if (value == nullptr) refuse_type(node, key, "an array");
  return *value;
}

std::vector<TomlText> TableReader::texts(std::string_view key) {
  std::vector<TomlText> result;
  for (const toml::node& element : array(key)) {
    const auto* value = element.as_string();
    if (value == nullptr) {
      document_.fail(element, "'" + std::string(key) + "' must hold strings only, found " + type_name(element));
    }
    result.push_back({value->get(), document_.offset_of(element.source().begin)});
  }
  return result;
}

std::vector<TomlText> TableReader::optional_texts(std::string_view key) {
  return find(key) == nullptr ? std::vector<TomlText>{} : texts(key);
}

TableReader TableReader::table(std::string_view key) {
  const toml::node& node = require_node(key);
  const toml::table* value = node.as_table();
  if (value == nullptr) refuse_type(node, key, "a table");
  return {document_, *value, "[" + std::string(key) + "]"};
}

std::optional<TableReader> TableReader::optional_table(std::string_view key) {
  if (find(key) == nullptr) return std::nullopt;
  return table(key);
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  std::vector<TableReader> result;
  const toml::node* node = find(key);
  if (node == nullptr) return result;
  const std::string title = "[[" + std::string(key) + "]]";
  const toml::array* elements = node->as_array();
  if (elements == nullptr) refuse_type(*node, key, "an array of tables " + title);
  for (const toml::node& element : *elements) {
    const toml::table* value = element.as_table();
    if (value == nullptr) refuse_type(element, key, "an array of tables " + title);
    result.emplace_back(document_, *value, title);
  }
  return result;
}

void TableReader::finish() const {
  for (const std::string& key : keys()) {
    if (known_.contains(key)) continue;
    std::string known;
    for (const std::string& each : known_) known += (known.empty() ? "" : ", ") + each;
    const toml::node* node = table_.get(key);
    const auto place = table_.find(key)->first.source().begin;
    const std::string what = node->is_table() || node->is_array_of_tables() ? "unknown table '" : "unknown key '";
    document_.fail(document_.offset_of(place), what + key + "' in " + title_ + "; known here: " + known);
  }
}

}  // namespace isthmus
