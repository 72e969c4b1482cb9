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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether an account may list the secrets of its namespace, as the API server says: istiod gives
 * keys to no other. The answer is kept for a while, a refusal for a shorter one.
 */
final class SecretAccess {
  private static final long MOST_ACCOUNTS = 10_000;

  private final KubernetesClient client;
  private final Cache<Identity, Boolean> allowed = cache(Duration.ofMinutes(5));
  private final Cache<Identity, Boolean> refused = cache(Duration.ofMinutes(1));

  /** The accounts that have no key for want of an answer, or of a better one. */
  private final Set<Identity> without = ConcurrentHashMap.newKeySet();

  SecretAccess(KubernetesClient client) {
    this.client = client;
  }

  private static Cache<Identity, Boolean> cache(Duration time) {
    return CacheBuilder.newBuilder().maximumSize(MOST_ACCOUNTS).expireAfterWrite(time).build();
  }

  /** What the API server says of an account. */
  enum Answer {
    /** It may. */
    ALLOWED,
    /** It may not. */
    REFUSED,
    /** It has not answered, which allows nothing. */
    UNKNOWN
  }

  /** Whether an account may. */
  Answer of(Identity identity) {
    if (allowed.getIfPresent(identity) != null) {
      return Answer.ALLOWED;
    }
    if (refused.getIfPresent(identity) != null) {
      return Answer.REFUSED;
    }
    Answer answer = ask(identity);
    switch (answer) {
      case ALLOWED -> allowed.put(identity, true);
      case REFUSED -> {
        refused.put(identity, true);
        without.add(identity);
      }
      case UNKNOWN -> without.add(identity);
    }
    return answer;
  }

  /**
   * Whether there is an account without a key that may have been allowed to have it: nobody tells
   * that its rights have changed, or that the API server is back.
   */
  boolean mayHaveChanged() {
    return without.removeIf(identity -> refused.getIfPresent(identity) == null);
  }

  private Answer ask(Identity identity) {
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
              && Boolean.TRUE.equals(answer.getStatus().getAllowed())
          ? Answer.ALLOWED
          : Answer.REFUSED;
    } catch (KubernetesClientException e) {
      return Answer.UNKNOWN;
    }
  }
}
