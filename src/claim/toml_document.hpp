#pragma once

// toml++ asserts what malformed text breaks, such as "[%", and then refuses it all the same: it must come to that.
#ifndef TOML_ASSERT
#define TOML_ASSERT(condition) static_cast<void>(0)
#endif
#include <toml++/toml.h>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claim/expression_parser.hpp"
#include "claim/parse_error.hpp"

namespace isthmus {

/// A string of a TOML document, and where it stands there.
struct TomlText {
  std::string_view value;  ///< lives as long as the document
  std::size_t offset = 0;  ///< byte offset of the opening quote in the document
};

/// A TOML document that knows where everything stands. Neither copied nor moved: what it hands out points into it.
class TomlDocument {
 public:
  /// Throws ParseError if the text is not UTF-8 or not TOML.
  TomlDocument(std::string text, std::string name);
  TomlDocument(const TomlDocument&) = delete;
  TomlDocument& operator=(const TomlDocument&) = delete;

  const std::string& name() const noexcept { return name_; }
  const toml::table& root() const noexcept { return root_; }
  /// Byte offset of a line and column of toml++.
  std::size_t offset_of(const toml::source_position& position) const;
  [[noreturn]] void fail(std::size_t offset, const std::string& problem) const;
  [[noreturn]] void fail(const toml::node& node, const std::string& problem) const;
  /// For an offset in the value of a string.
  [[noreturn]] void fail_inside(const TomlText& text, std::size_t offset, const std::string& problem) const;

  /// f(source) on the value of a string; a ParseError of f on that source is thrown again with its place in the
  /// document.
  template <class F>
  auto read(const TomlText& text, F&& f) const {
    const Source source{name_, text.value};
    try {
      return f(source);
    } catch (const ParseError& error) {
      fail_inside(text, error.offset(), error.problem());
    }
  }

 private:
  std::string text_;
  std::string name_;
  toml::table root_;
};

/// A string of a document together with its syntax tree.
struct LocatedExpression {
  TomlText text;
  Expression tree;
};
LocatedExpression read_expression(const TomlDocument& document, const TomlText& text);

/// Reads one table key by key and in the end refuses the keys that nobody asked for.
class TableReader {
 public:
  /// `title` names the table in messages: "[source]".
  TableReader(const TomlDocument& document, const toml::table& table, std::string title);

  const TomlDocument& document() const noexcept { return document_; }
  std::size_t offset() const { return document_.offset_of(table_.source().begin); }
  bool has(std::string_view key) const { return table_.contains(key); }
  bool is_array(std::string_view key) const { return has(key) && table_.get(key)->is_array(); }
  /// Keys in the order of the document.
  std::vector<std::string> keys() const;

  // Each throws ParseError: at the table if a required key is missing, at the value if its type is another.
  TomlText text(std::string_view key);
  std::optional<TomlText> optional_text(std::string_view key);
  LocatedExpression expression(std::string_view key);
  std::optional<LocatedExpression> optional_expression(std::string_view key);
  std::int64_t integer(std::string_view key);
  std::vector<TomlText> texts(std::string_view key);
  std::vector<TomlText> optional_texts(std::string_view key);
  TableReader table(std::string_view key);
  std::optional<TableReader> optional_table(std::string_view key);
  /// An array of tables [[key]]; none if the key is missing.
  std::vector<TableReader> tables(std::string_view key);
  const toml::array& array(std::string_view key);

  [[noreturn]] void fail(const std::string& problem) const { document_.fail(table_, problem + " in " + title_); }
  /// Throws ParseError at the first key that was not read.
  void finish() const;

 private:
  const toml::node* find(std::string_view key);
  const toml::node& require_node(std::string_view key);
  [[noreturn]] void refuse_type(const toml::node& node, std::string_view key, const std::string& expected) const;

  const TomlDocument& document_;
  const toml::table& table_;
  std::string title_;
  std::set<std::string, std::less<>> known_;
};

/// "a string", "an integer", .. for messages.
std::string type_name(const toml::node& node);

}  // namespace isthmus
