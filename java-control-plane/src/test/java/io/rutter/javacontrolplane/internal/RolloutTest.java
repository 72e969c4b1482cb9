// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.javacontrolplane.internal.States.CDS;
import static io.rutter.javacontrolplane.internal.States.EDS;
import static io.rutter.javacontrolplane.internal.States.LDS;
import static io.rutter.javacontrolplane.internal.States.RDS;
import static io.rutter.javacontrolplane.internal.States.SDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.rpc.Status;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In which order an Envoy gets what changes, and what happens when it does not answer. */
class RolloutTest {
  private final Substitutes substitutes =
      new Substitutes(
          name ->
              name.equals("none")
                  ? Optional.empty()
                  : Optional.of(Secret.newBuilder().setName(name).build()),
          Peer.current());
  private final Rollout<WholeSubscription> rollout =
      new Rollout<>(type -> new WholeSubscription(type, substitutes));

  /** What was sent and is not read yet, {@code type: names}. */
  private final List<String> sent = new ArrayList<>();

  private final Map<String, String> nonces = new HashMap<>();
  private final Map<String, String> versions = new HashMap<>();
  private final Map<String, String[]> names = new HashMap<>();
  private int count;
  private boolean isReady = true;

  private boolean ask(String type, String nonce, boolean refuses, String... resourceNames) {
    names.put(type, resourceNames);
    DiscoveryRequest.Builder request =
        DiscoveryRequest.newBuilder()
            .setTypeUrl(type)
            .setResponseNonce(nonce)
            .addAllResourceNames(List.of(resourceNames));
    if (refuses) {
      request.setErrorDetail(Status.newBuilder().setMessage("no"));
    }
    boolean isRefusal =
        rollout
            .subscription(type)
            .onRequest(
                request.build(),
                new WholeSubscription.Responder() {
                  @Override
                  public boolean isReady() {
                    return isReady;
                  }

                  @Override
                  public String send(
                      ImmutableMap<String, ResourceBytes> resources, String version) {
                    String of = type.substring(type.lastIndexOf('.') + 1);
                    sent.add(of + ": " + String.join(" ", resources.keySet()));
                    nonces.put(type, "n" + count++);
                    versions.put(type, version);
                    return nonces.getOrDefault(type, "");
                  }
                });
    rollout.onRequest(type, isRefusal);
    return isRefusal;
  }

  private void ask(String type, String... resourceNames) {
    assertThat(ask(type, nonces.getOrDefault(type, ""), false, resourceNames)).isFalse();
  }

  private void ack(String... types) {
    for (String type : types) {
      ask(type, names.getOrDefault(type, new String[0]));
    }
  }

  @CanIgnoreReturnValue
  private List<String> read() {
    List<String> result = List.copyOf(sent);
    sent.clear();
    return result;
  }

  /** An Envoy that has a state. */
  private void settle(ProxyState state, String... clusters) {
    rollout.start(state);
    ask(CDS);
    ask(EDS, clusters);
    ask(LDS);
    ask(RDS, "r");
    ack(CDS, EDS, LDS, RDS);
    assertThat(rollout.isSettled()).isTrue();
    assertThat(read()).hasSize(4);
  }

  @Test
  void theFirstStateComesWhole() {
    ask(CDS);
    assertThat(read()).isEmpty();
    rollout.start(States.of("1", "a", "b"));
    assertThat(read()).containsExactly("Cluster: a b");
    ask(EDS, "a", "b");
    ask(LDS);
    assertThat(read()).containsExactly("ClusterLoadAssignment: a b", "Listener: l");
    assertThat(rollout.isSettled()).isFalse();
    ack(CDS, EDS, LDS);
    assertThat(rollout.isSettled()).isTrue();
  }

  @Test
  void clustersComeFirstAndGoLast() {
    settle(States.of("1", "a"), "a");
    rollout.start(States.of("2", "b"));
    assertThat(read()).containsExactly("Cluster: a b", "ClusterLoadAssignment: a");
    ask(EDS, "a", "b");
    ack(CDS);
    assertThat(read()).containsExactly("ClusterLoadAssignment: a b");
    ack(EDS);
    assertThat(read()).containsExactly("Listener: l", "RouteConfiguration: r");
    ack(LDS);
    assertThat(read()).isEmpty();
    ack(RDS);
    assertThat(read()).containsExactly("Cluster: b", "ClusterLoadAssignment: a b");
    ask(EDS, "b");
    ack(CDS, EDS);
    assertThat(rollout.isSettled()).isTrue();
  }

  @Test
  void onlyTheNewestWaits() {
    settle(States.of("1", "a"), "a");
    rollout.start(States.of("2", "a", "b"));
    rollout.start(States.of("3", "a", "c"));
    rollout.start(States.of("4", "a", "d"));
    read();
    ask(EDS, "a", "b");
    ack(CDS, EDS, LDS, RDS, CDS, EDS);
    assertThat(read()).contains("Cluster: a b d").noneMatch(text -> text.contains("c"));
  }

  @Test
  void whatIsRefusedIsNotSentAgainAndTheNextChangeIs() {
    settle(States.of("1", "a"), "a");
    rollout.start(States.of("2", "a", "bad"));
    read();
    assertThat(ask(CDS, nonces.getOrDefault(CDS, ""), true)).isTrue();
    ask(CDS);
    assertThat(ask(CDS, nonces.getOrDefault(CDS, ""), true)).isFalse();
    ack(EDS, LDS, RDS);
    assertThat(read()).isEmpty();
    assertThat(rollout.pendingStep()).isEmpty();
    assertThat(rollout.isSettled()).isFalse();
    rollout.start(States.of("3", "a", "good"));
    assertThat(read()).contains("Cluster: a good");
  }

  @Test
  void aRefusalAsFirstRequestIsARequest() {
    rollout.start(States.of("1", "a"));
    assertThat(ask(CDS, "", true)).isFalse();
    assertThat(read()).containsExactly("Cluster: a");
    assertThat(ask(LDS, "guessed", true)).isFalse();
    assertThat(read()).containsExactly("Listener: l");
  }

  @Test
  void aRequestThatAnswersAnOlderResponseSaysNothing() {
    settle(States.of("1", "a"), "a");
    String old = nonces.getOrDefault(CDS, "");
    rollout.start(States.of("2", "b"));
    read();
    assertThat(ask(CDS, old, true)).isFalse();
    assertThat(ask(CDS, "guessed", false)).isFalse();
    assertThat(ask(CDS, "", false)).isFalse();
    assertThat(read()).isEmpty();
    assertThat(rollout.pendingStep()).isPresent();
  }

  @Test
  void equalRequestsAreAnsweredOnce() {
    settle(States.of("1", "a"), "a");
    for (int i = 0; i < 100; i++) {
      ack(CDS, EDS, LDS, RDS);
    }
    assertThat(read()).isEmpty();
  }

  @Test
  void aStepWithoutAcknowledgmentIsPassedOver() {
    settle(States.of("1", "a"), "a");
    rollout.start(States.of("2", "b"));
    Optional<Long> step = rollout.pendingStep();
    assertThat(rollout.passOver()).isEqualTo("clusters");
    assertThat(rollout.pendingStep()).isNotEqualTo(step);
    assertThat(rollout.passOver()).isEqualTo("listeners");
    assertThat(rollout.passOver()).isEqualTo("removals");
    assertThat(rollout.pendingStep()).isEmpty();
    read();
    rollout.start(States.of("3", "c"));
    assertThat(rollout.passOver()).isEqualTo("clusters");
    // It wakes up: what it had stays until it has the listeners that do without.
    ask(EDS, "a", "b");
    ack(CDS);
    assertThat(read()).contains("Cluster: a c");
    ask(EDS, "a", "c");
    ack(CDS, EDS, LDS, RDS, LDS, RDS);
    assertThat(read()).contains("Listener: l", "Cluster: c");
    ask(EDS, "c");
    ack(CDS, EDS);
    assertThat(rollout.isSettled()).isTrue();
  }

  @Test
  void whenSomethingNewerWaitsThePassedStateIsLeftOut() {
    settle(States.of("1", "a"), "a");
    rollout.start(States.of("2", "b"));
    rollout.start(States.of("3", "c"));
    assertThat(rollout.passOver()).isEqualTo("clusters");
    read();
    ack(CDS);
    assertThat(read()).contains("Cluster: a c");
  }

  @Test
  void whatADrainingListenerAsksForStays() {
    settle(States.of("1", "a"), "a");
    ask(RDS, "r", "gone", "r2");
    assertThat(read()).containsExactly("RouteConfiguration: r gone r2");
    ask(RDS);
    assertThat(read()).isEmpty();
  }

  @Test
  void whoComesBackWithTheStateBeforeGoesOnFromThere() {
    ProxyState before = States.of("1", "a");
    rollout.start(States.of("2", "b"), before);
    ask(CDS);
    assertThat(read()).containsExactly("Cluster: a b");
  }

  @Test
  void nothingIsSentToWhoDoesNotRead() {
    settle(States.of("1", "a"), "a");
    isReady = false;
    for (int i = 0; i < 50; i++) {
      ask(EDS, "a", "x" + i);
      rollout.onReady();
    }
    assertThat(read()).isEmpty();
    isReady = true;
    rollout.onReady();
    assertThat(read()).containsExactly("ClusterLoadAssignment: a x49");
  }

  @Test
  void secretsComeByNameAndBadNamesGetNone() {
    settle(States.of("1", "a"), "a");
    ask(SDS, "one", "none");
    assertThat(read()).containsExactly("Secret: one");
    ask(SDS, "one", "two");
    assertThat(read()).containsExactly("Secret: one two");
  }

  @Test
  void versionsSayTheSameForTheSame() {
    settle(States.of("1", "a"), "a");
    Map<String, String> first = Map.copyOf(versions);
    rollout.start(States.of("1", "a"));
    assertThat(read()).isEmpty();
    assertThat(rollout.isSettled()).isTrue();
    assertThat(versions).isEqualTo(first);
  }
}
