// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.validation.Validator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of which a mesh has one, and proxies: each document is read by itself. */
class SettingsValidationTest {
  private static final Splitter DOCUMENTS = Splitter.on("---\n");

  /** The problems are those in the file; {@code -Drutter.golden=update} writes it. */
  @ParameterizedTest
  @ValueSource(strings = {"meshconfig", "meshnetworks", "proxy"})
  void problemsAreTheExpectedOnes(String kind) throws IOException {
    StringBuilder actual = new StringBuilder();
    for (LoadResult document : load(kind)) {
      assertThat(document.problems())
          .allSatisfy(problem -> assertThat(problem.location()).isPresent());
      document.problems().forEach(problem -> actual.append(problem).append('\n'));
    }
    Path expected = InvalidDocuments.file(kind + ".txt");
    if (System.getProperty("rutter.golden", "").equals("update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual.toString()).isEqualTo(Files.readString(expected));
    assertThat(actual.toString().lines().filter(line -> line.contains("-good:")))
        .noneMatch(line -> line.contains(": error: "));
  }

  /** As istiod, which refuses such settings, has it at its start. */
  @Test
  void settingsInErrorLeaveTheDefaults() throws IOException {
    for (LoadResult document : load("meshconfig")) {
      boolean wrong =
          document.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
      if (wrong) {
        assertThat(document.snapshot().meshConfig()).isEqualTo(MeshConfig.builder().build());
      }
    }
  }

  @Test
  void whatJavaBuildsIsCheckedTheSameWay() {
    MeshConfig mesh =
        MeshConfig.builder().trustDomain("td@example.com").proxyInboundListenPort(70000).build();
    assertThat(Validator.validate(mesh))
        .extracting(Problem::path)
        .containsExactly("spec.proxyInboundListenPort", "spec.trustDomain");
    assertThat(Validator.validate(MeshSnapshot.builder().build().meshConfig())).isEmpty();
  }

  /** Every document stands on the lines that it has in the file. */
  private static List<LoadResult> load(String kind) {
    String all = InvalidDocuments.read(kind);
    List<String> documents = DOCUMENTS.splitToList(all);
    int[] line = {0};
    return documents.stream()
        .map(
            document -> {
              String text = "\n".repeat(line[0]) + document;
              line[0] += (int) document.lines().count() + 1;
              return YamlLoader.create().load(YamlSource.text(kind + ".yaml", text));
            })
        .toList();
  }
}
