// SPDX-License-Identifier: Apache-2.0
/**
 * The crash run: a host that is killed again and again under load, before a CRM in bad weather, and
 * at the end a comparison of what was acknowledged with what the CRM has.
 */
package dev.gapless.examples.quickstart.soak;
