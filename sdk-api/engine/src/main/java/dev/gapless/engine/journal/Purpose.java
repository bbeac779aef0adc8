// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import dev.gapless.api.Delivery;

/** What is brought to a destination; the beginning of its name says it. */
public enum Purpose {
  /** Entries of a CRM's timeline. */
  ENTRY(Delivery.ENTRY, "", "deliveries to CRM"),
  /** Files of a channel's contacts, fetched from the platform. */
  MEDIA(Delivery.MEDIA, "media/", "files of channel"),
  /** Fetched files, handed to a CRM. */
  FILE(Delivery.FILE, "files/", "files for CRM"),
  /** Names of a channel's people, asked of the platform. */
  NAME(Delivery.NAME, "names/", "names of channel");

  private static final Purpose[] ALL = values();

  private final String label;
  private final String prefix;
  private final String title;

  Purpose(String label, String prefix, String title) {
    this.label = label;
    this.prefix = prefix;
    this.title = title;
  }

  /** The purpose of the destination with this name. */
  public static Purpose of(String destination) {
    for (Purpose one : ALL) {
      if (one != ENTRY && destination.startsWith(one.prefix)) {
        return one;
      }
    }
    return ENTRY;
  }

  /** The kind of its deliveries, as {@link Delivery#kind()} says it. */
  public String label() {
    return label;
  }

  /** The destination for this purpose of a channel or CRM. */
  public String destination(String connection) {
    return prefix + connection;
  }

  /** The channel or CRM a destination of this purpose belongs to. */
  String connection(String destination) {
    return destination.substring(prefix.length());
  }

  String title(String destination) {
    return title + " '" + connection(destination) + "'";
  }
}
