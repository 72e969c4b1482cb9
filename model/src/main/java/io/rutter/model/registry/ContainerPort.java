// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import io.rutter.model.Protocol;

/** A port that a workload listens on. */
@AutoValue
public abstract class ContainerPort {
  ContainerPort() {}

  /** The name. Empty: none. */
  public abstract String name();

  /** The number. */
  public abstract int port();

  /** TCP or UDP. */
  public abstract Protocol protocol();

  /** Whether clients reach it at the address of the node as well. Default: false. */
  public abstract boolean onNode();

  /** A TCP port that has a name, which {@link TargetPort#of(String)} may refer to. */
  public static ContainerPort of(int port, String name) {
    return builder().port(port).name(name).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ContainerPort.Builder()
        .name("")
        .port(0)
        .protocol(Protocol.TCP)
        .onNode(false);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ContainerPort}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ContainerPort#name()}. */
    public abstract Builder name(String name);

    /** See {@link ContainerPort#port()}. */
    public abstract Builder port(int port);

    /** See {@link ContainerPort#protocol()}. */
    public abstract Builder protocol(Protocol protocol);

    /** See {@link ContainerPort#onNode()}. */
    public abstract Builder onNode(boolean onNode);

    /** Builds the value. */
    public abstract ContainerPort build();
  }
}
