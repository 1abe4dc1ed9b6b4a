# Third-party libraries, each as an imported target, so that its headers count as system headers.
#
#   always           Boost::headers, tomlplusplus::tomlplusplus, nlohmann_json::nlohmann_json
#   ISTHMUS_PROVER   isthmus::arithmetic (FLINT, Arb, MPFR, GMP), isthmus::cgal, isthmus::cairo, fmt::fmt, CLI11::CLI11
#   BUILD_TESTING    doctest::doctest, Python3::Interpreter
#   ISTHMUS_BENCH    benchmark::benchmark

# Stops the configuration with the Debian package to install, unless everything in `found` was found.
function(isthmus_need found what package)
  set(missing "${what} was not found. On Debian: apt-get install ${package} "
              "(./tests/run and ./proofs/run install everything that is missing).")
  list(JOIN missing "" missing)
  if(found STREQUAL "")
    message(FATAL_ERROR ${missing})
  endif()
  foreach(value IN LISTS found)
    if(NOT value)
      message(FATAL_ERROR ${missing})
    endif()
  endforeach()
endfunction()

# isthmus::arithmetic. FLINT 3 contains Arb (<flint/arb.h>); beside FLINT 2 it is a library of its own (<arb.h>), which
# Debian calls flint-arb.
function(isthmus_find_arithmetic)
  find_path(GMP_INCLUDE_DIR gmp.h)
  find_library(GMP_LIBRARY gmp)
  isthmus_need("${GMP_INCLUDE_DIR};${GMP_LIBRARY}" "GMP" libgmp-dev)
  find_path(MPFR_INCLUDE_DIR mpfr.h)
  find_library(MPFR_LIBRARY mpfr)
  isthmus_need("${MPFR_INCLUDE_DIR};${MPFR_LIBRARY}" "MPFR" libmpfr-dev)
  find_path(FLINT_INCLUDE_DIR flint/fmpz.h)
  find_library(FLINT_LIBRARY flint)
  isthmus_need("${FLINT_INCLUDE_DIR};${FLINT_LIBRARY}" "FLINT" libflint-dev)

  if(EXISTS ${FLINT_INCLUDE_DIR}/flint/arb.h)
    set(arb_include_dir ${FLINT_INCLUDE_DIR})
    set(arb_library "")
  else()
    find_path(ARB_INCLUDE_DIR arb.h)
    find_library(ARB_LIBRARY NAMES flint-arb arb)
    isthmus_need("${ARB_INCLUDE_DIR};${ARB_LIBRARY}" "Arb (a library apart before FLINT 3)" libflint-arb-dev)
    set(arb_include_dir ${ARB_INCLUDE_DIR})
    set(arb_library ${ARB_LIBRARY})
  endif()

  add_library(isthmus_arithmetic INTERFACE IMPORTED GLOBAL)
  target_include_directories(isthmus_arithmetic SYSTEM INTERFACE ${arb_include_dir} ${FLINT_INCLUDE_DIR}
                             ${MPFR_INCLUDE_DIR} ${GMP_INCLUDE_DIR})
  target_link_libraries(isthmus_arithmetic INTERFACE ${arb_library} ${FLINT_LIBRARY} ${MPFR_LIBRARY} ${GMP_LIBRARY})
  add_library(isthmus::arithmetic ALIAS isthmus_arithmetic)
endfunction()

# isthmus::cgal. CGAL is headers only; its interval arithmetic needs -frounding-math. CGAL's own assertions stay off in every
# build type (they cost minutes, and Isthmus has its own guards), and so do, in the files that include it, the warnings its
# inlined templates cause and the sanitizer of undefined behaviour, which stops at CGAL 5 and 6 themselves.
function(isthmus_find_cgal)
  find_path(CGAL_INCLUDE_DIR CGAL/version.h)
  find_path(GMP_INCLUDE_DIR gmp.h)
  find_library(GMP_LIBRARY gmp)
  find_library(MPFR_LIBRARY mpfr)
  isthmus_need("${CGAL_INCLUDE_DIR};${GMP_INCLUDE_DIR};${GMP_LIBRARY};${MPFR_LIBRARY}" "CGAL" libcgal-dev)
  add_library(isthmus_cgal INTERFACE IMPORTED GLOBAL)
  target_include_directories(isthmus_cgal SYSTEM INTERFACE ${CGAL_INCLUDE_DIR} ${GMP_INCLUDE_DIR})
  target_compile_definitions(isthmus_cgal INTERFACE CGAL_USE_GMP=1 CGAL_USE_MPFR=1 CGAL_USE_CORE=1 CGAL_NDEBUG=1)
  target_compile_options(isthmus_cgal INTERFACE -frounding-math -Wno-use-after-free -Wno-maybe-uninitialized
                         -Wno-aggressive-loop-optimizations
                         $<$<BOOL:${ISTHMUS_SANITIZE}>:-fno-sanitize=undefined>)
  target_link_libraries(isthmus_cgal INTERFACE Boost::headers ${MPFR_LIBRARY} ${GMP_LIBRARY})
  add_library(isthmus::cgal ALIAS isthmus_cgal)
endfunction()

# isthmus::cairo, which draws PNG files.
function(isthmus_find_cairo)
  find_path(CAIRO_INCLUDE_DIR cairo.h PATH_SUFFIXES cairo)
  find_library(CAIRO_LIBRARY cairo)
  isthmus_need("${CAIRO_INCLUDE_DIR};${CAIRO_LIBRARY}" "cairo" libcairo2-dev)
  add_library(isthmus_cairo INTERFACE IMPORTED GLOBAL)
  target_include_directories(isthmus_cairo SYSTEM INTERFACE ${CAIRO_INCLUDE_DIR})
  target_link_libraries(isthmus_cairo INTERFACE ${CAIRO_LIBRARY})
  add_library(isthmus::cairo ALIAS isthmus_cairo)
endfunction()

find_package(Boost 1.74 QUIET CONFIG)
isthmus_need("${Boost_FOUND}" "Boost" libboost-dev)
find_package(tomlplusplus QUIET CONFIG)
isthmus_need("${tomlplusplus_FOUND}" "toml++" libtomlplusplus-dev)
find_package(nlohmann_json QUIET CONFIG)
isthmus_need("${nlohmann_json_FOUND}" "JSON for Modern C++" nlohmann-json3-dev)

if(ISTHMUS_PROVER)
  isthmus_find_arithmetic()
  isthmus_find_cgal()
  isthmus_find_cairo()
  find_package(fmt QUIET CONFIG)
  isthmus_need("${fmt_FOUND}" "fmt" libfmt-dev)
  find_package(CLI11 QUIET CONFIG)
  isthmus_need("${CLI11_FOUND}" "CLI11" libcli11-dev)
endif()

if(BUILD_TESTING)
  find_package(doctest QUIET CONFIG)
  isthmus_need("${doctest_FOUND}" "doctest" doctest-dev)
  find_package(Python3 3.9 QUIET COMPONENTS Interpreter)
  isthmus_need("${Python3_FOUND}" "Python 3" python3)
endif()

if(ISTHMUS_BENCH)
  find_package(benchmark QUIET CONFIG)
  isthmus_need("${benchmark_FOUND}" "Google Benchmark" libbenchmark-dev)
endif()
