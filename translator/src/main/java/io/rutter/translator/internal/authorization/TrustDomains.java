// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.List;

/**
 * The trust domain of the mesh and its aliases: an identity of one of them is meant in all. Istio
 * document: Global Mesh Options, {@code trustDomainAliases}.
 *
 * @param names the trust domain, then its aliases
 */
public record TrustDomains(ImmutableList<String> names) {
  /** What an identity has: {@code DOMAIN/ns/NAMESPACE/sa/ACCOUNT}. */
  private static final int PARTS = 5;

  private static final Splitter SLASHES = Splitter.on('/');

  public static TrustDomains of(MeshSettings settings) {
    return new TrustDomains(
        ImmutableList.<String>builder()
            .add(settings.trustDomain())
            .addAll(settings.trustDomainAliases())
            .build());
  }

  /** Identities, each of those of the mesh in all its trust domains. */
  public ImmutableList<String> ofPrincipals(List<String> principals) {
    return principals.stream()
        .flatMap(principal -> ofPrincipal(principal).stream())
        .collect(toImmutableList());
  }

  private ImmutableSet<String> ofPrincipal(String principal) {
    List<String> parts = SLASHES.splitToList(principal);
    String domain = parts.get(0);
    if (parts.size() != PARTS
        || domain.equals("*")
        || !(isOfMesh(domain) || domain.equals(MeshDefaults.TRUST_DOMAIN))) {
      return ImmutableSet.of(principal);
    }
    String rest = principal.substring(domain.length());
    ImmutableSet.Builder<String> all = ImmutableSet.builder();
    for (String name : names) {
      all.add(isSuffix(name, domain) ? principal : name + rest);
    }
    return all.build();
  }

  private boolean isOfMesh(String domain) {
    return names.stream()
        .anyMatch(
            name ->
                domain.equals(name)
                    || isPrefix(domain, name)
                    || isPrefix(name, domain)
                    || isSuffix(domain, name)
                    || isSuffix(name, domain));
  }

  private static boolean isPrefix(String text, String pattern) {
    return pattern.endsWith("*") && text.startsWith(pattern.substring(0, pattern.length() - 1));
  }

  private static boolean isSuffix(String text, String pattern) {
    return pattern.startsWith("*") && text.endsWith(pattern.substring(1));
  }

  /** Trust domains, each of those of the mesh with all the others. */
  public ImmutableList<String> ofDomains(List<String> domains) {
    ImmutableSet.Builder<String> all = ImmutableSet.builder();
    for (String domain : domains) {
      all.addAll(names.contains(domain) ? names : ImmutableList.of(domain));
    }
    return all.build().asList();
  }
}
