// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.integration.modules;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;

/** Uses what the modules export. */
final class Answers {
  private Answers() {}

  static List<String> clusters(String yaml) {
    LoadResult mesh = YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml));
    return Translator.create()
        .compile(mesh.snapshot())
        .translate(mesh.snapshot().proxies().get(0))
        .clusters()
        .stream()
        .map(Cluster::getName)
        .toList();
  }
}
