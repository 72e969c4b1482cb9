// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two Envoys with one id, one by state of the world and one by delta, on one port that both listen
 * on, killed and started again at random while the mesh changes and requests run: every change
 * reaches each that is up, and no request is lost but what the killed one held. All of it: {@code
 * -Drutter.twins.changes=200 -Drutter.seed=1}.
 */
class TwoEnvoysTest {
  private static final int CHANGES = Integer.getInteger("rutter.twins.changes", 20);
  private static final long SEED = Long.getLong("rutter.seed", 1);

  @TempDir Path home;

  @Test
  void everyChangeReachesBoth() throws Exception {
    System.out.println("rutter.seed=" + SEED + " rutter.twins.changes=" + CHANGES);
    Random random = new Random(SEED);
    try (Backend one = Backend.start("one", 42, 0);
        Backend two = Backend.start("two", 43, 0);
        Edge edge = Edge.start(home)) {
      List<EnvoyProcess> envoys = new ArrayList<>(List.of(edge.envoy, start(edge)));
      int kills = 0;
      change(edge, 0, one);
      await(edge, envoys, 0);
      try (Load load = Load.ofConnections(edge.port, "twins.test")) {
        for (int change = 1; change <= CHANGES; change++) {
          if (envoys.size() == 2 && random.nextInt(6) == 0) {
            kills++;
            EnvoyProcess killed = envoys.remove(random.nextInt(2));
            load.during(killed::kill);
          } else if (envoys.size() == 1 && random.nextInt(3) == 0) {
            envoys.add(start(edge));
          }
          change(edge, change, random.nextBoolean() ? one : two);
          await(edge, envoys, change);
        }
        System.out.printf(
            "changes %d, kills %d, requests %d, lost with a killed Envoy %d%n",
            CHANGES, kills, load.sent(), load.excused());
      } finally {
        envoys.forEach(EnvoyProcess::close);
      }
      edge.assertNothingRefused();
      assertThat(edge.log).noneMatch(line -> line.contains("level=error"));
      assertThat(edge.log).noneMatch(line -> line.contains("event=not-acknowledged"));
    }
  }

  private EnvoyProcess start(Edge edge) throws IOException {
    return EnvoyProcess.start("edge.e2e", edge.plane.port(), home, true);
  }

  /** A service of another name each time, so that clusters come and go too. */
  private static void change(Edge edge, int number, Backend backend) throws IOException {
    String host = "s" + number % 7 + ".test";
    edge.write(
        "twins",
        Edge.service(host, backend),
        Edge.routes(
            "twins.test",
            Edge.routeTo(
                host, ", headers: {response: {set: {x-change: n%d-}}}".formatted(number))));
  }

  /** Until each Envoy that is up says that it has the change, and the control plane knows. */
  private static void await(Edge edge, List<EnvoyProcess> envoys, int change) {
    for (EnvoyProcess envoy : envoys) {
      edge.until(
          "change " + change, () -> envoy.admin("/config_dump").contains("\"n" + change + "-\""));
    }
    edge.until("all connected", () -> edge.plane.envoys("edge.e2e") == envoys.size());
    edge.awaitSettled();
  }
}
