// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

/**
 * What one receipt added to the journal.
 *
 * @param events distinct events, whatever became of them
 * @param repeats events that had been seen before
 */
public record Appended(int events, int repeats) {}
