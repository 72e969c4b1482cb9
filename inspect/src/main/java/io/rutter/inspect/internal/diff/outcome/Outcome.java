// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.diff.Aspect;
import io.rutter.inspect.diff.AspectDifference;
import io.rutter.inspect.diff.FieldDifference;
import io.rutter.inspect.internal.diff.resource.MessageDifference;
import io.rutter.inspect.internal.diff.resource.MessageText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a call ends, by aspects.
 *
 * @param result the end
 * @param aspects what there is to say
 * @param clusters the settings of the clusters that may take it, by name
 */
public record Outcome(
    CallResult result,
    ImmutableMap<Aspect, AspectValue> aspects,
    ImmutableMap<String, ImmutableMap<Aspect, Cluster>> clusters) {

  /** The end of this call; {@code host} is the virtual host that it meets. */
  public static Outcome of(CallEnd end, Optional<VirtualHost> host, Call call) {
    CallResult result = end.side().call(call);
    Map<Aspect, AspectValue> aspects = new LinkedHashMap<>();
    if (end.error().isEmpty()) {
      aspects.put(Aspect.ACCESS, Endings.access(result));
    }
    aspects.put(
        Aspect.DESTINATION,
        result.denial().isPresent()
            ? Endings.access(result)
            : Endings.destination(result, end.side()));
    if (end.error().isEmpty()) {
      end.manager()
          .flatMap(TokenPlaces::of)
          .ifPresent(places -> aspects.put(Aspect.TOKENS, places));
    }
    if (end.error().isEmpty() && result.denial().isEmpty()) {
      end.settings()
          .ifPresent(settings -> aspects.put(Aspect.CONNECTION, connection(settings, end)));
      end.chain()
          .filter(chain -> chain.hasTransportSocket())
          .ifPresent(
              chain -> aspects.put(Aspect.SERVER_TLS, AspectValue.of(chain.getTransportSocket())));
    }
    result
        .routeMessage()
        .filter(route -> result.denial().isEmpty())
        .ifPresent(route -> RouteAspects.add(result, route, host, call, aspects));
    Map<String, ImmutableMap<Aspect, Cluster>> clusters = new LinkedHashMap<>();
    for (ClusterShare share : result.clusters()) {
      end.side()
          .index()
          .cluster(share.cluster())
          .ifPresent(cluster -> clusters.put(share.cluster(), ClusterSettings.of(cluster)));
    }
    return new Outcome(result, ImmutableMap.copyOf(aspects), ImmutableMap.copyOf(clusters));
  }

  private static AspectValue connection(Message settings, CallEnd end) {
    return new AspectValue(
        settings, end.manager().isPresent() ? "read as HTTP" : "passed on unread, as TCP");
  }

  /** In what the ends differ, in the order of aspects. */
  public static ImmutableList<AspectDifference> compare(Outcome before, Outcome after) {
    List<AspectDifference> found = new ArrayList<>();
    boolean alike = before.isForwarded() == after.isForwarded();
    boolean lost = before.isLost() && after.isLost();
    for (Aspect aspect : Aspect.values()) {
      if ((!alike || lost) && aspect.compareTo(Aspect.TOKENS) > 0) {
        break; // Only one side forwards the call, or none: nothing else of it can be compared.
      }
      if (aspect == Aspect.DESTINATION && !found.isEmpty() && isDenied(before, after)) {
        break; // Where a call would go that is denied makes no difference.
      }
      AspectValue one = before.aspects().get(aspect);
      AspectValue other = after.aspects().get(aspect);
      if (one != null && other != null && !one.actual().equals(other.actual())) {
        difference(aspect, one, other).ifPresent(found::add);
      }
    }
    for (Map.Entry<String, ImmutableMap<Aspect, Cluster>> cluster : before.clusters().entrySet()) {
      ImmutableMap<Aspect, Cluster> current = after.clusters().get(cluster.getKey());
      if (current != null) {
        boolean several = before.clusters().size() > 1 || after.clusters().size() > 1;
        String name = several ? ClusterWords.of(cluster.getKey()) + ": " : "";
        clusters(name, cluster.getValue(), current, found);
      }
    }
    return ImmutableList.copyOf(found);
  }

  private boolean isForwarded() {
    return !result.clusters().isEmpty() && !isLost();
  }

  /** Whether it goes to clusters that the proxy does not know: 503. */
  private boolean isLost() {
    return !result.clusters().isEmpty() && clusters.isEmpty();
  }

  private static boolean isDenied(Outcome before, Outcome after) {
    return before.result().denial().isPresent() || after.result().denial().isPresent();
  }

  private static void clusters(
      String name,
      ImmutableMap<Aspect, Cluster> before,
      ImmutableMap<Aspect, Cluster> after,
      List<AspectDifference> found) {
    for (Aspect aspect : Aspect.values()) {
      Cluster one = before.getOrDefault(aspect, Cluster.getDefaultInstance());
      Cluster other = after.getOrDefault(aspect, Cluster.getDefaultInstance());
      if (!one.equals(other)) {
        settings(aspect, one, other)
            .map(d -> new AspectDifference(aspect, name + d.before(), name + d.after()))
            .ifPresent(found::add);
      }
    }
  }

  private static Optional<AspectDifference> settings(Aspect aspect, Cluster one, Cluster other) {
    String before = TlsWords.of(one);
    String after = TlsWords.of(other);
    return aspect == Aspect.TLS && !before.equals(after)
        ? Optional.of(new AspectDifference(aspect, before, after))
        : messages(aspect, one, other);
  }

  private static Optional<AspectDifference> difference(
      Aspect aspect, AspectValue one, AspectValue other) {
    boolean messages =
        one.actual() instanceof Message a
            && other.actual() instanceof Message b
            && a.getDescriptorForType().equals(b.getDescriptorForType());
    if (messages) {
      return messages(aspect, (Message) one.actual(), (Message) other.actual());
    }
    return Optional.of(new AspectDifference(aspect, told(one), told(other)));
  }

  private static String told(AspectValue value) {
    return value.told().isEmpty() ? MessageText.of(value.actual()) : value.told();
  }

  private static Optional<AspectDifference> messages(Aspect aspect, Message one, Message other) {
    ImmutableList<FieldDifference> fields = MessageDifference.of(one, other);
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AspectDifference(
                aspect,
                print(fields, FieldDifference::before),
                print(fields, FieldDifference::after)));
  }

  private static String print(
      List<FieldDifference> fields, Function<FieldDifference, Optional<String>> side) {
    return String.join(
        ", ",
        fields.stream()
            .map(field -> field.path() + " " + side.apply(field).orElse("none"))
            .toList());
  }
}
