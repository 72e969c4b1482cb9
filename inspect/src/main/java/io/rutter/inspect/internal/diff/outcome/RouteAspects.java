// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.InjectedFault;
import io.rutter.inspect.MirrorShare;
import io.rutter.inspect.UpstreamRequest;
import io.rutter.inspect.diff.Aspect;
import io.rutter.inspect.internal.diff.resource.MessageText;
import io.rutter.inspect.internal.simulator.config.Percentages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a route does to a request. */
final class RouteAspects {
  private static final String NONE = "none";
  private static final String UNCHANGED = "unchanged";

  private RouteAspects() {}

  static void add(
      CallResult result,
      Route route,
      Optional<VirtualHost> host,
      Call call,
      Map<Aspect, AspectValue> aspects) {
    aspects.put(Aspect.RESPONSE_HEADERS, headers(result, false));
    aspects.put(
        Aspect.CORS,
        RouteSettings.cors(route, host).map(RouteAspects::any).orElse(new AspectValue(NONE, NONE)));
    aspects.put(Aspect.FAULT, fault(result.fault(), RouteSettings.fault(route, host)));
    aspects.put(Aspect.ROUTE, AspectValue.of(RouteSettings.rest(route)));
    host.ifPresent(of -> aspects.put(Aspect.VIRTUAL_HOST, AspectValue.of(RouteSettings.rest(of))));
    if (!route.hasRoute()) {
      return;
    }
    RouteAction action = route.getRoute();
    aspects.put(Aspect.REQUEST_HEADERS, headers(result, true));
    result.request().ifPresent(request -> request(request, action, call, aspects));
    String timeout = timeout(action);
    aspects.put(Aspect.TIMEOUT, new AspectValue(timeout, timeout));
    aspects.put(Aspect.RETRIES, retries(action, host));
    aspects.put(Aspect.MIRROR, mirrors(result.mirrors()));
    aspects.put(Aspect.HASHING, list(ImmutableList.copyOf(action.getHashPolicyList())));
  }

  private static AspectValue any(Any any) {
    return AspectValue.of(any);
  }

  private static AspectValue list(ImmutableList<? extends Message> messages) {
    String told = messages.stream().map(MessageText::of).collect(joining(", "));
    return new AspectValue(messages, told.isEmpty() ? NONE : told);
  }

  /** The timeout, and what bounds that of gRPC if it is something else. */
  @SuppressWarnings("deprecation") // istiod still writes max_grpc_timeout
  private static String timeout(RouteAction action) {
    String timeout = action.hasTimeout() ? time(action.getTimeout()) : "15s";
    RouteAction.MaxStreamDuration stream = action.getMaxStreamDuration();
    String grpc =
        stream.hasGrpcTimeoutHeaderMax()
            ? time(stream.getGrpcTimeoutHeaderMax())
            : action.hasMaxGrpcTimeout() ? time(action.getMaxGrpcTimeout()) : timeout;
    String longest =
        stream.hasMaxStreamDuration() ? ", streams " + time(stream.getMaxStreamDuration()) : "";
    return timeout + (grpc.equals(timeout) ? "" : ", gRPC " + grpc) + longest;
  }

  private static String time(Message duration) {
    String text = MessageText.of(duration);
    return text.equals("0s") ? NONE : text;
  }

  private static void request(
      UpstreamRequest request, RouteAction action, Call call, Map<Aspect, AspectValue> aspects) {
    boolean sameHost = call.host().equals(Optional.of(request.host()));
    aspects.put(
        Aspect.HOST, new AspectValue(request.host(), sameHost ? UNCHANGED : request.host()));
    aspects.put(
        Aspect.PATH,
        new AspectValue(
            request.path(),
            request.path().equals(call.path()) ? UNCHANGED : rewrite(action, request.path())));
  }

  private static String rewrite(RouteAction action, String path) {
    if (!action.getPrefixRewrite().isEmpty()) {
      return "its prefix becomes " + action.getPrefixRewrite();
    }
    if (action.hasRegexRewrite()) {
      return action.getRegexRewrite().getPattern().getRegex()
          + " in it becomes "
          + action.getRegexRewrite().getSubstitution();
    }
    return path;
  }

  private static AspectValue headers(CallResult result, boolean requests) {
    ImmutableList.Builder<String> told = ImmutableList.builder();
    (requests ? result.requestHeaders() : result.responseHeaders())
        .forEach(change -> told.add(print(change)));
    result
        .clusters()
        .forEach(
            cluster ->
                (requests ? cluster.requestHeaders() : cluster.responseHeaders())
                    .forEach(
                        change ->
                            told.add(
                                print(change) + " for " + ClusterWords.of(cluster.cluster()))));
    ImmutableList<String> all = told.build();
    return new AspectValue(all, all.isEmpty() ? UNCHANGED : String.join(", ", all));
  }

  private static String print(HeaderChange change) {
    return switch (change.action()) {
      case REMOVE -> "without " + change.name();
      case APPEND -> change.name() + ": " + change.value() + " is added";
      case ADD_IF_ABSENT -> change.name() + ": " + change.value() + " is added if there is none";
      case OVERWRITE -> change.name() + ": " + change.value();
      case OVERWRITE_IF_EXISTS -> change.name() + ": " + change.value() + " if there is one";
    };
  }

  private static AspectValue retries(RouteAction action, Optional<VirtualHost> host) {
    RetryPolicy policy =
        action.hasRetryPolicy()
            ? action.getRetryPolicy()
            : host.map(VirtualHost::getRetryPolicy).orElse(RetryPolicy.getDefaultInstance());
    return AspectValue.of(policy);
  }

  private static AspectValue mirrors(List<MirrorShare> mirrors) {
    String told =
        mirrors.stream()
            .map(
                mirror ->
                    Percentages.print(mirror.share()) + " " + ClusterWords.of(mirror.cluster()))
            .collect(joining(" and "));
    return new AspectValue(mirrors, told.isEmpty() ? NONE : told);
  }

  private static AspectValue fault(Optional<InjectedFault> fault, Optional<Any> settings) {
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    fault.ifPresent(
        injected -> {
          String delayed = Percentages.print(injected.delayShare());
          injected
              .delay()
              .ifPresent(delay -> parts.add("delay " + seconds(delay) + " for " + delayed));
          String aborted = Percentages.print(injected.abortShare());
          injected
              .abortStatus()
              .ifPresent(status -> parts.add("abort " + status + " for " + aborted));
          injected
              .abortGrpcStatus()
              .ifPresent(status -> parts.add("abort gRPC " + status + " for " + aborted));
        });
    String told = String.join(", ", parts.build());
    return new AspectValue(ImmutableList.of(fault, settings), told.isEmpty() ? NONE : told);
  }

  private static String seconds(java.time.Duration delay) {
    return delay.toMillis() % 1000 == 0 ? delay.toSeconds() + "s" : delay.toMillis() + "ms";
  }
}
