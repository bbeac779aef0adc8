// SPDX-License-Identifier: Apache-2.0
/** What waits, and what it costs. */
package dev.gapless.examples.benchmarks.backlog;
