// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.config;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.engine.policy.CatchUpPolicy;
import dev.gapless.engine.policy.MediaPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The settings that the engine itself understands of every channel. */
public final class ChannelOptions {
  /** All of them, in the order of the reference page. */
  public static final List<Option> ALL =
      List.of(
          Option.withDefault(
              "catch-up",
              Option.Type.FLAG,
              "true",
              "whether the platform is asked what webhooks missed, at every start and then again"
                  + " and again; only for channels that can be read back"),
          Option.withDefault(
              "catch-up-every",
              Option.Type.DURATION,
              "1h",
              "from one catch-up to the next, at least 1m"),
          Option.optional(
              "catch-up-from",
              Option.Type.TEXT,
              "how far back the very first catch-up goes, as 2026-01-31T00:00:00Z; without it,"
                  + " no further than the first start"),
          Option.withDefault(
              "media",
              Option.Type.TEXT,
              "reference",
              "files that come with contacts: none, reference (the entry says what came), store"
                  + " (fetched into media-directory), or crm (fetched and handed to every CRM)"),
          Option.optional(
              "media-directory",
              Option.Type.PATH,
              "where fetched files are, on a local disk; required with store and crm"),
          Option.withDefault(
              "media-max-bytes",
              Option.Type.INTEGER,
              Long.toString(MediaPolicy.DEFAULT_MAX_BYTES),
              "the largest file that is fetched, in bytes"),
          Option.withDefault(
              "names-wait",
              Option.Type.DURATION,
              "10s",
              "how long a contact without a name waits for it at most, counted from its receipt;"
                  + " 0s for not at all; only for channels that can be asked for names"));

  private ChannelOptions() {}

  /** What the settings say of catching up. */
  public static CatchUpPolicy catchUp(Settings settings) {
    try {
      return new CatchUpPolicy(
          every(settings), settings.optionalText("catch-up-from").map(Instant::parse));
    } catch (DateTimeParseException e) {
      throw new ConfigurationException(
          settings.place() + ".catch-up-from: not an instant. Write it as 2026-01-31T00:00:00Z");
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(settings.place() + "." + e.getMessage());
    }
  }

  /** What the settings say of files. */
  public static MediaPolicy media(Settings settings) {
    MediaPolicy.Use use = Choice.of(settings, "media", MediaPolicy.Use.class);
    try {
      return new MediaPolicy(
          use,
          settings.optionalText("media-directory").map(Path::of),
          settings.integer("media-max-bytes"));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(settings.place() + "." + e.getMessage());
    }
  }

  /** What the settings say of waiting for names. */
  public static Duration namesWait(Settings settings) {
    Duration wait = settings.duration("names-wait");
    if (wait.isNegative()) {
      throw new ConfigurationException(settings.place() + ".names-wait: must not be negative");
    }
    return wait;
  }

  private static Optional<Duration> every(Settings settings) {
    return settings.flag("catch-up")
        ? Optional.of(settings.duration("catch-up-every"))
        : Optional.empty();
  }
}
