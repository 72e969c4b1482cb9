// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GatewayNamesTest {
  @ParameterizedTest
  @CsvSource({
    "mesh,mesh",
    "public,shop/public",
    "./public,shop/public",
    "edge/public,edge/public",
    "public.edge,edge/public",
    "public.edge.svc.cluster.local,edge/public",
  })
  void completesReferences(String reference, String full) {
    assertThat(GatewayNames.full(reference, "shop")).isEqualTo(full);
  }
}
