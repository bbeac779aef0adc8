// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.crm.rest.preset.Preset;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.http.entry.EntryTexts;
import dev.gapless.http.entry.PhoneCandidates;
import java.util.Optional;

/** What an adapter is made of, as far as its preset describes it. */
record Parts(
    CrmCapabilities capabilities,
    SetupCheck check,
    Optional<PeopleFinder> people,
    Optional<PersonWriter> maker,
    EntryWriter creator,
    EntryWriter updater,
    Optional<EntryFinder> finder,
    boolean looksFirst,
    Optional<FileSender> files) {
  /**
   * @param region the country of telephone numbers without a country code, if there is one
   */
  static Parts of(
      Preset preset,
      CrmCapabilities capabilities,
      CrmCalls calls,
      EntryTexts texts,
      Rendering rendering,
      Optional<String> region) {
    Reads reads = new Reads(calls, preset.rules());
    Optional<PeopleFinder> people =
        preset
            .people()
            .map(
                search ->
                    new PeopleFinder(
                        reads,
                        search,
                        rendering,
                        new PhoneCandidates(region, search.phoneFormats())));
    return new Parts(
        capabilities,
        new SetupCheck(reads, preset.check()),
        people,
        preset
            .makePerson()
            .map(form -> new PersonWriter(calls, form, people.orElseThrow(), preset.rules())),
        new EntryWriter(calls, preset.create(), preset.rules(), texts, rendering),
        new EntryWriter(calls, preset.update(), preset.rules(), texts, rendering),
        preset.lookUp().map(lookUp -> new EntryFinder(reads, calls, lookUp)),
        preset.create().lookFirst().isPresent(),
        preset.attachFile().map(form -> new FileSender(calls, form, preset.rules(), rendering)));
  }
}
