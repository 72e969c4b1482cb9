// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import com.google.common.primitives.Ints;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.security.MutualTls;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.resolve.settings.SelectorIndex;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which mutual TLS mode applies to a workload and a port: the mode of the workload's own policy,
 * else of its namespace, else of the root namespace, else PERMISSIVE; the oldest policy of each
 * scope counts. Only policies with a selector, and not those of the root namespace, can set ports.
 * Istio document: PeerAuthentication.
 */
public final class PeerAuthenticationIndex {
  /** The mode of the whole mesh; never UNSET. */
  private final MutualTlsMode mesh;

  /** Modes of namespaces with a policy, except the root namespace; never UNSET. */
  private final ImmutableMap<String, MutualTlsMode> namespaces;

  /** The policies behind the modes of namespaces, the root namespace too. */
  private final ImmutableMap<String, PeerAuthentication> ofNamespaces;

  private final String rootNamespace;

  /** Policies with a selector by namespace, oldest first. */
  private final ImmutableMap<String, SelectorIndex<PeerAuthentication>> workloads;

  private PeerAuthenticationIndex(
      MutualTlsMode mesh,
      ImmutableMap<String, MutualTlsMode> namespaces,
      ImmutableMap<String, PeerAuthentication> ofNamespaces,
      String rootNamespace,
      ImmutableMap<String, SelectorIndex<PeerAuthentication>> workloads) {
    this.mesh = mesh;
    this.namespaces = namespaces;
    this.ofNamespaces = ofNamespaces;
    this.rootNamespace = rootNamespace;
    this.workloads = workloads;
  }

  /** The inputs of the index. */
  public record Inputs(MeshSettings settings, ImmutableList<PeerAuthentication> policies) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings) {
      return new Inputs(settings, snapshot.peerAuthentications());
    }
  }

  /** Sorts the policies by scope and age. */
  public static PeerAuthenticationIndex of(Inputs inputs) {
    MeshSettings settings = inputs.settings();
    ImmutableList<PeerAuthentication> oldestFirst =
        ImmutableList.sortedCopyOf(
            (a, b) -> Age.BY_AGE.compare(a.metadata(), b.metadata()), inputs.policies());
    Map<String, PeerAuthentication> ofNamespaces = new LinkedHashMap<>();
    ListMultimap<String, PeerAuthentication> ofWorkloads =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    for (PeerAuthentication policy : oldestFirst) {
      String namespace = policy.metadata().namespace();
      if (labels(policy).isEmpty()) {
        ofNamespaces.putIfAbsent(namespace, policy);
      } else if (!namespace.equals(settings.rootNamespace())) {
        ofWorkloads.put(namespace, policy);
      }
    }
    ImmutableMap<String, PeerAuthentication> whole = ImmutableMap.copyOf(ofNamespaces);
    MutualTlsMode mesh =
        Optional.ofNullable(ofNamespaces.remove(settings.rootNamespace()))
            .flatMap(policy -> set(policy.mtls()))
            .orElse(MutualTlsMode.PERMISSIVE);
    return new PeerAuthenticationIndex(
        mesh,
        ImmutableMap.copyOf(
            Maps.transformValues(ofNamespaces, policy -> set(policy.mtls()).orElse(mesh))),
        whole,
        settings.rootNamespace(),
        ImmutableMap.copyOf(
            Maps.transformValues(
                Multimaps.asMap(ofWorkloads),
                policies -> SelectorIndex.of(policies, PeerAuthenticationIndex::labels))));
  }

  private static ImmutableMap<String, String> labels(PeerAuthentication policy) {
    return policy.selector().map(WorkloadSelector::labels).orElse(ImmutableMap.of());
  }

  private static Optional<MutualTlsMode> set(Optional<MutualTls> setting) {
    return setting.map(MutualTls::mode).filter(mode -> mode != MutualTlsMode.UNSET);
  }

  /**
   * The modes that apply to one workload.
   *
   * @param mode mode of ports without their own; never UNSET
   * @param portModes modes by target port; never UNSET
   */
  public record Effective(MutualTlsMode mode, ImmutableMap<Integer, MutualTlsMode> portModes) {
    /** The mode of a target port. */
    public MutualTlsMode modeOf(int targetPort) {
      return portModes.getOrDefault(targetPort, mode);
    }
  }

  /** The mode of an endpoint's port. */
  public MutualTlsMode modeOf(Endpoint endpoint) {
    return forWorkload(endpoint.namespace(), endpoint.labels()).modeOf(endpoint.port());
  }

  /** The mode of a workload: its own policies, its namespace's, the mesh's, else PERMISSIVE. */
  public Effective forWorkload(String namespace, Map<String, String> labels) {
    MutualTlsMode inherited = forNamespace(namespace);
    SelectorIndex<PeerAuthentication> policies = workloads.get(namespace);
    if (policies == null) {
      return new Effective(inherited, ImmutableMap.of());
    }
    return policies.selecting(labels).stream()
        .findFirst()
        .map(policy -> effective(policy, inherited))
        .orElseGet(() -> new Effective(inherited, ImmutableMap.of()));
  }

  /**
   * Where the mode of a workload's target port is written, by the same rules; absent if it is the
   * default.
   */
  public Optional<ConfigPart> place(String namespace, Map<String, String> labels, int targetPort) {
    Optional<PeerAuthentication> own =
        Optional.ofNullable(workloads.get(namespace))
            .flatMap(policies -> policies.selecting(labels).stream().findFirst());
    return own.flatMap(policy -> placeOfPort(policy, targetPort))
        .or(() -> own.flatMap(PeerAuthenticationIndex::placeOfMode))
        .or(() -> placeOfNamespace(namespace))
        .or(() -> placeOfNamespace(rootNamespace));
  }

  private static Optional<ConfigPart> placeOfPort(PeerAuthentication policy, int targetPort) {
    return policy.portLevelMtls().entrySet().stream()
        .filter(entry -> Integer.valueOf(targetPort).equals(Ints.tryParse(entry.getKey())))
        .filter(entry -> set(Optional.of(entry.getValue())).isPresent())
        .reduce((first, second) -> second)
        .map(entry -> part(policy, "spec.portLevelMtls[\"" + entry.getKey() + "\"]"));
  }

  private static Optional<ConfigPart> placeOfMode(PeerAuthentication policy) {
    return set(policy.mtls()).map(mode -> part(policy, "spec.mtls"));
  }

  private Optional<ConfigPart> placeOfNamespace(String namespace) {
    return Optional.ofNullable(ofNamespaces.get(namespace))
        .flatMap(PeerAuthenticationIndex::placeOfMode);
  }

  private static ConfigPart part(PeerAuthentication policy, String path) {
    return new ConfigPart(ConfigKey.of("PeerAuthentication", policy.metadata()), path);
  }

  private static Effective effective(PeerAuthentication policy, MutualTlsMode inherited) {
    MutualTlsMode mode = set(policy.mtls()).orElse(inherited);
    ImmutableMap.Builder<Integer, MutualTlsMode> ports = ImmutableMap.builder();
    policy
        .portLevelMtls()
        .forEach(
            (port, setting) -> {
              Integer number = Ints.tryParse(port);
              if (number != null) {
                ports.put(number, set(Optional.of(setting)).orElse(mode));
              }
            });
    return new Effective(mode, ports.buildKeepingLast());
  }

  /** The mode of a namespace: its own policy without selector, the mesh's, else PERMISSIVE. */
  public MutualTlsMode forNamespace(String namespace) {
    return namespaces.getOrDefault(namespace, mesh);
  }
}
