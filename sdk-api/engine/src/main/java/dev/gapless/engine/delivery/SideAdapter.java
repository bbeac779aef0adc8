// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PeopleAnswer;
import java.util.List;

/** A destination that is no timeline, and so has no people. */
public abstract class SideAdapter implements CrmAdapter {
  private final CrmCapabilities can;

  protected SideAdapter(CrmCapabilities can) {
    this.can = can;
  }

  @Override
  public final CrmCapabilities capabilities() {
    return can;
  }

  @Override
  public final PeopleAnswer findPeople(List<Party> parties) {
    return new PeopleAnswer.Found(parties.stream().map(party -> List.<CrmPerson>of()).toList());
  }

  @Override
  public void close() {}
}
