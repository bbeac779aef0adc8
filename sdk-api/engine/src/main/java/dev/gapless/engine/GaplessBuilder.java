// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Secret;
import dev.gapless.api.crm.CrmAdapterProvider;
import dev.gapless.engine.config.IntakeOptions;
import dev.gapless.engine.journal.JournalOpener;
import dev.gapless.engine.policy.CatchUpPolicy;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.MediaPolicy;
import dev.gapless.engine.policy.PersonChooser;
import dev.gapless.engine.policy.RetentionPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Collects the configuration of a {@link Gapless}. Not safe for use by several threads. */
public final class GaplessBuilder {
  final Map<String, ConnectionSettings> channels = new LinkedHashMap<>();
  final Map<String, ConnectionSettings> crms = new LinkedHashMap<>();
  final List<ChannelConnectorProvider> channelProviders = new ArrayList<>();
  final List<CrmAdapterProvider> crmProviders = new ArrayList<>();
  Optional<JournalOpener> journal = Optional.empty();
  Clock clock = Clock.systemUTC();
  RandomGenerator random = RandomGenerator.getDefault();
  ThreadFactory threads = new DaemonThreads();
  final List<String> problems = new ArrayList<>();
  RetentionPolicy retention = RetentionPolicy.DEFAULT;
  int maxBody = IntakeOptions.DEFAULT_MAX_BODY;

  GaplessBuilder() {}

  /**
   * Where the journal is. Required; there is no journal in memory, for it would keep no promise.
   */
  public GaplessBuilder journal(JournalOpener opener) {
    journal = Optional.of(opener);
    return this;
  }

  /**
   * Adds a channel.
   *
   * @param name how the application calls it, and part of its webhook address; unique and never
   *     changed, for the journal remembers it
   * @param settings receives the connection's settings; its type is the name unless set otherwise
   */
  public GaplessBuilder channel(String name, Consumer<ConnectionSettings> settings) {
    settings.accept(channels.computeIfAbsent(name, ConnectionSettings::new));
    return this;
  }

  /**
   * Adds a CRM connection.
   *
   * @param name unique and never changed, for the journal remembers it
   * @param settings receives the connection's settings; its type is the name unless set otherwise
   */
  public GaplessBuilder crm(String name, Consumer<ConnectionSettings> settings) {
    settings.accept(crms.computeIfAbsent(name, ConnectionSettings::new));
    return this;
  }

  /** Adds a connector that {@link java.util.ServiceLoader} does not find. */
  public GaplessBuilder provider(ChannelConnectorProvider provider) {
    channelProviders.add(provider);
    return this;
  }

  /** Adds an adapter that {@link java.util.ServiceLoader} does not find. */
  public GaplessBuilder provider(CrmAdapterProvider provider) {
    crmProviders.add(provider);
    return this;
  }

  /**
   * The largest webhook body; larger ones are answered 413.
   *
   * @param bytes 1 to 1,073,741,824; 4 MiB unless set
   */
  public GaplessBuilder maxBody(int bytes) {
    if (bytes < 1 || bytes > IntakeOptions.MOST_MAX_BODY) {
      throw new IllegalArgumentException(
          "max-body is " + bytes + ", must be 1 to " + IntakeOptions.MOST_MAX_BODY);
    }
    maxBody = bytes;
    return this;
  }

  /** How long the journal keeps what; {@link RetentionPolicy#DEFAULT} unless set. */
  public GaplessBuilder retention(RetentionPolicy value) {
    retention = value;
    return this;
  }

  /** The only clock; the system's in UTC unless set. */
  public GaplessBuilder clock(Clock value) {
    clock = value;
    return this;
  }

  /** The source of the jitter in back-off. */
  public GaplessBuilder random(RandomGenerator value) {
    random = value;
    return this;
  }

  /** Makes the threads; daemons unless set. */
  public GaplessBuilder threads(ThreadFactory value) {
    threads = value;
    return this;
  }

  /**
   * Checks everything, takes the journal, and settles what the last process left. Makes no network
   * call and delivers nothing yet.
   *
   * @throws ConfigurationException listing every problem of every connection
   * @throws dev.gapless.engine.journal.JournalException if the journal cannot be had
   */
  public Gapless build() {
    return new Gapless(new Assembly(this).assemble());
  }

  /** The settings of one channel or CRM connection. */
  public static final class ConnectionSettings {
    final String name;
    final Map<String, Secret> values = new LinkedHashMap<>();
    String type;
    Optional<DeliveryPolicy> policy = Optional.empty();
    Optional<PersonChooser> chooser = Optional.empty();
    CatchUpPolicy catchUp = CatchUpPolicy.DEFAULT;
    MediaPolicy media = MediaPolicy.DEFAULT;
    Duration namesWait = Duration.ofSeconds(10);

    ConnectionSettings(String name) {
      this.name = name;
      this.type = name;
    }

    /** The name of the connector or adapter, as {@code whatsapp} or {@code rest}. */
    public ConnectionSettings type(String value) {
      type = value;
      return this;
    }

    /** Sets one option of the connector or adapter. */
    public ConnectionSettings set(String key, String value) {
      values.put(key, Secret.of(value));
      return this;
    }

    /** Sets an option whose value is looked up each time it is needed. */
    public ConnectionSettings set(String key, Secret value) {
      values.put(key, value);
      return this;
    }

    /** When the platform is asked what webhooks missed; only for channels. */
    public ConnectionSettings catchUp(CatchUpPolicy value) {
      catchUp = value;
      return this;
    }

    /**
     * Who is asked where several people match; only for CRM connections whose policy is {@link
     * dev.gapless.engine.policy.PeoplePolicy.Several#ASK}.
     */
    public ConnectionSettings personChooser(PersonChooser value) {
      chooser = Optional.of(value);
      return this;
    }

    /** What becomes of the files that come with contacts; only for channels. */
    public ConnectionSettings media(MediaPolicy value) {
      media = value;
      return this;
    }

    /**
     * How long a contact whose people came without names waits for them, counted from its receipt;
     * only for channels that can be asked for names.
     *
     * @param value not negative; zero for not at all; ten seconds unless set
     */
    public ConnectionSettings namesWait(Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException("names-wait must not be negative");
      }
      namesWait = value;
      return this;
    }

    /** How deliveries are treated; only for CRM connections. */
    public ConnectionSettings policy(DeliveryPolicy value) {
      policy = Optional.of(value);
      return this;
    }
  }
}
