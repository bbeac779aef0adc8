// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

/**
 * How a person's record is made.
 *
 * @param request the call
 * @param answer how to read what became of it
 */
public record PersonForm(Request request, Made answer) {}
