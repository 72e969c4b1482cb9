// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code rutter explain} and {@code rutter uses}: from a resource to its rules, and back. */
class ExplainTest {
  private static final String BOOKINFO = "../bookinfo";
  private static final String ROUTING = BOOKINFO + "/40-routing.yaml";
  private static final String PROXY = "productpage-v1-5c8d7f-p2wlk.bookinfo";

  /** The line of a file with that text, from 1. */
  private static int line(String file, String text, int from) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(file));
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError(text);
  }

  @Test
  void saysBesideEachPartWhatItIsMadeFrom() throws IOException {
    int rules = line(ROUTING, "name: ratings", 0);
    int timeout = line(ROUTING, "timeout: 2s", rules);

    CommandRun run =
        rutter("explain", BOOKINFO, "--proxy", PROXY, "--kind", "routes", "--name", "9080");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("name: \"9080\"\nvirtualHosts:\n# ")
        .contains(
            "timeout: 2s  # VirtualService/bookinfo/ratings spec.http[1].timeout ("
                + ROUTING
                + ":"
                + timeout
                + ":14)\n")
        .contains("  # VirtualService/bookinfo/ratings spec.http[1] (" + ROUTING + ":")
        .contains("  - match:  # VirtualService/bookinfo/ratings spec.http[1].match[0] (");
  }

  @Test
  void separatesSeveralResources() {
    CommandRun run = rutter("explain", BOOKINFO, "--proxy", PROXY, "--kind", "clusters,endpoints");

    assertThat(run.out().lines().filter("---"::equals).count()).isGreaterThan(10);
    assertThat(run.out()).contains("# DestinationRule/bookinfo/").contains(".trafficPolicy");
  }

  @Test
  void namesWhatThereIsIfAResourceIsNot() {
    CommandRun run =
        rutter("explain", BOOKINFO, "--proxy", PROXY, "--kind", "routes", "--name", "x");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no such resource of " + PROXY + " (it has ");
  }

  @Test
  void tellsWhatALineShapes() throws IOException {
    int timeout = line(ROUTING, "timeout: 2s", line(ROUTING, "name: ratings", 0));

    CommandRun run = rutter("uses", BOOKINFO, ROUTING + ":" + timeout, "--proxy", PROXY);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "VirtualService/bookinfo/ratings spec.http[1].timeout\n\n"
                + PROXY
                + ":\n  routes 9080 virtualHosts[1].routes[1].route.timeout  (spec.http[1].timeout)\n");
  }

  @Test
  void tellsItToPrograms() throws IOException {
    int timeout = line(ROUTING, "timeout: 2s", line(ROUTING, "name: ratings", 0));

    CommandRun run =
        rutter(
            "uses", BOOKINFO, "./" + ROUTING + ":" + timeout, "--proxy", PROXY, "--format", "json");

    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(json.getAsJsonArray("values").get(0).getAsJsonObject().get("path").getAsString())
        .isEqualTo("spec.http[1].timeout");
    assertThat(
            json.getAsJsonObject("proxies")
                .getAsJsonArray(PROXY)
                .get(0)
                .getAsJsonObject()
                .get("part")
                .getAsString())
        .isEqualTo("virtualHosts[1].routes[1].route.timeout");
  }

  @Test
  void aLineOutsideOfTheMeshIsWrongUsage() {
    assertThat(rutter("uses", BOOKINFO, "elsewhere.yaml:3").status()).isEqualTo(2);
    assertThat(rutter("uses", BOOKINFO, "elsewhere.yaml:3").err())
        .contains("elsewhere.yaml:3: no object of the mesh is there");
    assertThat(rutter("uses", BOOKINFO, "elsewhere.yaml").err()).contains("expected: FILE:LINE");
    assertThat(rutter("uses", BOOKINFO, ROUTING + ":0").err()).contains("expected: FILE:LINE");
    assertThat(rutter("uses", BOOKINFO, ROUTING + ":1", "--format", "junit").status()).isEqualTo(2);
  }
}
