// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.load;

import dev.gapless.http.signature.HubSignature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Webhooks as WhatsApp sends them: signed, one text of some 160 characters each (a body of about
 * 700 bytes), from a number of customers in turn. Every message is another; the same number always
 * gives the same message, but for the moment it was sent at.
 */
public final class Traffic {
  /** What signs the webhooks. */
  public static final String APP_SECRET = "not-a-secret-but-long-enough-for-a-benchmark";

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final String WORDS =
      "Hello, my parcel has not come yet and the tracking page has said the same for three days."
          + " Could somebody have a look?";

  private final LongUnaryOperator customers;

  /**
   * @param customers how many people write, each in a conversation of their own
   */
  public Traffic(int customers) {
    this(message -> message % customers);
  }

  /**
   * @param customers who writes the message of a number; each has a conversation of their own
   */
  public Traffic(LongUnaryOperator customers) {
    this.customers = customers;
  }

  /** The body of one message, sent now. */
  public byte[] body(long message) {
    return body(message, 1);
  }

  /** One body with several messages, from this one on. */
  public byte[] body(long first, int messages) {
    String contacts = numbers(first, messages).distinct().mapToObj(this::contact).collect(list());
    String texts = LongStream.range(first, first + messages).mapToObj(this::text).collect(list());
    String body =
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"100000000000000\","
            + "\"changes\":[{\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":"
            + "{\"display_phone_number\":\"447700900100\",\"phone_number_id\":\"100000000000001\"},"
            + "\"contacts\":["
            + contacts
            + "],\"messages\":["
            + texts
            + "]},\"field\":\"messages\"}]}]}";
    return body.getBytes(StandardCharsets.US_ASCII);
  }

  /** The signature that goes with a body. */
  public static String sign(byte[] body) {
    return HubSignature.sign(APP_SECRET, body);
  }

  private LongStream numbers(long first, int messages) {
    return LongStream.range(first, first + messages).map(customers);
  }

  private String contact(long customer) {
    return "{\"profile\":{\"name\":\"Customer "
        + customer
        + "\"},\"wa_id\":\""
        + phone(customer)
        + "\"}";
  }

  private String text(long message) {
    String phone = phone(customers.applyAsLong(message));
    long millis = System.currentTimeMillis();
    return "{\"from\":\""
        + phone
        + "\",\"id\":\""
        + id(phone, message)
        + "\",\"timestamp\":\""
        + millis / 1_000
        + "\",\"type\":\"text\",\"text\":{\"body\":\""
        + new Mark(message, millis)
        + " "
        + WORDS
        + "\"}}";
  }

  /** As WhatsApp's ids are made: the customer first, then what looks random. */
  private static String id(String phone, long message) {
    String customer = Base64.getEncoder().encodeToString(phone.getBytes(StandardCharsets.US_ASCII));
    return "wamid.HBgM" + customer + "FQIAEhgg" + hex(message * GOLDEN) + hex(message) + "AA==";
  }

  private static String hex(long number) {
    return HexFormat.of().withUpperCase().toHexDigits(number);
  }

  /** The number of a customer, with its country code and no sign before it. */
  public static String phone(long customer) {
    return Long.toString(447_709_000_000L + customer);
  }

  private static Collector<CharSequence, ?, String> list() {
    return Collectors.joining(",");
  }
}
