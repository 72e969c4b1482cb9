// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Simulator;
import io.rutter.inspect.Stage;
import io.rutter.translator.XdsResources;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Asks a real Envoy and the simulator whether calls are allowed, and counts the answers. */
final class AccessAgreement implements AutoCloseable {
  /** What the simulator says of these is told where Envoy differs. */
  private static final ImmutableSet<Stage> DECIDING =
      ImmutableSet.of(
          Stage.FILTER_CHAIN, Stage.TRANSPORT_SOCKET, Stage.AUTHENTICATION, Stage.AUTHORIZATION);

  private final Path envoy;
  private final LoopbackBackend backend;
  private final ExtAuthzServer server;
  private final SignedTokens keys;
  private final String unknownKey;
  private final Map<String, Integer> answers = new TreeMap<>();
  private int requests;

  private AccessAgreement(
      Path envoy,
      LoopbackBackend backend,
      ExtAuthzServer server,
      SignedTokens keys,
      String unknownKey) {
    this.envoy = envoy;
    this.backend = backend;
    this.server = server;
    this.keys = keys;
    this.unknownKey = unknownKey;
  }

  /** Starts the backend and the services that are asked. */
  static AccessAgreement start()
      throws IOException, InterruptedException, GeneralSecurityException {
    return new AccessAgreement(
        EnvoyBinary.require(),
        LoopbackBackend.start(),
        ExtAuthzServer.start(),
        SignedTokens.create(),
        UnknownKey.text());
  }

  /** How many requests Envoy got. */
  int requests() {
    return requests;
  }

  /** What Envoy answered, and how often: a status, or that it closed the connection. */
  Map<String, Integer> answers() {
    return answers;
  }

  /** How Envoy and the simulator differ about so many calls of a proxy. */
  ImmutableList<String> differences(XdsResources proxy, int count, Random random, Path temp)
      throws IOException, InterruptedException, GeneralSecurityException {
    ImmutableList<AccessCall> calls = AccessRequests.of(proxy, count, keys, random);
    if (calls.isEmpty()) {
      return ImmutableList.of();
    }
    LoopbackBootstrap loopback =
        AccessBootstrap.of(
            LoopbackBootstrap.ofNamedClients(proxy, backend.port()), keys, unknownKey, server);
    backend.serve(loopback.clusters());
    server.serve(loopback.clusters());
    LoopbackTls tls = LoopbackTls.of(loopback.bootstrap());
    Simulator simulator = Simulator.of(proxy);
    List<String> differences = new ArrayList<>();
    Path folder = Files.createTempDirectory(temp, "envoy");
    try (EnvoyProcess process = EnvoyProcess.start(envoy, loopback, folder)) {
      for (AccessCall call : calls) {
        Optional<Integer> port = RequestsForProxy.envoyPort(call.sent(), proxy, process.ports());
        CallResult foretold = simulator.call(call.call());
        if (port.isPresent() && foretold.share() >= 1) {
          difference(call, foretold, port.get(), tls)
              .ifPresent(text -> differences.add(text + "\n    " + describe(call, foretold)));
        }
      }
    }
    return ImmutableList.copyOf(differences);
  }

  private Optional<String> difference(
      AccessCall call, CallResult foretold, int port, LoopbackTls tls) throws IOException {
    requests++;
    server.answer(call.allows());
    Optional<Reply> reply;
    try {
      Optional<Reply> direct = call.sent().request().send(port, tls);
      reply = direct.or(() -> backend.takeTlsArrival().map(Reply::ofTls));
    } catch (SocketTimeoutException e) {
      return Optional.of("Envoy does not answer");
    }
    String answer = reply.map(r -> r.status() == 0 ? "served" : "" + r.status()).orElse("closed");
    answers.merge(answer, 1, Integer::sum);
    ImmutableList<String> asked = server.takeAsked();
    return call.differenceOfAsked(foretold, asked)
        .map(text -> text + ", which answers " + answer)
        .or(() -> call.difference(foretold, reply));
  }

  private static String describe(AccessCall call, CallResult foretold) {
    return call.sent()
        + foretold.explanation().stream()
            .filter(step -> DECIDING.contains(step.stage()))
            .map(step -> "\n    " + step.stage() + " " + step.chosen() + ": " + step.reason())
            .collect(joining());
  }

  @Override
  public void close() throws IOException {
    backend.close();
    server.close();
  }
}
