// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import java.nio.file.Path;

/** What is compared with what. */
public enum Sides {
  /** One row per webhook in SQLite, grouped: the least that a durable answer costs. */
  FLOOR,
  /** The same in a file of its own that is only appended to. */
  LOG,
  GAPLESS,
  CAMEL;

  /** Starts it with its data in the folder. */
  public Side start(Path folder) {
    return switch (this) {
      case FLOOR -> new StoreSide(new SqliteRows(folder.resolve("floor.db")));
      case LOG -> new StoreSide(new AppendLog(folder.resolve("floor.log")));
      case GAPLESS -> new GaplessSide(folder.resolve("gapless.db"));
      case CAMEL -> new CamelSide(folder.resolve("camel.db"));
    };
  }
}
