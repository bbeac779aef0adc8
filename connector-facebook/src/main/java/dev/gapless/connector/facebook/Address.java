// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of files on the platform's servers. They are signed and short-lived: host and query
 * change with every look, the file's own name stays.
 */
final class Address {
  private static final Pattern ASSET = Pattern.compile("(?:^|&)asset_id=([0-9]{1,40})(?:&|$)");

  /** The size of a picture stands behind its name, as {@code _n.jpg}. */
  private static final Pattern SIZE = Pattern.compile("(_[a-z])?\\.[A-Za-z0-9]{1,5}$");

  private static final List<String> SCHEMES = List.of("http", "https");

  private Address() {}

  /** The text if it is an absolute web address; other things occur in its place. */
  static Optional<String> web(Optional<String> text) {
    return text.filter(Address::isWeb);
  }

  /** What of the address stays the same; empty if nothing does. */
  static Optional<String> lasting(String address) {
    return parse(address).flatMap(Address::lasting);
  }

  /** The thing on the platform that a link leads to, else the link without what may vary. */
  static Optional<String> target(String address) {
    return parse(address).map(uri -> asset(uri).orElseGet(() -> withoutQuery(address.strip())));
  }

  private static String withoutQuery(String address) {
    return address.replaceFirst("[?#].*$", "");
  }

  private static Optional<String> asset(URI uri) {
    Matcher asset = ASSET.matcher(Optional.ofNullable(uri.getRawQuery()).orElse(""));
    return asset.find() ? Optional.of(asset.group(1)) : Optional.empty();
  }

  private static Optional<String> lasting(URI uri) {
    return asset(uri).or(() -> named(uri));
  }

  private static Optional<String> named(URI uri) {
    String path = Optional.ofNullable(uri.getPath()).orElse("");
    String name = SIZE.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
    return Optional.of(name).filter(text -> !text.isBlank());
  }

  private static boolean isWeb(String text) {
    return parse(text)
        .filter(uri -> uri.getHost() != null && uri.getScheme() != null)
        .filter(uri -> SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text.strip()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
