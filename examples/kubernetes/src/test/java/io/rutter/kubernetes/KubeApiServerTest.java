// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.rutter.controlplane.EnvoyProcess;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventLog;
import io.rutter.controlplane.LibraryLog;
import io.rutter.controlplane.Waiting;
import io.rutter.model.MeshSnapshot;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mesh follows Kubernetes' own API server, which is killed and started again, and whose
 * connections are cut, while an Envoy that it serves loses no request. A long run: {@code
 * -Drutter.changes=2000 -Drutter.restarts=10 -Drutter.seed=N}.
 */
class KubeApiServerTest {
  private static final int CHANGES = Integer.getInteger("rutter.changes", 150);
  private static final int RESTARTS = Integer.getInteger("rutter.restarts", 1);
  private static final long SEED = Long.getLong("rutter.seed", 1);
  private static final int CUT_EACH = 25;
  private static final String SETTINGS = "enableAutoMtls: false";

  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("test")
          .withForce(true)
          .build();

  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void whatIsServedIsTheMeshOfTheSameFiles(@TempDir Path home) throws Exception {
    KubeApiServer.require();
    EnvoyProcess.require();
    System.out.printf(
        "rutter.seed=%d rutter.changes=%d rutter.restarts=%d%n", SEED, CHANGES, RESTARTS);
    EventLog events = new EventLog(log::add, Event.Level.DEBUG, InstantSource.system());
    LibraryLog.sendTo(events);
    try (KubeApiServer server = KubeApiServer.start(home);
        KubernetesClient direct = KubeApiServer.newClient(server.port());
        Connections connections = Connections.to(server.port());
        KubernetesClient client = KubeApiServer.newClient(connections.port())) {
      fill(direct);
      try (KubernetesControlPlane plane =
          KubernetesControlPlane.start(
              List.of(new Cluster("Kubernetes", client)), Followed.settings(), events)) {
        Waiting.until("serving", () -> log, plane::isServing);
        Random random = new Random(SEED);
        try (ServedGateway gateway = ServedGateway.start(plane.port(), home)) {
          gateway.objects(random).forEach(change -> apply(direct, change));
          gateway.begin(() -> log);
          run(server, direct, connections, plane, gateway, random);
          System.out.printf("%d requests, none lost%n", gateway.end());
          assertConflict(direct);
        }
        assertThat(log)
            .noneMatch(
                line -> line.contains("event=internal-error") || line.contains("event=nack"));
      }
    }
  }

  private static void fill(KubernetesClient client) {
    for (String name :
        Iterables.concat(
            RandomCluster.NAMESPACES, List.of("istio-system", ServedGateway.NAMESPACE))) {
      var unused =
          client
              .namespaces()
              .resource(
                  new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
              .create();
    }
    for (ObjectKind kind : CustomResources.kinds()) {
      CustomResources.define(client, kind);
    }
    // The Envoy has no certificates.
    ConfigMap unusedToo =
        client
            .configMaps()
            .inNamespace("istio-system")
            .resource(
                new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("istio")
                    .endMetadata()
                    .addToData("mesh", SETTINGS)
                    .build())
            .create();
  }

  private void run(
      KubeApiServer server,
      KubernetesClient direct,
      Connections connections,
      KubernetesControlPlane plane,
      ServedGateway gateway,
      Random random)
      throws Exception {
    RandomCluster cluster = new RandomCluster(random);
    for (int i = 1; i <= CHANGES; i++) {
      RandomCluster.Change change = cluster.next();
      if (RESTARTS > 0 && i % (CHANGES / RESTARTS) == 0) {
        server.kill();
        server.restart();
      } else if (random.nextInt(CUT_EACH) == 0) {
        connections.cut();
      }
      apply(direct, change);
      if (i % 5 == 0) {
        gateway.objects(random).forEach(object -> apply(direct, object));
      }
      if (i % 50 == 0 || i == CHANGES) {
        assertFollows(direct, plane, i);
      }
      if (i == CHANGES / 2) {
        loseDefinition(direct, plane, i);
      }
    }
  }

  /** The objects of a kind go with its definition, and come again when they are made again. */
  private void loseDefinition(KubernetesClient direct, KubernetesControlPlane plane, int changes) {
    ObjectKind kind = ApiKinds.served("DestinationRule").kind();
    CustomResources.remove(direct, kind);
    assertFollows(direct, plane, changes);
    assertThat(served(plane).destinationRules()).isEmpty();
    CustomResources.define(direct, kind);
    assertFollows(direct, plane, changes);
  }

  /** A status of an old version is refused in the way of a conflict, which no mistake shares. */
  private static void assertConflict(KubernetesClient client) {
    ServedKind kind = ApiKinds.served("VirtualService");
    GenericKubernetesResource object =
        client
            .genericKubernetesResources(kind.context())
            .inNamespace(ServedGateway.NAMESPACE)
            .list()
            .getItems()
            .get(0);
    String name = object.getMetadata().getName();
    StatusPatch patch =
        new StatusPatch(
            new ObjectKey(kind.kind().group(), kind.kind().name(), ServedGateway.NAMESPACE, name),
            kind,
            object,
            ImmutableMap.of("conditions", List.of(Map.of("type", "rutter.io/Translated"))));
    patch.apply(client);
    assertThatThrownBy(() -> patch.apply(client))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(409));
  }

  private static void apply(KubernetesClient client, RandomCluster.Change change) {
    Resource<GenericKubernetesResource> resource = resource(client, change);
    if (change.yaml().isEmpty()) {
      var unused = resource.withGracePeriod(0).delete();
      return;
    }
    GenericKubernetesResource object =
        Serialization.unmarshal(change.yaml(), GenericKubernetesResource.class);
    try {
      GenericKubernetesResource unused = resource(client, change, object).patch(APPLY);
      if (change.kind().equals("Pod")) {
        GenericKubernetesResource unusedToo =
            resource(client, change, object).subresource("status").patch(APPLY);
      }
    } catch (KubernetesClientException e) {
      assertThat(e.getCode()).as("%s", e).isIn(409, 422); // What may not be changed, in Kubernetes.
    }
  }

  private static Resource<GenericKubernetesResource> resource(
      KubernetesClient client, RandomCluster.Change change) {
    var all = client.genericKubernetesResources(ApiKinds.served(change.kind()).context());
    return change.namespace().isEmpty()
        ? all.withName(change.name())
        : all.inNamespace(change.namespace()).withName(change.name());
  }

  private static Resource<GenericKubernetesResource> resource(
      KubernetesClient client, RandomCluster.Change change, GenericKubernetesResource object) {
    var all = client.genericKubernetesResources(ApiKinds.served(change.kind()).context());
    return change.namespace().isEmpty()
        ? all.resource(object)
        : all.inNamespace(change.namespace()).resource(object);
  }

  private void assertFollows(KubernetesClient direct, KubernetesControlPlane plane, int changes) {
    MeshSnapshot expected = loaded(direct);
    Waiting.until(
        "the mesh after " + changes + " changes",
        () -> Meshes.difference(expected, served(plane)) + "\nlog " + String.join("\n", log),
        () -> expected.equals(served(plane)));
  }

  private static MeshSnapshot served(KubernetesControlPlane plane) {
    ServedMesh served = plane.lastServed();
    return served == null ? MeshSnapshot.builder().build() : served.snapshot();
  }

  /** What the loader makes of the objects that the server has. */
  private static MeshSnapshot loaded(KubernetesClient client) {
    String all =
        ObjectStore.kinds().stream()
            .filter(kind -> !kind.group().equals("rutter.io"))
            .sorted(Comparator.comparing(ObjectKind::group).thenComparing(ObjectKind::name))
            .map(kind -> ApiKinds.served(kind.name()))
            .flatMap(kind -> objects(client, kind))
            .collect(Collectors.joining("\n---\n"));
    String settings = "apiVersion: rutter.io/v1\nkind: MeshConfig\nspec: {" + SETTINGS + "}\n---\n";
    return YamlLoader.create().load(YamlSource.text("all", settings + all)).snapshot();
  }

  private static Stream<String> objects(KubernetesClient client, ServedKind kind) {
    try {
      return client
          .genericKubernetesResources(kind.context())
          .inAnyNamespace()
          .list()
          .getItems()
          .stream()
          .map(object -> Serialization.asYaml(ObjectTree.of(kind, object)));
    } catch (KubernetesClientException e) {
      assertThat(e.getCode()).as("%s", e).isEqualTo(404); // There is no such kind now.
      return Stream.of();
    }
  }
}
