#include "checker/query.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "checker/outcome.hpp"
#include "checker/path.hpp"

namespace isthmus::check {
namespace {

void check_names(const std::vector<std::string>& names) {
  std::set<std::string> seen;
  for (const std::string& name : names) {
    if (!is_name(name)) throw InvalidClaim("'" + name + "' is not a name");
    if (!seen.insert(name).second) throw InvalidClaim("the name '" + name + "' stands twice");
  }
}

/// "--set:1:7": where a byte of the value of an option stands, lines and columns counted from 1.
std::string place_in(const std::string& option, const std::string& text, std::size_t offset) {
  const std::string before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin = before.rfind('\n') + 1;                                          // 0 if there is none
  const auto inner_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; };  // of UTF-8
  const auto column =
      std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(), std::not_fn(inner_byte));
  return option + ":" + std::to_string(lines + 1) + ":" + std::to_string(column + 1);
}

template <class Read>
auto read_option(const std::string& option, const std::string& text, const Read& read) {
  try {
    return declining_at([&] { return option; }, [&] { return read(text); });
  } catch (const TextError& error) {
    throw InvalidClaim(place_in(option, text, error.offset) + ": " + error.what());
  }
}

std::string components(std::size_t number) {
  return number == 1 ? "1 connected component" : std::to_string(number) + " connected components";
}

/// The values of the parameters, in their order.
std::vector<Rational> model_in(const Json& model, const Set& set) {
  std::vector<Rational> values;
  for (const std::size_t parameter : set.parameters) values.push_back(model[set.names->at(parameter)].rational());
  model.require(model.keys().size() == values.size(), "encoding", "a value for something that is no parameter");
  return values;
}

std::string check_components(const Set& set, const Json& certificate, Session& session) {
  certificate.expect_keys({"format", "query", "lemmas", "components", "model", "count"});
  check_lemmas(certificate["lemmas"], session);
  const std::vector<Rational> model = model_in(certificate["model"], set);
  std::vector<Rational> point(set.variables());
  for (std::size_t i = 0; i < model.size(); ++i) point[set.parameters[i]] = model[i];
  certificate["model"].require(set.assumption.holds_at(point), "query", "the model violates the assumption");
  const std::vector<std::size_t> numbers = check_counts(set, certificate["count"], session);
  const std::set<std::size_t> distinct(numbers.begin(), numbers.end());

  const std::string subject =
      set.parameters.empty() ? "the set has " : "for all admitted parameter values the set has ";
  const Json& claimed = certificate["components"];
  if (claimed.is_text("varies")) {
    claimed.require(distinct.size() > 1, "query", "the number does not vary");
    std::string list;
    for (const std::size_t number : distinct) list += (list.empty() ? "" : " or ") + std::to_string(number);
    return subject + list + " connected components";
  }
  const std::size_t number = claimed.index_below(std::size_t{1} << 53);
  for (const std::size_t found : distinct) {
    claimed.require(found == number, "query", "the number of components is " + std::to_string(found) + " in a region");
  }
  claimed.require(!distinct.empty(), "query", "there is no region of parameters");
  return subject + "exactly " + components(number);
}

std::vector<CurveCoordinate> leg_in(const Json& leg, const Set& set) {
  const Scope t(std::vector<std::string>{"t"});
  leg.require(leg.size() == set.coordinates.size(), "path", "there is not one quotient for each coordinate");
  std::vector<CurveCoordinate> curve;
  for (const auto& quotient : leg.elements()) {
    quotient->require(quotient->size() == 2, "path", "expected numerator and denominator");
    curve.push_back({polynomial_in((*quotient)[0], t), polynomial_in((*quotient)[1], t)});
    const Univariate denominator = curve.back().denominator.univariate(0);
    quotient->require(!denominator.is_zero() && RootCounter(denominator).within(0, 1) == 0, "path",
                      "the denominator vanishes on [0, 1]");
  }
  return curve;
}

std::vector<Rational> value_at(const std::vector<CurveCoordinate>& curve, const Rational& t) {
  std::vector<Rational> point;
  for (const CurveCoordinate& quotient : curve)
    point.push_back(quotient.numerator.at({t}) / quotient.denominator.at({t}));
  return point;
}

void check_path(const Set& set, const std::vector<Rational>& from, const std::vector<Rational>& to, const Json& path) {
  path.require(path.size() > 0, "path", "there are no legs");
  std::vector<Rational> end = from;
  for (const auto& leg : path.elements()) {
    const std::vector<CurveCoordinate> curve = leg_in(*leg, set);
    leg->require(value_at(curve, 0) == end, "path", "the leg does not begin where the one before ended");
    leg->require(contains_path(set, curve), "path", "the leg leaves the set");
    end = value_at(curve, 1);
  }
  path.require(end == to, "path", "the path does not end at the second point");
}

std::string check_connect(const Question& question, const Json& certificate, Session& session) {
  const Set& set = question.set;
  const auto& [from, to] = *question.ends;
  if (certificate["connected"].boolean()) {
    certificate.expect_keys({"format", "query", "connected", "path"});
    check_path(set, from, to, certificate["path"]);
    session.trust("Sturm's theorem");
    return "the two points lie in one connected component";
  }
  if (certificate.has("separator")) {
    certificate.expect_keys({"format", "query", "connected", "separator", "proof"});
    const Polynomial separator = polynomial_in(certificate["separator"], set.scope());
    const int signs = sign(separator.at(set.in_ring(from))) * sign(separator.at(set.in_ring(to)));
    certificate["separator"].require(signs < 0, "separator", "the signs at the points are not opposite");
    check_empty(set.with(separator, Relation::equal), certificate["proof"], session);
    session.trust("intermediate value theorem");
  } else {
    certificate.expect_keys({"format", "query", "connected", "lemmas", "count"});
    check_lemmas(certificate["lemmas"], session);
    const Count count = check_count(set, certificate["count"], session);
    const auto one = count.locate(from);
    const auto other = count.locate(to);
    certificate["count"].require(one && other, "query", "a point cannot be located");
    certificate["count"].require(*one != *other, "query", "the points lie in one component");
  }
  return "the two points lie in different connected components";
}

}  // namespace

Set query_set(const Query& query) {
  std::vector<std::string> coordinates = query.variables;
  std::vector<std::string> names = query.parameters;
  names.insert(names.end(), coordinates.begin(), coordinates.end());
  check_names(names);
  const auto read_set = [&](const std::string& text) {
    const Syntax syntax = parse(text);
    for (const std::string& name : names_in(syntax)) {
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      names.push_back(name);
      coordinates.push_back(name);
    }
    return read_formula(syntax, Scope(names));
  };
  const Formula formula = read_option("--set", query.set, read_set);
  Formula assumption = Formula::truth();
  if (!query.assumption.empty()) {
    Scope parameters(query.parameters);
    parameters.variables = names.size();
    assumption = read_option("--assume", query.assumption,
                             [&](const std::string& text) { return read_formula(text, parameters); });
  }
  return make_set(query.parameters, coordinates, assumption, formula);
}

std::vector<Rational> read_point(const std::string& text, const Set& set) {
  std::map<std::string, Rational> values;
  std::istringstream pieces(text);
  for (std::string piece; std::getline(pieces, piece, ',');) {
    try {
      const Syntax syntax = parse(piece);
      const bool equation = syntax.kind == Syntax::Kind::comparison && syntax.text == "=";
      if (!equation || syntax.parts[0].kind != Syntax::Kind::name) throw TextError("expected 'x = 1/2'");
      const Polynomial value = read_polynomial(syntax.parts[1], Scope());
      if (!values.emplace(syntax.parts[0].text, value.constant_term()).second) throw TextError("a coordinate twice");
    } catch (const TextError& error) {
      throw InvalidClaim("point '" + text + "': " + error.what());
    }
  }
  std::vector<Rational> point;
  for (const std::size_t variable : set.coordinates) {
    const auto at = values.find(set.names->at(variable));
    if (at == values.end()) throw InvalidClaim("point '" + text + "': no value for " + set.names->at(variable));
    point.push_back(at->second);
  }
  if (values.size() != point.size()) throw InvalidClaim("point '" + text + "': a value for something else");
  return point;
}

Question read_question(const Query& query) {
  Question question{query_set(query), std::nullopt};
  if (!query.from || !query.to) return question;
  const Set& set = question.set;
  question.ends = declining_at([] { return "a point"; },
                               [&] { return std::pair(read_point(*query.from, set), read_point(*query.to, set)); });
  if (!set.holds_at(question.ends->first) || !set.holds_at(question.ends->second)) {
    throw InvalidClaim("a point that does not lie in the set");
  }
  return question;
}

std::string check_query(const Query& query, const Json& certificate, Session& session) {
  return check_question(read_question(query), certificate, session);
}

std::string check_question(const Question& question, const Json& certificate, Session& session) {
  certificate.require(certificate["format"].index_below(2) == 1, "encoding", "expected format 1");
  const bool connect = question.ends.has_value();
  certificate["query"].require(certificate["query"].is_text(connect ? "connect" : "components"), "query",
                               "the certificate answers another kind of query");
  return connect ? check_connect(question, certificate, session) : check_components(question.set, certificate, session);
}

}  // namespace isthmus::check
