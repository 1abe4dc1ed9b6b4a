#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "checker/number.hpp"

namespace isthmus::check {

/// One value of a certificate. It knows its place in the text ("certificate.instances[0].count"), which every refusal
/// names. Wrong types, unknown and missing keys are Rejections by the rule "encoding".
class Json {
 public:
  enum class Kind { object, array, text, integer, boolean };

  Kind kind() const noexcept { return kind_; }
  bool is_text(std::string_view value) const { return kind_ == Kind::text && text_ == value; }
  std::string place() const;

  /// Refuses this value, naming its place.
  [[noreturn]] void reject(const std::string& rule, const std::string& message) const;
  /// reject() unless the condition holds.
  void require(bool condition, const std::string& rule, const std::string& message) const {
    if (!condition) reject(rule, message);
  }

  /// Refuses anything but an object with exactly these keys.
  void expect_keys(std::initializer_list<std::string_view> keys) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }
  const Json& operator[](std::string_view key) const;
  /// The keys of an object, in the order of the text.
  std::vector<std::string> keys() const;

  /// The elements of an array.
  const std::vector<std::unique_ptr<Json>>& elements() const;
  std::size_t size() const { return elements().size(); }
  const Json& operator[](std::size_t index) const;

  const std::string& text() const;
  std::vector<std::string> texts() const;
  bool boolean() const;
  /// An integer from 0 on; refuses those that are not below `bound`.
  std::size_t index_below(std::size_t bound) const;
  /// A number of mathematics, written "-3/7".
  Rational rational() const;
  std::vector<Rational> rationals() const;

 private:
  friend class JsonReader;
  Json(Kind kind, const Json* parent, std::string key) : kind_(kind), parent_(parent), key_(std::move(key)) {}
  const Json* find(std::string_view key) const;
  void expect(Kind kind, const char* name) const;

  Kind kind_;
  const Json* parent_;
  std::string key_;  ///< in the parent, if that is an object
  std::size_t position_ = 0;
  std::string text_;
  std::uint64_t integer_ = 0;  ///< and the truth value of a boolean
  std::vector<std::unique_ptr<Json>> children_;
};

/// Reads a certificate. Strict: one value, no duplicate keys, no floats, no null, no negative integers, none of 2^53 or
/// more, valid UTF-8, no white space but line feeds, which stand between values only, and one at the very end. Throws
/// Rejection, and Declined beyond the limits of nesting and of keys in an object.
std::unique_ptr<Json> read_json(std::string_view text);

}  // namespace isthmus::check
