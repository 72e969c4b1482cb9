// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.jwk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimHeaderTest {
  @Test
  void bothForms() {
    assertThat(ClaimHeader.path("@request.auth.claims.group.id")).containsExactly("group", "id");
    assertThat(ClaimHeader.path("@Request.Auth.Claims[https://a.b/c][id]"))
        .containsExactly("https://a.b/c", "id");
  }

  @Test
  void headersAreNoClaims() {
    assertThat(ClaimHeader.path("x-user")).isEmpty();
    assertThat(ClaimHeader.path("@request.auth.claims")).isEmpty();
    assertThat(ClaimHeader.path("@request.auth.claims.")).isEmpty();
    assertThat(ClaimHeader.path("@request.auth.claims[]")).isEmpty();
    assertThat(ClaimHeader.path("@request.auth.claimsx")).isEmpty();
  }
}
