// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What is asked for: what is set must hold altogether, of each list one value is enough (Istio
 * reference: Operation). At least one field must be set, and no value may be empty.
 */
@AutoValue
public abstract class Operation {
  Operation() {}

  /**
   * Hosts with the port, if the client sends one, in any case of letters: exact, {@code prefix*},
   * {@code *suffix}, or {@code *} for any that is not empty. Only for HTTP. Empty: not asked for.
   */
  public abstract ImmutableList<String> hosts();

  /** As {@code hosts}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notHosts();

  /**
   * Ports of the workload, 0 to 65535; on a gateway those that it listens on. Empty: not asked for.
   */
  public abstract ImmutableList<String> ports();

  /** As {@code ports}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notPorts();

  /**
   * Methods of HTTP: exact, {@code prefix*}, {@code *suffix}, or {@code *} for any that is not
   * empty. Only for HTTP. Empty: not asked for.
   */
  public abstract ImmutableList<String> methods();

  /** As {@code methods}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notMethods();

  /**
   * Paths without the query: exact, {@code prefix*}, {@code *suffix}, or {@code *} for any that is
   * not empty; or a template, in which <code>{*}</code> stands for one segment and <code>{**}
   * </code> for any number of them. Only for HTTP. Empty: not asked for.
   */
  public abstract ImmutableList<String> paths();

  /** As {@code paths}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notPaths();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Operation.Builder()
        .hosts(ImmutableList.of())
        .notHosts(ImmutableList.of())
        .ports(ImmutableList.of())
        .notPorts(ImmutableList.of())
        .methods(ImmutableList.of())
        .notMethods(ImmutableList.of())
        .paths(ImmutableList.of())
        .notPaths(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link Operation}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Operation#hosts()}. */
    public abstract Builder hosts(List<String> hosts);

    /** See {@link Operation#hosts()}. */
    public abstract Builder hosts(String... hosts);

    /** See {@link Operation#notHosts()}. */
    public abstract Builder notHosts(List<String> notHosts);

    /** See {@link Operation#notHosts()}. */
    public abstract Builder notHosts(String... notHosts);

    /** See {@link Operation#ports()}. */
    public abstract Builder ports(List<String> ports);

    /** See {@link Operation#ports()}. */
    public abstract Builder ports(String... ports);

    /** See {@link Operation#notPorts()}. */
    public abstract Builder notPorts(List<String> notPorts);

    /** See {@link Operation#notPorts()}. */
    public abstract Builder notPorts(String... notPorts);

    /** See {@link Operation#methods()}. */
    public abstract Builder methods(List<String> methods);

    /** See {@link Operation#methods()}. */
    public abstract Builder methods(String... methods);

    /** See {@link Operation#notMethods()}. */
    public abstract Builder notMethods(List<String> notMethods);

    /** See {@link Operation#notMethods()}. */
    public abstract Builder notMethods(String... notMethods);

    /** See {@link Operation#paths()}. */
    public abstract Builder paths(List<String> paths);

    /** See {@link Operation#paths()}. */
    public abstract Builder paths(String... paths);

    /** See {@link Operation#notPaths()}. */
    public abstract Builder notPaths(List<String> notPaths);

    /** See {@link Operation#notPaths()}. */
    public abstract Builder notPaths(String... notPaths);

    /** Builds the value. */
    public abstract Operation build();
  }
}
