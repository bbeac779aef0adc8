// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.config.NearestName;
import dev.gapless.api.crm.Once;
import dev.gapless.crm.rest.preset.Preset;
import dev.gapless.crm.rest.preset.Strategy;
import dev.gapless.http.SettingsReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What keeps an entry from being written twice: the connection's choice among the preset's. */
record StrategyChoice(SettingsReader reader, Preset preset) {
  /** Empty if the choice cannot be kept, which is noted. */
  Optional<Once> once() {
    List<String> allowed = preset.once().stream().map(Strategy::label).toList();
    String wanted = reader.settings().optionalText("strategy").orElse(allowed.get(0));
    if (!allowed.contains(wanted)) {
      reader.problem(
          "strategy",
          "the preset "
              + preset.name()
              + " does not allow '"
              + wanted
              + "'. "
              + NearestName.hint(wanted, allowed));
      return Optional.empty();
    }
    Duration after = visibleAfter();
    return switch (wanted) {
      case "enforced" -> Optional.of(new Once.Enforced(after));
      case "confirmed" -> confirmed(after);
      default -> Optional.of(new Once.None(after));
    };
  }

  private Duration visibleAfter() {
    return reader.settings().has("visible-after")
        ? reader.settings().duration("visible-after")
        : preset.visibleAfter().orElse(Duration.ZERO);
  }

  private Optional<Once> confirmed(Duration after) {
    if (after.isZero()) {
      reader.problem(
          "visible-after",
          "the strategy confirmed needs a duration above zero: the CRM's longest run time plus its"
              + " lag");
      return Optional.empty();
    }
    return Optional.of(new Once.Confirmed(after));
  }
}
