// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Proxies times services: what all proxies have together is bounded, one alone is not. */
class TranslateSizeTest {
  private static final String MESH =
      objects(
              60,
              "{apiVersion: v1, kind: Service, metadata: {name: s%d}, spec: {clusterIP: 10.0.0.1,"
                  + " ports: [{port: 80, name: http}]}}")
          + objects(
              4,
              "{apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: p%d}, spec: {ipAddresses:"
                  + " [10.1.1.1]}}");

  private static String objects(int count, String object) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "---\n" + object.formatted(i) + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void proxiesTimesServices() {
    CommandRun run = rutterOn(MESH, "translate", "-", "--most-clusters", "239");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "4 proxies with some 60 clusters each (expected: at most 239 together; name fewer with"
                + " --proxy, or raise --most-clusters)");
    assertThat(rutterOn(MESH, "translate", "-", "--most-clusters", "240").status()).isZero();
  }

  @Test
  void oneProxyIsNeverTooLarge() {
    CommandRun run =
        rutterOn(MESH, "translate", "-", "--proxy", "p1.default", "--most-clusters", "1");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("outbound|80||s60.default.svc.cluster.local");
  }

  @Test
  void analysisSaysWhatItLeavesOut() {
    assertThat(rutterOn(MESH, "analyze", "-", "--most-clusters", "180").out().lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains(
                        "warning: Proxy/default/p4: ",
                        "for this proxy and 0 more shows are not looked for (expected: at most 180"
                            + " clusters of all proxies, or a higher --most-clusters)"));
    assertThat(rutterOn(MESH, "analyze", "-", "--most-clusters", "240").out()).isEmpty();
  }
}
