// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.mesh.IngressControllerMode;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import java.util.Collection;
import java.util.Optional;

/**
 * Which {@link Ingress}es are for the mesh. The annotation {@code kubernetes.io/ingress.class}
 * counts before the {@link IngressClass} that the Ingress names, and where neither is there the
 * mode of the mesh decides. A mode that is off does not hold for an IngressClass of Istio's. Istio
 * documents: Kubernetes Ingress; MeshConfig, {@code ingressControllerMode}.
 */
public final class IngressClasses {
  private static final String ANNOTATION = "kubernetes.io/ingress.class";
  private static final String MODE = "ingressControllerMode of the mesh is ";
  private static final String CONTROLLER = "istio.io/ingress-controller";

  private final MeshConfig mesh;
  private final ImmutableMap<String, String> controllers;
  private final ProblemSink sink;

  IngressClasses(MeshConfig mesh, Collection<IngressClass> classes, ProblemSink sink) {
    this.mesh = mesh;
    this.controllers =
        classes.stream()
            .collect(toImmutableMap(of -> of.metadata().name(), IngressClass::controller));
    this.sink = sink;
  }

  /**
   * Which controller serves the Ingresses of a class.
   *
   * @param metadata the name of the class
   * @param controller the name of the controller
   */
  public record IngressClass(ObjectMeta metadata, String controller) {}

  /** Whether the Ingress is for the mesh. Of one that is not, a problem says why. */
  boolean accept(Ingress ingress) {
    Optional<String> annotation =
        Optional.ofNullable(ingress.metadata().annotations().get(ANNOTATION));
    if (annotation.isPresent()) {
      return acceptAnnotation(ingress, annotation.get());
    }
    Optional<String> controller = Optional.ofNullable(controllers.get(ingress.className()));
    if (controller.isPresent()) {
      return acceptController(ingress, controller.get());
    }
    return acceptWithoutClass(ingress);
  }

  private boolean acceptAnnotation(Ingress ingress, String name) {
    String expected = mesh.ingressClass().orElse("istio");
    boolean on =
        switch (mesh.ingressControllerMode()) {
          case STRICT, DEFAULT -> true;
          case OFF, UNSPECIFIED -> false;
        };
    if (!on) {
      leaveOut(ingress, "", MODE + mesh.ingressControllerMode());
    } else if (!name.equals(expected)) {
      String reason = "its class is \"%s\" (expected: \"%s\")".formatted(name, expected);
      leaveOut(ingress, "metadata.annotations[\"" + ANNOTATION + "\"]", reason);
    }
    return on && name.equals(expected);
  }

  private boolean acceptController(Ingress ingress, String controller) {
    if (controller.equals(CONTROLLER)) {
      return true;
    }
    String reason = "its controller is %s (expected: %s)".formatted(controller, CONTROLLER);
    leaveOut(ingress, "spec.ingressClassName", reason);
    return false;
  }

  private boolean acceptWithoutClass(Ingress ingress) {
    boolean accepted = mesh.ingressControllerMode() == IngressControllerMode.DEFAULT;
    if (!ingress.className().isEmpty()) {
      sink.report(
          Problem.warning(ProblemCode.UNRESOLVED_REFERENCE)
              .object(ConfigKey.of("Ingress", ingress.metadata()))
              .path("spec.ingressClassName")
              .message(
                  ingress.className()
                      + (accepted ? "" : ", so that the Ingress has no effect")
                      + " (expected: the name of an IngressClass)")
              .build());
    } else if (!accepted) {
      leaveOut(ingress, "", "it has no class, and " + MODE + mesh.ingressControllerMode());
    }
    return accepted;
  }

  private void leaveOut(Ingress ingress, String path, String reason) {
    sink.report(
        Problem.builder(Severity.NOTE, ProblemCode.NOT_TRANSLATED)
            .object(ConfigKey.of("Ingress", ingress.metadata()))
            .path(path)
            .message("the Ingress has no effect: " + reason)
            .build());
  }
}
