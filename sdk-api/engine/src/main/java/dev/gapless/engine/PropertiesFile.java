// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.NearestName;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.engine.config.ChannelOptions;
import dev.gapless.engine.config.CrmOptions;
import dev.gapless.engine.config.IntakeOptions;
import dev.gapless.engine.config.References;
import dev.gapless.engine.config.RetentionOptions;
import dev.gapless.engine.journal.JournalOpenerProvider;
import dev.gapless.engine.policy.CatchUpPolicy;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.MediaPolicy;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeSet;

/**
 * A {@code gapless.properties}: {@code journal.KEY}, {@code intake.KEY}, {@code retention.KEY},
 * {@code channel.NAME.KEY} and {@code crm.NAME.KEY}. Values may hold {@code ${env:NAME}} and {@code
 * ${file:PATH}}, looked up each time they are needed.
 */
final class PropertiesFile {
  private final Path file;
  private final Map<String, Map<String, Secret>> journal = new LinkedHashMap<>();
  private final Map<String, Map<String, Secret>> intake = new LinkedHashMap<>();
  private final Map<String, Map<String, Secret>> retention = new LinkedHashMap<>();
  private final Map<String, Map<String, Secret>> channels = new LinkedHashMap<>();
  private final Map<String, Map<String, Secret>> crms = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private PropertiesFile(Path file) {
    this.file = file;
  }

  static PropertiesFile read(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          file
              + ": cannot be read as a UTF-8 properties file ("
              + e.getClass().getSimpleName()
              + "). Check the path, its rights, and backslashes, which must be doubled");
    }
    PropertiesFile config = new PropertiesFile(file);
    new TreeSet<>(lines.stringPropertyNames())
        .forEach(key -> config.add(key, lines.getProperty(key)));
    return config;
  }

  private void add(String key, String value) {
    String[] parts = key.split("\\.", 3);
    Secret secret = References.resolve(value);
    switch (parts[0]) {
      case "journal" -> put(journal, "journal", key.substring(Math.min(key.length(), 8)), secret);
      case "intake" -> put(intake, "intake", key.substring(Math.min(key.length(), 7)), secret);
      case "retention" ->
          put(retention, "retention", key.substring(Math.min(key.length(), 10)), secret);
      case "channel", "crm" -> {
        if (parts.length == 3) {
          put(parts[0].equals("crm") ? crms : channels, parts[1], parts[2], secret);
        } else {
          problems.add(file + ": " + key + ": write it as " + parts[0] + ".NAME.setting");
        }
      }
      default ->
          problems.add(
              file
                  + ": "
                  + key
                  + ": unknown setting. "
                  + NearestName.hint(
                      parts[0], List.of("journal", "intake", "retention", "channel", "crm")));
    }
  }

  private static void put(
      Map<String, Map<String, Secret>> into, String name, String key, Secret value) {
    into.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(key, value);
  }

  /**
   * Hands everything to the builder, which checks the connections when it builds; returns what is
   * wrong with the rest.
   */
  List<String> applyTo(GaplessBuilder builder) {
    collect(() -> applyJournal(builder));
    collect(() -> applyIntake(builder));
    collect(() -> applyRetention(builder));
    channels.forEach((name, values) -> collect(() -> applyChannel(builder, name, values)));
    crms.forEach((name, values) -> collect(() -> applyCrm(builder, name, values)));
    return List.copyOf(problems);
  }

  private void applyJournal(GaplessBuilder builder) {
    Map<String, Secret> values = journal.getOrDefault("journal", Map.of());
    if (values.isEmpty()) {
      return;
    }
    Map<String, Secret> rest = new LinkedHashMap<>(values);
    String type = take(rest, "type").orElse("sqlite");
    List<String> known = new ArrayList<>();
    for (JournalOpenerProvider provider :
        ServiceLoader.load(
            JournalOpenerProvider.class, JournalOpenerProvider.class.getClassLoader())) {
      known.add(provider.name());
      if (provider.name().equals(type)) {
        builder.journal(provider.create(Settings.check("journal", provider.options(), rest)));
        return;
      }
    }
    throw new ConfigurationException(
        "journal.type: nothing on the class path is called '"
            + type
            + "'. Add gapless-journal-"
            + type
            + " as a dependency. "
            + NearestName.hint(type, known));
  }

  private void applyIntake(GaplessBuilder builder) {
    Settings settings =
        Settings.check("intake", IntakeOptions.ALL, intake.getOrDefault("intake", Map.of()));
    try {
      builder.maxBody(settings.integer("max-body"));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("intake." + e.getMessage());
    }
  }

  private void applyRetention(GaplessBuilder builder) {
    Map<String, Secret> values = retention.getOrDefault("retention", Map.of());
    builder.retention(
        RetentionOptions.policy(Settings.check("retention", RetentionOptions.ALL, values)));
  }

  private void applyChannel(GaplessBuilder builder, String name, Map<String, Secret> values) {
    Map<String, Secret> rest = new LinkedHashMap<>(values);
    Settings own = takeAll("channel." + name, ChannelOptions.ALL, rest);
    CatchUpPolicy catchUp = ChannelOptions.catchUp(own);
    MediaPolicy media = ChannelOptions.media(own);
    Duration namesWait = ChannelOptions.namesWait(own);
    builder.channel(
        name,
        one -> {
          take(rest, "type").ifPresent(one::type);
          rest.forEach(one::set);
          one.catchUp(catchUp);
          one.media(media);
          one.namesWait(namesWait);
        });
  }

  private void applyCrm(GaplessBuilder builder, String name, Map<String, Secret> values) {
    Map<String, Secret> rest = new LinkedHashMap<>(values);
    DeliveryPolicy policy = CrmOptions.policy(takeAll("crm." + name, CrmOptions.ALL, rest));
    builder.crm(
        name,
        one -> {
          take(rest, "type").ifPresent(one::type);
          rest.forEach(one::set);
          one.policy(policy);
        });
  }

  /** Takes the engine's own settings out of a connection's. */
  private static Settings takeAll(String place, List<Option> options, Map<String, Secret> from) {
    Map<String, Secret> own = new LinkedHashMap<>();
    for (Option option : options) {
      Optional.ofNullable(from.remove(option.key()))
          .ifPresent(value -> own.put(option.key(), value));
    }
    return Settings.check(place, options, own);
  }

  private static Optional<String> take(Map<String, Secret> values, String key) {
    return Optional.ofNullable(values.remove(key)).map(value -> value.reveal().strip());
  }

  private void collect(Runnable step) {
    try {
      step.run();
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
    }
  }
}
