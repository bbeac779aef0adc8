// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.normalise;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.core.BenchmarkGenerator;
import org.openjdk.jmh.generators.core.FileSystemDestination;
import org.openjdk.jmh.generators.reflection.RFGeneratorSource;

/**
 * The code that JMH puts around a benchmark. Made when it is needed and not by the build, whose
 * compiler would complain about it.
 */
final class Harness {
  private Harness() {}

  /** Makes and compiles it in the folder, which then belongs on the class path. */
  static void make(Path folder) {
    Path sources = folder.resolve("generated");
    try {
      Files.createDirectories(sources);
      generate(folder, sources);
      compile(folder, sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void generate(Path folder, Path sources) {
    FileSystemDestination destination =
        new FileSystemDestination(folder.toFile(), sources.toFile());
    RFGeneratorSource source = new RFGeneratorSource();
    source.processClasses(SplitBenchmark.class);
    BenchmarkGenerator generator = new BenchmarkGenerator();
    generator.generate(source, destination);
    generator.complete(source, destination);
    if (destination.hasErrors()) {
      throw new IllegalStateException("JMH: " + destination.getErrors());
    }
  }

  private static void compile(Path folder, Path sources) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-nowarn", "-proc:none", "-d", folder.toString(), "-classpath"));
    arguments.add(System.getProperty("java.class.path") + File.pathSeparator + folder);
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException("what JMH made does not compile; see above");
    }
  }
}
