// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import dev.gapless.api.channel.CatchUpReader;
import dev.gapless.engine.intake.Append;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.policy.CatchUpPolicy;
import dev.gapless.engine.work.Backoff;
import java.time.Clock;
import java.time.Duration;

/** What reading back one channel takes. */
public record Readback(
    String channel,
    CatchUpReader reader,
    CatchUpPolicy policy,
    Duration keys,
    Journal journal,
    Committer committer,
    Append append,
    Backoff backoff,
    Clock clock) {}
