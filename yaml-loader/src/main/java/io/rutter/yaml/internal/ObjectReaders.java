// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import io.rutter.model.ObjectMeta;
import io.rutter.yaml.internal.destinationrule.DestinationRuleReader;
import io.rutter.yaml.internal.gateway.GatewayReader;
import io.rutter.yaml.internal.kubernetes.KubernetesKinds;
import io.rutter.yaml.internal.mesh.MeshConfigReader;
import io.rutter.yaml.internal.mesh.MeshNetworksReader;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.proxy.ProxyReader;
import io.rutter.yaml.internal.security.PeerAuthenticationReader;
import io.rutter.yaml.internal.serviceentry.ServiceEntryReader;
import io.rutter.yaml.internal.serviceentry.WorkloadEntryReader;
import io.rutter.yaml.internal.sidecar.SidecarReader;
import io.rutter.yaml.internal.virtualservice.VirtualServiceReader;
import java.util.function.BiFunction;

/** The reader of each {@link ApiKind}. */
final class ObjectReaders {
  private ObjectReaders() {}

  /** Reads an object of that kind. */
  static Object read(ApiKind kind, ObjectMeta metadata, ObjectNode in) {
    return switch (kind) {
      case VIRTUAL_SERVICE -> spec(metadata, in, VirtualServiceReader::virtualService);
      case DESTINATION_RULE -> spec(metadata, in, DestinationRuleReader::destinationRule);
      case SERVICE_ENTRY -> ServiceEntryReader.serviceEntry(metadata, in);
      case WORKLOAD_ENTRY -> WorkloadEntryReader.workloadEntryResource(metadata, in);
      case GATEWAY -> spec(metadata, in, GatewayReader::gateway);
      case SIDECAR -> spec(metadata, in, SidecarReader::sidecar);
      case PEER_AUTHENTICATION -> spec(metadata, in, PeerAuthenticationReader::peerAuthentication);
      case PROXY ->
          in.requiredObject("spec", FieldNames.EXACT, spec -> ProxyReader.read(metadata, spec));
      case MESH_CONFIG -> spec(metadata, in, (unused, spec) -> MeshConfigReader.meshConfig(spec));
      case MESH_NETWORKS ->
          spec(metadata, in, (unused, spec) -> MeshNetworksReader.meshNetworks(spec));
      case SERVICE -> KubernetesKinds.service(metadata, in);
      case ENDPOINT_SLICE -> KubernetesKinds.endpointSlice(metadata, in);
      case POD -> KubernetesKinds.pod(metadata, in);
      case INGRESS -> KubernetesKinds.ingress(metadata, in);
      case INGRESS_CLASS -> KubernetesKinds.ingressClass(metadata, in);
      case NODE -> KubernetesKinds.node(metadata, in);
      case NAMESPACE -> KubernetesKinds.namespace(metadata, in);
    };
  }

  private static <T> T spec(
      ObjectMeta metadata, ObjectNode in, BiFunction<ObjectMeta, ObjectNode, T> reader) {
    return in.requiredObject("spec", FieldNames.PROTOBUF, spec -> reader.apply(metadata, spec));
  }
}
