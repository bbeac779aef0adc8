// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.JournalOpener;
import dev.gapless.journal.contract.BooksContract;
import dev.gapless.journal.contract.DeliveryContract;
import dev.gapless.journal.contract.EventContract;
import dev.gapless.journal.contract.ItemContract;
import dev.gapless.journal.contract.LaneContract;
import dev.gapless.journal.contract.ReceiptContract;
import dev.gapless.journal.contract.TransactionContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

class SqliteContractTest {
  private static JournalOpener in(Path folder) {
    return SqliteJournal.at(folder.resolve("gapless.db"));
  }

  @Nested
  class Transactions extends TransactionContract {
    @Override
    protected JournalOpener opener(Path folder) {
      return in(folder);
    }
  }

  @Nested
  class Receipts extends ReceiptContract {
    @Override
    protected JournalOpener opener(Path folder) {
      return in(folder);
    }
  }

  @Nested
  class Items extends ItemContract {
    @Override
    protected JournalOpener opener(Path folder) {
      return in(folder);
    }
  }

  @Nested
  class Events extends EventContract {
    @Override
    protected JournalOpener opener(Path folder) {
      return in(folder);
    }
  }

  @Nested
  class Lanes extends LaneContract {
    @Override
    protected JournalOpener opener(Path folder) {
      return in(folder);
    }
  }

  @Nested
  class Deliveries extends DeliveryContract {
    @Override
    protected JournalOpener opener(Path folder) {
      return in(folder);
    }
  }

  @Nested
  class Books extends BooksContract {
    @Override
    protected JournalOpener opener(Path folder) {
      return in(folder);
    }
  }
}
