// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static io.rutter.testdata.analysis.TranslatedProxies.clustersOf;
import static io.rutter.testdata.analysis.TranslatedProxies.isOf;
import static io.rutter.testdata.analysis.TranslatedProxies.virtualHosts;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.problem.Problem;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Rewrite;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether findings about what clients send, and to which port, are so. */
final class ConnectionClaims {
  private static final Pattern HOST_AND_PORT = Pattern.compile("clients of (\\S+):(\\d+) send");
  private static final Pattern PORT_OF_HOST = Pattern.compile("port: (\\d+) of (\\S+) takes");
  private static final Pattern PROTOCOL_OF_HOST =
      Pattern.compile(" of (\\S+) never counts \\(expected: ([A-Za-z0-9-]+)");

  private final TranslatedProxies translated;

  ConnectionClaims(TranslatedProxies translated) {
    this.translated = translated;
  }

  /**
   * The clusters that the settings are for begin TLS, and no proxy sends them requests.
   *
   * @param subset the subset whose settings they are, or empty for those of the rule, which hold
   *     for subsets without settings too
   */
  boolean isWrapped(Problem finding, DestinationRule rule, String subset) {
    Matcher what = found(HOST_AND_PORT, finding);
    String end = "|" + what.group(1);
    List<String> names =
        Stream.concat(
                Stream.of(subset),
                rule.subsets().stream()
                    .filter(other -> subset.isEmpty() && other.trafficPolicy().isEmpty())
                    .map(Subset::name))
            .map(name -> "outbound|" + what.group(2) + "|" + name + end)
            .toList();
    return translated.resources().stream()
            .flatMap(resources -> virtualHosts(resources))
            .flatMap(virtualHost -> virtualHost.getRoutesList().stream())
            .flatMap(route -> clustersOf(route))
            .noneMatch(names::contains)
        && translated.resources().stream()
            .flatMap(resources -> resources.clusters().stream())
            .filter(cluster -> names.contains(cluster.getName()))
            .filter(cluster -> isOf(cluster.getMetadata(), finding.object().orElseThrow()))
            .allMatch(cluster -> beginsTls(cluster.getTransportSocket()));
  }

  /** No cluster of the port that a route of the rules names begins TLS by a rule. */
  boolean isPlain(Problem finding, String subset) {
    Matcher what = found(PORT_OF_HOST, finding);
    String name = "outbound|" + what.group(1) + "|" + subset + "|" + what.group(2);
    return translated.resources().stream()
        .filter(resources -> routes(resources, finding).anyMatch(r -> leadsTo(r, name)))
        .flatMap(resources -> resources.clusters().stream())
        .filter(cluster -> cluster.getName().equals(name))
        .noneMatch(cluster -> beginsTls(cluster.getTransportSocket()));
  }

  /** The PROXY protocol stands before whatever follows, which may be TLS. */
  private static boolean beginsTls(TransportSocket socket) {
    Any config = socket.getTypedConfig();
    try {
      return config.is(ProxyProtocolUpstreamTransport.class)
          ? beginsTls(config.unpack(ProxyProtocolUpstreamTransport.class).getTransportSocket())
          : config.is(UpstreamTlsContext.class);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean leadsTo(Route route, String cluster) {
    return clustersOf(route).anyMatch(cluster::equals);
  }

  private static Stream<Route> routes(XdsResources resources, Problem finding) {
    return virtualHosts(resources)
        .flatMap(virtualHost -> virtualHost.getRoutesList().stream())
        .filter(route -> isOf(route, finding.object().orElseThrow()));
  }

  /**
   * Clusters of the host are the same with the protocol that the finding expects. Not validated, as
   * an entry may be wrong with it: several hosts on a TCP port.
   */
  boolean isWithoutProtocol(Problem finding, int port) {
    Matcher what = found(PROTOCOL_OF_HOST, finding);
    ConfigKey key = finding.object().orElseThrow();
    MeshSnapshot snapshot = translated.snapshot();
    Translator translator = Translator.create(TranslationOptions.builder().validate(false).build());
    CompiledMesh mesh = translator.compile(snapshot);
    CompiledMesh changed =
        translator.compile(
            snapshot.toBuilder()
                .serviceEntries(
                    snapshot.serviceEntries().stream()
                        .map(
                            entry ->
                                ConfigKey.of("ServiceEntry", entry.metadata()).equals(key)
                                    ? WithoutFinding.protocol(
                                        entry, port, Protocol.parse(what.group(2)))
                                    : entry)
                        .toList())
                .build());
    return translated.resources().stream()
        .map(XdsResources::proxy)
        .allMatch(
            proxy ->
                clusters(mesh.translate(proxy), what.group(1))
                    .equals(clusters(changed.translate(proxy), what.group(1))));
  }

  private static List<Cluster> clusters(XdsResources resources, String host) {
    return resources.clusters().stream()
        .filter(cluster -> cluster.getName().endsWith("|" + host))
        .toList();
  }

  /** Nothing is other for clients without the setting of the port. */
  boolean isWithoutMode(Problem finding) {
    ConfigKey key = finding.object().orElseThrow();
    String port = finding.path().substring(finding.path().lastIndexOf('.') + 1);
    return translated.areSameFor(
        translated.snapshot().toBuilder()
            .peerAuthentications(
                translated.snapshot().peerAuthentications().stream()
                    .map(
                        policy ->
                            ConfigKey.of("PeerAuthentication", policy.metadata()).equals(key)
                                ? WithoutFinding.portLevelMtls(policy, port)
                                : policy)
                    .toList())
            .build(),
        List.of(ResourceKind.CLUSTERS, ResourceKind.ENDPOINTS, ResourceKind.ROUTES));
  }

  /** A route that the rule alone makes puts the path in the place of a prefix with a slash. */
  boolean isGlued(ConfigKey key, VirtualService value, HttpRoute rule) {
    String uri = rule.rewrite().flatMap(Rewrite::uri).orElseThrow();
    TranslatedProxies alone =
        TranslatedProxies.of(
            WithoutFinding.changed(
                translated.snapshot(), key, all -> all.map(v -> v.toBuilder().http(rule).build())));
    ImmutableList<Route> rewriting =
        alone.resources().stream()
            .flatMap(resources -> virtualHosts(resources))
            .flatMap(virtualHost -> virtualHost.getRoutesList().stream())
            .filter(route -> value.hosts().isEmpty() || isOf(route, key))
            .filter(route -> route.getRoute().getPrefixRewrite().equals(uri))
            .collect(ImmutableList.toImmutableList());
    return !uri.endsWith("/")
        && (rewriting.isEmpty()
            || rewriting.stream().anyMatch(route -> route.getMatch().getPrefix().endsWith("/")));
  }

  private static Matcher found(Pattern pattern, Problem finding) {
    Matcher matcher = pattern.matcher(finding.message());
    if (!matcher.find()) {
      throw new AssertionError(finding);
    }
    return matcher;
  }
}
