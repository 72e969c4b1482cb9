// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.controlplane.Waiting;
import io.rutter.model.MeshSnapshot;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to objects, kinds and the server, in whatever order: in the end the mesh is that
 * of the objects that there are. {@code -Drutter.cluster.changes=N} makes more of it.
 */
class ClusterChangesTest {
  private static final int CHANGES = Integer.getInteger("rutter.cluster.changes", 80);
  private static final long SEED = Long.getLong("rutter.seed", 17L);
  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final List<String> KINDS =
      List.of("Service", "Pod", "EndpointSlice", "VirtualService");

  private final Random random = new Random(SEED);
  private final ApiServer api = Followed.newServer();
  private final Set<String> present = new TreeSet<>();
  private final List<String> history = new ArrayList<>();
  private boolean isServed = true;

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String object(String kind, String name, int number) {
    return switch (kind) {
      case "Service" -> FollowTest.service("shop", name).replace("10.0.0.1", "10.0.0." + number);
      case "Pod" -> FollowTest.pod("shop", name + "-pod", name, "10.1.0." + number);
      case "EndpointSlice" -> FollowTest.slice("shop", name, "10.1.0." + number, name + "-pod");
      default -> FollowTest.virtualService("shop", name, number % 5 == 0 ? "soon" : number + "s");
    };
  }

  private static String nameOf(String kind, String name) {
    return switch (kind) {
      case "Pod" -> name + "-pod";
      case "EndpointSlice" -> name + "-1";
      default -> name;
    };
  }

  private void change() {
    int what = random.nextInt(40);
    if (what == 0) {
      history.add("restart");
      api.goAway();
      api.comeBack();
    } else if (what == 1) {
      history.add("VirtualService is " + (isServed ? "gone" : "back"));
      isServed = !isServed;
      api.setServed("VirtualService", isServed);
    } else {
      String kind = pick(isServed ? KINDS : KINDS.subList(0, 3));
      String name = pick(NAMES);
      if (present.contains(kind + name) && random.nextBoolean()) {
        history.add("delete " + kind + " " + name);
        present.remove(kind + name);
        api.delete(kind, "shop", nameOf(kind, name));
      } else {
        history.add("apply " + kind + " " + name);
        present.add(kind + name);
        api.apply(object(kind, name, 1 + random.nextInt(250)));
      }
    }
  }

  private MeshSnapshot loaded() {
    return YamlLoader.create().load(YamlSource.text("all", api.yaml())).snapshot();
  }

  @Test
  void theMeshIsThatOfTheObjectsThatThereAre() throws Exception {
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      for (int i = 0; i < CHANGES; i++) {
        change();
      }
      api.setServed("VirtualService", true);
      MeshSnapshot expected = loaded();
      Waiting.until(
          "followed, rutter.seed=" + SEED + " " + history,
          () -> Meshes.difference(expected, followed.mesh()),
          () -> followed.mesh().equals(expected));
      assertThat(followed.log).noneMatch(line -> line.contains("internal-error"));
    } finally {
      api.close();
    }
  }
}
