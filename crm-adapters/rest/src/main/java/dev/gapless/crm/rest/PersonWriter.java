// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PersonMaker.Answer;
import dev.gapless.crm.rest.preset.PersonForm;
import dev.gapless.crm.rest.preset.Rule;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a person's record in one call. */
final class PersonWriter {
  private final CrmCalls calls;
  private final PersonForm form;
  private final PeopleFinder finder;
  private final OneRecord results;

  PersonWriter(CrmCalls calls, PersonForm form, PeopleFinder finder, List<Rule> callRules) {
    this.calls = calls;
    this.form = form;
    this.finder = finder;
    this.results = new OneRecord(form.answer(), callRules, "make-person");
  }

  Answer make(Party party) {
    if (!finder.canBeAskedFor(party)) {
      return invalid(
          "", "the preset's search could not find this person again, for want of an identifier");
    }
    CallResult call = calls.call(form.request(), new PersonValues(party, finder.phone(party)));
    return answer(results.read(call, identifiers(party)));
  }

  private Answer answer(OneRecord.Result result) {
    if (result instanceof OneRecord.Done done) {
      return new Answer.Made(new CrmPerson(done.id().orElseThrow(), finder.type(), Instant.EPOCH));
    } else if (result instanceof OneRecord.Refused refused) {
      return new Answer.Refused(refused.refusal());
    } else if (result instanceof OneRecord.Foreign foreign) {
      return invalid(
          foreign.code(),
          "the CRM says that such a person is there and names nobody with these identifiers. Make"
              + " or correct the record");
    }
    return new Answer.Unknown(((OneRecord.Unknown) result).reason());
  }

  /**
   * People of one name are similar to a CRM: only who has an identifier of this one is the same.
   */
  private Set<String> identifiers(Party party) {
    Set<String> own = new HashSet<>(finder.phones(party));
    party.identifiers().stream().map(Identifier::value).forEach(own::add);
    PersonValues.key(party).ifPresent(own::add);
    return own;
  }

  private static Answer invalid(String code, String detail) {
    return new Answer.Refused(Refusal.of(Category.INVALID, Scope.ENTRY, code, detail));
  }
}
