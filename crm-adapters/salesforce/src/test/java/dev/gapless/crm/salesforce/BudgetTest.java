// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.newEntry;
import static dev.gapless.crm.salesforce.Connections.refusal;
import static dev.gapless.crm.salesforce.Connections.write;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport;
import dev.gapless.api.crm.WriteOutcome.Written;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A part of the org's calls is left to its other users. */
class BudgetTest extends OrgTest {
  private final ManualClock clock = new ManualClock();

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
    clock.forward(Duration.ofMinutes(16));
    org.on(FakeOrg.CREATE, s -> json(200, FakeOrg.rows(s)));
    assertThat(write(adapter, newEntry(2))).isInstanceOf(Written.class);
    assertThat(refusal(adapter, newEntry(3)).category()).isEqualTo(Category.QUOTA);
    clock.forward(Duration.ofMinutes(16));
    usage("api-usage=100/5000");
    assertThat(write(adapter, newEntry(4))).isInstanceOf(Written.class);
    assertThat(write(adapter, newEntry(3))).isInstanceOf(Written.class);
  }

  @Test
  void theProbeOfAnHourCostsACallEachQuarter() {
    String limits = "GET " + FakeOrg.BASE + "/limits";
    FakeOrg.Reply spent =
        FakeOrg.with("Sforce-Limit-Info", "api-usage=4500/5000", json(200, FakeOrg.limits(1_000)));
    FakeOrg.Reply refused =
        FakeOrg.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    for (FakeOrg.Reply reply : List.of(spent, refused)) {
      org.on(limits, s -> reply);
      int before = org.seen(limits).size();
      SalesforceAdapter adapter = connect();
      for (int second = 0; second < 3_600; second += 30) {
        assertThat(adapter.checkSetup().findings())
            .singleElement()
            .extracting(SetupReport.Finding::category)
            .isEqualTo(Category.QUOTA);
        clock.forward(Duration.ofSeconds(30));
      }
      assertThat(org.seen(limits)).hasSize(before + 4);
      assertThat(adapter.calls()).containsOnly(Map.entry("check", 4L));
    }
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
    return Connections.open(Connections.settings(org, more), clock);
  }
}
