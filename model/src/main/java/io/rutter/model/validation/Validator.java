// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.MetadataRules;
import io.rutter.model.internal.validation.TextRules;
import io.rutter.model.internal.validation.destinationrule.DestinationRuleValidator;
import io.rutter.model.internal.validation.gateway.GatewayValidator;
import io.rutter.model.internal.validation.mesh.MeshConfigValidator;
import io.rutter.model.internal.validation.mesh.MeshNetworksValidator;
import io.rutter.model.internal.validation.proxy.ProxyValidator;
import io.rutter.model.internal.validation.registry.ServiceValidator;
import io.rutter.model.internal.validation.registry.WorkloadValidator;
import io.rutter.model.internal.validation.security.AuthorizationPolicyValidator;
import io.rutter.model.internal.validation.security.KeySetValidator;
import io.rutter.model.internal.validation.security.PeerAuthenticationValidator;
import io.rutter.model.internal.validation.security.RequestAuthenticationValidator;
import io.rutter.model.internal.validation.serviceentry.ServiceEntryValidator;
import io.rutter.model.internal.validation.serviceentry.WorkloadEntryValidator;
import io.rutter.model.internal.validation.sidecar.SidecarValidator;
import io.rutter.model.internal.validation.virtualservice.VirtualServiceValidator;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.Workload;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.KeySet;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import java.util.function.BiConsumer;

/**
 * Checks a mesh, or single objects, against the rules of Istio, of the registry and of Envoy, and
 * reports all problems at once. {@link #validate(MeshSnapshot)} is for meshes that are built in
 * code; it also finds problems between objects. Nothing is thrown for the content of an object, and
 * the same objects always give the same problems in the same order.
 *
 * <p>An error means that the object would do harm or nothing, a warning that it is probably not
 * meant so. Translation skips objects with errors, see {@link ValidatedSnapshot}.
 */
public final class Validator {
  private Validator() {}

  /**
   * Validates a mesh: all kinds including the registry, duplicates, and endpoints that belong to no
   * port of a service. Gives the problems and the mesh without invalid objects.
   */
  public static ValidatedSnapshot validate(MeshSnapshot snapshot) {
    return ValidatedSnapshot.of(snapshot);
  }

  /** The problems of a service of the platform. */
  public static ImmutableList<Problem> validate(Service service) {
    return check(service, "Service", service.metadata(), "spec", ServiceValidator::validate);
  }

  /** The problems of a workload of the platform. */
  public static ImmutableList<Problem> validate(Workload workload) {
    return check(workload, "Workload", workload.metadata(), "", WorkloadValidator::validate);
  }

  /** The problems of a namespace. */
  public static ImmutableList<Problem> validate(NamespaceInfo namespace) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    Findings at =
        new Findings(new ConfigKey("Namespace", "", namespace.name()), "metadata", problems::add);
    MetadataRules.checkNamespace(namespace.name(), at.at("name"));
    TextRules.check(namespace, at);
    return problems.build();
  }

  /** The problems of a VirtualService. */
  public static ImmutableList<Problem> validate(VirtualService virtualService) {
    return check(
        virtualService,
        "VirtualService",
        virtualService.metadata(),
        "spec",
        VirtualServiceValidator::validate);
  }

  /** The problems of a DestinationRule. */
  public static ImmutableList<Problem> validate(DestinationRule rule) {
    return check(
        rule, "DestinationRule", rule.metadata(), "spec", DestinationRuleValidator::validate);
  }

  /** The problems of a ServiceEntry. */
  public static ImmutableList<Problem> validate(ServiceEntry entry) {
    return check(entry, "ServiceEntry", entry.metadata(), "spec", ServiceEntryValidator::validate);
  }

  /** The problems of a WorkloadEntry. */
  public static ImmutableList<Problem> validate(WorkloadEntryResource entry) {
    return check(
        entry,
        "WorkloadEntry",
        entry.metadata(),
        "spec",
        (object, at) -> WorkloadEntryValidator.validate(object.spec(), at));
  }

  /** The problems of a Gateway. */
  public static ImmutableList<Problem> validate(Gateway gateway) {
    return check(gateway, "Gateway", gateway.metadata(), "spec", GatewayValidator::validate);
  }

  /** The problems of a Sidecar. */
  public static ImmutableList<Problem> validate(Sidecar sidecar) {
    return check(sidecar, "Sidecar", sidecar.metadata(), "spec", SidecarValidator::validate);
  }

  /** The problems of a PeerAuthentication. */
  public static ImmutableList<Problem> validate(PeerAuthentication policy) {
    return check(
        policy,
        "PeerAuthentication",
        policy.metadata(),
        "spec",
        PeerAuthenticationValidator::validate);
  }

  /** The problems of an AuthorizationPolicy; also that it has no translation yet. */
  public static ImmutableList<Problem> validate(AuthorizationPolicy policy) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    ConfigKey object = ConfigKey.of("AuthorizationPolicy", policy.metadata());
    Findings at = new Findings(object, "", problems::add);
    MetadataRules.checkWithDryRun(policy.metadata(), at.at("metadata"));
    AuthorizationPolicyValidator.validate(policy, at);
    TextRules.check(policy, at);
    return problems.build();
  }

  /** The problems of a RequestAuthentication. */
  public static ImmutableList<Problem> validate(RequestAuthentication authentication) {
    return check(
        authentication,
        "RequestAuthentication",
        authentication.metadata(),
        "spec",
        RequestAuthenticationValidator::validate);
  }

  /** The problems of a KeySet. */
  public static ImmutableList<Problem> validate(KeySet keys) {
    return check(keys, "KeySet", keys.metadata(), "spec", KeySetValidator::validate);
  }

  /**
   * The problems of the mesh's settings. A MeshConfig with an error is replaced by Istio's defaults
   * as a whole.
   */
  public static ImmutableList<Problem> validate(MeshConfig mesh) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    Findings at = settings("MeshConfig", problems);
    MeshConfigValidator.validate(mesh, at);
    TextRules.check(mesh, at);
    return problems.build();
  }

  /** The problems of the mesh's networks. */
  public static ImmutableList<Problem> validate(MeshNetworks networks) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    Findings at = settings("MeshNetworks", problems);
    MeshNetworksValidator.validate(networks, at);
    TextRules.check(networks, at);
    return problems.build();
  }

  /** The problems of a Proxy. */
  public static ImmutableList<Problem> validate(Proxy proxy) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    ConfigKey object = new ConfigKey("Proxy", proxy.namespace(), proxy.name());
    ProxyValidator.validate(
        proxy,
        new Findings(object, "spec", problems::add),
        new Findings(object, "metadata", problems::add));
    TextRules.check(proxy, new Findings(object, "", problems::add));
    return problems.build();
  }

  /** The spec of a singleton object. */
  private static Findings settings(String kind, ImmutableList.Builder<Problem> problems) {
    return new Findings(new ConfigKey(kind, "", "mesh"), "spec", problems::add);
  }

  private static <T> ImmutableList<Problem> check(
      T object, String kind, ObjectMeta metadata, String path, BiConsumer<T, Findings> rules) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    Findings at = new Findings(ConfigKey.of(kind, metadata), "", problems::add);
    MetadataRules.check(metadata, at.at("metadata"));
    rules.accept(object, path.isEmpty() ? at : at.at(path));
    TextRules.check(object, at);
    return problems.build();
  }
}
