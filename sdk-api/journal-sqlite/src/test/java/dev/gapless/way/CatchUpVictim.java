// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.crm.Once;
import dev.gapless.engine.Gapless;
import dev.gapless.engine.policy.CatchUpPolicy;
import dev.gapless.journal.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * A process that reads back a platform which has lost every webhook, and says so page by page. It
 * is killed again and again over one journal; the platform is the same each time.
 */
final class CatchUpVictim {
  static final int CONTACTS = 600;

  private CatchUpVictim() {}

  public static void main(String[] arguments) {
    try (Gapless gapless = open(Path.of(arguments[0]), true)) {
      System.out.println("open");
      gapless.runDueWork();
      System.out.println("done");
    }
  }

  /**
   * @param aloud whether each page is said
   */
  static Gapless open(Path journal, boolean aloud) {
    ReadableChannel platform = new ReadableChannel(new LineChannel());
    platform.pageSize = 20;
    for (int n = 0; n < CONTACTS; n++) {
      platform.happened(LineChannel.NOON.plusSeconds(n), "m" + n, "c" + n % 7, "text " + n);
    }
    if (aloud) {
      platform.beforePage = () -> System.out.println("page");
    }
    return Gapless.builder()
        .journal(SqliteJournal.at(journal).lockWait(Duration.ofSeconds(30)))
        .provider(platform)
        .provider(new FakeCrm(new Once.Enforced(), Clock.systemUTC()))
        .channel(
            "line",
            settings ->
                settings.catchUp(
                    new CatchUpPolicy(
                        Optional.of(Duration.ofDays(1)), Optional.of(LineChannel.NOON))))
        .crm("fake", settings -> {})
        .build();
  }
}
