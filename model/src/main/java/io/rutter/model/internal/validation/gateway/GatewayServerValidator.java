// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.gateway;

import io.rutter.model.Protocol;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.internal.validation.AddressRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.problem.ProblemCode;

/** Checks a {@link GatewayServer}. */
final class GatewayServerValidator {
  private GatewayServerValidator() {}

  static void validate(GatewayServer server, Findings at) {
    if (server.hosts().isEmpty()) {
      at.missing("no hosts (expected: at least one)");
    }
    for (int i = 0; i < server.hosts().size(); i++) {
      checkHost(server.hosts().get(i), at.at("hosts").at(i));
    }
    checkPort(server, at.at("port"));
    server.bind().ifPresent(bind -> checkBind(bind, at.at("bind")));
    server.tls().ifPresent(tls -> ServerTlsValidator.validate(tls, at.at("tls")));
    checkProtocol(server, at);
  }

  private static void checkHost(String entry, Findings at) {
    int slash = entry.indexOf('/');
    if (slash >= 0) {
      String namespace = entry.substring(0, slash);
      if (!namespace.equals("*") && !namespace.equals(".") && !NameRules.isLabel(namespace)) {
        at.invalid("namespace: \"" + namespace + "\" (expected: a name, \".\" or \"*\")");
      }
    }
    String host = entry.substring(slash + 1);
    if (!host.equals("*") && !host.contains(".")) {
      at.invalid("host: \"" + host + "\" (expected: * or a name with a dot)");
    } else if (NameRules.isPartialWildcard(host)) {
      at.invalid("host: \"" + host + "\" (expected: a wildcard for a whole label, *.example.com)");
    } else {
      NameRules.checkHost(host, at);
    }
  }

  private static void checkPort(GatewayServer server, Findings at) {
    GatewayPort port = server.port();
    if (port.protocol().isUnsupported()) {
      at.at("protocol").invalid("protocol: \"\" (expected: HTTP, HTTPS, GRPC, TLS, TCP, ...)");
    }
    boolean unix = server.bind().filter(AddressRules::isUnix).isPresent();
    int number = port.number().orElse(0);
    if (unix) {
      if (number != 0) {
        at.at("number").invalid("port: " + number + " (expected: 0 with a Unix socket)");
      }
    } else {
      ValueRules.checkPort(number, at.at("number"));
    }
    if (port.name().isEmpty()) {
      at.missing("no name (expected: a name of its own)");
    }
    if (port.targetPort().isPresent()) {
      at.at("targetPort").invalid("targetPort (expected: none, a Gateway has no targets)");
    }
  }

  private static void checkBind(String bind, Findings at) {
    if (AddressRules.isUnix(bind)) {
      AddressRules.checkUnix(bind, at);
    } else if (!NameRules.isIp(bind)) {
      at.invalid("bind: \"" + bind + "\" (expected: an IP address or a Unix socket)");
    }
  }

  private static void checkProtocol(GatewayServer server, Findings at) {
    Protocol protocol = server.port().protocol();
    if (protocol.isTls()) {
      if (server.tls().isEmpty()) {
        at.missing("no tls (expected: tls with protocol " + protocol.displayName() + ")");
      }
    } else if (server.tls().isPresent()) {
      ServerTls tls = server.tls().get();
      boolean terminates =
          tls.mode() != TlsMode.PASSTHROUGH && tls.mode() != TlsMode.AUTO_PASSTHROUGH;
      if (!protocol.isHttp()) {
        at.at("tls")
            .conflicting("tls with protocol " + protocol.displayName() + " (expected: none)");
      } else if (terminates || ServerTlsValidator.hasCertificates(tls)) {
        at.at("tls").conflicting("tls with plain HTTP (expected: only httpsRedirect)");
      }
    }
    if (!protocol.isHttp() && server.tls().filter(ServerTls::httpsRedirect).isPresent()) {
      at.at("tls")
          .at("httpsRedirect")
          .warn(ProblemCode.NOT_TRANSLATED, "httpsRedirect (expected: only with plain HTTP)");
    }
  }
}
