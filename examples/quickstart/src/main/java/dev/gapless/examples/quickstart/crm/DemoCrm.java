// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

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
 * A CRM that keeps everything in memory and speaks HTTP on the loopback address.
 *
 * <p>Thread-safe. What was committed stays until the object goes, also through outages and {@link
 * #close()}.
 */
public final class DemoCrm implements AutoCloseable {
  private final Premises premises;
  private final Tokens tokens;
  private final Timeline timeline;
  private final FileRoutes files;
  private final Calls calls = new Calls();

  private DemoCrm(Builder builder) {
    premises = new Premises("demo-crm", builder.scheduler);
    Dice dice = new Dice(builder.random);
    tokens = new Tokens(builder.clock, dice);
    People people = new People(builder.clock);
    timeline = new Timeline(people, dice, builder.clock, this::faults);
    files = new FileRoutes(timeline);
    Routes routes =
        new Routes(
            builder.clientId,
            builder.clientSecret,
            tokens,
            this::faults,
            new PeopleRoutes(people, timeline),
            new TimelineRoutes(timeline, this::faults),
            files);
    Gate gate = new Gate(tokens, this::faults);
    Front front =
        new Front(
            gate,
            routes,
            calls,
            dice,
            premises.scheduler(),
            premises.workers(),
            this::faults,
            this::faults);
    premises.furnish(builder.port, front, tokens::expireAll);
  }

  /** Starts from a free port, the system's clock, chance and timer, and known credentials. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Listens.
   *
   * @return this
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public DemoCrm start() {
    premises.start();
    return this;
  }

  /** Where it listens, or did before an outage; known once it was started. */
  public URI url() {
    return premises.url();
  }

  /** The faults that are switched on. */
  public Faults faults() {
    return premises.faults();
  }

  /**
   * Switches to these faults instead of all earlier ones. Calls that hang already keep their fate.
   *
   * <p>Once this returns, a port that refuses is closed, and one that does no longer is open.
   */
  public void faults(Faults next) {
    premises.faults(next);
  }

  /** All entries in the order of their creation, as they are now; faults do not touch this. */
  public List<Row> rows() {
    return timeline.all();
  }

  /** All committed writes in the order of their commits; faults do not touch this. */
  public List<Arrival> arrivals() {
    return timeline.arrivals().all();
  }

  /** All files that hang on entries, in the order of their arrival; faults do not touch this. */
  public List<StoredFile> files() {
    return files.all();
  }

  /** How often each route was called, by names such as {@code POST /api/timeline/batch}. */
  public Map<String, Long> calls() {
    return calls.snapshot();
  }

  /** Stops listening and cuts all connections. What hangs on a timer given to it may still land. */
  @Override
  public void close() {
    premises.close();
  }

  /** Collects what a CRM is made of. */
  public static final class Builder {
    private int port;
    private InstantSource clock = Clock.systemUTC();
    private RandomGenerator random = new SecureRandom();
    private Optional<ScheduledExecutorService> scheduler = Optional.empty();
    private String clientId = "gapless";
    private String clientSecret = "quickstart";

    private Builder() {}

    /** The port to listen on; 0, the default, takes a free one and keeps it. */
    public Builder port(int number) {
      this.port = number;
      return this;
    }

    /** Decides what time it is: commits, tokens, look-up lag. */
    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /** Decides by chance which calls a fault hits; it is never used by two threads at once. */
    public Builder random(RandomGenerator generator) {
      this.random = generator;
      return this;
    }

    /** Runs what happens later: latency, late commits, the end of an outage. Never shut down. */
    public Builder scheduler(ScheduledExecutorService service) {
      this.scheduler = Optional.of(service);
      return this;
    }

    /** The one client that gets tokens. */
    public Builder credentials(String id, String secret) {
      this.clientId = id;
      this.clientSecret = secret;
      return this;
    }

    /** Builds the CRM; nothing listens before {@link DemoCrm#start()}. */
    public DemoCrm build() {
      return new DemoCrm(this);
    }
  }
}
