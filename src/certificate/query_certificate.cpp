#include "certificate/query_certificate.hpp"

#include <optional>

#include "certificate/certificate_writer.hpp"
#include "certificate/path_json.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

Json query(const char* name) {
  Json document = Json::object();
  document["format"] = 1;
  document["query"] = name;
  return document;
}

/// A polynomial that is shown not to vanish on the set and has opposite signs at the points.
std::optional<std::pair<Polynomial, EmptinessProof>> proved_separator(const SemialgebraicSet& set, const Point& from,
                                                                      const Point& to, const Connection& connection) {
  std::vector<Polynomial> candidates = connection.components->separators();
  if (connection.separator) candidates.insert(candidates.begin(), connection.separator->polynomial);
  for (const Polynomial& p : candidates) {
    if (p.evaluate(from).sign() * p.evaluate(to).sign() >= 0) continue;
    if (auto proof = prove_empty(with_condition(set, Formula::atom(p, Relation::equal))))
      return std::make_pair(p, std::move(*proof));
  }
  return std::nullopt;
}

}  // namespace

std::string components_certificate(const SemialgebraicSet& set, const FamilyCount& count) {
  if (count.vacuous()) throw NotCertified("no parameter value satisfies the assumption, so there is nothing to count");
  CertificateWriter writer;
  Json node = writer.counts(set, count);
  if (count.cases.empty()) throw NotCertified("no parameter value with a count is at hand");
  Json document = query("components");
  document["lemmas"] = Json::array();
  const auto common = count.common();
  document["components"] = common ? Json(*common) : Json("varies");
  document["model"] = point_object(count.parameter_ring, count.cases.front().parameters);
  document["count"] = std::move(node);
  return writer.finish(std::move(document));
}

std::string connection_certificate(const SemialgebraicSet& set, const Point& from, const Point& to,
                                   const Connection& connection) {
  Json document = query("connect");
  document["connected"] = connection.connected;
  if (connection.connected) {
    document["path"] = path_json(set.ring, connection.path);
    return certificate_text(document);
  }
  CertificateWriter writer;
  if (const auto separator = proved_separator(set, from, to, connection)) {
    document["separator"] = separator->first.to_string();
    document["proof"] =
        writer.proof(with_condition(set, Formula::atom(separator->first, Relation::equal)), separator->second);
    return certificate_text(document);
  }
  for (const Point* point : {&from, &to})
    if (!connection.components->located(to_algebraic(*point)))
      throw NotCertified(
          "a point lies on a root of the decomposition, where its component cannot be told by root counts");
  document["lemmas"] = Json::array();
  document["count"] = writer.count(set, *connection.reduced, connection.components);
  return writer.finish(std::move(document));
}

}  // namespace isthmus
