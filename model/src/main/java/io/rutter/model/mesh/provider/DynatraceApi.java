// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.OptionalInt;

/** Address of the sampling settings (Istio reference: DynatraceApi). */
@AutoValue
public abstract class DynatraceApi {
  DynatraceApi() {}

  /** Host of the Dynatrace environment. Required: a missing host is an error. */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /** Path, time limit and headers. Required: missing is an error. */
  public abstract ProviderHttpService http();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_DynatraceApi.Builder().service("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link DynatraceApi}; required: {@code http}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link DynatraceApi#service()}. */
    public abstract Builder service(String service);

    /** See {@link DynatraceApi#port()}. */
    public abstract Builder port(int port);

    /** See {@link DynatraceApi#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link DynatraceApi#http()}. */
    public abstract Builder http(ProviderHttpService http);

    /** Builds the value. */
    public abstract DynatraceApi build();
  }
}
