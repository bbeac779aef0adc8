// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskKindTest {
  @ParameterizedTest
  @ValueSource(strings = {"nfs", "nfs4", "cifs", "SMBFS", "fuse.sshfs"})
  void warnsOfNetworks(String type) {
    assertThat(DiskKind.warning(type)).hasValueSatisfying(w -> assertThat(w).contains("network"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tmpfs", "overlay", "aufs", "ramfs"})
  void warnsOfDisksThatDoNotLast(String type) {
    assertThat(DiskKind.warning(type)).hasValueSatisfying(w -> assertThat(w).contains("gone"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "apfs", "hfs", "NTFS", ""})
  void isContentWithLocalDisks(String type) {
    assertThat(DiskKind.warning(type)).isEmpty();
  }
}
