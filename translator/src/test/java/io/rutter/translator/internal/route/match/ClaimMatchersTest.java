// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimMatchersTest {
  @Test
  void bothForms() {
    assertThat(ClaimMatchers.claim("@request.auth.claims.group.id")).containsExactly("group", "id");
    assertThat(ClaimMatchers.claim("@Request.Auth.Claims[https://a.b/c][id]"))
        .containsExactly("https://a.b/c", "id");
  }

  @Test
  void headersAreNoClaims() {
    assertThat(ClaimMatchers.claim("x-user")).isEmpty();
    assertThat(ClaimMatchers.claim("@request.auth.claims")).isEmpty();
    assertThat(ClaimMatchers.claim("@request.auth.claims.")).isEmpty();
    assertThat(ClaimMatchers.claim("@request.auth.claims[]")).isEmpty();
    assertThat(ClaimMatchers.claim("@request.auth.claimsx")).isEmpty();
  }
}
