// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.internal.validation.AnnotationRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.destinationrule.DestinationRuleValidator;
import io.rutter.model.internal.validation.gateway.GatewayValidator;
import io.rutter.model.internal.validation.mesh.MeshConfigValidator;
import io.rutter.model.internal.validation.mesh.MeshNetworksValidator;
import io.rutter.model.internal.validation.proxy.ProxyValidator;
import io.rutter.model.internal.validation.security.PeerAuthenticationValidator;
import io.rutter.model.internal.validation.serviceentry.ServiceEntryValidator;
import io.rutter.model.internal.validation.serviceentry.WorkloadEntryValidator;
import io.rutter.model.internal.validation.sidecar.SidecarValidator;
import io.rutter.model.internal.validation.virtualservice.VirtualServiceValidator;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import java.util.function.Consumer;

/**
 * Checks single objects against Istio's rules, all problems at once. The YAML loader leaves out an
 * object with an error.
 */
public final class Validator {
  private Validator() {}

  /** What is wrong with a VirtualService. */
  public static ImmutableList<Problem> validate(VirtualService virtualService) {
    return check(
        "VirtualService",
        virtualService.metadata(),
        at -> VirtualServiceValidator.validate(virtualService, at));
  }

  /** What is wrong with a DestinationRule. */
  public static ImmutableList<Problem> validate(DestinationRule rule) {
    return check(
        "DestinationRule", rule.metadata(), at -> DestinationRuleValidator.validate(rule, at));
  }

  /** What is wrong with a ServiceEntry. */
  public static ImmutableList<Problem> validate(ServiceEntry entry) {
    return check("ServiceEntry", entry.metadata(), at -> ServiceEntryValidator.validate(entry, at));
  }

  /** What is wrong with a WorkloadEntry. */
  public static ImmutableList<Problem> validate(WorkloadEntryResource entry) {
    return check(
        "WorkloadEntry", entry.metadata(), at -> WorkloadEntryValidator.validate(entry.spec(), at));
  }

  /** What is wrong with a Gateway. */
  public static ImmutableList<Problem> validate(Gateway gateway) {
    return check("Gateway", gateway.metadata(), at -> GatewayValidator.validate(gateway, at));
  }

  /** What is wrong with a Sidecar. */
  public static ImmutableList<Problem> validate(Sidecar sidecar) {
    return check("Sidecar", sidecar.metadata(), at -> SidecarValidator.validate(sidecar, at));
  }

  /** What is wrong with a PeerAuthentication. */
  public static ImmutableList<Problem> validate(PeerAuthentication policy) {
    return check(
        "PeerAuthentication",
        policy.metadata(),
        at -> PeerAuthenticationValidator.validate(policy, at));
  }

  /**
   * What is wrong with the settings of the mesh. One with an error has Istio's defaults in its
   * place, as a whole.
   */
  public static ImmutableList<Problem> validate(MeshConfig mesh) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    MeshConfigValidator.validate(mesh, settings("MeshConfig", problems));
    return problems.build();
  }

  /** What is wrong with the networks of the mesh. */
  public static ImmutableList<Problem> validate(MeshNetworks networks) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    MeshNetworksValidator.validate(networks, settings("MeshNetworks", problems));
    return problems.build();
  }

  /** What is wrong with a Proxy. */
  public static ImmutableList<Problem> validate(Proxy proxy) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    ConfigKey object = new ConfigKey("Proxy", proxy.namespace(), proxy.name());
    ProxyValidator.validate(
        proxy,
        new Findings(object, "spec", problems::add),
        new Findings(object, "metadata", problems::add));
    return problems.build();
  }

  /** The spec of an object of which there is one. */
  private static Findings settings(String kind, ImmutableList.Builder<Problem> problems) {
    return new Findings(new ConfigKey(kind, "", "mesh"), "spec", problems::add);
  }

  private static ImmutableList<Problem> check(
      String kind, ObjectMeta metadata, Consumer<Findings> rules) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    ConfigKey object = ConfigKey.of(kind, metadata);
    AnnotationRules.check(metadata, new Findings(object, "metadata.annotations", problems::add));
    rules.accept(new Findings(object, "spec", problems::add));
    return problems.build();
  }
}
