// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;

/**
 * Whether an account may list the secrets of its namespace, as the API server says: istiod gives
 * keys to no other. The answer is kept for a while, a refusal for a shorter one.
 */
final class SecretAccess {
  private static final long MOST_ACCOUNTS = 10_000;

  private final KubernetesClient client;
  private final Cache<Identity, Boolean> allowed = cache(Duration.ofMinutes(5));
  private final Cache<Identity, Boolean> refused = cache(Duration.ofMinutes(1));

  SecretAccess(KubernetesClient client) {
    this.client = client;
  }

  private static Cache<Identity, Boolean> cache(Duration time) {
    return CacheBuilder.newBuilder().maximumSize(MOST_ACCOUNTS).expireAfterWrite(time).build();
  }

  /** Whether it may. An API server that does not answer has not allowed it. */
  boolean isAllowed(Identity identity) {
    if (allowed.getIfPresent(identity) != null) {
      return true;
    }
    if (refused.getIfPresent(identity) != null) {
      return false;
    }
    boolean answer = ask(identity);
    (answer ? allowed : refused).put(identity, true);
    return answer;
  }

  private boolean ask(Identity identity) {
    SubjectAccessReview question =
        new SubjectAccessReviewBuilder()
            .withNewSpec()
            .withUser(
                "system:serviceaccount:%s:%s"
                    .formatted(identity.namespace(), identity.serviceAccount()))
            .withNewResourceAttributes()
            .withNamespace(identity.namespace())
            .withVerb("list")
            .withResource("secrets")
            .endResourceAttributes()
            .endSpec()
            .build();
    try {
      SubjectAccessReview answer =
          client.authorization().v1().subjectAccessReview().create(question);
      return answer != null
          && answer.getStatus() != null
          && Boolean.TRUE.equals(answer.getStatus().getAllowed());
    } catch (KubernetesClientException e) {
      return false;
    }
  }
}
