// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableSet;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.rutter.javacontrolplane.XdsClient;
import java.net.SocketAddress;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Who is at the other end of a connection.
 *
 * @param address for example {@code /127.0.0.1:40000}
 * @param dnsNames the DNS names of its certificate; none where it showed none
 * @param uris the URIs of its certificate
 */
record Peer(String address, ImmutableSet<String> dnsNames, ImmutableSet<String> uris) {
  private static final Context.Key<Peer> CURRENT = Context.key("rutter-peer");
  private static final int DNS_NAME = 2;
  private static final int URI = 6;

  /** Makes {@link #current} know the peer of each call. */
  static final ServerInterceptor INTERCEPTOR =
      new ServerInterceptor() {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
          return Contexts.interceptCall(
              Context.current().withValue(CURRENT, of(call)), call, headers, next);
        }
      };

  /** The peer of the call that this thread serves. */
  static Peer current() {
    Peer known = CURRENT.get();
    return known == null ? new Peer("unknown", ImmutableSet.of(), ImmutableSet.of()) : known;
  }

  /** The client there, with the id of its node. */
  XdsClient client(String nodeId) {
    return new XdsClient(
        nodeId, address, ImmutableSet.<String>builder().addAll(dnsNames).addAll(uris).build());
  }

  private static Peer of(ServerCall<?, ?> call) {
    SocketAddress address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    return new Peer(
        address == null ? "unknown" : address.toString(),
        session == null ? ImmutableSet.of() : names(session, DNS_NAME),
        session == null ? ImmutableSet.of() : names(session, URI));
  }

  private static ImmutableSet<String> names(SSLSession session, int wanted) {
    ImmutableSet.Builder<String> result = ImmutableSet.builder();
    try {
      Certificate[] chain = session.getPeerCertificates();
      Collection<List<?>> names =
          chain.length > 0 && chain[0] instanceof X509Certificate own
              ? own.getSubjectAlternativeNames()
              : null;
      if (names != null) {
        for (List<?> name : names) {
          if (name.get(0) instanceof Integer kind && kind == wanted) {
            result.add(String.valueOf(name.get(1)));
          }
        }
      }
    } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
      return ImmutableSet.of(); // It has shown no certificate, or one with names that are none.
    }
    return result.build();
  }
}
