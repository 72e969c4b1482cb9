// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An HTTP service that a provider calls (Istio reference: HttpService). */
@AutoValue
public abstract class ProviderHttpService {
  ProviderHttpService() {}

  /** Request path. Required: a missing path is an error. */
  public abstract String path();

  /**
   * Time limit of a request, at least 1 ms. Absent: none is written by Istio, though its reference
   * names 3s.
   */
  public abstract Optional<Duration> timeout();

  /** Headers added to each request. Empty: none. */
  public abstract ImmutableList<ProviderHeader> headers();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ProviderHttpService.Builder().path("").headers(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ProviderHttpService}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ProviderHttpService#path()}. */
    public abstract Builder path(String path);

    /** See {@link ProviderHttpService#timeout()}. */
    public abstract Builder timeout(Duration timeout);

    /** See {@link ProviderHttpService#timeout()}; empty clears it. */
    public abstract Builder timeout(Optional<Duration> timeout);

    /** See {@link ProviderHttpService#headers()}. */
    public abstract Builder headers(List<ProviderHeader> headers);

    /** See {@link ProviderHttpService#headers()}. */
    public abstract Builder headers(ProviderHeader... headers);

    /** Builds the value. */
    public abstract ProviderHttpService build();
  }
}
