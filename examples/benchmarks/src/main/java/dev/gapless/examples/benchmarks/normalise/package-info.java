// SPDX-License-Identifier: Apache-2.0
/** From the bytes of a webhook to its items. */
package dev.gapless.examples.benchmarks.normalise;
