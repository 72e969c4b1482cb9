// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class YamlLoaderTest {
  @Test
  void readsTheBookShop() {
    Path folder = Path.of(System.getProperty("rutter.root"), "examples", "bookinfo");
    LoadResult result = YamlLoader.create().load(folder);

    assertThat(result.problems()).extracting(Problem::toString).isEmpty();
    assertThat(result.snapshot().virtualServices()).isNotEmpty();
    assertThat(result.snapshot().proxies()).hasSize(17);
  }
}
