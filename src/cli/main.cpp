#include "cli/program.hpp"

int main(int argc, char** argv) { return isthmus::run_program(argc, argv); }
