// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * Parts of the client certificate in the forwarded header (Istio reference:
 * ProxyConfig.ProxyHeaders.SetCurrentClientCertDetails).
 */
@AutoValue
public abstract class SetCurrentClientCertDetails {
  SetCurrentClientCertDetails() {}

  /** Whether the subject is included. Absent: true. */
  public abstract Optional<Boolean> subject();

  /** Whether the certificate itself is included. Absent: false. */
  public abstract Optional<Boolean> cert();

  /** Whether the certificate chain is included. Absent: false. */
  public abstract Optional<Boolean> chain();

  /** Whether DNS names are included. Absent: true. */
  public abstract Optional<Boolean> dns();

  /** Whether URI names are included. Absent: true. */
  public abstract Optional<Boolean> uri();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_SetCurrentClientCertDetails.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link SetCurrentClientCertDetails}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link SetCurrentClientCertDetails#subject()}. */
    public abstract Builder subject(boolean subject);

    /** See {@link SetCurrentClientCertDetails#subject()}; empty clears it. */
    public abstract Builder subject(Optional<Boolean> subject);

    /** See {@link SetCurrentClientCertDetails#cert()}. */
    public abstract Builder cert(boolean cert);

    /** See {@link SetCurrentClientCertDetails#cert()}; empty clears it. */
    public abstract Builder cert(Optional<Boolean> cert);

    /** See {@link SetCurrentClientCertDetails#chain()}. */
    public abstract Builder chain(boolean chain);

    /** See {@link SetCurrentClientCertDetails#chain()}; empty clears it. */
    public abstract Builder chain(Optional<Boolean> chain);

    /** See {@link SetCurrentClientCertDetails#dns()}. */
    public abstract Builder dns(boolean dns);

    /** See {@link SetCurrentClientCertDetails#dns()}; empty clears it. */
    public abstract Builder dns(Optional<Boolean> dns);

    /** See {@link SetCurrentClientCertDetails#uri()}. */
    public abstract Builder uri(boolean uri);

    /** See {@link SetCurrentClientCertDetails#uri()}; empty clears it. */
    public abstract Builder uri(Optional<Boolean> uri);

    /** Builds the value. */
    public abstract SetCurrentClientCertDetails build();
  }
}
