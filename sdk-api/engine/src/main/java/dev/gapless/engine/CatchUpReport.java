// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.engine.catchup.Progress;
import java.time.Instant;
import java.util.Optional;

/**
 * What reading back one source of a channel came to, or has come to so far.
 *
 * @param channel name of the configured channel
 * @param source as its connector calls it, as {@code page/1234/feed}
 * @param limits what of it the platform does not let anybody read back; may be empty
 * @param horizon everything before it has been read back, or need not be
 * @param running whether a sweep is under way
 * @param since how far back that sweep goes, or the last one did; empty before the first
 * @param pages how many pages it has fetched
 * @param recovered how many contacts it brought that the journal did not have, or had otherwise:
 *     what webhooks missed
 * @param known how many contacts it met that the journal had as they are
 * @param problem why it waits, or ended early; empty if all is well
 */
public record CatchUpReport(
    String channel,
    String source,
    String limits,
    Instant horizon,
    boolean running,
    Optional<Instant> since,
    int pages,
    int recovered,
    int known,
    Optional<String> problem) {

  static CatchUpReport of(String channel, Progress progress) {
    Optional<Progress.Swept> sweep = progress.sweep();
    return new CatchUpReport(
        channel,
        progress.source().name(),
        progress.source().limits(),
        progress.horizon(),
        progress.running(),
        sweep.map(Progress.Swept::since),
        sweep.map(Progress.Swept::pages).orElse(0),
        sweep.map(Progress.Swept::recovered).orElse(0),
        sweep.map(Progress.Swept::known).orElse(0),
        progress.waitsFor().or(() -> sweep.flatMap(Progress.Swept::problem)));
  }
}
