// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers are searched for in every form a CRM may hold them in, and never rewritten. */
class PhoneCandidatesTest {
  private static final List<String> ALL = PhoneCandidates.FORMATS;

  @Test
  void theFormReceivedComesFirst() {
    assertThat(of("", ALL, new Identifier(Identifier.PHONE, "+49 (171) 392-0001")))
        .startsWith("+49 (171) 392-0001")
        .contains("+491713920001", "491713920001", "00491713920001", "+49 171 3920001")
        .contains("0171 3920001", "01713920001")
        .doesNotHaveDuplicates();
  }

  @Test
  void whatsAppDigitsAreANumberWithItsCountry() {
    assertThat(of("", List.of("e164"), new Identifier(Identifier.WHATSAPP_ID, "491713920001")))
        .containsExactly("+491713920001");
  }

  @Test
  void numbersWithoutCountryNeedARegion() {
    Identifier local = new Identifier(Identifier.PHONE, "0171 3920001");
    assertThat(of("", ALL, local)).containsExactly("0171 3920001");
    assertThat(of("DE", List.of("e164"), local)).containsExactly("+491713920001");
  }

  @Test
  void mexicanArgentinianAndBrazilianMobilesAreTriedBothWays() {
    assertThat(of("", List.of("e164"), new Identifier(Identifier.WHATSAPP_ID, "5215512345678")))
        .contains("+525512345678");
    assertThat(of("", List.of("e164"), new Identifier(Identifier.WHATSAPP_ID, "5491123456789")))
        .contains("+5491123456789", "+541123456789");
    assertThat(of("", List.of("e164"), new Identifier(Identifier.WHATSAPP_ID, "551187654321")))
        .contains("+551187654321", "+5511987654321");
  }

  @Test
  void whatIsNoNumberIsOnlyEverSentAsItCame() {
    for (String strange :
        List.of("no number", "+", "00", "12", "+999999999999999999", "<b>1</b>")) {
      assertThat(of("DE", ALL, new Identifier(Identifier.PHONE, strange)))
          .containsOnlyOnce(strange);
    }
    assertThat(of("DE", ALL, new Identifier(Identifier.HANDLE, "+491713920001"))).isEmpty();
  }

  private static List<String> of(String region, List<String> formats, Identifier identifier) {
    Optional<String> country = Optional.of(region).filter(text -> !text.isEmpty());
    return new PhoneCandidates(country, formats)
        .of(new Party(Optional.empty(), List.of(identifier)));
  }
}
