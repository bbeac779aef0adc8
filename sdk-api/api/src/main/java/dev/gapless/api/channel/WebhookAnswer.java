// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

/**
 * What the host application answers to the platform, exactly so.
 *
 * @param status the HTTP status
 * @param contentType of the body; meaningless without one
 * @param body to be sent in UTF-8; empty for most answers: then send none, which some servers
 *     answer much faster
 */
public record WebhookAnswer(int status, String contentType, String body) {
  public static WebhookAnswer status(int status) {
    return new WebhookAnswer(status, "text/plain; charset=utf-8", "");
  }

  public static WebhookAnswer text(String text) {
    return new WebhookAnswer(200, "text/plain; charset=utf-8", text);
  }
}
