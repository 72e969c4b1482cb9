// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.host.ExportTo;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The VirtualServices of the mesh with full host and gateway names, and delegates in place of the
 * rules that refer to them. Istio document: Virtual Service.
 *
 * <p>Among several VirtualServices for one host, visibility takes precedence over age: private ones
 * first, then those exported by name, then public ones.
 */
public final class VirtualServiceIndex {
  private static final ImmutableSet<String> SIDECARS = ImmutableSet.of(VirtualService.MESH_GATEWAY);

  private final ImmutableList<VirtualService> declared;
  private final ImmutableListMultimap<Viewer, VirtualService> ofOwnNamespace;
  private final ImmutableListMultimap<Viewer, VirtualService> byName;
  private final ImmutableListMultimap<String, VirtualService> everywhere;

  /** The VirtualService with full names for each as written, by identity. */
  private final IdentityHashMap<VirtualService, VirtualService> full;

  /** Where the rules are written of those that delegate, by identity. */
  private final IdentityHashMap<VirtualService, ImmutableList<RulePlace>> delegated;

  private final boolean looksAtWorkloads;
  private final ImmutableList<Problem> problems;

  private VirtualServiceIndex(
      ImmutableList<VirtualService> declared,
      ImmutableListMultimap<Viewer, VirtualService> ofOwnNamespace,
      ImmutableListMultimap<Viewer, VirtualService> byName,
      ImmutableListMultimap<String, VirtualService> everywhere,
      IdentityHashMap<VirtualService, VirtualService> full,
      IdentityHashMap<VirtualService, ImmutableList<RulePlace>> delegated,
      ImmutableList<Problem> problems) {
    this.declared = declared;
    this.full = full;
    this.delegated = delegated;
    this.problems = problems;
    this.ofOwnNamespace = ofOwnNamespace;
    this.byName = byName;
    this.everywhere = everywhere;
    this.looksAtWorkloads = declared.stream().anyMatch(VirtualServiceIndex::looksAtWorkloads);
  }

  /** The proxies of a namespace, for one gateway. */
  private record Viewer(String namespace, String gateway) {}

  /** The inputs of the index. */
  public record Inputs(MeshSettings settings, ImmutableList<VirtualService> virtualServices) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings) {
      return new Inputs(settings, snapshot.virtualServices());
    }
  }

  /** Completes names, expands delegates, sorts, and evaluates visibility. */
  public static VirtualServiceIndex of(Inputs inputs) {
    return of(inputs, new IdentityHashMap<>());
  }

  /** The index after a change; names of unchanged VirtualServices are not completed again. */
  public static VirtualServiceIndex after(Inputs before, VirtualServiceIndex known, Inputs now) {
    return before.settings().equals(now.settings()) ? of(now, known.full) : of(now);
  }

  private static VirtualServiceIndex of(
      Inputs inputs, IdentityHashMap<VirtualService, VirtualService> known) {
    MeshSettings settings = inputs.settings();
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    int size = inputs.virtualServices().size();
    IdentityHashMap<VirtualService, VirtualService> full = new IdentityHashMap<>(size);
    Map<String, VirtualServiceNames> names = new HashMap<>();
    List<VirtualService> all = new ArrayList<>(size);
    for (VirtualService declared : inputs.virtualServices()) {
      VirtualService now = known.get(declared);
      if (now == null) {
        now =
            names
                .computeIfAbsent(
                    declared.metadata().namespace(),
                    namespace -> new VirtualServiceNames(namespace, settings.domainSuffix()))
                .full(declared);
      }
      full.put(declared, now);
      all.add(now);
    }
    ImmutableList<VirtualService> oldestFirst =
        ImmutableList.sortedCopyOf(comparing(VirtualService::metadata, Age.BY_AGE), all);
    Delegates delegates = Delegates.of(oldestFirst, settings);
    ImmutableListMultimap.Builder<Viewer, VirtualService> own = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<Viewer, VirtualService> byName = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<String, VirtualService> everywhere =
        ImmutableListMultimap.builder();
    IdentityHashMap<VirtualService, ImmutableList<RulePlace>> delegated = new IdentityHashMap<>();
    for (VirtualService declared : oldestFirst) {
      if (declared.hosts().isEmpty()) {
        continue;
      }
      Delegates.Expanded made = delegates.expand(declared, problems::add);
      VirtualService expanded = made.rules();
      made.places().ifPresent(places -> delegated.put(expanded, places));
      String namespace = declared.metadata().namespace();
      ExportTo exportTo =
          ExportTo.of(declared.exportTo(), settings.defaultVirtualServiceExportTo(), namespace);
      for (String gateway : gateways(declared)) {
        if (exportTo.everywhere()) {
          everywhere.put(gateway, expanded);
        }
        for (String viewer : exportTo.namespaces()) {
          (viewer.equals(namespace) ? own : byName).put(new Viewer(viewer, gateway), expanded);
        }
      }
    }
    return new VirtualServiceIndex(
        oldestFirst,
        own.build(),
        byName.build(),
        everywhere.build(),
        full,
        delegated,
        problems.build());
  }

  /** Problems of the VirtualServices. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** Whether the routes of any VirtualService depend on the labels of the client. */
  public boolean looksAtWorkloads() {
    return looksAtWorkloads;
  }

  /** Only HTTP rules count: TCP and TLS rules only concern listeners. */
  private static boolean looksAtWorkloads(VirtualService virtualService) {
    for (HttpRoute route : virtualService.http()) {
      for (HttpMatch match : route.match()) {
        if (!match.sourceLabels().isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private static ImmutableSet<String> gateways(VirtualService virtualService) {
    return virtualService.gateways().isEmpty()
        ? SIDECARS
        : ImmutableSet.copyOf(virtualService.gateways());
  }

  /**
   * Where an HTTP rule of a VirtualService is written.
   *
   * @param virtualService one that this index gives out, with the rules of delegates in place
   */
  public RulePlace place(VirtualService virtualService, int rule) {
    ImmutableList<RulePlace> places = delegated.get(virtualService);
    return places == null ? RulePlace.of(virtualService, rule) : places.get(rule);
  }

  /** The lists of HTTP rules that a VirtualService has its rules from: its own, its delegates'. */
  public ImmutableSet<ConfigPart> ruleLists(VirtualService virtualService) {
    return Stream.concat(
            Stream.of(virtualService),
            delegated.getOrDefault(virtualService, ImmutableList.of()).stream()
                .map(place -> place.own().owner()))
        .map(owner -> new ConfigPart(ConfigKey.of("VirtualService", owner.metadata()), "spec.http"))
        .collect(toImmutableSet());
  }

  /** All VirtualServices as they were declared but with full names, delegates too; oldest first. */
  public ImmutableList<VirtualService> declared() {
    return declared;
  }

  /**
   * The VirtualServices of a gateway that a namespace may see: private ones first, then those
   * exported to the namespace by name, then public ones; each group oldest first.
   *
   * @param proxyNamespace the namespace of the proxy, not of the Gateway
   * @param gateway {@code namespace/name}, or {@code mesh} for sidecars
   */
  public ImmutableList<VirtualService> forGateway(String proxyNamespace, String gateway) {
    Viewer viewer = new Viewer(proxyNamespace, gateway);
    ImmutableList<VirtualService> own = ofOwnNamespace.get(viewer);
    ImmutableList<VirtualService> exported = byName.get(viewer);
    ImmutableList<VirtualService> common = everywhere(gateway);
    if (own.isEmpty() && exported.isEmpty()) {
      return common;
    }
    return ImmutableList.<VirtualService>builder()
        .addAll(own)
        .addAll(exported)
        .addAll(common)
        .build();
  }

  /** The VirtualServices of a gateway that every namespace may see, oldest first. */
  public ImmutableList<VirtualService> everywhere(String gateway) {
    return everywhere.get(gateway);
  }
}
