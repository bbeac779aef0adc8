// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Attachment;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.crm.FileTaker;
import dev.gapless.api.crm.PersonMaker;
import dev.gapless.api.crm.WriteOutcome;
import java.nio.file.Path;

/** Adapters with the optional abilities that their preset describes, and no others. */
final class Abilities {
  private Abilities() {}

  static RestCrmAdapter adapter(Parts parts) {
    if (parts.maker().isPresent()) {
      return parts.files().isPresent() ? new MakerAndTaker(parts) : new Maker(parts);
    }
    return parts.files().isPresent() ? new Taker(parts) : new RestCrmAdapter(parts);
  }

  private static class Maker extends RestCrmAdapter implements PersonMaker {
    private final PersonWriter maker;

    Maker(Parts parts) {
      super(parts);
      this.maker = parts.maker().orElseThrow();
    }

    @Override
    public Answer make(Party party) {
      return maker.make(party);
    }
  }

  private static final class Taker extends RestCrmAdapter implements FileTaker {
    private final FileSender files;

    Taker(Parts parts) {
      super(parts);
      this.files = parts.files().orElseThrow();
    }

    @Override
    public WriteOutcome attach(
        ItemKey entry, CrmRefs refs, int index, Attachment attachment, String mime, Path file) {
      return files.attach(entry, refs, index, attachment, mime, file);
    }
  }

  private static final class MakerAndTaker extends Maker implements FileTaker {
    private final FileSender files;

    MakerAndTaker(Parts parts) {
      super(parts);
      this.files = parts.files().orElseThrow();
    }

    @Override
    public WriteOutcome attach(
        ItemKey entry, CrmRefs refs, int index, Attachment attachment, String mime, Path file) {
      return files.attach(entry, refs, index, attachment, mime, file);
    }
  }
}
