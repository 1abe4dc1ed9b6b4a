#pragma once

#include <string>

#include "support/claim_tables.hpp"

// Claims of most kinds, each as short as its kind allows.

namespace isthmus::check::test::sample {

using isthmus::test::claim_text;
using isthmus::test::hypothesis;
using isthmus::test::matrix;
using isthmus::test::scalar;

inline std::string assigned(const std::string& table, const std::string& name, const std::string& value) {
  return "[[" + table + "]]\nname = \"" + name + "\"\nvalue = \"" + value + "\"\n";
}
inline std::string rows_of(const std::string& key, const std::string& name, const std::string& number) {
  return "[[same-component." + key + "]]\nname = \"" + name + "\"\nrows = [[\"" + number + "\"]]\n";
}

inline const std::string kNumbers = matrix("V", "weight", "1", "1") + matrix("W", "weight", "1", "1");

inline const std::string kInverse =
    claim_text("inverse-maps", matrix("x", "group", "1", "1") + matrix("y", "group", "1", "1") +
                                   matrix("z", "data", "1", "1") + hypothesis("det(z) != 0") +
                                   "[domain]\ncoordinates = [\"x\"]\n[[domain.condition]]\ntext = \"det(x) > 0\"\n"
                                   "[codomain]\ncoordinates = [\"y\"]\n" +
                                   assigned("forward", "y", "x*z") + assigned("backward", "x", "y*inv(z)"));
inline const std::string kTransport =
    claim_text("transport", kNumbers + matrix("P", "group", "1", "1") + matrix("Y", "target", "1", "1") + scalar("s") +
                                hypothesis("det(Y) != 0") +
                                "[transport]\nnetwork = \"W*V\"\ntarget = \"Y\"\nchoice = \"every\"\npairs = "
                                "\"all\"\nelements = [\"P\"]\n[[transport.condition]]\ntext = \"det(P) > 0\"\n" +
                                assigned("transport.image", "V", "P*V") + assigned("transport.image", "W", "W*inv(P)"));
inline const std::string kSame =
    claim_text("same-component", kNumbers + matrix("Y", "target", "1", "1") +
                                     "[same-component]\nnetwork = \"W*V\"\ntarget = \"Y\"\nconnected = \"yes\"\n" +
                                     rows_of("value", "Y", "1") + rows_of("from", "V", "1") +
                                     rows_of("from", "W", "1") + rows_of("to", "V", "1") + rows_of("to", "W", "1"));
inline const std::string kDistance =
    claim_text("distance", matrix("A", "data", "2", "2") + "[distance]\nproduct = \"A\"\ninner = \"2\"\n");
inline const std::string kReal = claim_text(
    "real",
    "[[real]]\nvariables = [\"m\"]\nassume = [\"m > 0\"]\ndefine = [\"A = m + 1\"]\nlimit = \"A/m\"\nof = \"m\"\n"
    "tends-to = \"1\"\n");
inline const std::string kHomogeneous =
    claim_text("homogeneous",
               "[[matrix]]\nname = \"Z\"\nrows = \"n\"\ncolumns = \"N\"\n[homogeneous]\ndegree = \"2\"\nleft = "
               "\"sigma(2*Z)\"\nright = \"4*sigma(Z)\"\n");
inline const std::string kPermutations =
    claim_text("permutations",
               "[permutations]\nclaim = \"minimum > 0\"\n[[permutations.instance]]\nouter = [\"1\"]\npreactivation = "
               "[\"1\"]\ndegree = 1\nactivation = [\"1\", \"-1\"]\n");
inline const std::string kPasses =
    claim_text("forward-passes",
               "[forward-passes]\nwidths = [2, 3, 2]\nsamples = 2\ndegree = 1\nactivation = [\"1\", \"0\"]\nseeds = "
               "[1]\nscales = [\"2\"]\nalphas = [\"1/2\"]\n");
inline const std::string kBounds = claim_text(
    "bounds",
    "[[bounds]]\nvariables = [\"x\"]\nequation = \"x^2 = 1\"\ncomponents = \"2\"\nbezout = \"4\"\nmixed-volume = "
    "\"2\"\nmilnor-thom = \"2\"\n");
inline const std::string kRotating =
    claim_text("exponential-curves",
               "[[exponential]]\ngenerator = [\"0, -1\", \"1, 0\"]\nstart = [\"1\", \"0\"]\nto = \"2\"\n"
               "conclude = \"fails\"\n");
inline const std::string kFactors = claim_text(
    "product", "[[factor]]\nvariables = [\"x\"]\nset = \"x^2 > 1\"\ncount = \"2\"\n[product]\ncount = \"2\"\n");
inline const std::string kPieces = claim_text(
    "orbits",
    "[orbits]\nvariables = [\"x\"]\nset = \"x > 0\"\ncount = \"1\"\n[[orbits.orbit]]\nset = \"x > 0\"\ncount = "
    "\"1\"\n[orbits.action]\nvariables = [\"g\"]\ngroup = \"g > 0\"\nimages = [\"g*x\"]\n");

}  // namespace isthmus::check::test::sample
