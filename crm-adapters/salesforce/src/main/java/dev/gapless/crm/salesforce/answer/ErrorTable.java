// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table of the platform's codes, {@code errors.txt}: the code in the body counts before the
 * status, the first row that fits wins.
 */
public final class ErrorTable {
  private static final String FILE = "errors.txt";
  private static final int COLUMNS = 8;
  private static final ErrorTable BUNDLED = bundled();

  private final List<ErrorRow> rows;
  private final Meaning unknownRow;

  private ErrorTable(List<ErrorRow> rows) {
    this.rows = rows;
    this.unknownRow =
        new Meaning(
            Meaning.Then.REFUSED,
            Category.INVALID,
            Scope.ENTRY,
            Optional.empty(),
            "The table does not know this code: look it up, mend the cause, replay",
            "");
  }

  /** The table that comes with the adapter. */
  public static ErrorTable get() {
    return BUNDLED;
  }

  /** What a whole answer that is no success means: its first known complaint, else its status. */
  public Meaning of(List<Fault> faults, int status, During now) {
    return faults.stream()
        .flatMap(fault -> known(fault, now, false).stream())
        .findFirst()
        .orElseGet(() -> of(status, now));
  }

  /** What the complaints of one row of an answer mean. */
  public Meaning ofRow(List<Fault> faults, During now) {
    return faults.stream()
        .flatMap(fault -> known(fault, now, true).stream())
        .findFirst()
        .orElse(unknownRow);
  }

  /** The complaint that decides: the first that the table knows, else the first. */
  public Fault decisive(List<Fault> faults, During now) {
    return faults.stream()
        .filter(fault -> known(fault, now, true).isPresent())
        .findFirst()
        .or(() -> faults.stream().findFirst())
        .orElse(new Fault("", "", List.of()));
  }

  private Optional<Meaning> known(Fault fault, During now, boolean inRow) {
    return rows.stream()
        .filter(row -> row.fits(fault, now, inRow))
        .findFirst()
        .map(ErrorRow::meaning);
  }

  private Meaning of(int status, During now) {
    return rows.stream()
        .filter(row -> row.fitsStatus(status, now))
        .findFirst()
        .map(ErrorRow::meaning)
        .orElseThrow(() -> new IllegalStateException("no row for status " + status));
  }

  /** The codes it names, statuses left out. */
  Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    rows.forEach(row -> codes.add(row.code()));
    codes.removeIf(code -> code.startsWith("HTTP "));
    return codes;
  }

  /** Every row, for whoever checks the table. */
  List<ErrorRow> rows() {
    return rows;
  }

  private static ErrorTable bundled() {
    try (InputStream in =
        ErrorTable.class.getResourceAsStream("/dev/gapless/crm/salesforce/errors.txt")) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      return parse(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " cannot be read from the jar", e);
    }
  }

  static ErrorTable parse(String text) {
    Map<String, String> sources = new HashMap<>();
    List<ErrorRow> rows = new ArrayList<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> add(line, sources, rows));
    return new ErrorTable(List.copyOf(rows));
  }

  private static void add(String line, Map<String, String> sources, List<ErrorRow> rows) {
    String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    if (cells.length == 2) {
      sources.put(cells[0], cells[1]);
    } else if (cells.length == COLUMNS && sources.containsKey(cells[7])) {
      rows.addAll(rows(cells, sources.get(cells[7])));
    } else {
      throw new IllegalStateException(FILE + " has a line of another form: " + line);
    }
  }

  private static List<ErrorRow> rows(String[] cells, String source) {
    Meaning meaning =
        new Meaning(
            Meaning.Then.valueOf(word(cells[3])),
            Category.valueOf(word(cells[4].substring(0, cells[4].indexOf('/')))),
            Scope.valueOf(word(cells[4].substring(cells[4].indexOf('/') + 1))),
            cells[5].isEmpty() ? Optional.empty() : Optional.of(Duration.parse(cells[5])),
            cells[6],
            source);
    Set<String> during = cells[2].isEmpty() ? Set.of() : Set.of(cells[2].split(" "));
    return Arrays.stream(cells[0].split(", *"))
        .map(code -> new ErrorRow(code, cells[1].toLowerCase(Locale.ROOT), during, meaning))
        .toList();
  }

  private static String word(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
