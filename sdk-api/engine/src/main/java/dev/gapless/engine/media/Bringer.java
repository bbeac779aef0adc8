// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.ItemKey;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.engine.delivery.SideAdapter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A destination for the files of contacts; takes them one contact after the other. */
abstract class Bringer extends SideAdapter {
  Bringer(CrmCapabilities can) {
    super(can);
  }

  abstract WriteOutcome bring(Entry entry);

  @Override
  public final Map<ItemKey, WriteOutcome> write(List<Entry> batch) {
    Map<ItemKey, WriteOutcome> answer = new LinkedHashMap<>();
    batch.forEach(entry -> answer.put(entry.key(), bring(entry)));
    return answer;
  }
}
