// SPDX-License-Identifier: Apache-2.0
/** From the webhook to the CRM. */
package dev.gapless.examples.benchmarks.latency;
