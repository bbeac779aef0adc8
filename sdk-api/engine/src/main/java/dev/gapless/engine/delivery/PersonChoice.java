// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.engine.policy.PersonChooser;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the policy says to the people found for one party.
 *
 * @param chooser there if the policy asks it
 */
record PersonChoice(PeoplePolicy policy, Optional<PersonChooser> chooser) {
  private static final Logger log = LoggerFactory.getLogger(PersonChoice.class);

  Timeline of(Party party, List<CrmPerson> matches) {
    return switch (matches.size()) {
      case 0 -> nobody(party);
      case 1 -> new Timeline.Of(Optional.of(matches.get(0)));
      default -> several(party, matches);
    };
  }

  /**
   * Whether this answer gives an entry its place without further ado, so that the next one may be
   * placed by it too. A person is never made by an old answer, nor an entry parked.
   *
   * @param matches none or several
   */
  boolean placesAtOnce(List<CrmPerson> matches) {
    return matches.isEmpty()
        ? policy.none() == PeoplePolicy.None.INBOX
        : policy.several() == PeoplePolicy.Several.NEWEST;
  }

  private Timeline nobody(Party party) {
    return switch (policy.none()) {
      case INBOX -> new Timeline.Of(Optional.empty());
      case PARK ->
          new Timeline.Park("no person in the CRM has this sender's identifiers; make one, replay");
      case CREATE -> new Timeline.Make(party);
    };
  }

  private Timeline several(Party party, List<CrmPerson> matches) {
    return switch (policy.several()) {
      case PARK -> undecided(matches, "");
      case NEWEST ->
          new Timeline.Of(matches.stream().max(Comparator.comparing(CrmPerson::changedAt)));
      case ASK -> asked(party, matches);
    };
  }

  /** Whatever the application's hook does, its entry alone waits. */
  private Timeline asked(Party party, List<CrmPerson> matches) {
    try {
      Optional<CrmPerson> chosen = chooser.orElseThrow().choose(party, matches);
      if (chosen.isPresent() && !matches.contains(chosen.get())) {
        return undecided(matches, "the PersonChooser named somebody else; ");
      }
      return chosen.isPresent()
          ? new Timeline.Of(chosen)
          : undecided(matches, "the PersonChooser named nobody; ");
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      log.warn("the PersonChooser broke with {}", e.getClass().getName());
      log.debug("where it broke: {}", (Object) e.getStackTrace());
      return undecided(
          matches, "the PersonChooser broke with " + e.getClass().getSimpleName() + "; ");
    }
  }

  private static Timeline undecided(List<CrmPerson> matches, String why) {
    List<String> ids = matches.stream().map(CrmPerson::id).toList();
    return new Timeline.Park(
        "several people match: " + ids + "; " + why + "join or correct them, replay");
  }
}
