// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.meshincode;

import io.grpc.InsecureServerCredentials;
import io.rutter.javacontrolplane.SecretSource;
import io.rutter.meshincode.ServiceCatalogue.Instance;
import io.rutter.translator.output.DynamicBootstrap;
import io.rutter.translator.output.ProtoYaml;
import io.rutter.translator.output.XdsAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Serves the service reviews, with instances that the command line names, to an Envoy. */
public final class ServeMeshInCode {
  private ServeMeshInCode() {}

  /**
   * Writes {@code edge.yaml}, for {@code envoy -c edge.yaml}, and serves until it is stopped.
   *
   * @param args the port to serve on, that of the front door, and instances as {@code
   *     ADDRESS:PORT:VERSION}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int xdsPort = Integer.parseInt(args[0]);
    int gatewayPort = Integer.parseInt(args[1]);
    ServiceCatalogue catalogue = new ServiceCatalogue();
    catalogue.put(
        "reviews",
        Arrays.stream(args).skip(2).map(ServeMeshInCode::instance).toArray(Instance[]::new));

    XdsAddress here = XdsAddress.of("127.0.0.1", xdsPort);
    Files.writeString(
        Path.of("edge.yaml"), ProtoYaml.print(DynamicBootstrap.of(CatalogueMesh.EDGE, here)));
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), xdsPort);
    try (CatalogueControlPlane plane =
        CatalogueControlPlane.start(
            address, InsecureServerCredentials.create(), SecretSource.NONE)) {
      plane.update(CatalogueMesh.of(catalogue.services(), gatewayPort));
      Thread.currentThread().join();
    }
  }

  private static Instance instance(String text) {
    String[] parts = text.split(":", 3);
    return new Instance(parts[0], Integer.parseInt(parts[1]), parts[2]);
  }
}
