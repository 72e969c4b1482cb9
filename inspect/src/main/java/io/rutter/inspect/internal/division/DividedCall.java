// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.division;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallResolver;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.internal.diff.behaviour.Representative;
import io.rutter.inspect.internal.diff.condition.CallFacts;
import io.rutter.inspect.internal.diff.condition.RouteConditions;
import io.rutter.inspect.internal.diff.condition.TokenFacts;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.outcome.CallEnd;
import io.rutter.inspect.internal.diff.outcome.ProxySide;
import io.rutter.inspect.internal.simulator.Simulation;
import io.rutter.inspect.internal.simulator.call.Hosts;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.XdsResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Divides the calls to one place by the rules of its virtual host. */
final class DividedCall {
  private static final Dimension SCHEME = new Dimension(Dimension.Kind.HEADER, ":scheme");

  /** Filters that decide who may call. */
  private static final ImmutableSet<String> DECIDING =
      ImmutableSet.of(
          "envoy.extensions.filters.http.rbac.v3.RBAC",
          "envoy.extensions.filters.network.rbac.v3.RBAC",
          "envoy.extensions.filters.http.ext_authz.v3.ExtAuthz",
          "envoy.extensions.filters.network.ext_authz.v3.ExtAuthz",
          "envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication");

  /** What decides about requests: clients for which it is the same have the same division. */
  record Key(
      String host,
      int port,
      String scheme,
      boolean policies,
      ImmutableList<Route> routes,
      ImmutableList<String> missing,
      VirtualHost settings) {}

  private final ProxySide side;
  private final ResourceIndex index;
  private final CallResolver resolver;
  private final SourceMap sources;
  private final AnswerList answers;
  private final Map<Key, JsonObject> divided;

  DividedCall(
      XdsResources resources,
      CallResolver resolver,
      SourceMap sources,
      AnswerList answers,
      Map<Key, JsonObject> divided) {
    this.side = new ProxySide(resources, sources);
    this.index = ResourceIndex.of(resources);
    this.resolver = resolver;
    this.sources = sources;
    this.answers = answers;
    this.divided = divided;
  }

  ResourceIndex index() {
    return index;
  }

  /**
   * The calls to one place.
   *
   * @param scheme how it is called: what takes no HTTP is called without
   */
  record Division(String scheme, JsonObject json) {}

  Division of(KnownCall known) {
    if (known.call().protocol().isHttp()) {
      CallEnd end = CallEnd.of(side, known.call());
      Optional<RouteConfiguration> routes =
          end.chain()
              .flatMap(chain -> KnownCall.manager(chain, index))
              .flatMap(manager -> KnownCall.routes(manager, index));
      if (routes.isPresent()) {
        return new Division(known.scheme(), requests(known, end, routes.get()));
      }
    }
    KnownCall connection = known.call().protocol().isHttp() ? known.asConnection(resolver) : known;
    CallResult end = Simulation.of(index, sources, connection.call()).run();
    JsonArray rules = new JsonArray();
    rules.add(rule(Condition.always(), Optional.of(answers.add(connection.call(), end))));
    JsonObject json = new JsonObject();
    json.add("rules", rules);
    json.addProperty("policies", hasPolicies(CallEnd.of(side, connection.call())));
    return new Division(connection.scheme(), json);
  }

  private static boolean hasPolicies(CallEnd end) {
    return Stream.concat(
            end.chain().stream()
                .flatMap(chain -> chain.getFiltersList().stream())
                .map(filter -> filter.getTypedConfig().getTypeUrl()),
            end.manager().stream()
                .flatMap(manager -> manager.getHttpFiltersList().stream())
                .filter(filter -> !filter.getDisabled())
                .map(filter -> filter.getTypedConfig().getTypeUrl()))
        .anyMatch(type -> DECIDING.contains(type.substring(type.lastIndexOf('/') + 1)));
  }

  private JsonObject requests(KnownCall known, CallEnd end, RouteConfiguration routes) {
    Call call = known.call();
    String host = call.host().orElse("");
    String asked = routes.getIgnorePortInHostMatching() ? Hosts.withoutPort(host) : host;
    Optional<VirtualHost> found =
        index.domains(routes).matches(asked).stream()
            .findFirst()
            .map(match -> index.domains(routes).hosts().get(match.host()));
    boolean policies = hasPolicies(end);
    ImmutableList<Route> all =
        found.map(one -> ImmutableList.copyOf(one.getRoutesList())).orElse(ImmutableList.of());
    Key key =
        new Key(
            known.host(),
            known.port(),
            known.scheme(),
            policies,
            all,
            missing(all),
            settings(found));
    return divided.computeIfAbsent(key, absent -> requests(call, host, all, routes, policies));
  }

  private static VirtualHost settings(Optional<VirtualHost> host) {
    return host.map(one -> one.toBuilder().clearRoutes().clearDomains().clearName().build())
        .orElse(VirtualHost.getDefaultInstance());
  }

  /** The clusters of routes that this client does not have. */
  private ImmutableList<String> missing(List<Route> routes) {
    return routes.stream()
        .flatMap(
            route ->
                Stream.concat(
                    Stream.of(route.getRoute().getCluster()),
                    route.getRoute().getWeightedClusters().getClustersList().stream()
                        .map(cluster -> cluster.getName())))
        .filter(name -> !name.isEmpty() && index.cluster(name).isEmpty())
        .collect(toImmutableList());
  }

  private JsonObject requests(
      Call call, String host, List<Route> all, RouteConfiguration routes, boolean policies) {
    CallFacts facts =
        new CallFacts(
            call,
            ClientIdentity.UNKNOWN,
            Optional.empty(),
            call.sni().orElse(""),
            true,
            OptionalInt.empty(),
            TokenFacts.NONE);
    String scheme = call.tls() == CallTls.PLAINTEXT ? "http" : "https";
    JsonArray rules = new JsonArray();
    List<Condition> before = new ArrayList<>();
    for (Route route : all) {
      Condition condition =
          RouteConditions.of(route.getMatch(), facts)
              .given(SCHEME, Optional.of(scheme))
              .given(Dimension.AUTHORITY, Optional.of(host));
      rules.add(rule(condition, answer(before, condition, call, routes)));
      before.add(condition.settled());
    }
    JsonObject json = new JsonObject();
    json.add("rules", rules);
    answer(before, Condition.always(), call, routes)
        .ifPresent(answer -> json.addProperty("otherwise", answer));
    json.addProperty("policies", policies);
    return json;
  }

  private static JsonObject rule(Condition condition, Optional<Integer> answer) {
    JsonObject rule = new JsonObject();
    rule.add("if", ConditionForms.json(condition));
    rule.add("words", new JsonPrimitive(ConditionForms.words(condition)));
    answer.ifPresent(at -> rule.addProperty("answer", at));
    return rule;
  }

  /** What happens to a call that meets the condition and none of those before. */
  private Optional<Integer> answer(
      List<Condition> before, Condition condition, Call call, RouteConfiguration routes) {
    Optional<ImmutableMap<Dimension, Optional<String>>> values =
        RuleExample.of(before, condition.settled());
    return values.map(
        found -> {
          Call example = Representative.of(call, found);
          return answers.add(example, Simulation.of(index, sources, example).route(routes));
        });
  }
}
