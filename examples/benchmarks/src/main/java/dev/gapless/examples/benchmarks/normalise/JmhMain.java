// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.normalise;

import java.util.Arrays;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.runner.options.WarmupMode;

/**
 * Runs JMH: the result's file, milliseconds for each turn, turns, then the payloads. All of them in
 * this one process, and all warmed up before the first is measured: a server too sees every kind of
 * payload, and some seconds for each alone would not do for the compiler.
 */
final class JmhMain {
  private JmhMain() {}

  public static void main(String[] args) throws RunnerException {
    TimeValue turn = TimeValue.milliseconds(Long.parseLong(args[1]));
    int turns = Integer.parseInt(args[2]);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(SplitBenchmark.class.getName())
            .param("payload", Arrays.copyOfRange(args, 3, args.length))
            .forks(0)
            .warmupMode(WarmupMode.BULK)
            .warmupIterations(turns)
            .warmupTime(turn)
            .measurementIterations(turns)
            .measurementTime(turn)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .resultFormat(ResultFormatType.JSON)
            .result(args[0]);
    new Runner(options.build()).run();
  }
}
