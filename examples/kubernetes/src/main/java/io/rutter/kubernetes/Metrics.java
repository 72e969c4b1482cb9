// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What is measured, in the format of Prometheus. */
final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge objects =
      MultiGauge.builder("rutter.objects")
          .description("Objects that the API servers have")
          .register(registry);
  private final MultiGauge problems =
      MultiGauge.builder("rutter.problems")
          .description("Problems of the mesh that was made last")
          .register(registry);
  private final MultiGauge servers =
      MultiGauge.builder("rutter.api.server.up")
          .description("Whether the API server of a cluster answers")
          .register(registry);
  private final AtomicInteger proxies = new AtomicInteger();
  private final AtomicInteger leading = new AtomicInteger();
  private final Counter changes = counter("rutter.changes", "Changes that were told of");
  private final Counter refusals = counter("rutter.nacks", "Responses that Envoys refused");
  private final Counter writes = counter("rutter.status.writes", "Statuses that were written");

  Metrics() {
    gauge("rutter.proxies", "Streams of connected Envoys", proxies);
    gauge("rutter.leader", "1 for the instance that writes", leading);
  }

  private void gauge(String name, String description, AtomicInteger value) {
    Gauge unused = Gauge.builder(name, value::get).description(description).register(registry);
  }

  /** A step of bringing a change to the proxies. */
  enum Step {
    /** The objects of the clusters to a snapshot. */
    SNAPSHOT,
    /** The snapshot to a compiled mesh. */
    COMPILE,
    /** Translation for all proxies, and sending what can be sent at once. */
    PUSH
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  /** The time that a step took. */
  void time(Step step, Duration took) {
    Timer.builder("rutter.mesh")
        .description("Time of the steps that bring a change to the proxies")
        .tag("step", step.name().toLowerCase(Locale.ROOT))
        .register(registry)
        .record(took);
  }

  /** How many changes one mesh brings. */
  void countChanges(long number) {
    changes.increment((double) number);
  }

  /** Envoy has refused something. */
  void countRefusal() {
    refusals.increment();
  }

  /** A status was written. */
  void countWrite() {
    writes.increment();
  }

  /** An Envoy has connected, or has gone. */
  void addProxies(int difference) {
    proxies.addAndGet(difference);
  }

  /** Whether this instance writes. */
  void lead(boolean isLeading) {
    leading.set(isLeading ? 1 : 0);
  }

  private void setServers(Collection<ClusterMesh> clusters) {
    ImmutableList.Builder<Row<?>> rows = ImmutableList.builder();
    for (ClusterMesh cluster : clusters) {
      rows.add(Row.of(Tags.of("cluster", cluster.id()), cluster.watch().isAway() ? 0 : 1));
    }
    servers.register(rows.build(), true);
  }

  private void setObjects(Collection<ClusterMesh> clusters) {
    ImmutableList.Builder<Row<?>> rows = ImmutableList.builder();
    for (ClusterMesh cluster : clusters) {
      cluster
          .watch()
          .counts()
          .forEach(
              (kind, count) ->
                  rows.add(
                      Row.of(
                          Tags.of(
                              "cluster",
                              cluster.id(),
                              "kind",
                              kind.substring(kind.indexOf('/') + 1)),
                          count)));
    }
    objects.register(rows.build(), true);
  }

  /** The problems of the mesh. */
  void setProblems(Collection<Problem> all) {
    ImmutableList.Builder<Row<?>> rows = ImmutableList.builder();
    for (Severity severity : Severity.values()) {
      long count = all.stream().filter(problem -> problem.severity() == severity).count();
      rows.add(Row.of(Tags.of("severity", severity.name().toLowerCase(Locale.ROOT)), count));
    }
    problems.register(rows.build(), true);
  }

  /** All of it, with the objects that clusters have now. */
  String text(Collection<ClusterMesh> clusters) {
    setServers(clusters);
    setObjects(clusters);
    return registry.scrape();
  }
}
