// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.javacontrolplane.internal.States.CDS;
import static io.rutter.javacontrolplane.internal.States.EDS;
import static io.rutter.javacontrolplane.internal.States.LDS;
import static io.rutter.javacontrolplane.internal.States.RDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Status;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.grpc.Status.Code;
import io.rutter.javacontrolplane.StreamLimits;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delta xDS: what differs, in the order that loses no request, each name with its version. */
class DeltaTest {
  private static final String ID = "edge.e2e";

  private ServedXds xds;

  @BeforeEach
  void start() throws IOException {
    xds = new ServedXds(StreamLimits.DEFAULT);
  }

  @AfterEach
  void stop() {
    xds.close();
    assertThat(xds.events).noneMatch(event -> event.startsWith("internal-error"));
  }

  private void publish(ProxyState state) {
    xds.services.publish(Map.of(ID, state), Origins.NONE);
  }

  private DeltaClient client() {
    return new DeltaClient(xds.channel(), ID);
  }

  /** An Envoy that has the first state, of clusters a and b. */
  private DeltaClient settled() throws InterruptedException {
    publish(States.of("1", "a", "b"));
    DeltaClient client = client();
    client.ask(CDS);
    assertThat(client.taken()).isEqualTo("Cluster: +a +b");
    client.ask(EDS, "a", "b");
    assertThat(client.taken()).isEqualTo("ClusterLoadAssignment: +a +b");
    client.ask(LDS);
    assertThat(client.taken()).isEqualTo("Listener: +l");
    client.ask(RDS, "r");
    assertThat(client.taken()).isEqualTo("RouteConfiguration: +r");
    xds.until("settled", xds.services::isSettled);
    return client;
  }

  @Test
  void onlyWhatDiffersIsSentAndRemovalsComeLast() throws Exception {
    try (DeltaClient client = settled()) {
      publish(States.of("2", "b", "c"));
      DeltaDiscoveryResponse clusters = client.next();
      assertThat(DeltaClient.text(clusters)).isEqualTo("Cluster: +c");
      client.ask(EDS, "c");
      assertThat(client.taken()).isEqualTo("ClusterLoadAssignment: +c");
      assertThat(client.isQuiet()).isTrue();
      client.ack(clusters);
      assertThat(client.taken()).isEqualTo("Listener: +l");
      assertThat(client.taken()).isEqualTo("RouteConfiguration: +r");
      assertThat(client.taken()).isEqualTo("Cluster: -a");
      client.send(client.request(EDS).addResourceNamesUnsubscribe("a").build());
      xds.until("settled", xds.services::isSettled);
      assertThat(client.isQuiet()).isTrue();
    }
  }

  @Test
  void endpointsComeAgainWithTheirCluster() throws Exception {
    try (DeltaClient client = settled()) {
      publish(States.changed("a", "1", "a", "b"));
      assertThat(client.taken()).isEqualTo("Cluster: +a");
      assertThat(client.taken()).isEqualTo("ClusterLoadAssignment: +a");
      xds.until("settled", xds.services::isSettled);
      assertThat(client.isQuiet()).isTrue();
    }
  }

  /** Envoy warms the cluster for ever otherwise, and acknowledges no other until it is warm. */
  @Test
  void endpointsFollowTheirClusterEvenIfItsTurnComesLater() throws Exception {
    try (DeltaClient client = settled()) {
      publish(States.of("2", "b"));
      assertThat(client.taken()).isEqualTo("Listener: +l");
      assertThat(client.taken()).isEqualTo("RouteConfiguration: +r");
      DeltaDiscoveryResponse removal = client.next();
      assertThat(DeltaClient.text(removal)).isEqualTo("Cluster: -a");
      publish(States.changed("b", "2", "b")); // Waits, and begins while the removal is answered.
      client.ack(removal);
      assertThat(client.taken()).isEqualTo("ClusterLoadAssignment: +b");
      assertThat(client.taken()).isEqualTo("Cluster: +b");
      assertThat(client.taken()).isEqualTo("ClusterLoadAssignment: +b");
      xds.until("settled", xds.services::isSettled);
      assertThat(client.isQuiet()).isTrue();
    }
  }

  @Test
  void whatIsAskedForAgainComesAgainAndWhatIsNotThereHasASubstitute() throws Exception {
    try (DeltaClient client = settled()) {
      client.ask(EDS, "a");
      assertThat(client.taken()).isEqualTo("ClusterLoadAssignment: +a");
      client.ask(RDS, "gone");
      assertThat(client.taken()).isEqualTo("RouteConfiguration: +gone");
      client.send(client.request(EDS).addResourceNamesUnsubscribe("b").build());
      assertThat(client.isQuiet()).isTrue();
      publish(States.changed("b", "1", "a", "b"));
      assertThat(client.taken()).isEqualTo("Cluster: +b");
      assertThat(client.isQuiet()).isTrue();
      xds.until("settled", xds.services::isSettled);
    }
  }

  @Test
  void anEnvoyThatComesBackIsToldWhatHasChanged() throws Exception {
    String cluster;
    String route;
    try (DeltaClient client = settled()) {
      cluster = client.version(CDS, "a");
      route = client.version(RDS, "r");
    }
    try (DeltaClient client = client()) {
      client.send(
          client
              .request(CDS)
              .putInitialResourceVersions("a", cluster)
              .putInitialResourceVersions("b", "of another time")
              .putInitialResourceVersions("old", "1")
              .build());
      assertThat(client.taken()).isEqualTo("Cluster: +b");
      client.send(
          client
              .request(RDS)
              .addResourceNamesSubscribe("r")
              .putInitialResourceVersions("r", route)
              .build());
      assertThat(client.isQuiet()).isTrue();
      client.ask(LDS);
      assertThat(client.taken()).isEqualTo("Listener: +l");
      // Its listeners do without by now.
      assertThat(client.taken()).isEqualTo("Cluster: -old");
      xds.until("settled", xds.services::isSettled);
      assertThat(client.isQuiet()).isTrue();
    }
  }

  @Test
  void theFirstAnswerComesEvenIfItIsEmpty() throws Exception {
    publish(States.of("1"));
    try (DeltaClient client = client()) {
      client.ask(CDS);
      assertThat(client.taken()).isEqualTo("Cluster:");
      client.ask(CDS);
      assertThat(client.isQuiet()).isTrue();
    }
  }

  @Test
  void whatIsRefusedIsNotSentAgainAndTheNextChangeIs() throws Exception {
    try (DeltaClient client = settled()) {
      publish(States.of("1", "a", "b", "bad"));
      DeltaDiscoveryResponse response = client.next();
      client.send(
          client
              .request(CDS)
              .setResponseNonce(response.getNonce())
              .setErrorDetail(Status.newBuilder().setMessage("cluster bad: no"))
              .build());
      xds.until("told", () -> xds.count("refused") == 1);
      assertThat(xds.events)
          .contains(
              "refused: error: Envoy refuses Cluster bad: cluster bad: no [refused-by-envoy]");
      assertThat(client.isQuiet()).isTrue();
      publish(States.changed("a", "1", "a", "b", "bad"));
      // Envoy may have taken one of two, so both come.
      assertThat(client.taken()).isEqualTo("Cluster: +a +bad");
    }
  }

  @Test
  void guessedNoncesSayNothing() throws Exception {
    try (DeltaClient client = settled()) {
      for (int i = 0; i < 100; i++) {
        client.send(client.request(CDS).setResponseNonce("" + i).build());
        client.send(
            client
                .request(CDS)
                .setResponseNonce("guess" + i)
                .setErrorDetail(Status.getDefaultInstance())
                .build());
      }
      assertThat(client.isQuiet()).isTrue();
      assertThat(xds.count("refused")).isZero();
      publish(States.of("1", "a", "b", "c"));
      assertThat(client.taken()).isEqualTo("Cluster: +c");
    }
  }

  @Test
  void namesHaveBounds() throws Exception {
    try (DeltaClient unknown = new DeltaClient(xds.channel(), "much.e2e")) {
      unknown.ask(EDS, "x".repeat(Bounds.UNKNOWN_NAMES_CHARACTERS / 2));
      unknown.ask(EDS, "y".repeat(Bounds.UNKNOWN_NAMES_CHARACTERS / 2));
      assertThat(unknown.ended().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    }
    try (DeltaClient client = settled()) {
      for (int i = 0; i < 9; i++) {
        client.ask(EDS, i + "x".repeat(Bounds.NAMES_CHARACTERS / 8));
      }
      assertThat(client.ended().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    }
  }
}
