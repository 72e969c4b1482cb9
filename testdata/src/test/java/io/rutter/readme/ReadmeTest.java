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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples that README.md shows are those that are compiled here, and they work. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("rutter.root", ".."));

  @Test
  void examplesAreTheCompiledOnes() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher example = Pattern.compile("(?s)```java\n(.*?)```").matcher(readme);

    for (String name : List.of("Embedding", "BuiltMesh", "ChangedMesh")) {
      Path source = ROOT.resolve("testdata/src/test/java/io/rutter/readme/" + name + ".java");
      assertThat(example.find()).isTrue();
      assertThat(Files.readString(source))
          .endsWith("package io.rutter.readme;\n\n" + example.group(1));
    }
  }

  @Test
  void exampleOfReadingWorks() throws IOException {
    String out =
        run(() -> Embedding.main(new String[] {ROOT.resolve("examples/bookinfo").toString()}));

    assertThat(out).contains("\"name\": \"PassthroughCluster\"");
  }

  @Test
  void exampleOfBuildingWorks() throws IOException {
    String out = run(() -> BuiltMesh.main(new String[0]));

    assertThat(out)
        .contains("error: ServiceEndpoints/shop/reviews.shop.svc.cluster.local: endpoints[1]")
        .contains("10.0.0.1:8080")
        .doesNotContain("10.0.0.9:8080");
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("```text\n" + out + "```");
  }

  @Test
  void exampleOfChangingWorks() throws IOException {
    String out = run(() -> ChangedMesh.main(new String[0]));

    assertThat(out.lines())
        .containsExactly(
            "CLUSTERS: ResourceChanges[added=[], changed=[], removed=[]]",
            "ENDPOINTS: ResourceChanges[added=[],"
                + " changed=[outbound|80||reviews.shop.svc.cluster.local], removed=[]]",
            "LISTENERS: ResourceChanges[added=[], changed=[], removed=[]]",
            "ROUTES: ResourceChanges[added=[], changed=[80], removed=[]]");
  }

  private interface Program {
    void run() throws IOException;
  }

  /** What a program writes to both of its outputs. */
  private static String run(Program program) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(written, true, UTF_8));
    System.setErr(new PrintStream(written, true, UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return written.toString(UTF_8);
  }

  @Test
  void filesThatReadmeLinksToExist() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));

    assertThat(Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme).results())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link.group(1))).exists());
  }
}
