// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What the command says of its options, in one line each. */
class KubernetesCommandTest {
  private static void assertFails(int status, String message, String... args) {
    KubernetesRun run = KubernetesRun.of(args);
    assertThat(run.err()).isEqualTo("rutter-kubernetes: " + message + System.lineSeparator());
    assertThat(run.status()).isEqualTo(status);
  }

  @Test
  void helpNamesAllOptions() {
    KubernetesRun run = KubernetesRun.of("--help");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("--context", "--revision", "--write-status", "--tls-cert", "--debounce-max");
  }

  @Test
  void wrongUsageIsSaid() {
    assertFails(2, "Unknown option: '--contxt'; --help tells what there is", "--contxt");
    assertFails(2, "--status-port 70000 (expected: 0 to 65535)", "--status-port", "70000");
    assertFails(2, "--debounce-max 50 (expected: 100 or more)", "--debounce-max", "50");
    assertFails(2, "--discovery-interval 0 (expected: 1 or more)", "--discovery-interval", "0");
    KubernetesRun open = KubernetesRun.of("--host", "0.0.0.0");
    assertThat(open.status()).isEqualTo(2);
    assertThat(open.err()).contains("can be reached by others");
  }

  @Test
  void aContextThatIsNotThereIsSaid() {
    KubernetesRun run = KubernetesRun.of("--context", "west=no-such-context");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("the kubeconfig file has no context no-such-context");
  }

  @Test
  void anAddressThatIsTakenIsSaid() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      KubernetesRun run =
          KubernetesRun.of("--port", String.valueOf(taken.getLocalPort()), "--no-ingress-status");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("cannot listen on").doesNotContain("\tat ");
    }
  }
}
