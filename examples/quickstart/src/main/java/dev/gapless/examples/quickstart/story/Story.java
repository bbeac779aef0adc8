// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import static dev.gapless.examples.quickstart.story.Customer.JOSE;
import static dev.gapless.examples.quickstart.story.Customer.LUKASZ;
import static dev.gapless.examples.quickstart.story.Customer.NOURA;
import static dev.gapless.examples.quickstart.story.Customer.STRANGER;
import static dev.gapless.examples.quickstart.story.Customer.ZOE;

import dev.gapless.engine.Audit;
import java.time.Duration;
import java.time.Instant;

/** The scenes, in their order. */
final class Story {
  private static final int OUTAGE_MESSAGES = 14;

  private final Stage stage;
  private final Teller teller;
  private final Duration outage;

  Story(Stage stage, Teller teller, Duration outage) {
    this.stage = stage;
    this.teller = teller;
    this.outage = outage;
  }

  void tell() {
    byte[] first = oneMessage();
    byte[] batch = batch();
    repeats(first, batch);
    edit();
    revoke();
    unknownKind();
    failedMessage();
    forgeries(first);
    stranger();
    inPublic();
    inPrivate();
    new Outage(stage, teller, outage, OUTAGE_MESSAGES).tell();
  }

  private byte[] oneMessage() {
    teller.scene("Zoë writes. One webhook, one entry.");
    byte[] body =
        new Webhook().text(ZOE, "wamid.1", now(), "Hallo! Wo bleibt mein Päckchen? 📦🙈").bytes();
    long start = System.nanoTime();
    stage.platform().deliver(body);
    long acknowledged = millisSince(start);
    stage.settle();
    teller.seen("acknowledged after %d ms, when it was on disk", acknowledged);
    teller.seen("in her timeline after %d ms", millisSince(start));
    return body;
  }

  private byte[] batch() {
    teller.scene("Five messages of three customers in one webhook; one is from yesterday.");
    byte[] body =
        new Webhook()
            .text(LUKASZ, "wamid.2", now(), "Dzień dobry, czy macie jeszcze żółte buty?")
            .text(NOURA, "wamid.3", now(), "مرحبا، أين طلبي؟")
            .text(JOSE, "wamid.4", now(), "¿A qué hora abren mañana?")
            .text(NOURA, "wamid.5", now(), "رقم الطلب ٤٢ 🌸")
            .text(LUKASZ, "wamid.6", now().minus(Duration.ofDays(1)), "Rozmiar 43 👟")
            .bytes();
    stage.platform().deliver(body);
    stage.settle();
    teller.seen("%d events in, %d in the CRM", stage.audit().received(), stage.audit().written());
    teller.shows("n in, n out. The late one sorts where it belongs; see the timelines below.");
    return body;
  }

  private void repeats(byte[] first, byte[] batch) {
    teller.scene("The platform is not sure, and sends both webhooks again. Twice.");
    for (int i = 0; i < 2; i++) {
      stage.platform().deliver(first);
      stage.platform().deliver(batch);
    }
    stage.settle();
    Audit audit = stage.audit();
    teller.seen("%d repeats counted, still %d events", audit.repeats(), audit.received());
    teller.shows("no cache decides that, but the journal: it holds after a restart, too.");
  }

  private void edit() {
    teller.scene("José corrects himself.");
    stage
        .platform()
        .deliver(
            new Webhook()
                .edit(JOSE, "wamid.7", now(), "wamid.4", "¿A qué hora abren el lunes?")
                .bytes());
    stage.settle();
    teller.seen(stage.entry("wamid.4"));
    teller.shows("his entry was changed in place; there is no second one.");
  }

  private void revoke() {
    teller.scene("Łukasz takes a message back.");
    stage.platform().deliver(new Webhook().revoke(LUKASZ, "wamid.8", now(), "wamid.6").bytes());
    stage.settle();
    teller.seen(stage.entry("wamid.6"));
    teller.shows("the entry stays, its text is gone.");
  }

  private void unknownKind() {
    teller.scene("Noura sends a hologram, which nobody had heard of when this was made.");
    stage
        .platform()
        .deliver(
            new Webhook()
                .text(NOURA, "wamid.9", now(), "انظروا!")
                .hologram(NOURA, "wamid.10", now())
                .text(NOURA, "wamid.11", now(), "جميل، أليس كذلك؟")
                .bytes());
    stage.settle();
    teller.seen(stage.entry("wamid.10"));
    teller.shows("an 'unsupported' entry, its raw form kept; the rest of the batch went on.");
  }

  private void failedMessage() {
    teller.scene("An answer to José is sent, and fails.");
    stage.platform().deliver(new Webhook().status(JOSE, "wamid.12", now(), "sent").bytes());
    stage
        .platform()
        .deliver(
            new Webhook().failed(JOSE, "wamid.12", now(), 131026, "Message undeliverable").bytes());
    stage.settle();
    teller.seen(stage.entry("wamid.12"));
    teller.shows("'sent' is noted and not written, by a named rule; the failure is an entry.");
  }

  private void forgeries(byte[] genuine) {
    teller.scene("Somebody forges webhooks: another's secret, no signature, a signature of old.");
    byte[] forged = new Webhook().text(ZOE, "wamid.13", now(), "Bitte 10.000 € an mich").bytes();
    teller.seen(
        "answered %d, %d, %d",
        stage.platform().forge(forged, "not-the-secret"),
        stage.platform().forge(forged),
        stage.platform().forge(forged, genuine));
    teller.shows("nothing of them was stored: still " + stage.audit().received() + " events.");
  }

  private void stranger() {
    teller.scene("Somebody writes whom the CRM does not know.");
    stage
        .platform()
        .deliver(new Webhook().text(STRANGER, "wamid.14", now(), "Do you ship to Samoa?").bytes());
    stage.settle();
    teller.seen(stage.entry("wamid.14"));
    teller.shows("the entry is in the inbox, for an agent to assign. Nobody was made up.");
  }

  private void inPublic() {
    teller.scene("On the Facebook page Zoë complains below a post. Others join in.");
    stage
        .platform()
        .deliver(
            Platform.FACEBOOK,
            new PageWebhook()
                .post(now(), "Wir haben neue Öffnungszeiten!")
                .comment(ZOE, "900100_1", now(), "Drei Wochen! Wo ist mein Päckchen? 😡")
                .comment(JOSE, "900100_2", now(), "¡A mí me pasó lo mismo!")
                .comment(LUKASZ, "900100_3", now(), "U mnie wszystko przyszło na czas.")
                .comment(STRANGER, "900100_4", now(), "You are all idiots")
                .angry(NOURA, "900100_1", now())
                .bytes());
    stage.settle();
    teller.seen(stage.entry("900100_1"));
    teller.shows("each stands in its author's timeline, marked public; one thread, one order.");
  }

  private void inPrivate() {
    teller.scene("The shop hides an insult and takes Zoë aside, into Messenger.");
    stage
        .platform()
        .deliver(
            Platform.FACEBOOK,
            new PageWebhook()
                .hide(STRANGER, "900100_4", now())
                .answer("900100_5", "900100_1", now(), "Das tut uns leid! Wir schreiben Ihnen.")
                .echo(ZOE, "m_us.1", now(), "Liebe Frau Krüger, Ihre Bestellnummer bitte?")
                .message(ZOE, "m_zoe.1", now(), "Nummer 42. Und danke für die Antwort 🙏")
                .editComment(ZOE, "900100_1", now(), "Nachtrag: Es hat sich geklärt, danke!")
                .bytes());
    stage.settle();
    teller.seen(stage.entry("900100_1"));
    teller.shows("her words in public were changed in place; what is private is shown apart.");
  }

  private static Instant now() {
    return Instant.now();
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
