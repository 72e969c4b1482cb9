// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.inspect.Call;
import io.rutter.inspect.internal.diff.condition.AccessStages;
import io.rutter.inspect.internal.diff.condition.CallFacts;
import io.rutter.inspect.internal.diff.condition.RouteConditions;
import io.rutter.inspect.internal.diff.condition.TokenFacts;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.Program;
import io.rutter.inspect.internal.diff.division.Program.Rule;
import io.rutter.inspect.internal.diff.division.TextTest;
import io.rutter.inspect.internal.diff.outcome.CallEnd;
import io.rutter.inspect.internal.diff.outcome.RouteSettings;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import io.rutter.inspect.internal.simulator.connection.TlsHandshake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What decides about the requests of a connection on one side.
 *
 * @param routes the route configuration; absent: there is none
 * @param access who may call
 * @param surroundings a number for what holds for all requests
 */
record HttpPrograms(
    Optional<RouteConfiguration> routes,
    ImmutableList<ImmutableList<Rule>> access,
    int surroundings,
    CallFacts facts,
    boolean opaque,
    ChangedClusters changed,
    String name,
    RouteReferences references,
    Numbers numbers) {

  private record Surroundings(
      Optional<Message> settings, Message socket, Optional<RouteConfiguration> routes) {}

  private record Effect(
      Route route, Optional<VirtualHost> host, int surroundings, String clusters) {}

  static HttpPrograms of(
      CallEnd end, Call call, ChangedClusters changed, String name, Numbers numbers) {
    boolean opaque = end.manager().isEmpty();
    CallFacts facts = facts(end, call);
    Optional<RouteConfiguration> routes =
        end.manager()
            .flatMap(
                manager ->
                    manager.hasRouteConfig()
                        ? Optional.of(manager.getRouteConfig())
                        : end.side().index().routes(manager.getRds().getRouteConfigName()));
    AccessStages stages =
        AccessStages.of(
            Stream.concat(
                    end.chain().stream()
                        .flatMap(chain -> chain.getFiltersList().stream())
                        .map(Filter::getTypedConfig),
                    end.manager().stream()
                        .flatMap(manager -> manager.getHttpFiltersList().stream())
                        .filter(filter -> !filter.getDisabled())
                        .map(HttpFilter::getTypedConfig))
                .toList(),
            facts,
            end.side().index(),
            numbers);
    Surroundings around =
        new Surroundings(
            end.settings(),
            end.chain()
                .map(chain -> (Message) chain.getTransportSocket())
                .orElse(Route.getDefaultInstance()),
            routes.map(
                found ->
                    found.toBuilder().clearVirtualHosts().clearName().clearMetadata().build()));
    return new HttpPrograms(
        routes,
        stages.stages(),
        numbers.applyAsInt(opaque ? "opaque " + name : around),
        stages.facts(),
        opaque,
        changed,
        name,
        new RouteReferences(),
        numbers);
  }

  private static CallFacts facts(CallEnd end, Call call) {
    ClientIdentity client =
        end.chain().map(chain -> ClientIdentity.of(chain, call)).orElse(ClientIdentity.UNKNOWN);
    return new CallFacts(
        call,
        client,
        end.chain().flatMap(TlsHandshake::clients),
        end.serverName(),
        end.manager().isPresent(),
        end.manager().map(HttpPrograms::hops).orElse(OptionalInt.empty()),
        TokenFacts.NONE);
  }

  /** Which address of the header is the client's, if one of them is. */
  private static OptionalInt hops(HttpConnectionManager manager) {
    int trusted = manager.getXffNumTrustedHops();
    if (manager.getUseRemoteAddress().getValue()) {
      return trusted > 0 ? OptionalInt.of(trusted - 1) : OptionalInt.empty();
    }
    return OptionalInt.of(trusted);
  }

  /** The program for requests that meet this virtual host. */
  Program program(Optional<VirtualHost> host) {
    if (opaque) {
      return Program.of(access, ImmutableList.of(new Rule(Condition.always(), surroundings, true)));
    }
    ImmutableList.Builder<Rule> rules = ImmutableList.builder();
    Optional<VirtualHost> effect = host.map(RouteSettings::effect);
    host.ifPresent(of -> of.getRoutesList().forEach(route -> rules.addAll(rules(route, effect))));
    return Program.of(access, rules.build());
  }

  /** A rewrite by an expression is a condition too: on whether there is something to rewrite. */
  private List<Rule> rules(Route route, Optional<VirtualHost> host) {
    Condition condition = RouteConditions.of(route.getMatch(), facts);
    int effect =
        numbers.applyAsInt(
            new Effect(
                RouteSettings.effect(route),
                host,
                surroundings,
                changed.anyOf(RouteReferences.of(route)) ? name : ""));
    List<Rule> rules = new ArrayList<>();
    if (route.getRoute().hasRegexRewrite()) {
      rules.add(
          new Rule(
              Condition.all(
                  ImmutableList.of(
                      condition,
                      Condition.of(
                          Dimension.PATH,
                          TextTest.of(
                              TextTest.Kind.REGEX_PART,
                              route.getRoute().getRegexRewrite().getPattern().getRegex())))),
              effect,
              true));
    }
    rules.add(new Rule(condition, effect, true));
    return rules;
  }

  /** Whether two virtual hosts treat all requests alike. */
  boolean isSame(Optional<VirtualHost> one, Optional<VirtualHost> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isEmpty();
    }
    if (changed.anyOf(references.of(one.get())) || changed.anyOf(references.of(other.get()))) {
      return false;
    }
    return one.get().equals(other.get())
        || (RouteSettings.effect(one.get()).equals(RouteSettings.effect(other.get()))
            && effects(one.get()).equals(effects(other.get())));
  }

  private static ImmutableList<Route> effects(VirtualHost host) {
    return host.getRoutesList().stream()
        .map(route -> RouteSettings.effect(route).toBuilder().setMatch(route.getMatch()).build())
        .collect(toImmutableList());
  }
}
