// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.salesforce;

import dev.gapless.examples.benchmarks.load.Mark;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.examples.quickstart.crm.Faults;
import dev.gapless.examples.quickstart.salesforce.DemoOrg;
import dev.gapless.examples.quickstart.salesforce.OrgArrival;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quickstart's stand-in for an org. Four of five people are in it as contacts, four of them
 * below each account; every fifth is new.
 */
final class PricedOrg implements AutoCloseable {
  static final String ID = "00D000000000001AAA";
  static final String CLIENT = "gapless";
  static final String SECRET = "quickstart";

  /** What it costs, in words. */
  static final String DESCRIPTION = "80 ms a call and 3 ms a row written, over HTTP";

  private static final Duration CALL = Duration.ofMillis(80);
  private static final Duration ROW = Duration.ofMillis(3);
  private static final int NEW_EVERY = 5;
  private static final int PEOPLE_PER_ACCOUNT = 4;
  private static final Pattern MARK = Pattern.compile("[0-9]+ [0-9]{13} ");

  /** One entry of the org: whose message it is, and when it was committed. */
  record Written(Mark mark, long at) {
    long nanos() {
      return TimeUnit.MILLISECONDS.toNanos(at - mark.sentAt());
    }
  }

  private final DemoOrg org = DemoOrg.builder().org(ID).credentials(CLIENT, SECRET).build().start();

  PricedOrg(int people) {
    String account = "";
    for (int known = 0, person = 0; person < people; person++) {
      if (!isNew(person)) {
        if (known++ % PEOPLE_PER_ACCOUNT == 0) {
          account = org.add("Account", Map.of("Name", "Account " + person));
        }
        org.add("Contact", contact(person, account));
      }
    }
    org.faults(Faults.builder().latencyPerCall(CALL).latencyPerRow(ROW).build());
  }

  private static Map<String, String> contact(int person, String account) {
    return Map.of(
        "LastName", "Customer " + person, "MobilePhone", phone(person), "AccountId", account);
  }

  static String phone(int person) {
    return "+" + Traffic.phone(person);
  }

  private static boolean isNew(int person) {
    return person % NEW_EVERY == NEW_EVERY - 1;
  }

  URI url() {
    return org.url();
  }

  /** All calls but those for tokens. */
  long calls() {
    return org.usedOfTheDay();
  }

  long calls(String route) {
    return org.calls().getOrDefault(route, 0L);
  }

  long lockErrors() {
    return org.lockErrors();
  }

  int entries() {
    return org.arrivals().size();
  }

  /** What was made, in the order of the commits. */
  List<Written> written() {
    Map<String, Mark> marks = new HashMap<>();
    org.records("Task")
        .forEach(
            task -> marks.put(task.path("Id").asText(), mark(task.path("Description").asText())));
    return org.arrivals().stream()
        .filter(OrgArrival::created)
        .map(one -> new Written(of(marks, one), one.at().toEpochMilli()))
        .toList();
  }

  private static Mark of(Map<String, Mark> marks, OrgArrival arrival) {
    return Objects.requireNonNull(marks.get(arrival.id()), "an entry that arrived is there");
  }

  private static Mark mark(String text) {
    Matcher matcher = MARK.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("an entry without a mark");
    }
    return Mark.of(text.substring(matcher.start()));
  }

  /** Entries that came before an earlier one of their conversation, or twice. */
  static long violations(List<Written> written, Conversations conversations) {
    Map<Integer, Long> last = new HashMap<>();
    long violations = 0;
    for (Written one : written) {
      long message = one.mark().message();
      Long before = last.put(conversations.of(message), message);
      violations += before != null && before >= message ? 1 : 0;
    }
    return violations;
  }

  @Override
  public void close() {
    org.close();
  }
}
