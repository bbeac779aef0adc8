// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Knows disks that do not keep what they confirm, by the name the system gives them. */
final class DiskKind {
  private DiskKind() {}

  /** A warning about the folder's disk, if there is cause. */
  static Optional<String> warning(Path folder) throws IOException {
    return warning(Files.getFileStore(folder).type());
  }

  static Optional<String> warning(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afs",
          "afpfs",
          "webdav",
          "fuse.sshfs",
          "fuse.glusterfs",
          "fuse.s3fs" ->
          Optional.of(
              "is on a network file system ("
                  + type
                  + "), where SQLite's locks and syncs cannot"
                  + " be trusted: rows may be lost or the file damaged. Use a local disk");
      case "tmpfs", "ramfs" ->
          Optional.of(
              "is in memory (" + type + ") and gone after a restart of the machine. Use a disk");
      case "overlay", "overlayfs", "aufs" ->
          Optional.of(
              "is in the container's own layer ("
                  + type
                  + ") and gone with the container. Mount a"
                  + " volume for it");
      default -> Optional.empty();
    };
  }
}
