// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API group decides what a kind is. */
class ForeignKindsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "serving.knative.dev/v1 Service",
        "networking.internal.knative.dev/v1alpha1 Ingress",
        "appmesh.k8s.aws/v1beta2 VirtualService",
        "appmesh.k8s.aws/v1beta2 VirtualGateway",
        "gateway.solo.io/v1 VirtualService",
        "gateway.solo.io/v1 Gateway",
        "networking.gke.io/v1 ServiceEntry",
        "x.getambassador.io/v3alpha1 Host",
        "configuration.konghq.com/v1 Ingress",
        "extensions.example.com/v1 Ingress",
        "networking.example.com/v1 DestinationRule",
        "cluster.x-k8s.io/v1beta1 Node",
        "metrics.k8s.io/v1beta1 Node",
        "config.openshift.io/v1 Proxy",
        "metal3.io/v1 Namespace",
        "example.com/v1 Pod",
        "notistio.io/v1 Sidecar",
        "policy/v1 PodDisruptionBudget",
        "argoproj.io/v1alpha1 Rollout",
        "flagger.app/v1beta1 Canary",
        "multicluster.x-k8s.io/v1alpha1 ServiceImport",
        "apiextensions.k8s.io/v1 CustomResourceDefinition",
        "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration",
        "kustomize.config.k8s.io/v1beta1 Kustomization",
        "kind.x-k8s.io/v1alpha4 Cluster",
        "skaffold/v4beta6 Config",
        "config.istio.io/v1alpha2 handler",
        "rbac.istio.io/v1alpha1 ServiceRole",
        "networking.k8s.io/v1 NetworkPolicy",
        "networking.k8s.io/v1 IPAddress",
        "v1 Config",
        "v1 Template",
        "v1alpha1 Anything",
        "traefik.io/v1alpha1 IPAllowList",
        "example.com/v1 VirtualServiceList",
      })
  void ofAnotherGroupIsANote(String kind) {
    assertThat(problem(kind).severity()).isEqualTo(Severity.NOTE);
    assertThat(problem(kind).code()).isEqualTo(ProblemCode.IGNORED_KIND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "networking.istio.io/v2 VirtualService",
        "security.istio.io/v1 VirtualService",
        "traffic.istio.io/v1 VirtualService",
        "networking.isito.io/v1 VirtualService",
        "networking.istio.io VirtualService",
        "networking.istio.io/v1 VirtualServise",
        "networking.istio.io/v1 HTTPRoute",
        "rutter.io/v2 Proxy",
        "rutter.io/v1 Proxi",
        "extensions/v1beta1 Ingress",
        "networking.k8s.io/v1beta1 Ingress",
        "networking.k8s.io/v1 Ingres",
        "discovery.k8s.io/v1 EndpointsSlice",
        "core/v1 Service",
        "v2 Service",
        "v1 Servise",
        "v1 Banana",
        "v1 VirtualService",
      })
  void ofAKnownGroupThatIsNotThereIsAnError(String kind) {
    assertThat(problem(kind).severity()).isEqualTo(Severity.ERROR);
    assertThat(problem(kind).code()).isEqualTo(ProblemCode.UNKNOWN_KIND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway.networking.k8s.io/v1 Gateway",
        "gateway.networking.k8s.io/v1 HTTPRoute",
        "networking.istio.io/v1alpha3 EnvoyFilter",
        "extensions.istio.io/v1alpha1 WasmPlugin",
        "telemetry.istio.io/v1 Telemetry",
      })
  void ofIstioWithoutTranslationIsAWarning(String kind) {
    assertThat(problem(kind).code()).isEqualTo(ProblemCode.NOT_TRANSLATED);
  }

  private static Problem problem(String versionAndKind) {
    int space = versionAndKind.indexOf(' ');
    LoadResult loaded =
        YamlLoader.create()
            .load(
                YamlSource.text(
                    "a.yaml",
                    "apiVersion: %s\nkind: %s\nmetadata: {name: a}\nitems: [x, {y: z}]\n"
                        .formatted(
                            versionAndKind.substring(0, space),
                            versionAndKind.substring(space + 1))));
    assertThat(loaded.problems()).hasSize(1);
    return loaded.problems().get(0);
  }
}
