// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.JournalOpener;
import dev.gapless.journal.contract.ModelContract;
import java.nio.file.Path;

class SqliteModelTest extends ModelContract {
  @Override
  protected JournalOpener opener(Path folder) {
    return SqliteJournal.at(folder.resolve("gapless.db"));
  }
}
