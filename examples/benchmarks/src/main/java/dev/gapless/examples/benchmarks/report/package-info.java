// SPDX-License-Identifier: Apache-2.0
/** Tables and files. */
package dev.gapless.examples.benchmarks.report;
