// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random changes of services, endpoints, weights and policies while requests run: none is lost, and
 * Envoy refuses nothing, by state of the world and by delta. More of them: {@code
 * -Drutter.changes=10000 -Drutter.seed=1}.
 */
class RandomChangesTest {
  private static final int CHANGES = Integer.getInteger("rutter.changes", 100);
  private static final long SEED = Long.getLong("rutter.seed", 1);

  @ParameterizedTest(name = "delta: {0}")
  @ValueSource(booleans = {false, true})
  void noRequestIsLost(boolean isDelta, @TempDir Path home) throws Exception {
    System.out.printf("rutter.seed=%d rutter.changes=%d delta=%s%n", SEED, CHANGES, isDelta);
    Random random = new Random(SEED);
    try (Backend one = Backend.start("one", 22, 0);
        Backend two = Backend.start("two", 23, 0);
        Edge edge = Edge.start(home, isDelta)) {
      edge.write("random", mesh(random, one, two));
      edge.awaitStatus("load.test", 200);
      try (Load load = Load.on(edge, "load.test")) {
        for (int change = 0; change < CHANGES; change++) {
          edge.write("random", mesh(random, one, two));
          Thread.sleep(60); // The folder is looked at every 20 ms, and must be the same twice.
          edge.awaitSettled();
          if (change % 500 == 0) {
            System.out.println(figures(edge, change, load.sent()));
          }
        }
        System.out.println(figures(edge, CHANGES, load.sent()));
      }
      edge.assertNothingRefused();
      assertThat(edge.log).noneMatch(line -> line.contains("level=error"));
    }
  }

  private static String figures(Edge edge, int changes, int requests) throws Exception {
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    String envoy =
        edge.envoy
            .admin("/memory")
            .lines()
            .filter(l -> l.contains("allocated"))
            .findFirst()
            .orElse("");
    return "changes %d, requests %d, Java heap %d KiB, Envoy %s"
        .formatted(changes, requests, used / 1024, envoy.strip());
  }

  /** Some of ten services, each with one backend or both, and weights over some of these. */
  private static String mesh(Random random, Backend one, Backend two) {
    List<String> documents = new ArrayList<>();
    List<String> destinations = new ArrayList<>();
    int first = random.nextInt(10);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String host = "s" + (first + i) % 10 + ".test";
      documents.add(
          switch (random.nextInt(3)) {
            case 0 -> Edge.service(host, one);
            case 1 -> Edge.service(host, two);
            default -> Edge.service(host, one, two);
          });
      if (random.nextBoolean()) {
        documents.add(Edge.policy(host, "{loadBalancer: {simple: ROUND_ROBIN}}"));
      }
      destinations.add(
          "{destination: {host: %s}, weight: %d}".formatted(host, 1 + random.nextInt(9)));
    }
    documents.add(Edge.routes("load.test", "{route: [" + String.join(", ", destinations) + "]}"));
    return String.join("\n---\n", documents);
  }
}
