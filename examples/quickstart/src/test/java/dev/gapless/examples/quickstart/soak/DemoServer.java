// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.examples.quickstart.crm.DemoCrm;
import dev.gapless.examples.quickstart.crm.Faults;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** The demo CRM, which is all kinds of CRM. */
final class DemoServer implements CrmServer {
  private final DemoCrm crm;
  private final CrmView view;
  private final Strategy strategy;

  DemoServer(Strategy strategy, LateCommits timer, SplittableRandom random)
      throws IOException, InterruptedException {
    this.crm = DemoCrm.builder().random(random).scheduler(timer).build().start();
    this.view = new CrmView(crm.url());
    this.strategy = strategy;
  }

  @Override
  public String settings() {
    return """
        crm.demo.type = rest
        crm.demo.preset = demo
        crm.demo.url = %s
        crm.demo.client-id = gapless
        crm.demo.client-secret = quickstart
        crm.demo.read-timeout = %dms
        crm.demo.strategy = %s
        crm.demo.visible-after = %dms
        """
        .formatted(
            crm.url(),
            Weather.READ_TIMEOUT.toMillis(),
            strategy.label(),
            Weather.VISIBLE_AFTER.toMillis());
  }

  @Override
  public void faults(Faults faults) {
    crm.faults(faults);
  }

  @Override
  public long allCalls() {
    return crm.calls().values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void makePerson(String name, String phone) throws IOException, InterruptedException {
    view.makePerson(name, phone);
  }

  @Override
  public List<CrmRow> rows() throws IOException, InterruptedException {
    return view.rows();
  }

  @Override
  public List<CrmRow> creations() throws IOException, InterruptedException {
    return view.creations();
  }

  @Override
  public JsonNode calls() throws IOException, InterruptedException {
    return view.calls();
  }

  @Override
  public void close() {
    crm.close();
  }
}
