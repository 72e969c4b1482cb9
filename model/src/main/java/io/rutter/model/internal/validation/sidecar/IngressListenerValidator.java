// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.sidecar;

import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.internal.validation.AddressRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.internal.validation.destinationrule.ConnectionPoolValidator;
import io.rutter.model.internal.validation.gateway.ServerTlsValidator;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.sidecar.IngressListener;
import java.util.regex.Pattern;

/** Checks an {@link IngressListener}. */
final class IngressListenerValidator {
  private static final Pattern LOCAL =
      Pattern.compile("(?:127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1\\]|\\[::\\]|):([0-9]{1,5})");

  private IngressListenerValidator() {}

  static void validate(IngressListener listener, Findings at) {
    PortRules.check(listener.port(), at.at("port"));
    listener
        .bind()
        .filter(bind -> !NameRules.isIp(bind))
        .ifPresent(
            bind -> at.at("bind").invalid("bind: \"" + bind + "\" (expected: an IP address)"));
    ValueRules.checkPort(listener.port().number().orElse(0), at.at("port").at("number"));
    listener.defaultEndpoint().ifPresent(e -> checkEndpoint(e, at.at("defaultEndpoint")));
    listener.tls().ifPresent(tls -> checkTls(listener, tls, at.at("tls")));
    listener.connectionPool().ifPresent(pool -> checkPool(listener, pool, at.at("connectionPool")));
  }

  private static void checkPool(IngressListener listener, ConnectionPool pool, Findings at) {
    ConnectionPoolValidator.validate(pool, at);
    Protocol protocol = listener.port().protocol().orElse(Protocol.UNSUPPORTED);
    if (pool.http().isPresent() && !protocol.isHttp()) {
      at.at("http")
          .warn(
              ProblemCode.NOT_TRANSLATED,
              "http has no effect on a port of protocol "
                  + protocol.displayName()
                  + " (expected: tcp only)");
    }
  }

  private static void checkEndpoint(String endpoint, Findings at) {
    if (AddressRules.isUnix(endpoint)) {
      AddressRules.checkUnix(endpoint, at);
      return;
    }
    var matcher = LOCAL.matcher(endpoint);
    if (!matcher.matches()) {
      at.invalid(
          "endpoint: \"" + endpoint + "\" (expected: 127.0.0.1:PORT, 0.0.0.0:PORT or a socket)");
    } else {
      ValueRules.checkPort(Integer.parseInt(matcher.group(1)), at);
    }
  }

  private static void checkTls(IngressListener listener, ServerTls tls, Findings at) {
    if (!tls.subjectAltNames().isEmpty()
        || tls.httpsRedirect()
        || tls.credentialName().isPresent()
        || !tls.credentialNames().isEmpty()
        || !tls.tlsCertificates().isEmpty()) {
      at.conflicting("names, redirects or credentials (expected: only files on a Sidecar)");
    }
    if (tls.mode() == TlsMode.ISTIO_MUTUAL || tls.mode() == TlsMode.AUTO_PASSTHROUGH) {
      at.at("mode").invalid("mode: " + tls.mode() + " (expected: SIMPLE or MUTUAL)");
    }
    Protocol protocol = listener.port().protocol().orElse(Protocol.UNSUPPORTED);
    if (!protocol.isTls()) {
      at.conflicting("tls with protocol " + protocol.displayName() + " (expected: HTTPS or TLS)");
    }
    ServerTlsValidator.validate(tls, at);
  }

  /** The name and protocol of a Sidecar's port. */
  static final class PortRules {
    private PortRules() {}

    static void check(io.rutter.model.sidecar.SidecarPort port, Findings at) {
      if (port.targetPort().isPresent()) {
        at.at("targetPort").invalid("targetPort (expected: none on a Sidecar)");
      }
      port.name()
          .filter(name -> !NameRules.isLabel(name))
          .ifPresent(
              name -> at.at("name").invalid("name: \"" + name + "\" (expected: a DNS label)"));
    }
  }
}
