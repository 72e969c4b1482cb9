// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Details of a gRPC service that a provider calls (Istio reference: GrpcService). */
@AutoValue
public abstract class ProviderGrpcService {
  ProviderGrpcService() {}

  /** Time limit of a request, at least 1 ms. Absent: no limit is written. */
  public abstract Optional<Duration> timeout();

  /** Metadata added to each stream. Empty: none. */
  public abstract ImmutableList<ProviderHeader> initialMetadata();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ProviderGrpcService.Builder().initialMetadata(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ProviderGrpcService}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ProviderGrpcService#timeout()}. */
    public abstract Builder timeout(Duration timeout);

    /** See {@link ProviderGrpcService#timeout()}; empty clears it. */
    public abstract Builder timeout(Optional<Duration> timeout);

    /** See {@link ProviderGrpcService#initialMetadata()}. */
    public abstract Builder initialMetadata(List<ProviderHeader> initialMetadata);

    /** See {@link ProviderGrpcService#initialMetadata()}. */
    public abstract Builder initialMetadata(ProviderHeader... initialMetadata);

    /** Builds the value. */
    public abstract ProviderGrpcService build();
  }
}
