// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.auto.value.AutoValue;

/**
 * Switches of the translation that are not part of the mesh's own settings. Those that change the
 * result have the default of istiod's feature flag of the same meaning, which the description
 * names.
 */
@AutoValue
public abstract class TranslationOptions {
  TranslationOptions() {}

  /** Both IP families for one service ({@code ISTIO_DUAL_STACK}). Default: false. */
  public abstract boolean dualStack();

  /** HTTP/3 on gateways ({@code PILOT_ENABLE_QUIC_LISTENERS}). Default: false. */
  public abstract boolean quicListeners();

  /** TLS on Sidecar ingress listeners ({@code ENABLE_TLS_ON_SIDECAR_INGRESS}). Default: false. */
  public abstract boolean tlsOnSidecarIngress();

  /**
   * Who fetches the keys that tokens are checked with ({@code PILOT_JWT_ENABLE_REMOTE_JWKS}).
   * Default: {@link JwksFetching#NEVER}.
   */
  public abstract JwksFetching jwksFetching();

  /**
   * Whether policies of one workload with the action CUSTOM may name several providers ({@code
   * PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS}); if not, what such policies are about is denied.
   * Default: false.
   */
  public abstract boolean multipleCustomProviders();

  /**
   * How many resources a {@link CompiledMesh} keeps to share them between proxies. This bounds
   * memory and does not change the result: resources beyond the bound (with 0: all of them) are
   * made anew for each proxy. Default: 200,000.
   */
  public abstract int maxSharedResources();

  /**
   * Whether {@link Translator#compile} validates the mesh and skips objects with errors. If false,
   * the mesh is translated as it is: nothing is thrown for its content, but Envoy may reject the
   * resources of an invalid object, and protobuf writes a question mark for half of a surrogate
   * pair and logs a warning. Set it to false only for a mesh that has been validated already.
   * Default: true.
   */
  public abstract boolean validate();

  /** Istio's defaults. */
  public static TranslationOptions defaults() {
    return builder().build();
  }

  /** A builder with Istio's defaults. */
  public static Builder builder() {
    return new AutoValue_TranslationOptions.Builder()
        .dualStack(false)
        .quicListeners(false)
        .tlsOnSidecarIngress(false)
        .jwksFetching(JwksFetching.NEVER)
        .multipleCustomProviders(false)
        .maxSharedResources(200_000)
        .validate(true);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds {@link TranslationOptions}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TranslationOptions#dualStack()}. */
    public abstract Builder dualStack(boolean dualStack);

    /** See {@link TranslationOptions#quicListeners()}. */
    public abstract Builder quicListeners(boolean quicListeners);

    /** See {@link TranslationOptions#tlsOnSidecarIngress()}. */
    public abstract Builder tlsOnSidecarIngress(boolean tlsOnSidecarIngress);

    /** See {@link TranslationOptions#jwksFetching()}. */
    public abstract Builder jwksFetching(JwksFetching jwksFetching);

    /** See {@link TranslationOptions#multipleCustomProviders()}. */
    public abstract Builder multipleCustomProviders(boolean multipleCustomProviders);

    /** See {@link TranslationOptions#maxSharedResources()}. */
    public abstract Builder maxSharedResources(int maxSharedResources);

    /** See {@link TranslationOptions#validate()}. */
    public abstract Builder validate(boolean validate);

    /** Builds the value. */
    public abstract TranslationOptions build();
  }
}
