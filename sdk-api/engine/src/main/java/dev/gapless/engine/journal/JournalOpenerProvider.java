// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import java.util.List;

/** Makes journals from configuration files; found by {@link java.util.ServiceLoader}. */
public interface JournalOpenerProvider {
  /** The journal's name as configuration says it, as {@code sqlite}. */
  String name();

  /** Every setting the journal understands. */
  List<Option> options();

  /** A journal to be opened when the engine starts. */
  JournalOpener create(Settings settings);
}
