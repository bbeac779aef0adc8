// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.ItemKey;

/**
 * Who takes turns: the tenants of the host application. Where none is named, the accounts of the
 * company do, so that a storm on one page does not hold up the phone number.
 */
final class Share {
  private Share() {}

  /** The name of the item's share. */
  static String of(ItemKey item) {
    return item.tenant().isEmpty()
        ? "account:" + item.channel() + ":" + item.account()
        : "tenant:" + item.tenant();
  }
}
