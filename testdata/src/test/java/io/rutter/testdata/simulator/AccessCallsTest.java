// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.inspect.calltest.CallTestLoader;
import io.rutter.inspect.calltest.CallTestRunner;
import io.rutter.inspect.calltest.CallTests;
import io.rutter.inspect.calltest.TestCase;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls with golden cases of {@code authorization}: who may call, and who says so. */
class AccessCallsTest {
  private static final Path RESOURCES =
      Path.of(System.getProperty("rutter.root", "..")).resolve("testdata/src/test/resources");

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("calls"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void endAsExpected(String name) {
    LoadResult input =
        YamlLoader.create().load(RESOURCES.resolve("cases/authorization/" + name + "/input.yaml"));
    CallTests calls = CallTestLoader.load(RESOURCES.resolve("calls/" + name + ".yaml"));
    assertThat(calls.problems()).isEmpty();
    assertThat(calls.tests()).isNotEmpty();
    CallTestRunner runner =
        CallTestRunner.of(Translator.create().compile(input.snapshot()), input.sources());

    for (TestCase call : calls.tests()) {
      assertThat(runner.run(call).failures()).as("%s: %s", name, call.name()).isEmpty();
    }
  }
}
