// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Settings;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Once;
import dev.gapless.crm.salesforce.call.Budget;
import dev.gapless.crm.salesforce.call.Calls;
import dev.gapless.crm.salesforce.call.Query;
import dev.gapless.crm.salesforce.call.Sessions;
import dev.gapless.crm.salesforce.entry.ClosedStatus;
import dev.gapless.crm.salesforce.entry.EntryFields;
import dev.gapless.crm.salesforce.entry.EntryWriter;
import dev.gapless.crm.salesforce.entry.FullTexts;
import dev.gapless.crm.salesforce.entry.Guard;
import dev.gapless.crm.salesforce.entry.KeyLookup;
import dev.gapless.crm.salesforce.entry.SharedCheck;
import dev.gapless.crm.salesforce.entry.SharedRecords;
import dev.gapless.crm.salesforce.entry.TextFiles;
import dev.gapless.crm.salesforce.people.Accounts;
import dev.gapless.crm.salesforce.people.PeopleFinder;
import dev.gapless.crm.salesforce.people.PeopleMaker;
import dev.gapless.crm.salesforce.people.PersonObject;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.entry.EntryOptions;
import dev.gapless.http.entry.PhoneCandidates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Puts an adapter together. */
final class Assembly {
  private final Settings settings;
  private final ExtensionContext context;
  private final Parts parts;
  private final EntryOptions entries;
  private final HttpConnection http;

  Assembly(
      Settings settings,
      ExtensionContext context,
      Parts parts,
      EntryOptions entries,
      HttpConnection http) {
    this.settings = settings;
    this.context = context;
    this.parts = parts;
    this.entries = entries;
    this.http = http;
  }

  SalesforceAdapter adapter() {
    Calls calls = calls();
    Query query = new Query(calls);
    ClosedStatus closed =
        new ClosedStatus(
            query,
            settings.optionalText("task-status"),
            parts.profile().field("closedStatus").isPresent());
    EntryFields fields =
        new EntryFields(
            parts.profile(),
            entries.texts(),
            entries.zone(),
            parts.owner(),
            parts.inbox(),
            closed::name);
    SharedRecords shared = new SharedRecords(parts.profile(), parts.owner(), parts.inbox());
    KeyLookup keys = new KeyLookup(query, parts.profile());
    Accounts accounts = new Accounts();
    return new SalesforceAdapter(
        capabilities(),
        calls,
        new SetupCheck(calls, fieldCheck(), new SharedCheck(query, closed, shared)),
        people(query, accounts),
        maker(calls),
        new LockKeys(accounts, parts.inbox()),
        new EntryWriter(
            calls,
            fields,
            closed,
            shared,
            keys,
            new Guard(query, fields),
            parts.fullText()
                ? Optional.of(new FullTexts(new TextFiles(calls, query), fields))
                : Optional.empty()),
        keys);
  }

  private Calls calls() {
    Sessions sessions =
        new Sessions(http, parts.loginUrl(), parts.org(), parts.login(), context.clock());
    return new Calls(
        http,
        sessions,
        new Budget(parts.reserve(), context.clock()),
        parts.version(),
        context.clock(),
        LoggerFactory.getLogger(context.loggerName()));
  }

  private CrmCapabilities capabilities() {
    return new CrmCapabilities(
        parts.batch(),
        LanesInBatch.ONE_ENTRY,
        new Once.Enforced(settings.duration("settled-after")),
        parts.concurrency());
  }

  private PeopleFinder people(Query query, Accounts accounts) {
    return new PeopleFinder(
        query,
        objects(),
        parts.personFields(),
        new PhoneCandidates(entries.region(), PhoneCandidates.FORMATS),
        accounts);
  }

  private PeopleMaker maker(Calls calls) {
    return new PeopleMaker(
        calls, parts.newPeople(), parts.personFields(), settings.text("duplicates").equals("link"));
  }

  private List<PersonObject> objects() {
    List<PersonObject> objects = new ArrayList<>();
    objects.add(PersonObject.CONTACT);
    if (settings.flag("leads")) {
      objects.add(PersonObject.LEAD);
    }
    if (settings.flag("person-accounts")) {
      objects.add(PersonObject.PERSON_ACCOUNT);
    }
    return objects;
  }

  private FieldCheck fieldCheck() {
    return new FieldCheck(
        parts.profile(),
        objects(),
        parts.personFields().values(),
        parts.fullText(),
        parts.owner().isPresent(),
        parts.inbox().isPresent());
  }
}
