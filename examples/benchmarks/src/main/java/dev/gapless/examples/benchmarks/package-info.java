// SPDX-License-Identifier: Apache-2.0
/** The promises as figures, beside what a developer would build otherwise. */
package dev.gapless.examples.benchmarks;
