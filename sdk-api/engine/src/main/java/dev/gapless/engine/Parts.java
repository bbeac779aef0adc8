// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.engine.catchup.CatchUp;
import dev.gapless.engine.intake.Intake;
import dev.gapless.engine.intake.Reread;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.work.Errand;
import dev.gapless.engine.work.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** What an engine is made of, and the order in which it is taken down. */
record Parts(
    Journal journal,
    ExecutorService commits,
    Intake intake,
    Map<String, ChannelConnector> channels,
    Map<String, CrmAdapter> adapters,
    Map<String, CrmAdapter> besides,
    List<CatchUp> catchUps,
    List<Errand> errands,
    List<Workers> workers,
    AuditReader audits,
    Desk desk,
    Reread reread) {

  void wake() {
    workers.forEach(Workers::wake);
  }

  void close(Duration drain) {
    workers.forEach(one -> one.close(drain));
    commits.shutdown();
    channels.values().forEach(ChannelConnector::close);
    besides.values().forEach(CrmAdapter::close);
    adapters.values().forEach(CrmAdapter::close);
    journal.close();
  }
}
