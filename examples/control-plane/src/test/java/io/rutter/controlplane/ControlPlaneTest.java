// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control plane keeps the last good mesh, and says where a bad edit is. */
class ControlPlaneTest {
  @Test
  void aBadEditIsReportedAndNotServed(@TempDir Path home) throws Exception {
    try (Backend one = Backend.start("one", 32, 0);
        Edge edge = Edge.start(home)) {
      String routes = Edge.routes("good.test", Edge.routeTo("good.test", ""));
      edge.write("good", Edge.service("good.test", one), routes);
      edge.awaitStatus("good.test", 200);
      try (Load load = Load.on(edge, "good.test")) {
        edge.write("good", Edge.service("good.test", one), routes.replace("http:", "htpp:"));
        edge.until(
            "reported",
            () ->
                edge.log.stream()
                        .anyMatch(
                            line ->
                                line.matches(
                                    ".*level=error event=problem at=\\S*good.yaml:\\d+:1 .*no routes.*"))
                    && edge.log.stream().anyMatch(line -> line.contains("event=mesh-refused")));
        assertThat(edge.send("good.test", "/").statusCode()).isEqualTo(200);
        edge.write(
            "good",
            Edge.service("good.test", one),
            routes,
            Edge.routes("more.test", Edge.routeTo("good.test", "")));
        edge.awaitStatus("more.test", 200);
        assertThat(load.sent()).isPositive();
      }
    }
  }
}
