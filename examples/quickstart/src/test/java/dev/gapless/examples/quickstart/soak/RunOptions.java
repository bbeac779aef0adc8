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
 * @param crm which CRM: {@code demo} or {@code salesforce}
 */
record RunOptions(int kills, long seed, Strategy strategy, String crm) {
  private static final String DEMO = "demo";
  private static final String SALESFORCE = "salesforce";
  private static final int MOST_KILLS = 1_000;

  /**
   * Reads {@code kills}, {@code seed}, {@code strategy} and {@code crm}; without a seed the clock
   * gives one.
   *
   * @throws UsageException naming the property that makes no sense
   */
  static RunOptions of(Properties properties, InstantSource clock) {
    RunOptions options =
        new RunOptions(
            kills(properties.getProperty("kills", "10")),
            seed(properties.getProperty("seed", Long.toString(clock.millis()))),
            strategy(properties.getProperty("strategy", Strategy.ENFORCED.label())),
            crm(properties.getProperty("crm", DEMO)));
    if (options.isSalesforce() && options.strategy() != Strategy.ENFORCED) {
      throw new UsageException("-Dcrm=salesforce enforces our key; leave -Dstrategy out");
    }
    return options;
  }

  private static String crm(String text) {
    if (!text.equals(DEMO) && !text.equals(SALESFORCE)) {
      throw new UsageException("-Dcrm must be " + DEMO + " or " + SALESFORCE);
    }
    return text;
  }

  boolean isSalesforce() {
    return crm.equals(SALESFORCE);
  }

  /** What its files are called. */
  String name() {
    return isSalesforce() ? SALESFORCE : strategy.label();
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
    return "mvn -Psoak -Dkills=%d -Dseed=%d %s"
        .formatted(kills, seed, isSalesforce() ? "-Dcrm=" + crm : "-Dstrategy=" + strategy.label());
  }
}
