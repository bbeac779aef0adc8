// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.FakeCrm.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The presets that come with the adapter, each with a stand-in that takes everything. */
@SuppressWarnings("ImmutableEnumChecker") // Maps of fixed texts and routes; nothing changes them.
enum Bundled {
  ESPOCRM(
      "POST /api/v1/CSocialMessage",
      "GET /api/v1/Contact",
      "POST /api/v1/Contact",
      Map.of("api-key", "k"),
      crm -> {
        crm.on(
            "POST /api/v1/CSocialMessage",
            s -> json(200, "{\"id\":\"e1\",\"messageKey\":" + s.json().path("messageKey") + "}"));
        crm.on("PUT /api/v1/CSocialMessage/T-1", s -> json(200, "{\"id\":\"T-1\"}"));
        crm.on("GET /api/v1/Contact", s -> json(200, "{\"total\":0,\"list\":[]}"));
        crm.on("POST /api/v1/Contact", s -> json(200, "{\"id\":\"n1\"}"));
        crm.on("POST /api/v1/Attachment", s -> json(200, "{\"id\":\"u1\"}"));
        crm.on("POST /api/v1/Note", s -> json(200, "{\"id\":\"f1\"}"));
      }) {
    @Override
    String text(JsonNode body) {
      return body.path("text").textValue();
    }
  },
  ODOO(
      "POST /json/2/res.partner/message_post",
      "POST /json/2/res.partner/search_read",
      "POST /json/2/res.partner/create",
      Map.of("token", "k", "options", "inbox=7"),
      crm -> {
        crm.on("POST /json/2/res.partner/message_post", s -> json(200, "[101]"));
        crm.on("POST /json/2/mail.message/write", s -> json(200, "true"));
        crm.on("POST /json/2/res.partner/search_read", s -> json(200, "[]"));
        crm.on("POST /json/2/res.partner/create", s -> json(200, "[8]"));
        crm.on("POST /json/2/ir.attachment/create", s -> json(200, "[9]"));
      }) {
    @Override
    String text(JsonNode body) {
      String html = body.path("body").textValue();
      return html.substring(3, html.indexOf("</p>"))
          .replace("<br>", "\n")
          .replace("&lt;", "<")
          .replace("&gt;", ">")
          .replace("&quot;", "\"")
          .replace("&#39;", "'")
          .replace("&amp;", "&");
    }
  },
  HUBSPOT(
      "POST /integrators/timeline/2026-03/events",
      "POST /crm/v3/objects/contacts/search",
      "POST /crm/v3/objects/contacts",
      Map.of(
          "client-id", "c",
          "client-secret", "s",
          "refresh-token", "r",
          "options", "event-type=pe1_message, inbox=9"),
      crm -> {
        crm.on("POST /oauth/v1/token", s -> json(200, "{\"access_token\":\"t\"}"));
        crm.on(
            "POST /integrators/timeline/2026-03/events",
            s -> json(201, "{\"id\":" + s.json().path("id") + "}"));
        crm.on("POST /crm/v3/objects/contacts/search", s -> json(200, "{\"results\":[]}"));
        crm.on("POST /crm/v3/objects/contacts", s -> json(201, "{\"id\":\"n1\"}"));
      }) {
    @Override
    String text(JsonNode body) {
      return body.at("/properties/text").textValue();
    }
  },
  ZOHO(
      "POST /crm/v8/Social_Messages/upsert",
      "GET /crm/v8/Contacts/search",
      "POST /crm/v8/Contacts",
      Map.of("client-id", "c", "client-secret", "s", "refresh-token", "r"),
      crm -> {
        crm.on("POST /oauth/v2/token", s -> json(200, "{\"access_token\":\"t\"}"));
        crm.on("POST /crm/v8/Social_Messages/upsert", s -> json(200, ZohoPresetTest.successes(s)));
        crm.on("PUT /crm/v8/Social_Messages", s -> json(200, ZohoPresetTest.successes(s)));
        crm.on("GET /crm/v8/Contacts/search", s -> json(204, ""));
        crm.on("POST /crm/v8/Contacts", s -> json(201, ZohoPresetTest.successes(s)));
        crm.on(
            "POST /crm/v8/Social_Messages/7/Attachments",
            s -> json(200, "{\"data\":[{\"status\":\"success\",\"details\":{\"id\":\"f1\"}}]}"));
      }) {
    @Override
    String text(JsonNode body) {
      return body.at("/data/0/Text").textValue();
    }
  },
  ZENDESK(
      "PUT /api/v2/tickets/5.json",
      "GET /api/v2/users/search.json",
      "POST /api/v2/users/create_or_update.json",
      Map.of("user", "a@example.com/token", "password", "p"),
      crm -> {
        crm.on("GET /api/v2/tickets.json", s -> json(200, "{\"tickets\":[]}"));
        crm.on("POST /api/v2/tickets.json", s -> json(201, "{\"ticket\":{\"id\":5}}"));
        crm.on("PUT /api/v2/tickets/5.json", s -> json(200, "{\"ticket\":{\"id\":5}}"));
        crm.on("GET /api/v2/tickets/5/comments.json", s -> json(200, "{\"comments\":[]}"));
        crm.on("GET /api/v2/users/search.json", s -> json(200, "{\"users\":[]}"));
        crm.on("POST /api/v2/users/create_or_update.json", s -> json(201, "{\"user\":{\"id\":8}}"));
        crm.on("POST /api/v2/uploads.json", s -> json(201, "{\"upload\":{\"token\":\"u1\"}}"));
      }) {
    @Override
    String text(JsonNode body) {
      String comment = body.at("/ticket/comment/body").textValue();
      return comment.substring(comment.indexOf("\n\n") + 2, comment.lastIndexOf("\n\n["));
    }
  };

  final String create;
  final String people;
  final String make;
  private final Map<String, String> settings;
  private final Consumer<FakeCrm> routes;

  Bundled(
      String create,
      String people,
      String make,
      Map<String, String> settings,
      Consumer<FakeCrm> routes) {
    this.create = create;
    this.people = people;
    this.make = make;
    this.settings = settings;
    this.routes = routes;
  }

  /** The text of an entry as the CRM would show it. */
  abstract String text(JsonNode body);

  Map<String, String> settings(FakeCrm crm) {
    routes.accept(crm);
    Map<String, String> all = new HashMap<>(settings);
    all.put("preset", name().toLowerCase(java.util.Locale.ROOT));
    all.put("url", crm.url());
    all.put("read-timeout", Connections.PATIENT);
    all.put("rates", "100000/1s");
    if (this == ZOHO) {
      all.put("token-url", crm.url());
    }
    return all;
  }

  RestCrmAdapter open(FakeCrm crm) {
    return Connections.open(settings(crm));
  }
}
