// SPDX-License-Identifier: Apache-2.0
/** The backlog into the CRM. */
package dev.gapless.examples.benchmarks.drain;
