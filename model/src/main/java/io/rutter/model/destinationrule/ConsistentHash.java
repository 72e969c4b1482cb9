// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps like requests on one endpoint for as long as the endpoints stay the same. Istio reference:
 * LoadBalancerSettings.ConsistentHashLB. The algorithm goes to the cluster, the hash key to the
 * routes that lead to it.
 */
@AutoValue
public abstract class ConsistentHash {
  ConsistentHash() {}

  /** What is hashed. Absent: routes get no hash policy, so that Envoy picks a host at random. */
  public abstract Optional<HashKey> hashKey();

  /** How a hash chooses an endpoint. Absent: a ring of minimumRingSize places. */
  public abstract Optional<HashAlgorithm> hashAlgorithm();

  /** Deprecated size of the ring; not allowed together with an algorithm. Absent or 0: 1024. */
  public abstract OptionalLong minimumRingSize();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ConsistentHash.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ConsistentHash}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ConsistentHash#hashKey()}. */
    public abstract Builder hashKey(HashKey hashKey);

    /** See {@link ConsistentHash#hashKey()}; empty clears it. */
    public abstract Builder hashKey(Optional<HashKey> hashKey);

    /** See {@link ConsistentHash#hashAlgorithm()}. */
    public abstract Builder hashAlgorithm(HashAlgorithm hashAlgorithm);

    /** See {@link ConsistentHash#hashAlgorithm()}; empty clears it. */
    public abstract Builder hashAlgorithm(Optional<HashAlgorithm> hashAlgorithm);

    /** See {@link ConsistentHash#minimumRingSize()}. */
    public abstract Builder minimumRingSize(long minimumRingSize);

    /** See {@link ConsistentHash#minimumRingSize()}; empty clears it. */
    public abstract Builder minimumRingSize(OptionalLong minimumRingSize);

    /** Builds the value. */
    public abstract ConsistentHash build();
  }
}
