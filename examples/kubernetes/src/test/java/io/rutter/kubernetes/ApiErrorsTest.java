// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

/** What an answer against a request means. */
class ApiErrorsTest {
  private static Throwable refusal(int code, String message) {
    return new IllegalStateException(
        new KubernetesClientException(
            new StatusBuilder().withCode(code).withMessage(message).build()));
  }

  @Test
  void aKindThatIsNewPassesByItself() {
    assertThat(ApiErrors.isPassing(refusal(429, "storage is (re)initializing"))).isTrue();
    assertThat(ApiErrors.isPassing(new IllegalStateException(new ConnectException()))).isTrue();
    assertThat(ApiErrors.isPassing(refusal(429, "too many requests"))).isFalse();
    assertThat(ApiErrors.isPassing(refusal(403, "forbidden"))).isFalse();
  }

  @Test
  void credentialsAreRefusedByAStatusOfTheirOwn() {
    assertThat(ApiErrors.isOfCredentials(refusal(401, "Unauthorized"))).isTrue();
    assertThat(ApiErrors.isOfCredentials(refusal(503, "away"))).isFalse();
    assertThat(ApiErrors.isOfCredentials(new ConnectException())).isFalse();
    assertThat(ApiErrors.reason(refusal(401, "Unauthorized")))
        .isEqualTo("status 401: Unauthorized");
  }
}
