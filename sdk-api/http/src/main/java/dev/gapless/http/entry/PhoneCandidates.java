// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.entry;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ways in which a CRM may have written down a party's telephone numbers. For searching only:
 * what the channel gave comes first, and nothing is ever stored in another form.
 *
 * @param region the country of numbers without a country code, if there is one
 * @param formats the forms wanted, of {@link #FORMATS}
 */
public record PhoneCandidates(Optional<String> region, List<String> formats) {
  /** The forms of telephone numbers there are, the one received first. */
  public static final List<String> FORMATS =
      List.of("received", "e164", "digits", "double-zero", "international", "national", "local");

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "ZZ";

  /** Whether this is a country in two capital letters, as {@code DE}. */
  public static boolean isRegion(String region) {
    return NUMBERS.getSupportedRegions().contains(region);
  }

  /** All forms of all telephone numbers of a party, distinct. */
  public List<String> of(Party party) {
    Set<String> found = new LinkedHashSet<>();
    for (Identifier each : party.identifiers()) {
      if (each.type().equals(Identifier.PHONE)) {
        add(found, each.value(), each.value());
      } else if (each.type().equals(Identifier.WHATSAPP_ID)) {
        // Digits with the country code, without the plus.
        add(found, each.value(), "+" + each.value());
      }
    }
    return List.copyOf(found);
  }

  private void add(Set<String> found, String received, String readable) {
    if (formats.contains("received")) {
      found.add(received);
    }
    for (PhoneNumber number : readings(readable)) {
      formats.forEach(format -> form(number, format).ifPresent(found::add));
    }
  }

  /** The number, and how people write it where WhatsApp's digits differ from it. */
  private List<PhoneNumber> readings(String text) {
    List<PhoneNumber> all = new ArrayList<>();
    parsed(text)
        .ifPresent(
            number -> {
              addIfPossible(all, number);
              String digits = Long.toString(number.getNationalNumber());
              switch (number.getCountryCode()) {
                case 52 -> other(all, "+52", digits, "1([0-9]{10})", "$1");
                case 54 -> other(all, "+54", digits, "9([0-9]{10})", "$1");
                case 55 -> {
                  other(all, "+55", digits, "([0-9]{2})([6-9][0-9]{7})", "$19$2");
                  other(all, "+55", digits, "([0-9]{2})9([6-9][0-9]{7})", "$1$2");
                }
                default -> {}
              }
            });
    return all;
  }

  private void other(
      List<PhoneNumber> all, String country, String digits, String pattern, String form) {
    if (digits.matches(pattern)) {
      parsed(country + digits.replaceFirst(pattern, form))
          .ifPresent(number -> addIfPossible(all, number));
    }
  }

  private static void addIfPossible(List<PhoneNumber> all, PhoneNumber number) {
    if (NUMBERS.isPossibleNumber(number)) {
      all.add(number);
    }
  }

  private Optional<PhoneNumber> parsed(String text) {
    try {
      return Optional.of(NUMBERS.parse(text, region.orElse(NO_REGION)));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> form(PhoneNumber number, String format) {
    String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
    String national = NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
    return switch (format) {
      case "e164" -> Optional.of(e164);
      case "digits" -> Optional.of(e164.substring(1));
      case "double-zero" -> Optional.of("00" + e164.substring(1));
      case "international" -> Optional.of(NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL));
      case "national" -> Optional.of(national);
      case "local" -> Optional.of(national.replaceAll("[^0-9]", ""));
      default -> Optional.empty();
    };
  }
}
