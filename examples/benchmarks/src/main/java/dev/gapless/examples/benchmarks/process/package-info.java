// SPDX-License-Identifier: Apache-2.0
/** Sides in processes of their own. */
package dev.gapless.examples.benchmarks.process;
