// SPDX-License-Identifier: Apache-2.0
/** The adapter for Salesforce before a stand-in whose calls cost time. */
package dev.gapless.examples.benchmarks.salesforce;
