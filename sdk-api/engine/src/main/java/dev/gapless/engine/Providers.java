// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.NearestName;
import dev.gapless.api.crm.CrmAdapterProvider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds who makes a connector or adapter of a configured type. */
final class Providers {
  private Providers() {}

  static ChannelConnectorProvider channel(
      List<ChannelConnectorProvider> given, String type, String place) {
    return find(
        Stream.concat(given.stream(), loaded(ChannelConnectorProvider.class)),
        ChannelConnectorProvider::name,
        type,
        place,
        "gapless-connector-");
  }

  static CrmAdapterProvider crm(List<CrmAdapterProvider> given, String type, String place) {
    return find(
        Stream.concat(given.stream(), loaded(CrmAdapterProvider.class)),
        CrmAdapterProvider::name,
        type,
        place,
        "gapless-crm-");
  }

  private static <T> Stream<T> loaded(Class<T> service) {
    return StreamSupport.stream(
        ServiceLoader.load(service, service.getClassLoader()).spliterator(), false);
  }

  private static <T> T find(
      Stream<T> all, Function<T, String> name, String type, String place, String artifact) {
    List<T> providers = all.toList();
    List<T> matches = providers.stream().filter(one -> name.apply(one).equals(type)).toList();
    if (matches.stream().map(Object::getClass).distinct().count() > 1) {
      throw new ConfigurationException(
          place + ": two providers are called '" + type + "': " + matches + ". Remove one");
    }
    if (matches.isEmpty()) {
      List<String> known = providers.stream().map(name).sorted().toList();
      throw new ConfigurationException(
          place
              + ": nothing on the class path is called '"
              + type
              + "'. If "
              + artifact
              + type
              + " is what you mean, add it as a dependency. "
              + NearestName.hint(type, known));
    }
    return matches.get(0);
  }
}
