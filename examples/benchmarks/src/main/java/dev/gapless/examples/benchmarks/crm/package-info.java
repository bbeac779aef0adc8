// SPDX-License-Identifier: Apache-2.0
/** A CRM whose calls cost time. */
package dev.gapless.examples.benchmarks.crm;
