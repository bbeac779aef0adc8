// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.Refusal;
import dev.gapless.api.SetupReport;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.HealthProbe;
import dev.gapless.api.channel.SetupRepair;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.engine.journal.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Asks every connection about its set-up, when a person wants to know. */
record SetupChecks(
    Map<String, ChannelConnector> channels,
    Map<String, CrmAdapter> crms,
    Map<String, CrmAdapter> besides) {
  Map<String, SetupReport> run() {
    Map<String, SetupReport> reports = new LinkedHashMap<>();
    channels.forEach(
        (name, connector) -> {
          if (connector instanceof HealthProbe probe) {
            reports.put("channel." + name, safely(probe::checkSetup));
          }
        });
    crms.forEach((name, adapter) -> reports.put("crm." + name, safely(adapter::checkSetup)));
    besides.forEach(
        (name, adapter) -> {
          // Of the others there is nothing to check that is not checked above.
          if (Purpose.of(name) == Purpose.MEDIA) {
            reports.put(name, safely(adapter::checkSetup));
          }
        });
    return reports;
  }

  SetupReport repair(String channel) {
    if (channels.get(channel) instanceof SetupRepair repair) {
      return safely(repair::repairSetup);
    }
    throw new IllegalArgumentException(
        "channel '" + channel + "' cannot mend its set-up; channels: " + channels.keySet());
  }

  private static SetupReport safely(Supplier<SetupReport> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      return new SetupReport(
          List.of(
              new SetupReport.Finding(
                  Refusal.Category.TRANSIENT,
                  "the check",
                  "it broke with " + e.getClass().getSimpleName(),
                  "Try again; if it stays, report it with the log")));
    }
  }
}
