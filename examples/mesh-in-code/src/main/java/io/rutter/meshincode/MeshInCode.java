// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.meshincode;

import io.rutter.inspect.CallDescription;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Simulator;
import io.rutter.meshincode.ServiceCatalogue.Instance;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;

/** From a catalogue to Envoy's resources, a change of it, and questions about both. */
public final class MeshInCode {
  private MeshInCode() {}

  /** Shows what each step gives. */
  public static void main(String[] args) {
    Instance first = new Instance("10.0.0.11", 8080, "v1");
    Instance second = new Instance("10.0.0.12", 8080, "v2");
    ServiceCatalogue catalogue = new ServiceCatalogue();
    catalogue.put("ratings", new Instance("10.0.0.300", 8080, "v1"));
    catalogue.put("reviews", first);

    CompiledMesh mesh = Translator.create().compile(CatalogueMesh.of(catalogue.services(), 8080));
    mesh.problems().forEach(System.out::println); // ratings has no such address
    mesh.analyze().forEach(System.out::println); // nothing runs version 2
    XdsResources before = mesh.translate(CatalogueMesh.EDGE);

    catalogue.put("ratings");
    catalogue.put("reviews", first, second);
    mesh = mesh.with(CatalogueMesh.of(catalogue.services(), 8080));
    mesh.problems().forEach(System.out::println);
    XdsUpdate update = mesh.translate(CatalogueMesh.EDGE, before);
    update.changes().forEach((kind, changes) -> System.out.println(kind + ": " + changes));

    Simulator edge = Simulator.of(update.resources());
    print(edge.call("http://www.shop.test:8080/"));
    CallDescription.Builder tester = CallDescription.builder().url("http://www.shop.test:8080/");
    print(edge.call(tester.header("x-tester", "yes").build()));
    print(edge.call("http://other.test:8080/"));
  }

  private static void print(CallResult result) {
    result.clusters().forEach(c -> System.out.println(c.share() + " to " + c.cluster()));
    result.error().ifPresent(error -> System.out.println(error.message()));
  }
}
