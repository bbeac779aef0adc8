// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import dev.gapless.examples.quickstart.console.UsageException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a run is asked for.
 *
 * @param kills how often the host is killed
 * @param seed decides all that is left to chance: payloads, moments, faults
 */
record RunOptions(int kills, long seed, Strategy strategy) {
  private static final int MOST_KILLS = 1_000;

  /**
   * Reads {@code kills}, {@code seed} and {@code strategy}; without a seed the clock gives one.
   *
   * @throws UsageException naming the property that makes no sense
   */
  static RunOptions of(Properties properties, InstantSource clock) {
    return new RunOptions(
        kills(properties.getProperty("kills", "10")),
        seed(properties.getProperty("seed", Long.toString(clock.millis()))),
        strategy(properties.getProperty("strategy", Strategy.ENFORCED.label())));
  }

  private static int kills(String text) {
    return number(text)
        .filter(kills -> kills >= 1 && kills <= MOST_KILLS)
        .orElseThrow(() -> new UsageException("-Dkills must be a number from 1 to " + MOST_KILLS))
        .intValue();
  }

  private static long seed(String text) {
    return number(text).orElseThrow(() -> new UsageException("-Dseed must be a whole number"));
  }

  private static Optional<Long> number(String text) {
    return text.matches("-?[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static Strategy strategy(String text) {
    return Arrays.stream(Strategy.values())
        .filter(strategy -> strategy.label().equals(text))
        .findFirst()
        .orElseThrow(() -> new UsageException("-Dstrategy must be one of " + strategies()));
  }

  private static String strategies() {
    return Arrays.stream(Strategy.values()).map(Strategy::label).collect(Collectors.joining(", "));
  }

  /** The command that runs the same again. */
  String command() {
    return "mvn -Psoak -Dkills=%d -Dseed=%d -Dstrategy=%s".formatted(kills, seed, strategy.label());
  }
}
