// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

/** The ability to receive a platform's webhooks. */
public interface WebhookReceiver extends ItemSplitter {
  /**
   * Decides at the door: answers a handshake, checks the signature over the raw bytes in constant
   * time. Does nothing else and no input or output, for it runs inside the platform's request. A
   * missing signature is a refusal.
   */
  Admission admit(WebhookRequest request);
}
