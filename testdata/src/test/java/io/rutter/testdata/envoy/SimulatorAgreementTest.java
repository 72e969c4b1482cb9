// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.inspect.CallResult;
import io.rutter.inspect.Simulator;
import io.rutter.translator.XdsResources;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Envoy takes requests where the simulator says: the cluster, redirects, direct answers,
 * errors, and path, authority and headers of what is forwarded. The requests follow the conditions
 * of filter chains and routes, with random changes; the same in each build; {@code -Drutter.seed=N}
 * asks for others. Skipped without Python; not where the environment variable {@code
 * RUTTER_NEEDS_ENVOY} is set. {@code -Drutter.agreement=REGEX} asks all golden cases whose name
 * matches.
 */
class SimulatorAgreementTest {
  private static final int REQUESTS_OF_A_PROXY = 60;
  private static final int LEAST_REQUESTS = 300;

  private static final long BUILD_SEED = 20260822;

  private static Path envoy = Path.of("envoy");

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    envoy = EnvoyBinary.require();
  }

  @Test
  void bookinfoAndGoldenCases(@TempDir Path temp)
      throws IOException, InterruptedException, GeneralSecurityException {
    long seed = Long.getLong("rutter.seed", BUILD_SEED);
    String run = "-Drutter.seed=" + seed;
    Random random = new Random(seed);
    List<String> differences = new ArrayList<>();
    int requests = 0;
    try (LoopbackBackend backend = LoopbackBackend.start()) {
      for (XdsResources proxy : AgreementProxies.all()) {
        requests += compare(proxy, backend, random, temp, differences);
      }
    }
    System.out.println(requests + " requests to a real Envoy, " + run);
    assertThat(differences).as(run).isEmpty();
    assertThat(requests).as(run).isGreaterThanOrEqualTo(LEAST_REQUESTS);
  }

  private static int compare(
      XdsResources proxy,
      LoopbackBackend backend,
      Random random,
      Path temp,
      List<String> differences)
      throws IOException, InterruptedException, GeneralSecurityException {
    LoopbackBootstrap loopback = LoopbackBootstrap.of(proxy, backend.port());
    backend.serve(loopback.clusters());
    LoopbackTls tls = LoopbackTls.of(loopback.bootstrap());
    Simulator simulator = Simulator.of(proxy);
    int count = 0;
    Path folder = Files.createTempDirectory(temp, "envoy");
    try (EnvoyProcess process = EnvoyProcess.start(envoy, loopback, folder)) {
      for (SimulatedRequest simulated : RequestsForProxy.of(proxy, REQUESTS_OF_A_PROXY, random)) {
        Optional<Integer> port = RequestsForProxy.envoyPort(simulated, proxy, process.ports());
        CallResult foretold = simulator.call(simulated.call());
        if (port.isEmpty() || foretold.fault().isPresent() || foretold.share() < 1) {
          continue;
        }
        count++;
        Optional<String> difference;
        try {
          Optional<Reply> reply = simulated.request().send(port.get(), tls);
          Optional<Reply> ofTls = backend.takeTlsArrival().map(Reply::ofTls);
          difference = simulated.difference(foretold, reply.or(() -> ofTls));
        } catch (SocketTimeoutException e) {
          difference = Optional.of("Envoy does not answer");
        }
        difference.ifPresent(
            text -> differences.add(proxy.proxy().id() + ": " + simulated + ": " + text));
      }
    }
    return count;
  }
}
