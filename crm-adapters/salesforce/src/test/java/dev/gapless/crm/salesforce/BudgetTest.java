// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.newEntry;
import static dev.gapless.crm.salesforce.Connections.refusal;
import static dev.gapless.crm.salesforce.Connections.write;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.WriteOutcome.Written;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A part of the org's calls is left to its other users. */
class BudgetTest extends OrgTest {
  private Instant now = Connections.NOW;

  @Test
  void theReserveIsLeftAndNoCallIsSpentOnFindingThatOut() {
    usage("api-usage=3999/5000");
    SalesforceAdapter adapter = connect("reserve", "20");
    assertThat(write(adapter, newEntry(1))).isInstanceOf(Written.class);
    usage("api-usage=4000/5000");
    assertThat(write(adapter, newEntry(2))).isInstanceOf(Written.class);
    int calls = org.seen(FakeOrg.CREATE).size();

    Refusal refusal = refusal(adapter, newEntry(3));

    assertThat(refusal.category()).isEqualTo(Category.QUOTA);
    assertThat(refusal.scope()).isEqualTo(Refusal.Scope.CONNECTION);
    assertThat(refusal.retryAfter()).isPresent();
    assertThat(refusal.detail()).contains("4000", "5000", "20 percent");
    assertThat(org.seen(FakeOrg.CREATE)).hasSize(calls);
  }

  @Test
  void afterAWhileOneCallLooksAgain() {
    usage("api-usage=4900/5000");
    SalesforceAdapter adapter = connect();
    write(adapter, newEntry(1));
    assertThat(refusal(adapter, newEntry(2)).category()).isEqualTo(Category.QUOTA);
    now = now.plus(Duration.ofMinutes(6));
    usage("api-usage=100/5000");
    assertThat(write(adapter, newEntry(2))).isInstanceOf(Written.class);
    assertThat(write(adapter, newEntry(3))).isInstanceOf(Written.class);
  }

  @Test
  void theTighterOfTwoAllowancesCounts() {
    usage("api-usage=25/5000; per-app-api-usage=240/250(appName=sample-app)");
    SalesforceAdapter adapter = connect();
    write(adapter, newEntry(1));
    assertThat(refusal(adapter, newEntry(2)).detail()).contains("240", "250");
  }

  @Test
  void aHeaderOfAnotherFormIsIgnored() {
    for (String header : new String[] {"api-usage=x/5", "api-usage=1/0", "nonsense", ""}) {
      usage(header);
      SalesforceAdapter adapter = connect();
      write(adapter, newEntry(1));
      assertThat(write(adapter, newEntry(2))).isInstanceOf(Written.class);
    }
  }

  @Test
  void callsAreCountedByWhatTheyAreFor() {
    SalesforceAdapter adapter = connect();
    write(adapter, newEntry(1));
    write(adapter, Connections.changed(newEntry(2), "00T000000000001"));
    assertThat(adapter.calls())
        .containsEntry("create", 1L)
        .containsEntry("update", 1L)
        .containsEntry("look", 1L)
        .containsEntry("check", 1L);
  }

  private void usage(String header) {
    org.on(
        FakeOrg.CREATE, s -> FakeOrg.with("Sforce-Limit-Info", header, json(200, FakeOrg.rows(s))));
  }

  private SalesforceAdapter connect(String... more) {
    return Connections.open(
        Connections.settings(org, more),
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        });
  }
}
