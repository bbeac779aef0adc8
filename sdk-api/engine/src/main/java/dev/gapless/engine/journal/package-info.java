// SPDX-License-Identifier: Apache-2.0
/**
 * What the engine asks of a journal. Applications use {@link JournalOpener} and {@link
 * JournalException}; the rest may change with any version until a second journal has passed the
 * same tests.
 */
package dev.gapless.engine.journal;
