// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.drain;

import dev.gapless.examples.benchmarks.crm.PricedCrm;
import dev.gapless.examples.benchmarks.load.Mark;
import dev.gapless.examples.benchmarks.load.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What is usually built: a consumer that makes one call per contact, as many at once as the CRM
 * lets it, looks each person up once and does nothing else.
 */
final class SingleCalls {
  private static final int CONTACTS_EACH = 10;

  private SingleCalls() {}

  /** Contacts per second; a tenth of them of new people, as in the whole. */
  static double perSecond(int contacts, int conversations) {
    PricedCrm crm = new PricedCrm();
    int people = Math.max(1, Math.min(conversations, contacts / CONTACTS_EACH));
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      int first = person;
      work.add(() -> deliver(crm, first, people, contacts));
    }
    long start = System.nanoTime();
    Parallel.run(PricedCrm.CONCURRENCY, work);
    return contacts * 1e9 / (System.nanoTime() - start);
  }

  private static boolean deliver(PricedCrm crm, int first, int step, int contacts) {
    crm.call(1);
    for (int message = first; message < contacts; message += step) {
      crm.write(List.of(new Mark(message, 0) + " text"));
    }
    return true;
  }
}
