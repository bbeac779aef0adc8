// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

/** Who writes. All telephone numbers are set aside for films and books. */
enum Customer {
  ZOE("Zoë Krüger", "447700900101"),
  LUKASZ("Łukasz Wójcik", "447700900102"),
  NOURA("نورا حداد", "447700900103"),
  JOSE("José Núñez", "447700900104"),
  /** Nobody the CRM has heard of. */
  STRANGER("Robin Newcomer", "447700900199");

  private final String fullName;
  private final String number;

  Customer(String fullName, String number) {
    this.fullName = fullName;
    this.number = number;
  }

  String fullName() {
    return fullName;
  }

  /** The number as WhatsApp writes it: without a plus sign. */
  String number() {
    return number;
  }

  /** The id under which a page knows them. */
  String pageScopedId() {
    return "70000000000000" + number.substring(number.length() - 3);
  }

  boolean isInTheCrm() {
    return this != STRANGER;
  }
}
