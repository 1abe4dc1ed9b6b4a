#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checker/outcome.hpp"
#include "checker/syntax.hpp"

namespace isthmus::check {

/// A string of a claim file and where it stands.
struct Text {
  std::string value;
  std::string place;  ///< "4.3-skip.toml:12: [components] network"
  std::uint32_t line;
  std::uint32_t column;

  [[noreturn]] void fail(const std::string& problem) const { throw InvalidClaim(place + ": " + problem); }
};

/// A table of a claim file, read strictly: what was never asked for is refused by finish(). Every function throws
/// InvalidClaim, with the place.
class Table {
 public:
  Table(const toml::table& table, std::string file, std::string title);

  bool has(std::string_view key) const { return table_.contains(key); }
  bool is_array(std::string_view key) const { return table_.get(key) != nullptr && table_.get(key)->is_array(); }
  /// All keys, in the order of the file.
  std::vector<std::string> keys() const;
  Text text(std::string_view key);
  std::optional<Text> optional_text(std::string_view key);
  std::vector<Text> texts(std::string_view key);
  std::int64_t integer(std::string_view key);
  const toml::array& array(std::string_view key);
  Table table(std::string_view key);
  /// An array of tables; none if the key is missing.
  std::vector<Table> tables(std::string_view key);
  /// Refuses every key that was not asked for.
  void finish() const;
  [[noreturn]] void fail(const std::string& problem) const;
  [[noreturn]] void fail(const toml::node& node, std::string_view key, const std::string& problem) const;

 private:
  const toml::node& node(std::string_view key);
  Text text_of(const toml::node& node, std::string_view key) const;

  const toml::table& table_;
  std::string file_;
  std::string title_;
  std::set<std::string, std::less<>> asked_;
};

/// Reads a claim file as TOML. Throws InvalidClaim, and Declined for a file that is too large or nested too deeply.
toml::table read_toml(std::string_view text, const std::string& file);

/// f(text as a syntax tree); errors in the text become InvalidClaim, with its place.
template <class F>
auto read(const Text& text, F&& f) {
  try {
    return declining_at([&] { return text.place; }, [&] { return f(parse(text.value)); });
  } catch (const TextError& error) {
    text.fail(error.what());
  }
}

}  // namespace isthmus::check
