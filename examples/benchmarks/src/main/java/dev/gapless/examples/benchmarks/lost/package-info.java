// SPDX-License-Identifier: Apache-2.0
/** What is left after kills. */
package dev.gapless.examples.benchmarks.lost;
