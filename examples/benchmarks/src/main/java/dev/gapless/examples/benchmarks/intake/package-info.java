// SPDX-License-Identifier: Apache-2.0
/** Webhooks into the journal. */
package dev.gapless.examples.benchmarks.intake;
