// SPDX-License-Identifier: Apache-2.0
// Makes a disk slower: every fsync and fdatasync of the process takes SLOW_SYNC_MICROS longer.
// cc -shared -fPIC -O2 -o libslowsync.so slow_sync.c -ldl; LD_PRELOAD=./libslowsync.so java ...
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int slowly(const char *name, int file) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = real(file);
  const char *micros = getenv("SLOW_SYNC_MICROS");
  long wait = micros ? atol(micros) : 0;
  struct timespec left = {wait / 1000000, wait % 1000000 * 1000};
  while (nanosleep(&left, &left) != 0) {
  }
  return result;
}

int fsync(int file) { return slowly("fsync", file); }

int fdatasync(int file) { return slowly("fdatasync", file); }
