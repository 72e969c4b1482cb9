// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.javacontrolplane.internal.States.CDS;
import static io.rutter.javacontrolplane.internal.States.EDS;
import static io.rutter.javacontrolplane.internal.States.LDS;
import static io.rutter.javacontrolplane.internal.States.RDS;
import static io.rutter.javacontrolplane.internal.States.SDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.grpc.Status;
import io.rutter.javacontrolplane.StreamLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that do what no Envoy does: they harm themselves only, and nothing of them stays. */
class StrangersTest {
  /** How many clients come and go: {@code -Drutter.clients=10000}. */
  private static final int CLIENTS = Integer.getInteger("rutter.clients", 300);

  private static final List<Class<?>> OF_STREAM =
      List.of(
          StreamGuard.class,
          WholeStateStream.class,
          DeltaStream.class,
          Rollout.class,
          WholeSubscription.class,
          DeltaSubscription.class);

  private static final String ID = "edge.e2e";
  private static final Duration ACK = StreamLimits.DEFAULT.acknowledgment();

  private ServedXds xds;
  private int faults;

  @BeforeEach
  void start() throws IOException {
    xds = new ServedXds(StreamLimits.DEFAULT);
  }

  @AfterEach
  void stop() {
    xds.close();
    assertThat(xds.count("internal-error")).isEqualTo(faults);
  }

  private void publish(ProxyState state) {
    xds.services.publish(Map.of(ID, state), Origins.NONE);
  }

  /** Takes what comes, until the listener and the route of this text have come. */
  private void follow(RawClient envoy, String text) throws InterruptedException {
    Set<String> arrived = new HashSet<>();
    while (!arrived.containsAll(List.of(LDS, RDS))) {
      DiscoveryResponse response = envoy.next();
      envoy.ack(
          response,
          switch (response.getTypeUrl()) {
            case EDS -> new String[] {"a"};
            case RDS -> new String[] {"r"};
            default -> new String[0];
          });
      if (response.toString().contains(text)) {
        arrived.add(response.getTypeUrl());
      }
    }
  }

  private RawClient envoy() {
    RawClient envoy = xds.client(ID);
    envoy.ask(CDS);
    envoy.ask(EDS, "a");
    envoy.ask(LDS);
    envoy.ask(RDS, "r");
    return envoy;
  }

  @Test
  void whoNeverAcknowledgesHarmsOnlyItself() throws Exception {
    publish(States.of("first", "a"));
    try (RawClient stuck = xds.client(ID);
        RawClient good = envoy()) {
      stuck.ask(CDS);
      assertThat(stuck.next().getTypeUrl()).isEqualTo(CDS);
      follow(good, "first");
      for (int change = 0; change < 20; change++) {
        publish(States.of("change" + change, "a"));
        follow(good, "change" + change);
      }
      assertThat(stuck.nextWithin(Duration.ofMillis(50))).isNull();
      xds.until("only one lags", () -> xds.services.unsettled() == 1);
      xds.pass(Duration.ZERO);
      xds.pass(ACK);
      assertThat(xds.count("not-acknowledged")).isEqualTo(1);
    }
    xds.until("both are gone", () -> xds.services.openStreams() == 0);
    // Nor does it leave anything to the Envoy that remains.
    try (RawClient good = envoy()) {
      follow(good, "change19");
      publish(States.of("after", "a"));
      follow(good, "after");
      publish(States.of("later", "a"));
      follow(good, "later");
    }
  }

  @Test
  void twoOfOneIdGetEveryChangeAndOneThatStopsTakesNothingAlong() throws Exception {
    publish(States.of("first", "a"));
    try (RawClient one = envoy()) {
      follow(one, "first");
      for (int i = 0; i < 10; i++) {
        try (RawClient other = envoy()) {
          follow(other, i == 0 ? "first" : "alone" + (i - 1));
          publish(States.of("both" + i, "a"));
          follow(one, "both" + i);
          follow(other, "both" + i);
        }
        publish(States.of("alone" + i, "a"));
        follow(one, "alone" + i);
      }
    }
  }

  @Test
  void whoAcknowledgesOneTypeOnlyIsPassedOver() throws Exception {
    publish(States.of("first", "a"));
    try (RawClient half = xds.client(ID)) {
      half.ask(CDS);
      half.ack(half.next());
      for (int change = 0; change < 3; change++) {
        publish(States.of("change" + change, "a", "c" + change));
        for (int step = 0; step < 4; step++) {
          xds.pass(Duration.ZERO);
          xds.pass(ACK);
        }
      }
      DiscoveryResponse response = half.next();
      while (!response.toString().contains("c2")) {
        half.ack(response);
        response = half.next();
      }
      assertThat(xds.count("not-acknowledged")).isBetween(3L, 12L);
    }
  }

  @Test
  void aFaultEndsTheStreamThatMetItOnly() throws Exception {
    publish(States.of("first", "a"));
    try (RawClient other = envoy()) {
      follow(other, "first");
      try (RawClient unlucky = envoy()) {
        follow(unlucky, "first");
        unlucky.ask(SDS, "faulty");
        assertThat(unlucky.ended().getCode()).isEqualTo(Status.Code.INTERNAL);
        faults = 1;
      }
      publish(States.of("second", "a"));
      follow(other, "second");
      publish(States.of("third", "a"));
      follow(other, "third");
    }
  }

  @Test
  void aRefusalAsFirstRequestIsAnswered() throws Exception {
    DiscoveryRequest refusal =
        DiscoveryRequest.newBuilder()
            .setNode(Node.newBuilder().setId(ID))
            .setTypeUrl(CDS)
            .setResponseNonce("7")
            .setErrorDetail(com.google.rpc.Status.newBuilder().setMessage("no\u001b[31m"))
            .build();
    try (RawClient stranger = xds.client("stranger.none")) {
      stranger.send(refusal.toBuilder().setNode(Node.newBuilder().setId("stranger.none")).build());
      stranger.send(refusal.toBuilder().setNode(Node.newBuilder().setId("stranger.none")).build());
      stranger.assertOpen();
    }
    publish(States.of("first", "a"));
    try (RawClient client = xds.client(ID)) {
      client.send(refusal);
      assertThat(client.next().getTypeUrl()).isEqualTo(CDS);
    }
  }

  @Test
  void guessedNoncesAndRepeatedRequestsGetNothingMore() throws Exception {
    publish(States.of("first", "a"));
    try (RawClient client = xds.client(ID)) {
      client.ask(CDS);
      DiscoveryResponse first = client.next();
      for (int i = 0; i < 500; i++) {
        client.send(client.request(CDS).setResponseNonce("" + i).build());
        client.ask(CDS);
        client.ack(first);
        client.send(
            client
                .request(CDS)
                .setResponseNonce(first.getNonce())
                .setErrorDetail(com.google.rpc.Status.getDefaultInstance())
                .build());
      }
      assertThat(client.nextWithin(Duration.ofMillis(100))).isNull();
      publish(States.of("second", "a", "b"));
      assertThat(client.next().getResourcesCount()).isEqualTo(2);
    }
  }

  @Test
  void theFirstRequestSaysWhoItIs() throws Exception {
    publish(States.of("first", "a"));
    try (RawClient once = xds.client(ID)) {
      once.ask(CDS);
      assertThat(once.next().getTypeUrl()).isEqualTo(CDS);
      // Envoy with set_node_on_first_message_only.
      once.send(DiscoveryRequest.newBuilder().setTypeUrl(LDS).build());
      assertThat(once.next().getTypeUrl()).isEqualTo(LDS);
      once.send(once.request(CDS).setNode(Node.newBuilder().setId("other.e2e")).build());
      assertThat(once.ended().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
    for (String id : new String[] {"", "x".repeat(2_049), "x".repeat(3_000_000)}) {
      try (RawClient nobody = xds.client(id)) {
        nobody.ask(CDS);
        assertThat(nobody.ended().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      }
    }
    try (RawClient tooLarge = xds.client("x".repeat(5_000_000))) {
      tooLarge.ask(CDS);
      assertThat(tooLarge.ended().getCode()).isNotEqualTo(Status.Code.OK);
    }
    xds.until("gone", () -> xds.services.openStreams() == 0);
  }

  @Test
  void otherTypesAreToldOfAndNotAnswered() throws Exception {
    publish(States.of("first", "a"));
    try (RawClient client = xds.client(ID)) {
      for (int i = 0; i < 100; i++) {
        client.ask("type.googleapis.com/some.Type" + i);
      }
      client.ask(CDS);
      assertThat(client.next().getTypeUrl()).isEqualTo(CDS);
      assertThat(xds.count("unsupported-type")).isEqualTo(Bounds.UNSUPPORTED_TYPES);
      client.ask("");
      assertThat(client.ended().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
  }

  @Test
  void whoSaysNothingIsClosed() throws Exception {
    try (RawClient silent = xds.client(ID);
        RawClient unknown = xds.client("unknown.e2e")) {
      unknown.ask(CDS);
      xds.until("open", () -> xds.services.openStreams() == 2);
      xds.until("known", () -> xds.count("no-mesh-yet") == 1);
      xds.pass(Duration.ofSeconds(31));
      assertThat(silent.ended().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
      unknown.assertOpen();
    }
  }

  @Test
  void thereAreNotMoreStreamsThanMayBe() throws Exception {
    try (ServedXds few = new ServedXds(StreamLimits.DEFAULT.withStreams(3));
        RawClient two = few.client(ID);
        RawClient three = few.client(ID)) {
      try (RawClient one = few.client(ID)) {
        few.until("open", () -> few.services.openStreams() == 3);
        one.assertOpen();
        try (RawClient four = few.client(ID)) {
          assertThat(four.ended().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        }
      }
      few.until("one has gone", () -> few.services.openStreams() == 2);
      two.assertOpen();
      three.assertOpen();
    }
  }

  @Test
  void whoComesBeforeTheFirstMeshIsUnknownOnlyIfThatDoesNotNameIt() throws Exception {
    try (RawClient early = envoy();
        RawClient unknown = xds.client("unknown.e2e")) {
      unknown.ask(CDS);
      xds.until("told", () -> xds.count("no-mesh-yet") == 2);
      assertThat(xds.count("unknown-proxy")).isZero();
      publish(States.of("first", "a"));
      follow(early, "first");
      publish(States.of("second", "a"));
      assertThat(xds.count("unknown-proxy")).isEqualTo(1);
    }
  }

  @Test
  void anUnknownIdIsToldOnceAndServedWhenTheMeshNamesIt() throws Exception {
    xds.services.publish(Map.of(), Origins.NONE);
    for (int i = 0; i < 5; i++) {
      try (RawClient early = xds.client(ID)) {
        early.ask(CDS);
        xds.until("told", () -> xds.count("unknown-proxy") == 1);
      }
    }
    try (RawClient early = envoy()) {
      early.assertOpen();
      publish(States.of("first", "a"));
      follow(early, "first");
    }
    assertThat(xds.count("unknown-proxy")).isEqualTo(1);
    try (RawClient much = xds.client("much.e2e")) {
      much.ask(EDS, "x".repeat(Bounds.UNKNOWN_NAMES_CHARACTERS));
      assertThat(much.ended().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    }
  }

  @Test
  void aProxyThatTheMeshDoesNotNameAnyMoreKeepsWhatItHas() throws Exception {
    publish(States.of("first", "a"));
    try (RawClient envoy = envoy()) {
      follow(envoy, "first");
      xds.until("settled", xds.services::isSettled);
      xds.services.publish(Map.of(), Origins.NONE);
      assertThat(envoy.nextWithin(Duration.ofMillis(100))).isNull();
      publish(States.of("again", "a"));
      follow(envoy, "again");
    }
  }

  @Test
  void nothingOfAClientStays() throws Exception {
    publish(States.of("first", "a", "b", "c"));
    LiveObjects before = afterClients(300); // Buffers and caches of the libraries fill.
    LiveObjects after = afterClients(CLIENTS);
    System.out.printf(
        "rutter.clients=%d: live objects %d KiB, before %d KiB%n",
        CLIENTS, after.bytes() / 1024, before.bytes() / 1024);
    assertThat(after.bytes() - before.bytes()).isLessThan(1 << 20);
    assertThat(after.count(XdsServices.class)).isPositive();
  }

  /** What there is when threads have let go of all streams. */
  private LiveObjects afterClients(int clients) {
    clientsComeAndGo(clients);
    LiveObjects[] last = {live()};
    xds.until(
        "no object of a stream",
        () -> {
          last[0] = live();
          return OF_STREAM.stream().allMatch(type -> last[0].count(type) == 0);
        });
    return last[0];
  }

  private static LiveObjects live() {
    try {
      return LiveObjects.now();
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private void clientsComeAndGo(int clients) {
    for (int i = 0; i < clients; i++) {
      // Every third is one of the mesh; ids are as long as may be.
      String id = i % 3 == 0 ? ID : i + "x".repeat(2_000);
      try (RawClient client = xds.client(id);
          DeltaClient delta = new DeltaClient(xds.channel(), id)) {
        client.ask(CDS);
        client.ask(EDS, "a", "not" + i);
        client.ask(LDS);
        delta.ask(CDS);
        delta.ask(EDS, "a", "not" + i);
        if (i % 50 == 0) {
          xds.until("few are open", () -> xds.services.openStreams() < 50);
        }
      }
    }
    xds.until("all are gone", () -> xds.services.openStreams() == 0);
    xds.events.clear();
  }
}
