// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running CRM with time that stands still, and somebody logged in to it. */
abstract class CrmTest {
  final ManualTime time = new ManualTime();
  DemoCrm crm;
  CrmClient client;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    crm =
        DemoCrm.builder()
            .clock(time)
            .scheduler(time)
            .random(new SplittableRandom(7))
            .build()
            .start();
    client = new CrmClient(crm.url()).logIn();
  }

  @AfterEach
  void stop() {
    crm.close();
  }

  void faults(UnaryOperator<Faults.Builder> some) {
    crm.faults(some.apply(Faults.builder()).build());
  }
}
