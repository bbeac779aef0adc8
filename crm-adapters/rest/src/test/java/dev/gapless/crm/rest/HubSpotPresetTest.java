// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.changedEntry;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HubSpot: the event's id is our key, limits have names, tokens rotate. */
class HubSpotPresetTest {
  private static final String TOKEN = "POST /oauth/v1/token";

  private FakeCrm crm;
  private RestCrmAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    adapter = Bundled.HUBSPOT.open(crm);
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void aSecondEventWithOurIdIsDone() {
    crm.on(Bundled.HUBSPOT.create, s -> json(409, "{\"category\":\"CONFLICT\"}"));
    String key = newEntry(1).key().sha256Hex();
    assertThat(adapter.write(List.of(newEntry(1))).get(newEntry(1).key()))
        .isEqualTo(WriteOutcome.alreadyThere(CrmRefs.entry(key)));
  }

  @Test
  void aChangeIsAnEventOfItsOwn() {
    adapter.write(List.of(newEntry(1)));
    adapter.write(List.of(changedEntry(1)));
    String key = newEntry(1).key().sha256Hex();
    assertThat(crm.seen(Bundled.HUBSPOT.create))
        .extracting(seen -> seen.json().path("id").asText())
        .containsExactly(key, key + "-" + Connections.NOW.toEpochMilli());
  }

  @Test
  void theNameOfALimitSaysHowLongToWait() {
    Map<String, Duration> waits =
        Map.of(
            "SECONDLY", Duration.ofSeconds(1),
            "TEN_SECONDLY_ROLLING", Duration.ofSeconds(10),
            "DAILY", Duration.ofHours(14));
    waits.forEach(
        (name, wait) -> {
          crm.on(
              Bundled.HUBSPOT.create,
              s -> json(429, "{\"errorType\":\"RATE_LIMIT\",\"policyName\":\"" + name + "\"}"));
          Refusal refusal =
              ((Refused) adapter.write(List.of(newEntry(1))).get(newEntry(1).key())).refusal();
          assertThat(refusal.retryAfter()).contains(wait);
          assertThat(refusal.scope()).isEqualTo(Refusal.Scope.CONNECTION);
          assertThat(refusal.code()).isEqualTo(name);
        });
  }

  @Test
  void anEventAnsweredWithoutItsIdIsUnknown() {
    crm.on(Bundled.HUBSPOT.create, s -> json(201, "{}"));
    assertThat(adapter.write(List.of(newEntry(1))).values())
        .singleElement()
        .isInstanceOf(Unknown.class);
  }

  @Test
  void aRotatedRefreshTokenOutlivesTheAdapterAndANewlySetOneWins() {
    Map<String, String> settings = Bundled.HUBSPOT.settings(crm);
    List<String> shown = new CopyOnWriteArrayList<>();
    crm.on(
        TOKEN,
        s -> {
          shown.add(s.body().replaceAll(".*refresh_token=([^&]*).*", "$1"));
          return json(200, "{\"access_token\":\"t\",\"refresh_token\":\"r" + shown.size() + "\"}");
        });
    MemoryState state = new MemoryState();
    Clock clock = Clock.fixed(Connections.NOW, ZoneOffset.UTC);

    Connections.open(settings, clock, state).write(List.of(newEntry(1)));
    Connections.open(settings, clock, state).write(List.of(newEntry(1)));
    settings.put("refresh-token", "set-anew");
    Connections.open(settings, clock, state).write(List.of(newEntry(1)));

    assertThat(shown).containsExactly("r", "r1", "set-anew");
  }
}
