#include "checker/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "checker/limits.hpp"
#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

constexpr std::uint64_t kIntegerBound = std::uint64_t{1} << 53;
const std::string kEncoding = "encoding";

[[noreturn]] void refuse(const std::string& message) { throw Rejection(kEncoding, "certificate", message); }

/// White space outside of strings: line feeds only.
void check_white_space(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '\\' && quoted) ++i;
    if (!quoted && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r')) {
      refuse("superfluous white space at byte " + std::to_string(i));
    }
  }
  if (!text.ends_with('\n') || text.ends_with("\n\n")) refuse("the text does not end with one line feed");
}

}  // namespace

/// Builds the values while nlohmann's parser reads.
class JsonReader {
 public:
  std::unique_ptr<Json> result() { return std::move(root_); }

  bool null() { refuse_here("null is not used"); }
  bool boolean(bool value) { return leaf(Json::Kind::boolean, value ? 1 : 0, {}); }
  bool number_integer(std::int64_t) { refuse_here("a negative integer is not used"); }
  bool number_unsigned(std::uint64_t value) {
    if (value >= kIntegerBound) refuse_here("an integer of 2^53 or more");
    return leaf(Json::Kind::integer, value, {});
  }
  bool number_float(double, const std::string&) { refuse_here("a floating-point number"); }
  bool string(std::string& value) { return leaf(Json::Kind::text, 0, value); }
  bool binary(std::vector<std::uint8_t>&) { refuse_here("binary data"); }
  bool start_object(std::size_t) { return open(Json::Kind::object); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(Json::Kind::array); }
  bool end_array() { return close(); }
  bool key(std::string& value) {
    require_few_keys(*stack_.back());
    if (stack_.back()->has(value)) stack_.back()->reject(kEncoding, "the key '" + value + "' stands twice");
    key_ = value;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
    refuse("not JSON at byte " + std::to_string(position));
  }

 private:
  [[noreturn]] void refuse_here(const std::string& message) {
    if (stack_.empty()) refuse(message);
    stack_.back()->reject(kEncoding, message);
  }

  static void require_few_keys(const Json& object) {
    declining_at([&] { return object.place(); },
                 [&] { require_at_most(limits::kJsonKeys, object.children_.size() + 1, "keys in an object"); });
  }

  Json* add(Json::Kind kind) {
    Json* parent = stack_.empty() ? nullptr : stack_.back();
    std::unique_ptr<Json> value(new Json(kind, parent, std::exchange(key_, {})));
    Json* added = value.get();
    if (parent == nullptr) {
      root_ = std::move(value);
    } else {
      value->position_ = parent->children_.size();
      parent->children_.push_back(std::move(value));
    }
    return added;
  }

  bool leaf(Json::Kind kind, std::uint64_t integer, std::string text) {
    Json* added = add(kind);
    added->integer_ = integer;
    added->text_ = std::move(text);
    return true;
  }

  bool open(Json::Kind kind) {
    declining_at([] { return "certificate"; },
                 [&] { require_at_most(limits::kJsonDepth, stack_.size() + 1, "arrays and objects in each other"); });
    stack_.push_back(add(kind));
    return true;
  }

  bool close() {
    stack_.pop_back();
    return true;
  }

  std::unique_ptr<Json> root_;
  std::vector<Json*> stack_;
  std::string key_;
};

std::unique_ptr<Json> read_json(std::string_view text) {
  check_white_space(text);
  JsonReader reader;
  nlohmann::json::sax_parse(text.begin(), text.end(), &reader);
  return reader.result();
}

std::string Json::place() const {
  if (parent_ == nullptr) return "certificate";
  if (parent_->kind_ == Kind::object) return parent_->place() + "." + key_;
  return parent_->place() + "[" + std::to_string(position_) + "]";
}

void Json::reject(const std::string& rule, const std::string& message) const {
  throw Rejection(rule, place(), message);
}

void Json::expect(Kind kind, const char* name) const {
  require(kind_ == kind, kEncoding, std::string("expected ") + name);
}

const Json* Json::find(std::string_view key) const {
  expect(Kind::object, "an object");
  const auto at =
      std::find_if(children_.begin(), children_.end(), [&](const auto& child) { return child->key_ == key; });
  return at == children_.end() ? nullptr : at->get();
}

void Json::expect_keys(std::initializer_list<std::string_view> keys) const {
  expect(Kind::object, "an object");
  for (const std::string_view key : keys) {
    require(has(key), kEncoding, "the key '" + std::string(key) + "' is missing");
  }
  for (const auto& child : children_) {
    require(std::find(keys.begin(), keys.end(), child->key_) != keys.end(), kEncoding,
            "unknown key '" + child->key_ + "'");
  }
}

const Json& Json::operator[](std::string_view key) const {
  const Json* value = find(key);
  require(value != nullptr, kEncoding, "the key '" + std::string(key) + "' is missing");
  return *value;
}

std::vector<std::string> Json::keys() const {
  expect(Kind::object, "an object");
  std::vector<std::string> result;
  for (const auto& child : children_) result.push_back(child->key_);
  return result;
}

const std::vector<std::unique_ptr<Json>>& Json::elements() const {
  expect(Kind::array, "an array");
  return children_;
}

const Json& Json::operator[](std::size_t index) const {
  require(index < size(), kEncoding, "element " + std::to_string(index) + " is missing");
  return *children_[index];
}

const std::string& Json::text() const {
  expect(Kind::text, "a string");
  return text_;
}

std::vector<std::string> Json::texts() const {
  std::vector<std::string> result;
  for (const auto& element : elements()) result.push_back(element->text());
  return result;
}

bool Json::boolean() const {
  expect(Kind::boolean, "true or false");
  return integer_ != 0;
}

std::size_t Json::index_below(std::size_t bound) const {
  expect(Kind::integer, "an integer");
  require(integer_ < bound, kEncoding, std::to_string(integer_) + " is not below " + std::to_string(bound));
  return static_cast<std::size_t>(integer_);
}

Rational Json::rational() const {
  const auto value = declining_at([&] { return place(); }, [&] { return read_rational(text()); });
  require(value.has_value(), kEncoding, "'" + text_.substr(0, 60) + "' is not a rational number in lowest terms");
  return *value;
}

std::vector<Rational> Json::rationals() const {
  std::vector<Rational> result;
  for (const auto& element : elements()) result.push_back(element->rational());
  return result;
}

}  // namespace isthmus::check
