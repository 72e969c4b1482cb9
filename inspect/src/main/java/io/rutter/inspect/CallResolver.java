// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import io.rutter.inspect.internal.calltest.CallUrl;
import io.rutter.inspect.internal.calltest.ClientLookup;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.SpiffeNames;
import java.util.Optional;

/**
 * Completes calls as people describe them: absent fields follow from the URL, from the type of the
 * proxy and from the services of the mesh, as documented in {@link CallDescription}. A {@link
 * Simulator} has one, and completes what it is given.
 */
public final class CallResolver {
  private final CallMode defaultMode;
  private final Optional<String> ownAddress;
  private final Optional<ClientLookup> services;

  private CallResolver(
      CallMode defaultMode, Optional<String> ownAddress, Optional<ClientLookup> services) {
    this.defaultMode = defaultMode;
    this.ownAddress = ownAddress;
    this.services = services;
  }

  /** A resolver for calls to this proxy of the mesh. */
  public static CallResolver of(MeshSnapshot mesh, Proxy proxy) {
    return new CallResolver(
        proxy.type() == ProxyType.SIDECAR ? CallMode.OUTBOUND : CallMode.GATEWAY,
        proxy.ipAddresses().stream().findFirst(),
        Optional.of(ClientLookup.of(mesh, proxy)));
  }

  /** A resolver for calls to an Envoy of which only the resources are known. */
  public static CallResolver of(EnvoyResources resources) {
    boolean sidecar =
        resources.listeners().stream()
            .anyMatch(listener -> listener.getName().equals("virtualOutbound"));
    return new CallResolver(
        sidecar ? CallMode.OUTBOUND : CallMode.GATEWAY, Optional.empty(), Optional.empty());
  }

  /** How connections usually reach the proxy. */
  CallMode defaultMode() {
    return defaultMode;
  }

  /** Completes a call. */
  public Call resolve(CallDescription in) {
    Optional<CallUrl> url = in.url().flatMap(CallUrl::parse);
    CallMode mode = in.mode().orElseGet(() -> usualMode(in));
    Call.Builder call =
        Call.builder()
            .mode(mode)
            .port(port(in, url, mode))
            .protocol(protocol(in, url))
            .tls(tls(in, url, mode))
            .clientCertificate(in.clientCertificate().orElse(in.peer().isPresent()))
            .peer(in.peer().map(CallResolver::spiffe))
            .claims(in.claims())
            .time(in.time())
            .extAuthz(in.extAuthz())
            .runtime(in.runtime());
    address(in, url, mode).ifPresent(call::address);
    in.sourceAddress().ifPresent(call::sourceAddress);
    in.alpn().ifPresent(call::alpn);
    in.method().ifPresent(call::method);
    in.host()
        .or(() -> url.map(CallUrl::hostHeader).filter(host -> !host.isEmpty()))
        .ifPresent(call::host);
    in.path()
        .or(() -> url.map(CallUrl::path).filter(path -> !path.isEmpty()))
        .ifPresent(call::path);
    in.headers().entries().forEach(header -> call.header(header.getKey(), header.getValue()));
    in.randomValue().ifPresent(call::randomValue);
    in.sni().ifPresent(call::sni);
    return call.build();
  }

  /** Nobody asks who calls where a call leaves its pod: one that says so comes to the pod. */
  private CallMode usualMode(CallDescription in) {
    return defaultMode == CallMode.OUTBOUND && in.peer().isPresent()
        ? CallMode.INBOUND
        : defaultMode;
  }

  private Optional<String> address(CallDescription in, Optional<CallUrl> url, CallMode mode) {
    if (in.address().isPresent()) {
      return in.address();
    }
    if (mode == CallMode.INBOUND) {
      return ownAddress;
    }
    Optional<String> host = url.map(CallUrl::host).or(in::host);
    return mode == CallMode.GATEWAY
        ? Optional.empty()
        : services.flatMap(known -> host.flatMap(known::find));
  }

  private int port(CallDescription in, Optional<CallUrl> url, CallMode mode) {
    if (in.port().isPresent()) {
      return in.port().getAsInt();
    }
    int port =
        url.map(CallUrl::portOrDefault).orElse(tls(in, url, mode) == CallTls.PLAINTEXT ? 80 : 443);
    return mode == CallMode.OUTBOUND || services.isEmpty()
        ? port
        : services.get().targetPort(port).orElse(port);
  }

  private static CallProtocol protocol(CallDescription in, Optional<CallUrl> url) {
    CallProtocol ofUrl =
        url.isPresent() && !url.get().http() ? CallProtocol.TCP : CallProtocol.HTTP;
    return in.protocol().orElse(ofUrl);
  }

  /** A client with an identity of the mesh enters a pod by the mesh's own TLS. */
  private static CallTls tls(CallDescription in, Optional<CallUrl> url, CallMode mode) {
    if (mode == CallMode.INBOUND && in.peer().isPresent()) {
      return in.tls().orElse(CallTls.MTLS);
    }
    CallTls ofUrl = url.isPresent() && url.get().encrypted() ? CallTls.TLS : CallTls.PLAINTEXT;
    return in.tls().orElse(ofUrl);
  }

  private static String spiffe(String peer) {
    return peer.contains("://") ? peer : SpiffeNames.SCHEME + peer;
  }
}
