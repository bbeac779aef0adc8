// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import dev.gapless.api.channel.CatchUpSource;
import java.time.Instant;
import java.util.Optional;

/**
 * How one source stands.
 *
 * @param horizon everything before it has been read back, or need not be
 * @param running whether a sweep is under way
 * @param sweep the one under way, else the last
 * @param waitsFor why the platform gives nothing at the moment
 */
public record Progress(
    CatchUpSource source,
    Instant horizon,
    boolean running,
    Optional<Swept> sweep,
    Optional<String> waitsFor) {

  /** What one sweep has come to. */
  public record Swept(
      Instant since,
      Instant startedAt,
      int pages,
      int recovered,
      int known,
      Optional<String> problem) {}

  static Progress of(CatchUpSource source, SourceState state, Optional<String> waitsFor) {
    return new Progress(
        source,
        state.horizon(),
        state.running().isPresent(),
        state.running().or(state::last).map(Progress::swept),
        waitsFor);
  }

  private static Swept swept(Sweep sweep) {
    return new Swept(
        sweep.since(),
        sweep.startedAt(),
        sweep.pages(),
        sweep.recovered(),
        sweep.known(),
        sweep.problem());
  }
}
