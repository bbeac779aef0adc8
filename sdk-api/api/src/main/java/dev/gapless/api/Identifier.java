// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

/**
 * One name under which a party is known. Types are open; the constants are those our own connectors
 * use. Compared as stored: never lower-cased, never rewritten.
 *
 * @param type what kind of name, as {@code phone}; never blank
 * @param value the name as the platform sent it; never blank, and never printed by {@link
 *     #toString()}
 */
public record Identifier(String type, String value) {
  /** A telephone number, in whatever form the source wrote it. */
  public static final String PHONE = "phone";

  /** The digits WhatsApp calls {@code wa_id}; usually, not always, a telephone number. */
  public static final String WHATSAPP_ID = "whatsapp_id";

  /** WhatsApp's business-scoped user id. */
  public static final String WHATSAPP_USER_ID = "whatsapp_user_id";

  /** WhatsApp's user id shared by several business portfolios. */
  public static final String WHATSAPP_PARENT_USER_ID = "whatsapp_parent_user_id";

  /** Facebook's page-scoped user id: the same in comments and in Messenger of one page. */
  public static final String FACEBOOK_PSID = "facebook_psid";

  /** What stands for a person in Messenger until a page-scoped id is known. */
  public static final String FACEBOOK_USER_REF = "facebook_user_ref";

  /** Instagram's user id as one professional account sees it. */
  public static final String INSTAGRAM_IGSID = "instagram_igsid";

  /** A public name that its owner can change. Never a key. */
  public static final String HANDLE = "handle";

  public Identifier {
    if (type.isBlank() || value.isBlank()) {
      throw new IllegalArgumentException("Identifier needs a type and a value");
    }
  }

  @Override
  public String toString() {
    return type + ":***";
  }
}
