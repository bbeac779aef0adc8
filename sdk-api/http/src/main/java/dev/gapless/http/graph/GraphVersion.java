// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of the Graph API, as the platform had announced it when this release was made.
 *
 * @param name as it stands in addresses: {@code v25.0}
 * @param ends the last day it answers; empty if not announced
 * @see <a href="https://developers.facebook.com/docs/graph-api/changelog">Changelog</a>
 */
public record GraphVersion(String name, LocalDate released, Optional<LocalDate> ends) {
  private static final Pattern FORM = Pattern.compile("v[1-9][0-9]?\\.[0-9]");
  private static final List<GraphVersion> KNOWN =
      Table.read("versions.txt").stream().map(GraphVersion::of).toList();

  private static GraphVersion of(List<String> row) {
    Optional<LocalDate> ends =
        Optional.of(row.get(2)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    return new GraphVersion(row.get(0), LocalDate.parse(row.get(1)), ends);
  }

  /** All that were known, the newest first. */
  public static List<GraphVersion> known() {
    return KNOWN;
  }

  /** The version of a name; empty if it is newer than this release, very old, or none. */
  public static Optional<GraphVersion> find(String name) {
    return KNOWN.stream().filter(version -> version.name.equals(name)).findFirst();
  }

  /** Whether a name has the form of a version. */
  static boolean isName(String name) {
    return FORM.matcher(name).matches();
  }
}
