#include "report/connect_report.hpp"

#include <fmt/format.h>

#include "report/json_values.hpp"
#include "report/point_text.hpp"

namespace isthmus {
namespace {

std::string factor_text(const Polynomial& p) { return p.term_count() > 1 ? "(" + p.to_string() + ")" : p.to_string(); }

std::string quotient_text(const Solved& solved) {
  const Polynomial& denominator = solved.denominator;
  if (denominator.is_constant() && denominator.constant_value() == Rational(1)) return solved.numerator.to_string();
  const std::string below = denominator.to_string();
  const bool atomic = below.find_first_of("+-*/^") == std::string::npos;
  return factor_text(solved.numerator) + "/" + (atomic ? below : "(" + below + ")");
}

/// "x, t^2*y" for weights 0 and 2.
std::string weights_text(const PolynomialRing& ring, const std::vector<unsigned>& weights) {
  std::string text;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::string power = weights[i] == 0 ? "" : weights[i] == 1 ? "t*" : fmt::format("t^{}*", weights[i]);
    text += (i == 0 ? "" : ", ") + power + ring.name(i);
  }
  return text;
}

std::string leg_text(const PolynomialRing& ring, const PathLeg& leg) {
  std::string text;
  if (!leg.weights.empty()) text += fmt::format("  along ({}), t between 1 and 0:\n", weights_text(ring, leg.weights));
  if (leg.weights.empty()) text += "  along straight segments";
  for (std::size_t i = 0; i < leg.solved.size(); ++i) {
    text += fmt::format("{}{} = {}", i == 0 ? " with " : ", ", ring.name(leg.solved[i].variable),
                        quotient_text(leg.solved[i]));
  }
  if (leg.weights.empty()) text += ":\n";
  for (const AlgebraicPoint& vertex : leg.vertices) text += "    " + point_text(ring.names(), vertex) + "\n";
  return text;
}

std::string sign_text(int sign) { return sign > 0 ? "positive" : "negative"; }

std::string separation_text(const Connection& connection) {
  std::string text = fmt::format("not connected: the points lie on components {} and {}\n",
                                 connection.component_from + 1, connection.component_to + 1);
  if (connection.separator) {
    const Separator& separator = *connection.separator;
    text += fmt::format("separator: {} has no zero on the set, is {} at the first point and {} at the second\n",
                        separator.polynomial.to_string(), sign_text(separator.sign_from), sign_text(separator.sign_to));
  }
  return text;
}

Json leg_json(const PolynomialRing& ring, const PathLeg& leg) {
  Json json;
  json["vertices"] = Json::array();
  for (const AlgebraicPoint& vertex : leg.vertices) json["vertices"].push_back(to_json(ring.names(), vertex));
  json["solved"] = Json::object();
  for (const Solved& solved : leg.solved) json["solved"][ring.name(solved.variable)] = quotient_text(solved);
  if (leg.weights.empty()) return json;
  json["weights"] = Json::object();
  for (std::size_t i = 0; i < leg.weights.size(); ++i) json["weights"][ring.name(i)] = leg.weights[i];
  return json;
}

/// All vertices in order, those that two legs share once.
std::vector<AlgebraicPoint> vertices_of(const std::vector<PathLeg>& path) {
  std::vector<AlgebraicPoint> vertices;
  for (const PathLeg& leg : path) {
    for (const AlgebraicPoint& vertex : leg.vertices) {
      if (vertices.empty() || vertices.back() != vertex) vertices.push_back(vertex);
    }
  }
  return vertices;
}

void add_connection(Json& json, const PolynomialRing& ring, const Connection& connection) {
  if (connection.connected) {
    json["path"] = Json();
    if (connection.path.empty()) return;
    json["path"] = Json::array();
    for (const AlgebraicPoint& vertex : vertices_of(connection.path))
      json["path"].push_back(to_json(ring.names(), vertex));
    json["legs"] = Json::array();
    for (const PathLeg& leg : connection.path) json["legs"].push_back(leg_json(ring, leg));
    return;
  }
  json["components"] = {connection.component_from + 1, connection.component_to + 1};
  if (!connection.separator) return;
  json["separator"]["polynomial"] = connection.separator->polynomial.to_string();
  json["separator"]["signs"] = {connection.separator->sign_from, connection.separator->sign_to};
}

}  // namespace

std::string connect_report(const ConnectAnswer& answer, const std::string& certificate) {
  if (!answer.connection) return "undecided: " + answer.reason + "\n";
  const Connection& connection = *answer.connection;
  std::string text;
  if (connection.connected) {
    text = connection.path.empty() ? "connected\n" : "connected\npath\n";
    for (const PathLeg& leg : connection.path) text += leg_text(answer.ring, leg);
  } else {
    text = separation_text(connection);
  }
  if (!connection.reason.empty()) text += "reason: " + connection.reason + "\n";
  if (!certificate.empty()) text += "certificate: " + certificate + "\n";
  return text;
}

std::string connect_json(const ConnectAnswer& answer, const std::string& certificate) {
  Json json;
  json["schema"] = "isthmus.connect/1";
  json["variables"] = answer.ring.names();
  json["status"] = answer.connection ? "exact" : "undecided";
  json["connected"] = answer.connection ? Json(answer.connection->connected) : Json();
  if (answer.connection) add_connection(json, answer.ring, *answer.connection);
  json["reason"] = answer.connection ? answer.connection->reason : answer.reason;
  if (!certificate.empty()) json["certificate"] = certificate;
  return json_text(json);
}

}  // namespace isthmus
