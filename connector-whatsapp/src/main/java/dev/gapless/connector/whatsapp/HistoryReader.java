// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.payload.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of the history of the company's own app, sent once when the app and the API are joined:
 * threads of messages, or the refusal to share them.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history">history
 *     webhook</a>
 */
final class HistoryReader implements ItemReader {
  static final String FIELD = "history";

  @Override
  public List<Item> read(Element chunk) {
    if (!chunk.json().isObject()) {
      return List.of(chunk.unexpectedType());
    }
    List<Item> items = new ArrayList<>();
    chunk.children("errors").forEach(error -> items.add(refusal(error)));
    chunk.children("threads").forEach(thread -> items.addAll(thread(thread)));
    if (items.isEmpty()) {
      items.add(chunk.notice(FIELD, NoticeTable.HISTORY_PROGRESS));
    }
    return items;
  }

  private static Item refusal(Element error) {
    return error.notice(
        FIELD,
        Fields.text(error.json(), "code")
            .flatMap(NoticeTable::rule)
            .or(() -> NoticeTable.rule("errors"))
            .orElse(Envelope.UNKNOWN));
  }

  private static List<Item> thread(Element thread) {
    if (!thread.json().isObject()) {
      return List.of(thread.unexpectedType());
    }
    MessageReader reader =
        new MessageReader(message -> Correspondence.inThread(message, thread.json()));
    return thread.children("messages").stream()
        .map(message -> ItemReader.guarded(reader, message))
        .toList();
  }
}
