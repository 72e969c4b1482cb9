// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.model.problem.Problem;
import io.rutter.model.validation.Validator;
import io.rutter.yaml.internal.Kind.Api;
import io.rutter.yaml.internal.Kind.Scope;
import io.rutter.yaml.internal.destinationrule.DestinationRuleReader;
import io.rutter.yaml.internal.gateway.GatewayReader;
import io.rutter.yaml.internal.kubernetes.ClusterScopedReader;
import io.rutter.yaml.internal.kubernetes.EndpointSlice;
import io.rutter.yaml.internal.kubernetes.EndpointSliceReader;
import io.rutter.yaml.internal.kubernetes.IngressReader;
import io.rutter.yaml.internal.kubernetes.KubernetesRegistry;
import io.rutter.yaml.internal.kubernetes.PodReader;
import io.rutter.yaml.internal.kubernetes.ServiceReader;
import io.rutter.yaml.internal.mesh.MeshConfigReader;
import io.rutter.yaml.internal.mesh.MeshNetworksReader;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.proxy.ProxyReader;
import io.rutter.yaml.internal.security.AuthorizationPolicyReader;
import io.rutter.yaml.internal.security.KeySetReader;
import io.rutter.yaml.internal.security.PeerAuthenticationReader;
import io.rutter.yaml.internal.security.RequestAuthenticationReader;
import io.rutter.yaml.internal.serviceentry.ServiceEntryReader;
import io.rutter.yaml.internal.serviceentry.WorkloadEntryReader;
import io.rutter.yaml.internal.sidecar.SidecarReader;
import io.rutter.yaml.internal.virtualservice.VirtualServiceReader;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The kinds that a mesh is read from, one row for each: what reads an object, what checks it, and
 * where it goes. Reading, collecting and validation know no kind by name.
 */
final class Kinds {
  private static final Api NETWORKING = new Api("networking.istio.io", "v1", "v1beta1", "v1alpha3");
  private static final Api SECURITY = new Api("security.istio.io", "v1", "v1beta1");
  private static final Api RUTTER = new Api("rutter.io", "v1");
  private static final Api CORE = new Api("", "v1");
  private static final Api DISCOVERY = new Api("discovery.k8s.io", "v1", "v1beta1");
  private static final Api KUBERNETES_NETWORKING = new Api("networking.k8s.io", "v1");

  /** All kinds. */
  static final ImmutableList<Kind<?>> ALL =
      ImmutableList.of(
          configuration(
              NETWORKING,
              "VirtualService",
              spec(VirtualServiceReader::virtualService),
              Validator::validate,
              MeshSnapshot.Builder::virtualServices),
          configuration(
              NETWORKING,
              "DestinationRule",
              spec(DestinationRuleReader::destinationRule),
              Validator::validate,
              MeshSnapshot.Builder::destinationRules),
          configuration(
              NETWORKING,
              "ServiceEntry",
              ServiceEntryReader::serviceEntry,
              Validator::validate,
              MeshSnapshot.Builder::serviceEntries),
          configuration(
              NETWORKING,
              "WorkloadEntry",
              WorkloadEntryReader::workloadEntryResource,
              Validator::validate,
              MeshSnapshot.Builder::workloadEntries),
          configuration(
              NETWORKING,
              "Gateway",
              spec(GatewayReader::gateway),
              Validator::validate,
              MeshSnapshot.Builder::gateways),
          configuration(
              NETWORKING,
              "Sidecar",
              spec(SidecarReader::sidecar),
              Validator::validate,
              MeshSnapshot.Builder::sidecars),
          configuration(
              SECURITY,
              "PeerAuthentication",
              spec(PeerAuthenticationReader::peerAuthentication),
              Validator::validate,
              MeshSnapshot.Builder::peerAuthentications),
          configuration(
              SECURITY,
              "AuthorizationPolicy",
              spec(AuthorizationPolicyReader::authorizationPolicy),
              Validator::validate,
              MeshSnapshot.Builder::authorizationPolicies),
          configuration(
              SECURITY,
              "RequestAuthentication",
              spec(RequestAuthenticationReader::requestAuthentication),
              Validator::validate,
              MeshSnapshot.Builder::requestAuthentications),
          configuration(
              RUTTER,
              "KeySet",
              spec(KeySetReader::keySet),
              Validator::validate,
              MeshSnapshot.Builder::keySets),
          configuration(
              RUTTER,
              "Proxy",
              ProxyReader::proxy,
              Validator::validate,
              MeshSnapshot.Builder::proxies),
          settings(
              "MeshConfig",
              MeshConfigReader::meshConfig,
              Validator::validate,
              MeshSnapshot.Builder::meshConfig),
          settings(
              "MeshNetworks",
              MeshNetworksReader::meshNetworks,
              Validator::validate,
              MeshSnapshot.Builder::meshNetworks),
          registry(CORE, "Service", ServiceReader::service, KubernetesRegistry::addServices),
          registry(
                  DISCOVERY,
                  "EndpointSlice",
                  EndpointSliceReader::endpointSlice,
                  KubernetesRegistry::addSlices)
              .withEndpoints(EndpointSlice::count),
          registry(CORE, "Pod", PodReader::pod, KubernetesRegistry::addPods),
          cluster(
              KUBERNETES_NETWORKING,
              "Ingress",
              Scope.NAMESPACE,
              IngressReader::ingress,
              KubernetesRegistry::setIngresses),
          cluster(
              KUBERNETES_NETWORKING,
              "IngressClass",
              Scope.CLUSTER,
              ClusterScopedReader::ingressClass,
              KubernetesRegistry::setIngressClasses),
          cluster(
              CORE, "Node", Scope.CLUSTER, ClusterScopedReader::node, KubernetesRegistry::setNodes),
          cluster(
              CORE,
              "Namespace",
              Scope.CLUSTER,
              ClusterScopedReader::namespace,
              KubernetesRegistry::setNamespaces));

  private static final ImmutableMap<String, Kind<?>> BY_NAME =
      ALL.stream().collect(toImmutableMap(Kind::name, kind -> kind));

  private Kinds() {}

  /** The kind that a document names. Empty: it is of a kind that is not read. */
  static Optional<Kind<?>> of(String apiVersion, String kind) {
    return named(kind).filter(known -> known.isNamed(apiVersion, kind));
  }

  /** The kind of that name, whatever its group. */
  static Optional<Kind<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * A kind that is a list of the mesh.
   *
   * @param reader reads an object
   * @param rules what is wrong with an object
   * @param list sets the list
   */
  private static <T> Kind<T> configuration(
      Api api,
      String name,
      BiFunction<ObjectMeta, ObjectNode, T> reader,
      Function<T, ImmutableList<Problem>> rules,
      BiConsumer<MeshSnapshot.Builder, ImmutableList<T>> list) {
    return new Kind<>(
        api,
        name,
        Scope.NAMESPACE,
        reader,
        rules,
        object -> 0,
        (objects, mesh, kubernetes) -> list.accept(mesh, objects.all()));
  }

  /** Settings of the mesh, of which the last object counts. */
  private static <T> Kind<T> settings(
      String name,
      Function<ObjectNode, T> reader,
      Function<T, ImmutableList<Problem>> rules,
      BiConsumer<MeshSnapshot.Builder, T> setter) {
    return new Kind<>(
        RUTTER,
        name,
        Scope.MESH,
        spec((metadata, in) -> reader.apply(in)),
        rules,
        object -> 0,
        (objects, mesh, kubernetes) -> {
          if (!objects.parts().isEmpty()) {
            setter.accept(mesh, Iterables.getLast(objects.all()));
          }
        });
  }

  /** A kind that the registry is made of, namespace by namespace. */
  private static <T> Kind<T> registry(
      Api api,
      String name,
      BiFunction<ObjectMeta, ObjectNode, T> reader,
      BiConsumer<KubernetesRegistry, NamedList<T>> adder) {
    return kubernetes(
        api,
        name,
        Scope.NAMESPACE,
        reader,
        (objects, mesh, kubernetes) ->
            objects.parts().forEach(part -> adder.accept(kubernetes, part)));
  }

  /** A kind that the whole registry or the configuration of Ingresses is made of. */
  private static <T> Kind<T> cluster(
      Api api,
      String name,
      Scope scope,
      BiFunction<ObjectMeta, ObjectNode, T> reader,
      BiConsumer<KubernetesRegistry, ImmutableList<T>> setter) {
    return kubernetes(
        api,
        name,
        scope,
        reader,
        (objects, mesh, kubernetes) -> setter.accept(kubernetes, objects.all()));
  }

  /** A kind of Kubernetes: what is made of its objects is checked, not these. */
  private static <T> Kind<T> kubernetes(
      Api api,
      String name,
      Scope scope,
      BiFunction<ObjectMeta, ObjectNode, T> reader,
      Kind.Place<T> place) {
    return new Kind<>(api, name, scope, reader, object -> ImmutableList.of(), object -> 0, place);
  }

  /** Reads {@code spec}, in which all of an object of Istio's is. */
  private static <T> BiFunction<ObjectMeta, ObjectNode, T> spec(
      BiFunction<ObjectMeta, ObjectNode, T> reader) {
    return (metadata, in) ->
        in.requiredObject("spec", FieldNames.PROTOBUF, spec -> reader.apply(metadata, spec));
  }
}
