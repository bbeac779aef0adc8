// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.config;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import java.util.List;

/** The settings that the engine itself understands of every CRM connection. */
public final class CrmOptions {
  /** All of them, in the order of the reference page. */
  public static final List<Option> ALL =
      List.of(
          Option.withDefault(
              "attempts",
              Option.Type.INTEGER,
              "8",
              "refusals of one entry until it is parked, at least 1"),
          Option.withDefault(
              "people-none",
              Option.Type.TEXT,
              "inbox",
              "entries of unknown people: inbox, park, or create (makes the person, where the"
                  + " adapter can)"),
          Option.withDefault(
              "people-several",
              Option.Type.TEXT,
              "park",
              "entries that match several people: park, newest, or ask (the PersonChooser that the"
                  + " application hands over)"),
          Option.withDefault(
              "linger",
              Option.Type.DURATION,
              "0s",
              "how long an entry waits for others to share its call, and a question about its person,"
                  + " where calls are counted; a full call never waits. Unless it is 0s, calls go one"
                  + " after another (side by side only while ten full calls' worth of conversations"
                  + " wait), and who is in no timeline is remembered for a minute, or until a"
                  + " replay"));

  private CrmOptions() {}

  /** What the settings say of deliveries. */
  public static DeliveryPolicy policy(Settings settings) {
    int attempts = settings.integer("attempts");
    if (attempts < 1) {
      throw new ConfigurationException(settings.place() + ".attempts: must be at least 1");
    }
    return new DeliveryPolicy(
        attempts,
        new PeoplePolicy(
            Choice.of(settings, "people-none", PeoplePolicy.None.class),
            Choice.of(settings, "people-several", PeoplePolicy.Several.class)),
        settings.duration("linger"));
  }
}
