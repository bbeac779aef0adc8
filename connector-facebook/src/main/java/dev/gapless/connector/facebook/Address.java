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

  private static final String HTTP = "http";
  private static final List<String> SCHEMES = List.of(HTTP, "https");

  static final Address NONE = new Address(Optional.empty());

  private final Optional<String> text;
  private final Optional<URI> web;

  private Address(Optional<String> text) {
    this.text = text;
    this.web = text.flatMap(Address::web);
  }

  /** What stands in the place of an address; other things occur there. */
  static Address of(Optional<String> text) {
    return new Address(text);
  }

  boolean isWeb() {
    return web.isPresent();
  }

  /** The text if it is an absolute web address. */
  Optional<String> web() {
    return web.isPresent() ? text : Optional.empty();
  }

  Optional<String> text() {
    return text;
  }

  /** What of the address stays the same; empty if nothing does. */
  Optional<String> lasting() {
    return web.flatMap(uri -> asset(uri).or(() -> named(uri)));
  }

  /** The thing on the platform that a link leads to, else the link without what may vary. */
  Optional<String> target() {
    return web.map(uri -> asset(uri).orElseGet(() -> withoutQuery(uri.toString())));
  }

  private static String withoutQuery(String address) {
    int end = 0;
    while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
      end++;
    }
    return address.substring(0, end);
  }

  private static Optional<String> asset(URI uri) {
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    if (!query.contains("asset_id=")) {
      // Searching a long signed address by expression takes its time.
      return Optional.empty();
    }
    Matcher asset = ASSET.matcher(query);
    return asset.find() ? Optional.of(asset.group(1)) : Optional.empty();
  }

  private static Optional<String> named(URI uri) {
    String path = Optional.ofNullable(uri.getPath()).orElse("");
    String name = withoutSize(path.substring(path.lastIndexOf('/') + 1));
    return name.isBlank() ? Optional.empty() : Optional.of(name);
  }

  private static String withoutSize(String name) {
    // Only the last dot can be meant; searching for one takes its time.
    Matcher size = SIZE.matcher(name);
    return size.find(Math.max(0, name.lastIndexOf('.') - "_n".length()))
        ? name.substring(0, size.start()) + name.substring(size.end())
        : name;
  }

  private static Optional<URI> web(String text) {
    String address = text.strip();
    if (!address.regionMatches(true, 0, HTTP, 0, HTTP.length())) {
      // That parsing fails costs more than all the rest.
      return Optional.empty();
    }
    try {
      URI uri = new URI(address);
      return uri.getHost() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
