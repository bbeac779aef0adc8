// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.quickstart.crm.Calls;
import dev.gapless.examples.quickstart.crm.Dice;
import dev.gapless.examples.quickstart.crm.Faults;
import dev.gapless.examples.quickstart.crm.Premises;
import dev.gapless.examples.quickstart.crm.Tokens;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * A stand-in for an org that keeps everything in memory. What its calls cost, and what goes wrong,
 * say the same {@link Faults} as for the demo CRM: {@code latencyPerCall} and {@code latencyPerRow}
 * are its cost. Thread-safe.
 */
public final class DemoOrg implements AutoCloseable {
  private final Premises premises;
  private final Tokens tokens;
  private final Limits limits;
  private final OrgRecords records;
  private final RowLocks locks = new RowLocks();
  private final Calls calls = new Calls();

  /**
   * Who the org is, and who may log in.
   *
   * @param org its id
   */
  record Identity(String org, String clientId, String clientSecret) {}

  private DemoOrg(Builder builder) {
    premises = new Premises("demo-org", builder.scheduler);
    Dice dice = new Dice(builder.random);
    tokens = new Tokens(builder.clock, dice);
    limits = new Limits(builder.dailyLimit, builder.concurrentLimit);
    records = new OrgRecords(builder.clock);
    OrgFront front =
        new OrgFront(
            new Identity(builder.org, builder.clientId, builder.clientSecret),
            () -> url().toString(),
            tokens,
            limits,
            records,
            locks,
            calls,
            dice,
            premises.scheduler(),
            premises.workers(),
            this::faults);
    premises.furnish(builder.port, front, tokens::expireAll);
  }

  /** Starts from a free port, the system's clock, chance and timer, and known credentials. */
  public static Builder builder() {
    return new Builder();
  }

  /** Listens; returns this. */
  public DemoOrg start() {
    premises.start();
    return this;
  }

  /** Where it listens, or did before an outage; known once it was started. */
  public URI url() {
    return premises.url();
  }

  /** What goes wrong, and what calls cost. */
  public Faults faults() {
    return premises.faults();
  }

  /** Switches to these faults instead of all earlier ones; calls under way keep their fate. */
  public void faults(Faults next) {
    premises.faults(next);
  }

  /**
   * Makes a record as an admin would.
   *
   * @return its id
   */
  public String add(String object, Map<String, String> values) {
    return records.add(object, node(values));
  }

  /** Changes a record as an agent would; {@code IsDeleted} {@code true} puts it into the bin. */
  public void edit(String id, Map<String, String> values) {
    records.edit(id, node(values));
  }

  private static ObjectNode node(Map<String, String> values) {
    ObjectNode node = OrgRecords.json();
    values.forEach(
        (name, value) -> {
          if (value.equals("true") || value.equals("false")) {
            node.put(name, Boolean.parseBoolean(value));
          } else {
            node.put(name, value);
          }
        });
    return node;
  }

  /** An admin takes a field away. */
  public void removeField(String object, String field) {
    records.removeField(object, field);
  }

  /** All records of an object as they are now, in the order in which they were made. */
  public List<ObjectNode> records(String object) {
    return records.all(object);
  }

  /** All committed writes of entries in the order of their commits. */
  public List<OrgArrival> arrivals() {
    return records.arrivals();
  }

  /** How often each resource was called; refused calls and those for tokens are left out. */
  public Map<String, Long> calls() {
    return calls.snapshot();
  }

  /** How many rows met a lock that another call held. */
  public long lockErrors() {
    return locks.meetings();
  }

  /** How many calls count for the day. */
  public long usedOfTheDay() {
    return limits.used();
  }

  /** Time goes by, and that many calls no longer count. */
  public void freeCalls(long calls) {
    limits.free(calls);
  }

  /** Stops listening and cuts all connections. */
  @Override
  public void close() {
    premises.close();
  }

  /** Collects what an org is made of. */
  public static final class Builder {
    private int port;
    private InstantSource clock = Clock.systemUTC();
    private RandomGenerator random = new SecureRandom();
    private Optional<ScheduledExecutorService> scheduler = Optional.empty();
    private long dailyLimit = 1_000_000;
    private int concurrentLimit = 25;
    private String org = "00D000000000001AAA";
    private String clientId = "gapless";
    private String clientSecret = "quickstart";

    private Builder() {}

    /** The port to listen on; 0, the default, takes a free one and keeps it. */
    public Builder port(int number) {
      this.port = number;
      return this;
    }

    /** Decides what time it is. */
    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /** Decides by chance which calls a fault hits. */
    public Builder random(RandomGenerator generator) {
      this.random = generator;
      return this;
    }

    /** Runs what happens later. Never shut down. */
    public Builder scheduler(ScheduledExecutorService service) {
      this.scheduler = Optional.of(service);
      return this;
    }

    /** Calls of 24 hours; a million unless set. */
    public Builder dailyLimit(long most) {
      this.dailyLimit = most;
      return this;
    }

    /** Calls at one time; 25 unless set. All count, not only long ones. */
    public Builder concurrentLimit(int most) {
      this.concurrentLimit = most;
      return this;
    }

    /** The org's id. */
    public Builder org(String id) {
      this.org = id;
      return this;
    }

    /** The one client that gets tokens. */
    public Builder credentials(String id, String secret) {
      this.clientId = id;
      this.clientSecret = secret;
      return this;
    }

    /** Builds the org; nothing listens before {@link DemoOrg#start()}. */
    public DemoOrg build() {
      return new DemoOrg(this);
    }
  }
}
