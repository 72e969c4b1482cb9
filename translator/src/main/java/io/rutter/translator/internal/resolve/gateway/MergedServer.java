// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.translator.internal.origin.ConfigPart;

/**
 * One server of a Gateway as one proxy serves it.
 *
 * @param declared the server
 * @param port the port that the proxy listens on
 * @param routeName the route configuration that it uses, or empty where it has none
 * @param quic whether HTTP/3 is served beside it
 */
public record MergedServer(DeclaredServer declared, int port, String routeName, boolean quic) {
  /** The server, with canonical hosts. */
  public GatewayServer server() {
    return declared.server();
  }

  /** The Gateway as VirtualServices name it: {@code namespace/name}. */
  public String gatewayName() {
    return declared.gatewayName();
  }

  /** The Gateway. */
  public ConfigKey gatewayKey() {
    return declared.gatewayKey();
  }

  /** Position in the Gateway's servers. */
  public int index() {
    return declared.index();
  }

  /** The server as a part of its Gateway, or a field of it if that is not empty. */
  public ConfigPart part(String field) {
    return new ConfigPart(
        gatewayKey(), "spec.servers[" + index() + "]" + (field.isEmpty() ? "" : "." + field));
  }

  /** The port number as written in the Gateway. */
  public int declaredPort() {
    return declared.port();
  }

  /** The bind address of the server, or empty. */
  public String bind() {
    return declared.bind();
  }

  /** The protocol of its port. */
  public Protocol protocol() {
    return declared.protocol();
  }

  /** See {@link DeclaredServer#isPlainHttp()}. */
  public boolean isPlainHttp() {
    return declared.isPlainHttp();
  }

  /** See {@link DeclaredServer#isPlaintext()}. */
  public boolean isPlaintext() {
    return declared.isPlaintext();
  }

  /** See {@link DeclaredServer#isPassthrough()}. */
  public boolean isPassthrough() {
    return declared.isPassthrough();
  }

  /** See {@link DeclaredServer#isAutoPassthrough()}. */
  public boolean isAutoPassthrough() {
    return declared.isAutoPassthrough();
  }

  /** See {@link DeclaredServer#terminatesHttps()}. */
  public boolean terminatesHttps() {
    return declared.terminatesHttps();
  }

  /** See {@link DeclaredServer#serverNames()}. */
  public ImmutableList<String> serverNames() {
    return declared.serverNames();
  }
}
