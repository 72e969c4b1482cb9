// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static io.rutter.testdata.analysis.TranslatedProxies.clusterNames;
import static io.rutter.testdata.analysis.TranslatedProxies.clustersOf;
import static io.rutter.testdata.analysis.TranslatedProxies.endpoints;
import static io.rutter.testdata.analysis.TranslatedProxies.isOf;
import static io.rutter.testdata.analysis.TranslatedProxies.needNoEndpoints;
import static io.rutter.testdata.analysis.TranslatedProxies.virtualHosts;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.problem.Problem;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.XdsResources;
import java.util.List;

/** Says of a finding whether what it claims is so in the resources of all proxies. */
final class FindingClaims {
  private final TranslatedProxies translated;
  private final ConnectionClaims connections;
  private final GatewayClaims gateways;

  FindingClaims(TranslatedProxies translated) {
    this.translated = translated;
    this.connections = new ConnectionClaims(translated);
    this.gateways = new GatewayClaims(translated);
  }

  /** Whether it is true; findings that are mere facts of the input count as true. */
  boolean hold(Problem finding) {
    if (MissingClusterClaims.isOne(finding)) {
      return new MissingClusterClaims(translated).hold(finding);
    }
    FindingPath path = FindingPath.of(finding.path());
    ConfigKey key = finding.object().orElseThrow();
    return switch (finding.code()) {
      case UNKNOWN_HOST, HIDDEN_HOST ->
          key.kind().equals("VirtualService")
              ? noClusterFor(key, path, Part.HOST)
              : key.kind().equals("Sidecar") || isUnchanged(WithoutFinding.object(mesh(), key));
      case UNKNOWN_PORT ->
          key.kind().equals("PeerAuthentication")
              ? connections.isWithoutMode(finding)
              : key.kind().equals("MeshConfig")
                  ? new MissingClusterClaims(translated).nobodyHasPort(finding)
                  : isPortOfNobody(key, path)
                      ? PortClaims.isOfNobody(translated, key, path)
                      : noClusterFor(key, path, Part.PORT);
      case UNKNOWN_SUBSET -> noClusterFor(key, path, Part.SUBSET);
      case UNKNOWN_GATEWAY ->
          (path.startsWith("http", "match") && isDelegation(key, path))
              ? GatewayRenaming.isSilent(translated, key, path)
              : withoutPartOfRules(key, path);
      case HOST_NOT_IN_GATEWAY, UNREACHABLE ->
          finding.message().contains(" on gateways, ")
              ? TakenRuleClaims.hold(translated, key, path)
              : (path.startsWith("http", "match", "gateways") && isDelegation(key, path))
                  || withoutPartOfRules(key, path);
      case UNRESOLVED_REFERENCE -> false;
      case CONFLICT ->
          path.is("ports", "protocol")
              ? connections.isWithoutProtocol(finding, path.indexes().get(0))
              : conflict(key, path);
      case SELECTS_NOTHING -> selectsNothing(key, path);
      case PROTOCOL_MISMATCH -> withoutRules(key, path.fields().get(0));
      case MUTUAL_TLS_CONFLICT -> finding.message().contains("ISTIO_MUTUAL,") || noMeshTls(key);
      case NO_OUTLIER_DETECTION -> isUnchanged(withoutLocalities(key));
      case DOUBLE_TLS -> connections.isWrapped(finding, rule(key), subset(key, path));
      case PLAIN_TEXT_TO_TLS ->
          connections.isPlain(finding, destination(key, path).subset().orElse(""));
      case PORT_NOT_IN_SERVICE -> gateways.isUnreached(key, path.indexes().get(0));
      case SHARED_CREDENTIAL -> gateways.isNotRouted(finding, path.indexes().get(0));
      case REWRITE_WITHOUT_SLASH ->
          connections.isGlued(
              key, virtualService(key), virtualService(key).http().get(path.indexes().get(0)));
      default -> true;
    };
  }

  private static boolean isPortOfNobody(ConfigKey key, FindingPath path) {
    return !key.kind().equals("VirtualService") || path.fields().get(1).equals("match");
  }

  private MeshSnapshot mesh() {
    return translated.snapshot();
  }

  private boolean isUnchanged(MeshSnapshot changed) {
    return translated.areSameFor(changed);
  }

  private enum Part {
    HOST,
    PORT,
    SUBSET
  }

  /** No proxy with the routes has a cluster for their destination. */
  private boolean noClusterFor(ConfigKey key, FindingPath path, Part part) {
    if (!path.startsWith("http")) {
      return true;
    }
    Destination destination = destination(key, path);
    String host =
        destination.host().contains(".")
            ? destination.host()
            : destination.host() + "." + key.namespace() + ".svc.cluster.local";
    for (XdsResources resources : translated.resources()) {
      ImmutableSet<String> known = clusterNames(resources);
      boolean wrong =
          virtualHosts(resources)
              .flatMap(virtualHost -> virtualHost.getRoutesList().stream())
              .filter(route -> isOf(route, key))
              .flatMap(route -> clustersOf(route))
              .filter(cluster -> names(cluster, host, destination, part))
              .anyMatch(known::contains);
      if (wrong) {
        return false;
      }
    }
    return true;
  }

  private Destination destination(ConfigKey key, FindingPath path) {
    HttpRoute rule = virtualService(key).http().get(path.indexes().get(0));
    return path.startsWith("http", "route")
        ? rule.route().get(path.indexes().get(1)).destination()
        : path.startsWith("http", "mirrors")
            ? rule.mirrors().get(path.indexes().get(1)).destination()
            : rule.mirror().orElseThrow();
  }

  /** No cluster of the rule offers TLS of the mesh. */
  private boolean noMeshTls(ConfigKey key) {
    return translated
        .sidecars()
        .flatMap(resources -> resources.clusters().stream())
        .filter(cluster -> isOf(cluster.getMetadata(), key))
        .allMatch(cluster -> cluster.getTransportSocketMatchesCount() == 0);
  }

  private static boolean names(String cluster, String host, Destination destination, Part part) {
    List<String> parts = Splitter.on('|').splitToList(cluster);
    return parts.size() == 4
        && parts.get(3).equals(host)
        && switch (part) {
          case HOST -> true;
          case PORT -> parts.get(1).equals(String.valueOf(destination.port().orElse(0)));
          case SUBSET -> parts.get(2).equals(destination.subset().orElse(""));
        };
  }

  private VirtualService virtualService(ConfigKey key) {
    return mesh().virtualServices().stream()
        .filter(value -> ConfigKey.of("VirtualService", value.metadata()).equals(key))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Whether matches are merged here: each says which others it goes with, so that one which takes
   * no request is not without effect.
   */
  private boolean isDelegation(ConfigKey key, FindingPath path) {
    VirtualService value = virtualService(key);
    return value.hosts().isEmpty()
        || value.http().get(path.indexes().get(0)).delegate().isPresent();
  }

  private boolean withoutPartOfRules(ConfigKey key, FindingPath path) {
    if (path.fields().isEmpty()) {
      return isUnchanged(WithoutFinding.object(mesh(), key));
    }
    if (path.startsWith("tls") || path.startsWith("tcp")) {
      return true;
    }
    List<Integer> at = path.indexes();
    return isUnchanged(
        WithoutFinding.changed(
            mesh(),
            key,
            value ->
                value.flatMap(
                    v ->
                        path.is("gateways")
                            ? WithoutFinding.gateway(v, at.get(0))
                            : path.is("hosts")
                                ? WithoutFinding.host(v, at.get(0))
                                : at.size() == 3
                                    ? WithoutFinding.matchGateway(
                                        v, at.get(0), at.get(1), at.get(2))
                                    : WithoutFinding.match(v, at.get(0), at.get(1)))));
  }

  private boolean conflict(ConfigKey key, FindingPath path) {
    if (path.is("trafficPolicy")) {
      return isUnchanged(WithoutFinding.trafficPolicy(mesh(), key));
    }
    if (!key.kind().equals("VirtualService")) {
      return isUnchanged(WithoutFinding.object(mesh(), key));
    }
    String written = virtualService(key).hosts().get(path.indexes().get(0));
    String host =
        Ascii.toLowerCase(
            written.contains(".")
                ? written
                : written + "." + key.namespace() + ".svc.cluster.local");
    return translated
        .sidecars()
        .flatMap(resources -> virtualHosts(resources))
        .filter(
            virtualHost ->
                virtualHost.getDomainsList().stream()
                    .anyMatch(domain -> domain.equals(host) || domain.startsWith(host + ":")))
        .flatMap(virtualHost -> virtualHost.getRoutesList().stream())
        .noneMatch(route -> isOf(route, key));
  }

  private boolean selectsNothing(ConfigKey key, FindingPath path) {
    if (!path.is("subsets", "labels")) {
      return switch (key.kind()) {
        case "DestinationRule" ->
            mesh().proxies().stream()
                .filter(proxy -> proxy.namespace().equals(key.namespace()))
                .noneMatch(proxy -> rule(key).workloadSelector().get().selects(proxy.labels()));
        case "Gateway" -> isUnchanged(withOwnProxiesOnly(key));
        default -> true;
      };
    }
    DestinationRule rule = rule(key);
    String subset = rule.subsets().get(path.indexes().get(0)).name();
    String host =
        rule.host().startsWith("*")
            ? rule.host().substring(1)
            : rule.host().contains(".")
                ? "|" + rule.host()
                : "|" + rule.host() + "." + key.namespace() + ".svc.cluster.local";
    // Another rule may have a subset of that name for the same host.
    boolean shared =
        mesh().destinationRules().stream()
            .filter(other -> !other.metadata().equals(rule.metadata()))
            .anyMatch(other -> other.subsets().stream().anyMatch(s -> s.name().equals(subset)));
    return shared
        || translated.resources().stream()
            .allMatch(
                resources ->
                    endpoints(resources, subset, host) == 0
                        && !needNoEndpoints(resources, subset, host));
  }

  /** Proxies without labels are made up by the test, and a Gateway may select them. */
  private MeshSnapshot withOwnProxiesOnly(ConfigKey key) {
    return WithoutFinding.object(mesh(), key);
  }

  private DestinationRule rule(ConfigKey key) {
    return mesh().destinationRules().stream()
        .filter(value -> ConfigKey.of("DestinationRule", value.metadata()).equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** The name of the subset that a finding in a DestinationRule is about, or empty. */
  private String subset(ConfigKey key, FindingPath path) {
    return path.startsWith("subsets") ? rule(key).subsets().get(path.indexes().get(0)).name() : "";
  }

  private boolean withoutRules(ConfigKey key, String list) {
    VirtualService value = virtualService(key);
    if (value.gateways().isEmpty() || value.gateways().equals(List.of("mesh"))) {
      return translated
          .sidecars()
          .flatMap(resources -> resources.routes().stream())
          .filter(routes -> !routes.getName().equals("80"))
          .flatMap(routes -> routes.getVirtualHostsList().stream())
          .flatMap(virtualHost -> virtualHost.getRoutesList().stream())
          .noneMatch(route -> isOf(route, key));
    }
    VirtualService.Builder changed = value.toBuilder();
    switch (list) {
      case "http" -> changed.http(List.of());
      case "tls" -> changed.tls(List.of());
      default -> changed.tcp(List.of());
    }
    return isUnchanged(WithoutFinding.changed(mesh(), key, old -> old.map(v -> changed.build())));
  }

  /** The setting that says near endpoints come first, turned off. */
  private MeshSnapshot withoutLocalities(ConfigKey key) {
    LocalityLbSetting off = LocalityLbSetting.builder().enabled(false).build();
    return mesh().toBuilder()
        .destinationRules(
            mesh().destinationRules().stream()
                .map(
                    rule ->
                        ConfigKey.of("DestinationRule", rule.metadata()).equals(key)
                            ? Localities.replaced(rule, off)
                            : rule)
                .toList())
        .build();
  }
}
