# isthmus_library(<folder> [STANDALONE] [DEPENDS <folder>...] [LINK <target>...] [LINK_PRIVATE <target>...]
#   [DEFINE <definition>...])
# isthmus_program(<name> <folder> ...the same...)
#
# A folder of src/ becomes the library isthmus::<folder>. DEPENDS are the only folders whose headers it may include, LINK the
# only third-party libraries, LINK_PRIVATE those that no header of the folder shows: neither their headers nor their compile
# options reach other folders. All are written to ${ISTHMUS_ROWS_FILE}, one line `folder : folders : targets` each, which
# tests/house reads. A folder without sources is a library of headers. Folders that are not STANDALONE are part of the
# prover: with ISTHMUS_PROVER off they have a row, but are not built.

set(ISTHMUS_ROWS_FILE ${PROJECT_BINARY_DIR}/folder-rows.txt)
file(WRITE ${ISTHMUS_ROWS_FILE} "")
set_property(GLOBAL PROPERTY ISTHMUS_LIBRARIES "")

# How every target of Isthmus is compiled.
add_library(isthmus_settings INTERFACE)
target_compile_options(isthmus_settings INTERFACE -Wall -Wextra -Wpedantic -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # What g++ concludes from optimised code it also reports of correct uses of std::vector: shown, but no error.
  target_compile_options(isthmus_settings INTERFACE -Wno-error=array-bounds -Wno-error=free-nonheap-object
                         -Wno-error=stringop-overflow -Wno-error=maybe-uninitialized)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(isthmus_settings INTERFACE -Wno-restrict) # false for text + std::string (GCC bug 105651)
  endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(isthmus_settings INTERFACE -Wno-error) # used for the fuzzers only
endif()
if(ISTHMUS_FUZZ)
  target_compile_options(isthmus_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(ISTHMUS_SANITIZE)
  # g++ reports uninitialised values that only the instrumented code seems to have.
  target_compile_options(isthmus_settings INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                         -fno-omit-frame-pointer $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(isthmus_settings INTERFACE -fsanitize=address,undefined)
endif()

# Files that are compiled together see each other's names at file scope: these are unique in a folder of src/ or
# tests/.
function(isthmus_compile_together target)
  if(ISTHMUS_TOGETHER GREATER 1)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${ISTHMUS_TOGETHER})
  endif()
endfunction()

function(isthmus_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "STANDALONE" "" "DEPENDS;LINK;LINK_PRIVATE;DEFINE")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "isthmus_library(${folder}): unexpected ${arg_UNPARSED_ARGUMENTS}")
  endif()
  list(JOIN arg_DEPENDS " " folders)
  list(JOIN arg_LINK " " targets)
  if(arg_LINK_PRIVATE)
    list(JOIN arg_LINK_PRIVATE " " private_targets)
    string(STRIP "${targets} ${private_targets}" targets)
  endif()
  file(APPEND ${ISTHMUS_ROWS_FILE} "${folder} : ${folders} : ${targets}\n")
  if(NOT ISTHMUS_PROVER AND NOT arg_STANDALONE)
    return()
  endif()

  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(sources)
    add_library(isthmus_${folder} STATIC ${sources})
    isthmus_compile_together(isthmus_${folder})
    set(visibility PUBLIC)
    target_link_libraries(isthmus_${folder} PRIVATE isthmus_settings ${arg_LINK_PRIVATE})
    target_compile_definitions(isthmus_${folder} PRIVATE ${arg_DEFINE})
  else()
    add_library(isthmus_${folder} INTERFACE)
    set(visibility INTERFACE)
  endif()
  add_library(isthmus::${folder} ALIAS isthmus_${folder})
  target_include_directories(isthmus_${folder} ${visibility} ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM arg_DEPENDS PREPEND isthmus:: OUTPUT_VARIABLE libraries)
  target_link_libraries(isthmus_${folder} ${visibility} ${libraries} ${arg_LINK})

  set_property(GLOBAL APPEND PROPERTY ISTHMUS_LIBRARIES ${folder})
endfunction()

# The program is src/<folder>/main.cpp; the other files of the folder are the library isthmus::<folder>, so that tests can
# link them.
function(isthmus_program name folder)
  isthmus_library(${folder} ${ARGN})
  cmake_parse_arguments(PARSE_ARGV 2 arg "STANDALONE" "" "DEPENDS;LINK;DEFINE")
  file(GLOB main CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${folder}/main.cpp)
  if(main AND TARGET isthmus::${folder})
    add_executable(${name} ${main})
    target_link_libraries(${name} PRIVATE isthmus::${folder} isthmus_settings)
    target_compile_definitions(${name} PRIVATE ${arg_DEFINE})
  endif()
endfunction()
