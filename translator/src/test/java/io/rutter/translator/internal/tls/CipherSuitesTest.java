// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

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
  void doesNotLookIntoExpressions() {
    assertThat(CipherSuites.known(List.of("-ALL", "[A|B]", "")))
        .containsExactly("-ALL", "[A|B]", "");
  }
}
