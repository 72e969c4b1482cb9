// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CipherSuitesTest {
  @Test
  void leavesOutUnknownNamesAndRepeats() {
    assertThat(CipherSuites.known(List.of("AES128-SHA", "NO-SUCH-SUITE", "AES128-SHA", "ALL")))
        .containsExactly("AES128-SHA", "ALL");
  }

  @Test
  void looksIntoExpressions() {
    assertThat(
            CipherSuites.known(
                List.of("-ALL", "[AES128-SHA|AES256-SHA]", "[AES128-SHA|B]", "[", "([", "-")))
        .containsExactly("-ALL", "[AES128-SHA|AES256-SHA]");
  }

  @Test
  void suitesThatLeaveNoneAreAsGoodAsAbsent() {
    assertThat(CipherSuites.known(List.of("-ALL"))).isEmpty();
    assertThat(CipherSuites.known(List.of("!ALL", "AES128-SHA"))).isEmpty();
    assertThat(CipherSuites.known(List.of("AES128-SHA", "-AES128-SHA"))).isEmpty();
    assertThat(CipherSuites.known(List.of(""))).isEmpty();
    assertThat(CipherSuites.known(List.of("ALL", "!DES-CBC3-SHA"))).hasSize(2);
  }

  @Test
  void curvesLikewise() {
    assertThat(EcdhCurves.known(List.of("P-256", "P-1", "", "P-256", "X25519")))
        .containsExactly("P-256", "X25519");
  }
}
