// SPDX-License-Identifier: Apache-2.0
/** What is measured, each behind the same web server. */
package dev.gapless.examples.benchmarks.side;
