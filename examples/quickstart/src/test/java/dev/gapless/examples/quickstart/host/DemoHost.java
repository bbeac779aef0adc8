// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import dev.gapless.engine.Gapless;
import dev.gapless.examples.quickstart.crm.DemoCrm;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A host before a CRM of its own, on free ports, with its files in one folder. */
public final class DemoHost implements AutoCloseable {
  private final DemoCrm crm;
  private final Host host;

  private DemoHost(DemoCrm crm, Host host) {
    this.crm = crm;
    this.host = host;
  }

  public static DemoHost open(Path folder) {
    DemoCrm crm = DemoCrm.builder().build().start();
    Path settings = DemoSettings.write(folder, crm.url());
    return new DemoHost(
        crm, Host.open(Gapless.fromProperties(settings).maxBody(100_000).build(), Optional.of(0)));
  }

  public DemoCrm crm() {
    return crm;
  }

  public Host host() {
    return host;
  }

  public URI url() {
    return host.url();
  }

  @Override
  public void close() {
    host.close();
    crm.close();
  }
}
