// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the table.
 *
 * @param code the platform's code, or {@code HTTP} and a status, or {@code HTTP 5xx}
 * @param text what the message must contain, in any case of letters; empty fits all
 * @param during when it counts, with {@code row:} before it in a row of an answer only; empty means
 *     always
 */
record ErrorRow(String code, String text, Set<String> during, Meaning meaning) {
  boolean fits(Fault fault, During now, boolean row) {
    boolean fitsRow = row && during.contains("row:" + now.label());
    return code.equals(fault.code()) && (fitsTime(now) || fitsRow) && contains(fault.message());
  }

  boolean fitsStatus(int status, During now) {
    return (code.equals("HTTP " + status) || code.equals("HTTP " + status / 100 + "xx"))
        && fitsTime(now);
  }

  private boolean fitsTime(During now) {
    return during.isEmpty() || during.contains(now.label());
  }

  private boolean contains(String message) {
    return text.isEmpty()
        || Optional.of(message).filter(m -> m.toLowerCase(Locale.ROOT).contains(text)).isPresent();
  }
}
