// SPDX-License-Identifier: Apache-2.0
/**
 * A small CRM for the quickstart and its crash run: people, a timeline and an arrival log in
 * memory, behind HTTP on the loopback address, with faults that can be switched on.
 *
 * <p>It knows nothing of the SDK. Everything it promises is visible from outside: over HTTP, or in
 * process through {@link dev.gapless.examples.quickstart.crm.DemoCrm}.
 */
package dev.gapless.examples.quickstart.crm;
