// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.XdsResources;
import io.rutter.translator.output.ProtoJson;
import io.rutter.translator.output.StaticBootstrap;
import io.rutter.translator.output.TableOutput;
import io.rutter.translator.output.YamlOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class OutputFormatsTest {
  private static final Translation BOOKINFO = translate();

  @Test
  void jsonHasEachProxyWithAllKindsAndTheProblems() throws IOException {
    JsonObject json = JsonParser.parseString(Bookinfo.json(BOOKINFO)).getAsJsonObject();

    assertThat(json.keySet()).containsExactly("proxies", "problems");
    JsonObject proxies = json.getAsJsonObject("proxies");
    assertThat(ImmutableList.copyOf(proxies.keySet()))
        .hasSize(17)
        .isSorted()
        .contains("edge-gateway-85b6fd-n7c4x.edge");
    assertThat(proxies.keySet())
        .allSatisfy(
            proxy ->
                assertThat(proxies.getAsJsonObject(proxy).keySet())
                    .containsExactly("clusters", "endpoints", "listeners", "routes"));
  }

  @Test
  void yamlHasWhatJsonHas() throws IOException {
    StringBuilder yaml = new StringBuilder();
    YamlOutput.write(BOOKINFO, EnumSet.allOf(ResourceKind.class), yaml);

    assertThat(parseYaml(yaml.toString()).equals(parseYaml(Bookinfo.json(BOOKINFO)))).isTrue();
  }

  @Test
  void kindsAreChosen() throws IOException {
    StringBuilder yaml = new StringBuilder();
    YamlOutput.write(BOOKINFO, Set.of(ResourceKind.ROUTES), yaml);

    assertThat(yaml.toString())
        .contains(".bookinfo:\n    routes:\n")
        .doesNotContain(".bookinfo:\n    clusters:\n", "\n    endpoints:\n");
  }

  @Test
  void tableNamesEachResource() throws IOException {
    StringBuilder table = new StringBuilder();
    TableOutput.write(BOOKINFO, EnumSet.allOf(ResourceKind.class), table);

    assertThat(table.toString())
        .contains(
            "edge-gateway-85b6fd-n7c4x.edge (gateway)\n", "virtualInbound", "PassthroughCluster")
        .doesNotContain(" \n");
  }

  @Test
  void bootstrapNeedsNoControlPlane() {
    for (XdsResources proxy : BOOKINFO.proxies()) {
      assertThat(ProtoJson.print(StaticBootstrap.of(proxy)))
          .doesNotContain("\"ads\"", "\"sdsConfig\"", "\"edsClusterConfig\"", "\"rds\"");
    }
  }

  private static Translation translate() {
    try {
      return Bookinfo.translate(Bookinfo.documents());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object parseYaml(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    List<Object> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(options)).loadAll(text).forEach(documents::add);
    return documents;
  }
}
