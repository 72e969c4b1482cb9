// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.listener.chain.ChainMatch;
import io.rutter.translator.internal.listener.chain.ReservedPorts;
import io.rutter.translator.internal.naming.ListenerNames;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outbound listeners of a sidecar by name, and the rules for several services on one listener.
 * HTTP services share their routes. Of services that cannot be told apart, the oldest wins. HTTP is
 * told from TCP by protocol detection, except for server-first protocols (MongoDB, MySQL), which
 * cannot share a listener. Istio document: Protocol Selection, server first protocols.
 */
final class OutboundListenerSet {
  private final ProxyScope scope;
  private final ProblemSink problems;
  private final Map<String, OutboundListener> byName = new LinkedHashMap<>();

  OutboundListenerSet(ProxyScope scope, ProblemSink problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /** The listeners, ordered by their first service. */
  ImmutableList<OutboundListener> all() {
    return ImmutableList.copyOf(byName.values());
  }

  /** Rejects further services for the listeners that exist now. */
  void complete() {
    byName.values().forEach(OutboundListener::complete);
  }

  /** Adds a service. */
  void add(ListenedService target, List<VirtualService> virtualServices) {
    OutboundListener existing = byName.get(name(target));
    if (target.service().resolution() == ServiceResolution.ALIAS
        || (existing != null && existing.isComplete())) {
      return;
    }
    if (isTaken(target)) {
      reportTaken(target);
      return;
    }
    if (target.port().protocol() == Protocol.HTTP_PROXY) {
      replace(target, ImmutableList.of(http(target, ChainMatch.ALL)), Protocol.HTTP_PROXY);
      return;
    }
    switch (ProtocolFamily.of(target.port().protocol())) {
      case HTTP -> addHttp(target, existing);
      case TCP -> addTcp(target, virtualServices, existing);
      case DETECTED -> addDetected(target, virtualServices, existing);
      case OTHER -> {}
    }
  }

  private void addHttp(ListenedService target, @Nullable OutboundListener existing) {
    boolean shared = target.binding().main().equals(ProxyAddresses.wildcard(scope.family()));
    if (existing == null) {
      replace(
          target,
          ImmutableList.of(http(target, shared ? ChainMatch.PLAINTEXT_HTTP : ChainMatch.ALL)),
          // On a shared listener, the protocol has to be detected.
          shared ? Protocol.UNSUPPORTED : target.port().protocol());
    } else if (existing.protocol().isTcp()) {
      OutboundChain chain = http(target, shared ? ChainMatch.PLAINTEXT_HTTP : ChainMatch.ALL);
      if (merge(target, existing, ImmutableList.of(chain))) {
        existing.detectProtocol();
      }
    }
  }

  private void addTcp(
      ListenedService target,
      List<VirtualService> virtualServices,
      @Nullable OutboundListener existing) {
    ImmutableList<OutboundChain> chains = OutboundNonHttpChains.of(scope, target, virtualServices);
    if (existing == null) {
      replace(target, chains, target.port().protocol());
      return;
    }
    boolean mixed = existing.protocol().isHttp();
    if (merge(target, existing, chains) && mixed) {
      existing.detectProtocol();
    }
  }

  private void addDetected(
      ListenedService target,
      List<VirtualService> virtualServices,
      @Nullable OutboundListener existing) {
    ImmutableList<OutboundChain> bytes = OutboundNonHttpChains.of(scope, target, virtualServices);
    if (existing != null && existing.protocol().isUnsupported()) {
      merge(target, existing, bytes);
      return;
    }
    ImmutableList<OutboundChain> both =
        ImmutableList.<OutboundChain>builder()
            .addAll(bytes)
            .add(http(target, ChainMatch.PLAINTEXT_HTTP))
            .build();
    if (existing == null || existing.protocol().isHttp()) {
      replace(target, both, Protocol.UNSUPPORTED);
    } else if (merge(target, existing, both)) {
      existing.detectProtocol();
    }
  }

  private void replace(ListenedService target, List<OutboundChain> chains, Protocol protocol) {
    OutboundListener listener =
        new OutboundListener(target.binding(), target.port().number(), protocol);
    byName.put(name(target), listener);
    origin(target, listener);
    report(target, listener, listener.add(chains));
  }

  /** Adds chains unless the protocols conflict; returns whether they were added. */
  @CanIgnoreReturnValue
  private boolean merge(
      ListenedService target, OutboundListener existing, List<OutboundChain> chains) {
    Protocol incoming = target.port().protocol();
    if (incoming != existing.protocol()
        && (serverSpeaksFirst(incoming) || serverSpeaksFirst(existing.protocol()))) {
      report(target, existing);
      return false;
    }
    origin(target, existing);
    report(target, existing, existing.add(chains));
    return true;
  }

  /** Says that a listener is made from a service, if anybody asks. */
  private void origin(ListenedService target, OutboundListener listener) {
    if (scope.origins().areKept()) {
      listener.from(target.part(scope));
    }
  }

  private static boolean serverSpeaksFirst(Protocol protocol) {
    return protocol == Protocol.MONGO || protocol == Protocol.MYSQL;
  }

  private void report(
      ListenedService target,
      OutboundListener listener,
      List<OutboundListener.Conflict> conflicts) {
    for (OutboundListener.Conflict conflict : conflicts) {
      conflict
          .chain()
          .origin()
          // A rule that overlaps itself, because several services share the listener, loses
          // nothing.
          .filter(rule -> !conflict.other().origin().equals(conflict.chain().origin()))
          .ifPresentOrElse(
              rule ->
                  problems.report(OutboundRuleConflict.problem(scope, listener, rule, conflict)),
              () -> report(target, listener));
    }
  }

  private void report(ListenedService target, OutboundListener existing) {
    problems.report(
        Problem.warning(ProblemCode.CONFLICT)
            .object(ConfigKey.of(target.service().sourceKind(), target.service().metadata()))
            .message(
                "port "
                    + target.port().number()
                    + " of "
                    + target.service().hostname()
                    + ": "
                    + target.port().protocol().displayName()
                    + " (expected: connections that no older service takes on listener "
                    + existing.name()
                    + " of "
                    + scope.proxy().name()
                    + "."
                    + scope.proxy().namespace()
                    + ")")
            .build());
  }

  /** Whether the proxy itself listens there: Envoy rejects a second listener on an address. */
  private boolean isTaken(ListenedService target) {
    int port = target.port().number();
    boolean captures =
        ProxyMetadata.interceptionMode(scope.proxy()) != InterceptionMode.NONE
            && ReservedPorts.isVirtual(scope.settings(), port);
    return target.binding().main().equals(ProxyAddresses.wildcard(scope.family()))
        && (captures || ReservedPorts.isStatic(scope.proxy(), port));
  }

  private void reportTaken(ListenedService target) {
    problems.report(
        Problem.warning(ProblemCode.CONFLICT)
            .object(ConfigKey.of(target.service().sourceKind(), target.service().metadata()))
            .message(
                "port "
                    + target.port().number()
                    + " of "
                    + target.service().hostname()
                    + ", which has no address of its own (expected: a port on which "
                    + scope.proxy().name()
                    + "."
                    + scope.proxy().namespace()
                    + " does not itself listen)")
            .build());
  }

  private OutboundChain http(ListenedService target, ChainMatch match) {
    return OutboundHttpChain.of(scope, target, match);
  }

  private static String name(ListenedService target) {
    return ListenerNames.of(target.binding().main(), target.port().number());
  }
}
