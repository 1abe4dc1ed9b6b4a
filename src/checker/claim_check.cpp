#include "checker/claim_check.hpp"

#include <functional>
#include <utility>
#include <vector>

#include "checker/claim_rules.hpp"
#include "checker/curvature_rules.hpp"
#include "checker/real_rules.hpp"
#include "checker/symmetry_rules.hpp"

namespace isthmus::check {
namespace {

/// One instance of a claim: how each verdict on it is checked.
struct Instance {
  std::string heading;
  std::function<void(const Json&, Session&)> prove;
  std::function<void(const Json&, Session&)> refute;
  std::function<void(const Json&, Session&)> refute_hypotheses;
};

/// {"instance":i,"proof":node}: the conditions have no solution in these matrices.
auto without_model(const std::vector<Condition>& conditions, std::vector<Symbol> symbols) {
  return [&conditions, symbols = std::move(symbols)](const Json& entry, Session& session) {
    entry.expect_keys({"instance", "proof"});
    require_no_model(conditions, symbols, entry["proof"], session);
  };
}

void require_empty_assumption(const CountedSet& claim, const Json& proof, Session& session) {
  check_empty(claim.set.parameter_space(), proof, session);
}

/// The instances of a claim, in its order. They refer to it.
class Instances {
 public:
  Instances(const Claim& claim, bool any_size) : any_size_(any_size) { std::visit(*this, claim.body); }
  const std::vector<Instance>& all() const { return instances_; }

  void operator()(const NetworkComponents& claim) { add_networks(claim.instances, false); }
  void operator()(const Argmin& claim) { add_networks(claim.instances, true); }

  void operator()(const CountedSet& claim) {
    instances_.push_back({{},
                          [&](const Json& entry, Session& session) { prove_set(claim, entry, session); },
                          [&](const Json& entry, Session& session) { refute_set(claim, entry, session); },
                          [&](const Json& entry, Session& session) {
                            entry.expect_keys({"instance", "proof"});
                            require_empty_assumption(claim, entry["proof"], session);
                          }});
  }

  void operator()(const Product& claim) {
    instances_.push_back({{},
                          [&](const Json& entry, Session& session) { prove_product(claim, entry, session); },
                          [&](const Json& entry, Session& session) { refute_product(claim, entry, session); },
                          [](const Json& entry, Session&) { entry.reject("vacuous", "there are no hypotheses"); }});
  }

  void operator()(const Orbits& claim) {
    instances_.push_back({{},
                          [&](const Json& entry, Session& session) { prove_orbits(claim, entry, session); },
                          [&](const Json& entry, Session& session) { refute_orbits(claim, entry, session); },
                          [&](const Json& entry, Session& session) {
                            entry.expect_keys({"instance", "which", "proof"});
                            const std::size_t which = entry["which"].index_below(claim.orbits.size());
                            require_empty_assumption(claim.orbits[which], entry["proof"], session);
                          }});
  }

  void operator()(const std::vector<Identity>& claims) {
    for (const Identity& claim : claims) {
      instances_.push_back(
          {claim.setting.heading(),
           [&, this](const Json& entry, Session& session) { prove_identity(claim, any_size_, entry, session); },
           [&](const Json& entry, Session&) { refute_identity(claim, entry); },
           without_model(claim.setting.hypotheses, claim.setting.symbols)});
    }
  }

  void operator()(const std::vector<InverseMaps>& claims) {
    for (const InverseMaps& claim : claims) {
      instances_.push_back(
          {claim.setting.heading(),
           [&, this](const Json& entry, Session& session) { prove_inverse_maps(claim, any_size_, entry, session); },
           [&](const Json& entry, Session&) { refute_inverse_maps(claim, entry); },
           without_model(claim.setting.hypotheses, claim.parameters())});
    }
  }

  void operator()(const std::vector<Cover>& claims) {
    for (const Cover& claim : claims) {
      const Setting& setting = claim.equation.setting;
      instances_.push_back({setting.heading(),
                            [&](const Json& entry, Session& session) { prove_cover(claim, entry, session); },
                            [&](const Json& entry, Session&) { refute_cover(claim, entry); },
                            without_model(setting.hypotheses, parameters_of(setting))});
    }
  }

  void operator()(const std::vector<RealStatement>& claims) {
    for (const RealStatement& claim : claims) {
      add([&](const Json& entry, Session& session) { prove_real(claim, entry, session); },
          [&](const Json& entry, Session&) { refute_real(claim, entry); });
    }
  }

  void operator()(const Homogeneous& claim) {
    add([&](const Json& entry, Session& session) { prove_homogeneous(claim, entry, session); },
        [&](const Json& entry, Session&) { refute_homogeneous(claim, entry); });
  }

  void operator()(const std::vector<HiddenUnits>& claims) {
    for (const HiddenUnits& claim : claims) {
      add([&](const Json& entry, Session& session) { prove_permutations(claim, entry, session); },
          [&](const Json& entry, Session& session) { refute_permutations(claim, entry, session); });
    }
  }

  void operator()(const std::vector<ForwardPasses>& claims) {
    for (const ForwardPasses& claim : claims) {
      add([&](const Json& entry, Session&) { prove_forward_passes(claim, entry); },
          [&](const Json& entry, Session&) { refute_forward_passes(claim, entry); });
    }
  }

  void operator()(const std::vector<Inequality>& claims) {
    for (const Inequality& claim : claims) {
      add(
          claim.setting,
          [&, this](const Json& entry, Session& session) { prove_inequality(claim, any_size_, entry, session); },
          [&](const Json& entry, Session&) { refute_inequality(claim, entry); });
    }
  }

  void operator()(const std::vector<Transport>& claims) {
    for (const Transport& claim : claims) {
      const Setting& setting = claim.equation.setting;
      instances_.push_back({setting.heading(),
                            [&](const Json& entry, Session& session) { prove_transport(claim, entry, session); },
                            [&](const Json& entry, Session& session) { refute_transport(claim, entry, session); },
                            without_model(setting.hypotheses, parameters_of(setting))});
    }
  }

  void operator()(const std::vector<ComponentPair>& claims) {
    for (const ComponentPair& claim : claims) {
      add([&](const Json& entry, Session& session) { prove_same_component(claim, entry, session); },
          [&](const Json& entry, Session& session) { refute_same_component(claim, entry, session); });
    }
  }

  void operator()(const std::vector<OrbitDistance>& claims) {
    for (const OrbitDistance& claim : claims) {
      add(
          claim.setting, [&](const Json& entry, Session& session) { prove_distance(claim, entry, session); },
          [&](const Json& entry, Session&) { refute_distance(claim, entry); });
    }
  }

  void operator()(const std::vector<Exponentials>& claims) {
    for (const Exponentials& claim : claims) {
      add(
          claim.setting,
          [&, this](const Json& entry, Session& session) { prove_exponentials(claim, any_size_, entry, session); },
          [&](const Json& entry, Session& session) { refute_exponentials(claim, entry, session); });
    }
  }

  void operator()(const std::vector<Continuity>& claims) {
    for (const Continuity& claim : claims) {
      add(
          claim.setting, [&](const Json& entry, Session& session) { prove_continuity(claim, entry, session); },
          [&](const Json& entry, Session&) { refute_continuity(claim, entry); });
    }
  }

  void operator()(const SigmoidNetworks&) {
    add([](const Json& entry, Session& session) { prove_sigmoid_networks(entry, session); },
        [](const Json& entry, Session&) { entry.reject("sigmoid-networks", "it holds for all networks"); });
  }

  void operator()(const std::vector<CurveClaim>& claims) {
    for (const CurveClaim& claim : claims) {
      add([&](const Json& entry, Session& session) { prove_curve(claim, entry, session); },
          [&](const Json& entry, Session& session) { refute_curve(claim, entry, session); });
    }
  }

  void operator()(const std::vector<ExponentialCurve>& claims) {
    for (const ExponentialCurve& claim : claims) {
      add([&](const Json& entry, Session& session) { prove_exponential(claim, entry, session); },
          [&](const Json& entry, Session& session) { refute_exponential(claim, entry, session); });
    }
  }

  void operator()(const SkewCurves& claim) {
    add([&](const Json& entry, Session& session) { prove_skew_curves(claim, entry, session); },
        [&](const Json& entry, Session& session) { refute_skew_curves(claim, entry, session); });
  }

  void operator()(const std::vector<Hypersurface>& claims) {
    for (const Hypersurface& claim : claims) {
      add([&](const Json& entry, Session& session) { prove_hypersurface(claim, entry, session); },
          [&](const Json& entry, Session& session) { refute_hypersurface(claim, entry, session); });
    }
  }

 private:
  /// An instance whose hypotheses are about all its matrices.
  template <class Prove, class Refute>
  void add(const Setting& setting, Prove&& prove, Refute&& refute) {
    instances_.push_back({setting.heading(), std::forward<Prove>(prove), std::forward<Refute>(refute),
                          without_model(setting.hypotheses, setting.symbols)});
  }

  /// An instance whose hypotheses are never refuted.
  template <class Prove, class Refute>
  void add(Prove&& prove, Refute&& refute) {
    instances_.push_back(
        {{}, std::forward<Prove>(prove), std::forward<Refute>(refute), [](const Json& entry, Session&) {
           entry.reject("vacuous", "a model of the assumptions is not excluded by any rule");
         }});
  }

  void add_networks(const std::vector<CountedNetwork>& claims, bool argmin) {
    for (const CountedNetwork& claim : claims) {
      const Setting& setting = claim.equation.setting;
      instances_.push_back(
          {setting.heading(),
           [&, argmin](const Json& entry, Session& session) { prove_network(claim, argmin, entry, session); },
           [&, argmin](const Json& entry, Session& session) { refute_network(claim, argmin, entry, session); },
           without_model(setting.hypotheses, parameters_of(setting))});
    }
  }

  bool any_size_;
  std::vector<Instance> instances_;
};

/// Whether the certificate speaks of all dimensions; refused where the claim does not have one form in all of them.
bool all_dimensions(const Claim& claim, const Json& certificate, const std::string& verdict) {
  const Json& scope = certificate["scope"];
  const bool listed = std::holds_alternative<std::vector<HiddenUnits>>(claim.body) ||
                      std::holds_alternative<std::vector<ForwardPasses>>(claim.body) ||
                      std::holds_alternative<SigmoidNetworks>(claim.body) ||
                      std::holds_alternative<std::vector<CurveClaim>>(claim.body) ||
                      std::holds_alternative<std::vector<ExponentialCurve>>(claim.body) ||
                      std::holds_alternative<std::vector<Hypersurface>>(claim.body);
  scope.require(scope.is_text("all") || scope.is_text("all dimensions") || (listed && scope.is_text("instances")),
                "encoding", "unknown scope");
  if (!scope.is_text("all dimensions")) return false;
  if (std::holds_alternative<Homogeneous>(claim.body) && verdict == "proved") return true;
  if (std::holds_alternative<SkewCurves>(claim.body) && verdict == "proved") return true;
  const bool by_words = std::holds_alternative<std::vector<Identity>>(claim.body) ||
                        std::holds_alternative<std::vector<InverseMaps>>(claim.body) ||
                        std::holds_alternative<std::vector<Inequality>>(claim.body) ||
                        std::holds_alternative<std::vector<Exponentials>>(claim.body);
  scope.require(verdict == "proved" && by_words && claim.sizes_only, "scope",
                "the claim is about the stated dimensions only");
  return true;
}

std::string with_heading(const Instance& instance) {
  return instance.heading.empty() ? "" : " for " + instance.heading;
}

std::string check_verdict(const std::vector<Instance>& instances, const std::string& verdict, const Json& certificate,
                          Session& session) {
  const Json& entries = certificate["instances"];
  if (verdict == "proved") {
    entries.require(!instances.empty() && entries.size() == instances.size(), "instances",
                    "expected " + std::to_string(instances.size()) + " entries, one for each instance");
    for (std::size_t i = 0; i < instances.size(); ++i) {
      declining_at([&] { return entries[i].place(); }, [&] { instances[i].prove(entries[i], session); });
    }
    const std::string number =
        instances.size() == 1 ? "" : ", in all " + std::to_string(instances.size()) + " instances";
    return "proved: the hypotheses have a model, and the statement holds wherever they do" + number;
  }
  entries.require(entries.size() == 1, "instances", "expected one entry");
  const Instance& instance = instances[entries[0]["instance"].index_below(instances.size())];
  const auto check = [&](const auto& rule) {
    declining_at([&] { return entries[0].place(); }, [&] { rule(entries[0], session); });
  };
  if (verdict == "refuted") {
    check(instance.refute);
    return "refuted: the hypotheses hold at the model given, and the statement fails there" + with_heading(instance);
  }
  check(instance.refute_hypotheses);
  return "vacuous: nothing satisfies the hypotheses" + with_heading(instance);
}

}  // namespace

std::string check_claim(const std::string& claim_text, const std::string& claim_file_name, const Json& certificate,
                        Session& session) {
  return check_claim(read_claim(claim_text, claim_file_name), certificate, session);
}

std::string check_claim(const Claim& claim, const Json& certificate, Session& session) {
  certificate.expect_keys({"format", "claim", "verdict", "scope", "lemmas", "instances"});
  certificate["format"].require(certificate["format"].index_below(1000) == 1, "encoding",
                                "this program reads format 1");
  certificate["claim"].require(certificate["claim"].text() == claim.id, "claim",
                               "this is a certificate of another claim");
  const std::string verdict = certificate["verdict"].text();
  certificate["verdict"].require(verdict == "proved" || verdict == "refuted" || verdict == "vacuous", "encoding",
                                 "unknown verdict");
  const bool any_size = all_dimensions(claim, certificate, verdict);
  check_lemmas(certificate["lemmas"], session);
  const Instances instances(claim, any_size);
  try {
    const std::string established = check_verdict(instances.all(), verdict, certificate, session);
    return claim.id + ": " + established + (any_size ? ", and in all other dimensions" : "");
  } catch (const TextError& error) {
    certificate["instances"].reject("encoding", error.what());
  }
}

}  // namespace isthmus::check
