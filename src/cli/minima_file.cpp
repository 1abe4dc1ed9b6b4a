#include "cli/minima_file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "claim/matrix_values.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

std::string text_of_file(const std::string& path) {
  std::error_code error;
  require(!std::filesystem::is_directory(path, error), path + ": this is a directory, a file was expected");
  std::ifstream stream(path, std::ios::binary);
  require(stream.good(), path + ": the file cannot be read");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<Matrix> matrices_of(const TomlDocument& document, const toml::array& list) {
  std::vector<Matrix> result;
  for (const toml::node& each : list) {
    if (!each.is_array()) document.fail(each, "a matrix is an array of rows");
    result.push_back(matrix_of(document, *each.as_array()));
  }
  return result;
}

MinimaFile read_toml(const std::string& path) {
  const TomlDocument document(text_of_file(path), path);
  TableReader root(document, document.root(), "the file");
  MinimaFile file{matrix_of(document, root.array("X")), matrix_of(document, root.array("Y")),
                  matrices_of(document, root.array("from")), matrices_of(document, root.array("to"))};
  root.finish();
  return file;
}

Rational number_of(const nlohmann::json& value, const std::string& where) {
  require(value.is_string() || value.is_number_integer(),
          where + ": a number is an integer or a string such as \"3/7\"; found " + value.dump());
  return Rational::parse(value.is_string() ? value.get<std::string>() : value.dump());
}

Matrix matrix_of(const nlohmann::json& rows, const std::string& where) {
  require(rows.is_array() && !rows.empty(), where + ": a matrix is an array of rows, not empty");
  const std::size_t columns = rows[0].is_array() ? rows[0].size() : 0;
  require(columns > 0, where + ": a row is an array of numbers, not empty");
  Matrix result(rows.size(), columns);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string row = where + ", row " + std::to_string(i + 1);
    require(rows[i].is_array() && rows[i].size() == columns,
            row + ": an array of " + std::to_string(columns) + " numbers was expected, as in the first row");
    for (std::size_t j = 0; j < columns; ++j) result.set(i, j, number_of(rows[i][j], row));
  }
  return result;
}

std::vector<Matrix> matrices_of(const nlohmann::json& list, const std::string& where) {
  require(list.is_array(), where + ": an array of matrices was expected");
  std::vector<Matrix> result;
  for (const auto& each : list) result.push_back(matrix_of(each, where + "[" + std::to_string(result.size()) + "]"));
  return result;
}

MinimaFile read_json(const std::string& path) {
  std::set<std::string> keys;
  const auto refuse_repeated = [&](int, nlohmann::json::parse_event_t event, const nlohmann::json& parsed) {
    if (event != nlohmann::json::parse_event_t::key) return true;
    require(keys.insert(parsed.get<std::string>()).second, path + ": the key " + parsed.dump() + " stands twice");
    return true;
  };
  nlohmann::json root;
  try {
    root = nlohmann::json::parse(text_of_file(path), refuse_repeated);
  } catch (const nlohmann::json::exception& error) {
    throw InvalidInput(path + ": no JSON: " + error.what());
  }
  require(root.is_object(), path + ": an object with the keys X, Y, from, to was expected");
  for (const std::string key : {"X", "Y", "from", "to"}) {
    require(root.contains(key), path + ": the key '" + key + "' is missing");
  }
  require(root.size() == 4, path + ": a key other than X, Y, from, to");
  return {matrix_of(root["X"], path + ": X"), matrix_of(root["Y"], path + ": Y"),
          matrices_of(root["from"], path + ": from"), matrices_of(root["to"], path + ": to")};
}

}  // namespace

MinimaFile read_minima_file(const std::string& path) {
  const std::string suffix = ".json";
  const bool json =
      path.size() > suffix.size() && path.compare(path.size() - suffix.size(), suffix.size(), suffix) == 0;
  return json ? read_json(path) : read_toml(path);
}

}  // namespace isthmus
