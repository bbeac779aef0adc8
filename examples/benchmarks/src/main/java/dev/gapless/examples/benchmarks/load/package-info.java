// SPDX-License-Identifier: Apache-2.0
/** The platform: webhooks, and the load they make. */
package dev.gapless.examples.benchmarks.load;
