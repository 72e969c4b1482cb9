// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example that README.md shows is the one that is compiled here, and it works. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("rutter.root", ".."));

  @Test
  void exampleIsTheCompiledOne() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String source =
        Files.readString(ROOT.resolve("testdata/src/test/java/io/rutter/readme/Embedding.java"));

    Matcher example = Pattern.compile("(?s)```java\n(.*?)```").matcher(readme);

    assertThat(example.find()).isTrue();
    assertThat(source).endsWith("package io.rutter.readme;\n\n" + example.group(1));
  }

  @Test
  void exampleWorks() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      Embedding.main(new String[] {ROOT.resolve("examples/bookinfo").toString()});
    } finally {
      System.setOut(before);
    }

    assertThat(out.toString(UTF_8)).contains("\"name\": \"PassthroughCluster\"");
  }

  @Test
  void filesThatReadmeLinksToExist() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));

    assertThat(Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme).results())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link.group(1))).exists());
  }
}
