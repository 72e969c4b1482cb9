// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Who calls: what is set must hold altogether, of each list one value is enough (Istio reference:
 * Source). At least one field must be set, and no value may be empty.
 */
@AutoValue
public abstract class Source {
  Source() {}

  /**
   * Identities of the client's certificate, {@code DOMAIN/ns/NAMESPACE/sa/ACCOUNT}: exact, {@code
   * prefix*}, {@code *suffix}, or {@code *} for any that is not empty. Only known with mutual TLS.
   * Empty: not asked for.
   */
  public abstract ImmutableList<String> principals();

  /** As {@code principals}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notPrincipals();

  /**
   * Identities of a token that a RequestAuthentication has found good, {@code ISSUER/SUBJECT}:
   * exact, {@code prefix*}, {@code *suffix}, or {@code *} for any that is not empty. Only for HTTP.
   * Empty: not asked for.
   */
  public abstract ImmutableList<String> requestPrincipals();

  /** As {@code requestPrincipals}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notRequestPrincipals();

  /**
   * Namespaces of the client's certificate; each {@code *} stands for any text. Empty: not asked
   * for.
   */
  public abstract ImmutableList<String> namespaces();

  /** As {@code namespaces}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notNamespaces();

  /**
   * Service accounts of the client's certificate, {@code ACCOUNT} of the policy's namespace or
   * {@code NAMESPACE/ACCOUNT}: at most 16 of at most 320 characters, without wildcards, and not
   * beside principals or namespaces. Empty: not asked for.
   */
  public abstract ImmutableList<String> serviceAccounts();

  /** As {@code serviceAccounts}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notServiceAccounts();

  /**
   * Addresses of the connection's other end: IP addresses and CIDR ranges. Empty: not asked for.
   */
  public abstract ImmutableList<String> ipBlocks();

  /** As {@code ipBlocks}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notIpBlocks();

  /**
   * Addresses of the client as {@code X-Forwarded-For} or the PROXY protocol tell it: IP addresses
   * and CIDR ranges. Empty: not asked for.
   */
  public abstract ImmutableList<String> remoteIpBlocks();

  /** As {@code remoteIpBlocks}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notRemoteIpBlocks();

  /**
   * Trust domains of the client's certificate: exact, or with one {@code *} at the start or the
   * end. Empty: not asked for.
   */
  public abstract ImmutableList<String> trustDomains();

  /** As {@code trustDomains}, of which none may hold. Empty: not asked for. */
  public abstract ImmutableList<String> notTrustDomains();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Source.Builder()
        .principals(ImmutableList.of())
        .notPrincipals(ImmutableList.of())
        .requestPrincipals(ImmutableList.of())
        .notRequestPrincipals(ImmutableList.of())
        .namespaces(ImmutableList.of())
        .notNamespaces(ImmutableList.of())
        .serviceAccounts(ImmutableList.of())
        .notServiceAccounts(ImmutableList.of())
        .ipBlocks(ImmutableList.of())
        .notIpBlocks(ImmutableList.of())
        .remoteIpBlocks(ImmutableList.of())
        .notRemoteIpBlocks(ImmutableList.of())
        .trustDomains(ImmutableList.of())
        .notTrustDomains(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Source}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Source#principals()}. */
    public abstract Builder principals(List<String> principals);

    /** See {@link Source#principals()}. */
    public abstract Builder principals(String... principals);

    /** See {@link Source#notPrincipals()}. */
    public abstract Builder notPrincipals(List<String> notPrincipals);

    /** See {@link Source#notPrincipals()}. */
    public abstract Builder notPrincipals(String... notPrincipals);

    /** See {@link Source#requestPrincipals()}. */
    public abstract Builder requestPrincipals(List<String> requestPrincipals);

    /** See {@link Source#requestPrincipals()}. */
    public abstract Builder requestPrincipals(String... requestPrincipals);

    /** See {@link Source#notRequestPrincipals()}. */
    public abstract Builder notRequestPrincipals(List<String> notRequestPrincipals);

    /** See {@link Source#notRequestPrincipals()}. */
    public abstract Builder notRequestPrincipals(String... notRequestPrincipals);

    /** See {@link Source#namespaces()}. */
    public abstract Builder namespaces(List<String> namespaces);

    /** See {@link Source#namespaces()}. */
    public abstract Builder namespaces(String... namespaces);

    /** See {@link Source#notNamespaces()}. */
    public abstract Builder notNamespaces(List<String> notNamespaces);

    /** See {@link Source#notNamespaces()}. */
    public abstract Builder notNamespaces(String... notNamespaces);

    /** See {@link Source#serviceAccounts()}. */
    public abstract Builder serviceAccounts(List<String> serviceAccounts);

    /** See {@link Source#serviceAccounts()}. */
    public abstract Builder serviceAccounts(String... serviceAccounts);

    /** See {@link Source#notServiceAccounts()}. */
    public abstract Builder notServiceAccounts(List<String> notServiceAccounts);

    /** See {@link Source#notServiceAccounts()}. */
    public abstract Builder notServiceAccounts(String... notServiceAccounts);

    /** See {@link Source#ipBlocks()}. */
    public abstract Builder ipBlocks(List<String> ipBlocks);

    /** See {@link Source#ipBlocks()}. */
    public abstract Builder ipBlocks(String... ipBlocks);

    /** See {@link Source#notIpBlocks()}. */
    public abstract Builder notIpBlocks(List<String> notIpBlocks);

    /** See {@link Source#notIpBlocks()}. */
    public abstract Builder notIpBlocks(String... notIpBlocks);

    /** See {@link Source#remoteIpBlocks()}. */
    public abstract Builder remoteIpBlocks(List<String> remoteIpBlocks);

    /** See {@link Source#remoteIpBlocks()}. */
    public abstract Builder remoteIpBlocks(String... remoteIpBlocks);

    /** See {@link Source#notRemoteIpBlocks()}. */
    public abstract Builder notRemoteIpBlocks(List<String> notRemoteIpBlocks);

    /** See {@link Source#notRemoteIpBlocks()}. */
    public abstract Builder notRemoteIpBlocks(String... notRemoteIpBlocks);

    /** See {@link Source#trustDomains()}. */
    public abstract Builder trustDomains(List<String> trustDomains);

    /** See {@link Source#trustDomains()}. */
    public abstract Builder trustDomains(String... trustDomains);

    /** See {@link Source#notTrustDomains()}. */
    public abstract Builder notTrustDomains(List<String> notTrustDomains);

    /** See {@link Source#notTrustDomains()}. */
    public abstract Builder notTrustDomains(String... notTrustDomains);

    /** Builds the value. */
    public abstract Source build();
  }
}
