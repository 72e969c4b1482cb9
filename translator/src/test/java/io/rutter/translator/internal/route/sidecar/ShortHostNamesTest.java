// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortHostNamesTest {
  private static final String DOMAIN = "default.svc.cluster.local";

  @Test
  void serviceOfTheSameNamespace() {
    assertThat(ShortHostNames.of("reviews.default.svc.cluster.local", DOMAIN))
        .containsExactly("reviews", "reviews.default.svc", "reviews.default");
  }

  @Test
  void serviceOfAnotherNamespace() {
    assertThat(ShortHostNames.of("reviews.other.svc.cluster.local", DOMAIN))
        .containsExactly("reviews.other", "reviews.other.svc");
  }

  @Test
  void hostsFromElsewhereHaveNone() {
    assertThat(ShortHostNames.of("reviews.example.com", DOMAIN)).isEmpty();
    assertThat(ShortHostNames.of("svc.cluster.local", DOMAIN)).isEmpty();
    assertThat(ShortHostNames.of("reviews.default.svc.other.domain", DOMAIN)).isEmpty();
  }

  @Test
  void outsideOfKubernetesTheSharedLabelsAreLeftOut() {
    assertThat(ShortHostNames.of("foo.local.campus.net", "local.campus.net"))
        .containsExactly("foo");
    assertThat(ShortHostNames.of("foo.bar.local.campus.net", "local.campus.net"))
        .containsExactly("foo.bar", "foo.bar.local");
    assertThat(ShortHostNames.of("foo.remote.campus.net", "local.campus.net"))
        .containsExactly("foo.remote", "foo.remote.campus");
    assertThat(ShortHostNames.of("foo.example.com", "local.campus.net")).isEmpty();
  }
}
