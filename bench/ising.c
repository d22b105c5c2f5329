/*
 * Single-spin Metropolis with kept fields, as one writes it in C: what bench/ising.js holds limen against.
 * Reads a problem and its temperatures; prints CPU nanoseconds a proposal (the median of some runs) and flips.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { runs = 5 };

static uint32_t state[4];

static uint32_t rotated(uint32_t x, int by) { return (x << by) | (x >> (32 - by)); }

/* xoshiro128++ */
static double draw(void) {
  uint32_t word = rotated(state[0] + state[3], 7) + state[0], shifted = state[1] << 9;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotated(state[3], 11);
  return (word + 0.5) * 0x1p-32;
}

static void *taken(FILE *file, size_t size, size_t count) {
  void *list = malloc(size * count);
  if (list == NULL || fread(list, size, count, file) != count) exit(1);
  return list;
}

static int rising(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **arguments) {
  FILE *file = count == 3 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) return 1;
  int32_t *sizes = taken(file, 4, 3), n = sizes[0], sweeps = sizes[2];
  int32_t *offsets = taken(file, 4, n + 1), *neighbours = taken(file, 4, sizes[1]);
  double *couplings = taken(file, 8, sizes[1]), *temperatures = taken(file, 8, sweeps);
  int each = strcmp(arguments[2], "each") == 0;
  int8_t *spins = malloc(n);
  double *local = malloc(8 * n), *draws = malloc(8 * n), times[runs];
  long flips = 0;
  double lowest = 0;
  for (int run = 0; run < runs; run++) {
    for (int word = 0; word < 4; word++) state[word] = word + 1;
    flips = 0;
    clock_t begin = clock();
    double energy = 0;
    for (int i = 0; i < n; i++) spins[i] = draw() < 0.5 ? -1 : 1;
    for (int i = 0; i < n; i++) {
      local[i] = 0;
      for (int at = offsets[i]; at < offsets[i + 1]; at++) local[i] += couplings[at] * spins[neighbours[at]];
      energy -= spins[i] * local[i] / 2;
    }
    for (int sweep = 0; sweep < sweeps; sweep++) {
      double beta = 1 / temperatures[sweep];
      if (each)
        for (int i = 0; i < n; i++) draws[i] = draw();
      for (int i = 0; i < n; i++) {
        double twice = 2 * spins[i], rise = twice * local[i], x = rise * beta;
        if (x > 0) {
          double number = each ? draws[i] : draw();
          if (x > 23 || number * (1 + x * (1 + 0.5 * x)) >= 1 || number >= exp(-x)) continue;
        }
        energy += rise;
        flips++;
        spins[i] = -spins[i];
        for (int at = offsets[i]; at < offsets[i + 1]; at++) local[neighbours[at]] -= twice * couplings[at];
      }
      if (energy < lowest) lowest = energy;
    }
    times[run] = (clock() - begin) * 1e9 / CLOCKS_PER_SEC / ((double)sweeps * n);
  }
  qsort(times, runs, sizeof(double), rising);
  printf("%.4f %ld %g\n", times[runs / 2], flips, lowest);
  return 0;
}
