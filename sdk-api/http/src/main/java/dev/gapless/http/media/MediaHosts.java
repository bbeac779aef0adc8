// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts that files are fetched from and that tokens are shown to: exactly these names, or all
 * names below some domains, over https at its usual port. An address in numbers is never one of
 * them.
 */
public final class MediaHosts {
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private final Set<String> names;
  private final boolean below;
  private final URI api;

  /**
   * @param names full names of hosts, for which {@link #areNames} holds
   * @param api the platform's API as configured; where it is, files may be too, so that a stand-in
   *     for tests can hold both
   * @throws IllegalArgumentException if one is no name
   */
  public MediaHosts(List<String> names, URI api) {
    this(names, false, api);
  }

  /**
   * The same for every host below some domains, for platforms whose servers for files have many
   * names. Not for servers that are shown a token.
   *
   * @param domains full names, each of which counts as a host too
   */
  public static MediaHosts below(List<String> domains, URI api) {
    return new MediaHosts(domains, true, api);
  }

  private MediaHosts(List<String> names, boolean below, URI api) {
    this.below = below;
    this.names =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    if (!areNames(names)) {
      throw new IllegalArgumentException("not all are full names of hosts");
    }
    this.api = api;
  }

  /**
   * Whether all are full names of hosts, as {@code files.example.com}: no wildcards, no numbers.
   */
  public static boolean areNames(List<String> names) {
    return names.stream().allMatch(name -> NAME.matcher(name.toLowerCase(Locale.ROOT)).matches());
  }

  /** The address, if it is one of these hosts'. */
  public Optional<URI> admit(String address) {
    try {
      URI uri = new URI(address);
      return isAdmitted(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty(); // What is no address has no host.
    }
  }

  private boolean isNamed(String host) {
    return names.contains(host)
        || (below
            && areNames(List.of(host))
            && names.stream().anyMatch(domain -> host.endsWith("." + domain)));
  }

  private boolean isAdmitted(URI uri) {
    if (uri.getHost() == null || uri.getScheme() == null || uri.getRawUserInfo() != null) {
      return false;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean usual = uri.getPort() == -1 || uri.getPort() == 443;
    return ("https".equalsIgnoreCase(uri.getScheme()) && usual && isNamed(host))
        || (api.getScheme().equalsIgnoreCase(uri.getScheme())
            && api.getHost().equalsIgnoreCase(host)
            && api.getPort() == uri.getPort());
  }
}
