#include "checker/claim_instances.hpp"

#include <utility>

#include "checker/claim_rules.hpp"
#include "checker/curvature_rules.hpp"
#include "checker/real_rules.hpp"
#include "checker/symmetry_rules.hpp"

namespace isthmus::check {
namespace {

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

/// Collects the instances of a claim.
class Instances {
 public:
  Instances(const Claim& claim, bool any_size) : any_size_(any_size) { std::visit(*this, claim.body); }
  std::vector<ClaimInstance> all() && { return std::move(instances_); }

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
      instances_.push_back({claim.setting.heading(),
                            [&, any_size = any_size_](const Json& entry, Session& session) {
                              prove_identity(claim, any_size, entry, session);
                            },
                            [&](const Json& entry, Session&) { refute_identity(claim, entry); },
                            without_model(claim.setting.hypotheses, claim.setting.symbols)});
    }
  }

  void operator()(const std::vector<InverseMaps>& claims) {
    for (const InverseMaps& claim : claims) {
      instances_.push_back({claim.setting.heading(),
                            [&, any_size = any_size_](const Json& entry, Session& session) {
                              prove_inverse_maps(claim, any_size, entry, session);
                            },
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
          [&, any_size = any_size_](const Json& entry, Session& session) {
            prove_inequality(claim, any_size, entry, session);
          },
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
          [&, any_size = any_size_](const Json& entry, Session& session) {
            prove_exponentials(claim, any_size, entry, session);
          },
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
  std::vector<ClaimInstance> instances_;
};

}  // namespace

std::vector<ClaimInstance> instances_of(const Claim& claim, bool any_size) { return Instances(claim, any_size).all(); }

}  // namespace isthmus::check
