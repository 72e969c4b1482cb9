// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.rutter.translator.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The extension as JUnit runs it. */
class GoldenFilesTest {
  private static final String FOLDER = "src/test/resources/shop/golden";
  private static final String MESH = "src/test/resources/shop/mesh";

  static class Shop {
    @GoldenFiles(value = FOLDER, mesh = MESH, kinds = ResourceKind.ROUTES, proxies = "client.*")
    void translates(GoldenCase golden) {
      golden.verify();
    }
  }

  static class Misspelt {
    @GoldenFiles(
        value = FOLDER,
        mesh = {"src/test/resources/shop/meshes", MESH})
    void translates(GoldenCase golden) {
      golden.verify();
    }
  }

  static class WithinItsMesh {
    @GoldenFiles(value = FOLDER, mesh = "src/test/resources/shop")
    void translates(GoldenCase golden) {
      golden.verify();
    }
  }

  static class NoFolder {
    @GoldenFiles(value = "", mesh = MESH)
    void translates(GoldenCase golden) {
      golden.verify();
    }
  }

  static class TheProject {
    @GoldenFiles(value = "./src/..", mesh = MESH)
    void translates(GoldenCase golden) {
      golden.verify();
    }
  }

  @Test
  void runsOnceForEachCaseByItsName() {
    assertThat(run(Shop.class, Map.of()))
        .containsExactly(
            "edge: SUCCESSFUL", "slow-maps: SUCCESSFUL", "translates(GoldenCase): SUCCESSFUL");
  }

  @Test
  void takesFlagsFromTheConfigurationOfJUnit() {
    assertThat(run(Shop.class, Map.of("rutter.golden.case", "slow")))
        .containsExactly("slow-maps: SUCCESSFUL", "translates(GoldenCase): SUCCESSFUL");
    assertThat(run(Shop.class, Map.of("rutter.golden.case", "fast")))
        .containsExactly(
            "translates(GoldenCase): "
                + FOLDER
                + ": no case starts like fast (expected: edge, slow-maps)");
    assertThat(run(Shop.class, Map.of("rutter.golden", "yes")))
        .containsExactly(
            "translates(GoldenCase): rutter.golden: yes (expected: update, or absent)");
  }

  @Test
  void saysWhatIsWrongWithTheAnnotation() {
    assertThat(run(Misspelt.class, Map.of()))
        .singleElement()
        .asString()
        .contains(": mesh: \"src/test/resources/shop/meshes\": no such file or folder in ");
    assertThat(run(WithinItsMesh.class, Map.of()))
        .singleElement()
        .asString()
        .contains(FOLDER + ": is in the mesh src/test/resources/shop (expected: ");
  }

  /** Else all of a project would be looked through, and written to. */
  @Test
  void theProjectIsNoFolderOfCases() {
    assertThat(run(NoFolder.class, Map.of()))
        .containsExactly(
            "translates(GoldenCase): @GoldenFiles: \"\" (expected: a folder for the cases alone)");
    assertThat(run(TheProject.class, Map.of())).singleElement().asString().contains("\"./src/..\"");
  }

  /** Each test with how it ended. */
  private static List<String> run(Class<?> tests, Map<String, String> parameters) {
    List<String> ends = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameters(parameters)
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.getUniqueId().contains("[test-template")) {
                  ends.add(
                      test.getDisplayName()
                          + ": "
                          + result
                              .getThrowable()
                              .map(Throwable::getMessage)
                              .orElse(result.getStatus().toString()));
                }
              }
            });
    return ends;
  }
}
