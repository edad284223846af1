/* mutate.h -- makes bytes for the fuzz targets where there is no libFuzzer: takes the files of a corpus, spoils them.
 *
 * The same seed gives the same inputs. While an input is tried, it lies in the file `fuzz-last` of the working
 * directory when the program was started with `--keep`: a crash leaves it there to be looked at. */
#ifndef TESTS_FUZZ_MUTATE_H
#define TESTS_FUZZ_MUTATE_H
#include <stddef.h>
#include <stdint.h>

typedef int (*mutate_target)(const uint8_t *data, size_t size);

/* The main of a target: `fuzz_x [--seed N] [--seconds N] [--keep yes] [FILE ...]`. Each file of the folder is tried as it
 * is, then spoiled ones until the time is up; FILEs instead are tried as they are and nothing else is. Prints the line
 * that tests/run.sh adds up; returns the exit code. */
int mutate_main(int argc, char **argv, const char *folder, mutate_target target);
#endif
