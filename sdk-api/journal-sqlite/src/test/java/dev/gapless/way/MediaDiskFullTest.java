// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gapless.api.channel.MediaSource;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.Audit;
import dev.gapless.engine.policy.MediaPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A media directory on a disk that really is full. */
class MediaDiskFullTest {
  private static final int BIG = 3 * 1024 * 1024;

  private final FakeFiles files = new FakeFiles();

  @Test
  void stopsFetchingAndNothingElseUntilThereIsRoom() throws Exception {
    World world = new World(new Once.Enforced());
    Path mount = Files.createDirectory(world.folder().resolve("small"));
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "none", mount.toString());
    try {
      assumeTrue(mounted);
      world.connector = AbleChannel.fetching(world.channel, files);
      world.line = settings -> settings.media(MediaPolicy.store(mount));
      world.restart();
      fillAndFree(world, mount);
    } finally {
      if (mounted) {
        assertThat(run("umount", mount.toString())).isTrue();
      }
      world.close();
    }
  }

  private void fillAndFree(World world, Path mount) throws Exception {
    files.troubles.put(
        "big",
        to -> {
          to.write(new byte[BIG]);
          return new MediaSource.Answer.Fetched("image/jpeg");
        });
    world.post("file;m1;c1;0;look;big", "file;m2;c1;0;and this;small");
    IntStream.range(0, 60).forEach(i -> world.tick(Duration.ofSeconds(10)));
    assertThat(world.crm.rows).hasSize(2);
    assertThat(files.asked).describedAs("room is looked for before it is asked again").hasSize(1);
    assertThat(books(world).stopped().orElseThrow()).contains("bytes are free");
    assertThat(run("mount", "-o", "remount,size=8m", mount.toString())).isTrue();
    world.tick(Duration.ofMinutes(2));
    assertThat(books(world).written()).isEqualTo(2);
    assertThat(books(world).stopped()).isEmpty();
  }

  private static Audit books(World world) {
    return world.books("media/line");
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
