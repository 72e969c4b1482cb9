// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yaml.snakeyaml.Yaml;

/**
 * What a store of objects costs: {@code Store SERVICES ENDPOINTS_EACH TURNS}. Prints how long all
 * objects of a cluster take as one text, as single texts and as decoded trees, until their mesh
 * stands; and how long one changed Pod takes, in clusters of several shapes.
 */
public final class Store {
  private static final int CHANGES = 1_000;
  private static final int NAMESPACES = 20;
  private static final int WRONG = 10_000;
  private static final YamlLimits LIMITS = YamlLimits.DEFAULT.withFileBytes(1 << 30);

  private Store() {}

  /** Runs the program. */
  public static void main(String[] args) throws IOException {
    int services = Integer.parseInt(args[0]);
    int endpoints = Integer.parseInt(args[1]);
    load(new StoredCluster(services, endpoints, NAMESPACES, 0), Integer.parseInt(args[2]));
    change(new StoredCluster(services, endpoints, NAMESPACES, 0));
    change(new StoredCluster(services, endpoints, 1, 0));
    change(new StoredCluster(services, endpoints, NAMESPACES * NAMESPACES, 0));
    change(new StoredCluster(services, endpoints, NAMESPACES, WRONG));
  }

  private static void load(StoredCluster cluster, int turns) throws IOException {
    List<String> objects = cluster.objects();
    String text = String.join("---\n", objects);
    List<Map<String, Object>> trees = trees(objects);
    System.out.printf("%,d objects, %,d characters%n", objects.size(), text.length());
    for (int turn = 0; turn < turns; turn++) {
      double loaded =
          ProcessorTime.least(
              0,
              () ->
                  YamlLoader.create()
                      .withLimits(LIMITS)
                      .load(List.of(YamlSource.text("all", text)))
                      .snapshot()
                      .endpoints()
                      .size());
      double asTexts = ProcessorTime.least(0, () -> size(ofTexts(objects)));
      double asTrees = ProcessorTime.least(0, () -> size(ofTrees(trees)));
      System.out.printf(
          "one text %,8.0f ms   texts %,8.0f ms  x%.2f   trees %,8.0f ms  x%.2f%n",
          loaded, asTexts, asTexts / loaded, asTrees, asTrees / loaded);
    }
  }

  private static List<Map<String, Object>> trees(List<String> objects) {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (String object : objects) {
      trees.add(new Yaml().load(object));
    }
    return trees;
  }

  private static ObjectStore ofTexts(List<String> objects) {
    ObjectStore store = ObjectStore.create(LIMITS);
    for (int i = 0; i < objects.size(); i++) {
      store.apply(YamlSource.text("object-" + i, objects.get(i)));
    }
    return store;
  }

  private static ObjectStore ofTrees(List<Map<String, Object>> trees) {
    ObjectStore store = ObjectStore.create(LIMITS);
    trees.forEach(store::apply);
    return store;
  }

  private static long size(ObjectStore store) {
    return store.snapshot().snapshot().endpoints().size();
  }

  private static void change(StoredCluster cluster) throws IOException {
    ObjectStore store = ofTrees(trees(cluster.objects()));
    store.snapshot();
    Random random = new Random(1);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      String pod =
          cluster.pod(
              random.nextInt(cluster.services()), random.nextInt(cluster.endpoints()), "v" + i);
      Map<String, Object> tree = new Yaml().load(pod);
      times.add(
          ProcessorTime.least(
              0,
              () -> {
                store.apply(tree);
                return size(store);
              }));
    }
    List<Double> warm = times.subList(CHANGES / 2, CHANGES);
    Collections.sort(warm);
    System.out.printf(
        "a changed Pod of %,d in namespaces: %d, with wrong VirtualServices: %,d:"
            + " %.2f ms (median), %.2f ms (the slowest tenth)%n",
        cluster.services() * cluster.endpoints(),
        cluster.namespaces(),
        cluster.wrong(),
        warm.get(warm.size() / 2),
        warm.get(warm.size() * 9 / 10));
  }
}
