// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenSettingsTest {
  private final Properties system = new Properties();

  @Test
  void updateIsRefusedOnCi() {
    system.setProperty("rutter.golden", "update");

    assertThat(of(Map.of(), Map.of()).update()).isTrue();
    assertThat(of(Map.of(), Map.of("CI", "false")).update()).isTrue();
    assertThatThrownBy(() -> of(Map.of(), Map.of("CI", "true"))).hasMessageContaining("CI");
  }

  @Test
  void parametersOfJUnitAreFlagsToo() {
    Map<String, String> parameters =
        Map.of("rutter.golden", "update", "rutter.golden.case", "route/");

    assertThat(of(parameters, Map.of()))
        .matches(GoldenSettings::update)
        .extracting(GoldenSettings::caseFilter)
        .isEqualTo("route/");
    assertThatThrownBy(() -> of(parameters, Map.of("CI", "true"))).hasMessageContaining("CI");
  }

  @Test
  void systemPropertiesWin() {
    system.setProperty("rutter.golden", "");
    system.setProperty("rutter.golden.case", "cluster/");

    assertThat(of(Map.of("rutter.golden", "update", "rutter.golden.case", "route/"), Map.of()))
        .matches(settings -> !settings.update())
        .extracting(GoldenSettings::caseFilter)
        .isEqualTo("cluster/");
  }

  @Test
  void unknownModesAndFlagsAreRefused() {
    assertThatThrownBy(() -> of(Map.of("rutter.golden", "yes"), Map.of()))
        .hasMessage("rutter.golden: yes (expected: update, or absent)");

    system.setProperty("rutter.golden.cases", "route");

    assertThatThrownBy(() -> of(Map.of(), Map.of()))
        .hasMessage("rutter.golden.cases is no flag (expected: rutter.golden, rutter.golden.case)");
  }

  @Test
  void writesToTheFolderOfTheBuild(@TempDir Path project) throws IOException {
    assertThat(GoldenSettings.buildFolder(project)).isEqualTo(project.resolve("target"));

    Files.createFile(project.resolve("build.gradle.kts"));
    assertThat(GoldenSettings.buildFolder(project)).isEqualTo(project.resolve("build"));

    Files.createFile(project.resolve("pom.xml"));
    assertThat(GoldenSettings.buildFolder(project)).isEqualTo(project.resolve("target"));
  }

  private GoldenSettings of(Map<String, String> parameters, Map<String, String> environment) {
    return GoldenSettings.of(
        system, name -> Optional.ofNullable(parameters.get(name)), environment);
  }
}
