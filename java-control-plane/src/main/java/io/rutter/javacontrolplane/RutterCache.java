// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.grpc.ServerServiceDefinition;
import io.rutter.javacontrolplane.internal.Origins;
import io.rutter.javacontrolplane.internal.ProxyState;
import io.rutter.javacontrolplane.internal.XdsServices;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translation;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves Envoys what a mesh translates to, over ADS, as state of the world or as delta: {@link
 * #services()} are what a gRPC server is given, {@link #update(CompiledMesh)} what a control plane
 * calls when the mesh has changed.
 *
 * <pre>{@code
 * RutterCache cache = RutterCache.create(listener);
 * ServerBuilder<?> server = ...;
 * cache.services().forEach(server::addService);
 * cache.update(mesh);
 * }</pre>
 *
 * <p>An Envoy is the {@link Proxy} of the mesh whose {@code NAME.NAMESPACE} is its node id, see
 * {@link XdsClient#proxyId()}. Each stream goes at its own pace, also where several have one node
 * id, in an order that loses no request: new clusters with their endpoints, then listeners and
 * routes, then removals, each when Envoy has acknowledged the one before. Versions are hashes of
 * contents: an Envoy that comes back, or meets another instance, is told what has changed. Nothing
 * is kept of a stream that has ended.
 *
 * <p>It opens no socket, starts no thread and reads no clock. Safe for use by many threads: any of
 * them may call any method at any time. {@link #update} sends what can be sent in the thread that
 * calls it; what has to wait for an Envoy is sent in the thread that the gRPC server reads its
 * acknowledgment with. Neither waits for an Envoy.
 */
public final class RutterCache {
  private final XdsServices services;
  private final boolean skipErrors;

  /** What each proxy of the mesh has, by its name. */
  private ImmutableMap<String, Served> served = ImmutableMap.of();

  /** What is served comes from this. */
  private MeshSnapshot snapshot = MeshSnapshot.builder().build();

  private record Served(XdsResources resources, ProxyState state) {}

  private RutterCache(Builder builder) {
    services = new XdsServices(builder.secrets, builder.limits, builder.listener);
    skipErrors = builder.skipErrors;
  }

  /** A cache without a mesh, with the defaults of {@link Builder}. */
  public static RutterCache create(XdsListener listener) {
    return builder().listener(listener).build();
  }

  /** A builder of a cache without a mesh. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What a gRPC server is given to serve: the aggregated discovery service, and the secret
   * discovery service, state of the world only.
   */
  public ImmutableList<ServerServiceDefinition> services() {
    return services.definitions();
  }

  /** {@link #update(CompiledMesh, Collection, SourceMap)} of a mesh that was built in code. */
  @CanIgnoreReturnValue
  public MeshUpdate update(CompiledMesh mesh) {
    return update(mesh, List.of(), SourceMap.NONE);
  }

  /**
   * Translates a mesh for all proxies that it names and brings their Envoys to that, unless it has
   * errors: then all keep the one before, see {@link Builder#skipErrors}. A mesh that is made with
   * {@link CompiledMesh#with} from the one before is translated only where it differs. A proxy that
   * the mesh names no more keeps what it has.
   *
   * @param inputProblems what was found when the mesh was read; errors among them count too
   * @param sources where the objects of the mesh are, for problems that are found later
   * @return the problems of all of it
   */
  @CanIgnoreReturnValue
  public synchronized MeshUpdate update(
      CompiledMesh mesh, Collection<Problem> inputProblems, SourceMap sources) {
    Map<String, Served> next = new LinkedHashMap<>();
    for (Proxy proxy : mesh.snapshot().proxies()) {
      next.computeIfAbsent(proxy.id(), id -> translated(mesh, proxy)); // A duplicate is told of.
    }
    Translation translation =
        Translation.ofResources(mesh, next.values().stream().map(Served::resources).toList())
            .withInput(inputProblems, sources);
    boolean isServed = skipErrors || !translation.hasErrors();
    if (isServed) {
      Origins origins =
          new Origins(
              mesh,
              snapshot,
              ImmutableMap.copyOf(Maps.transformValues(next, Served::resources)),
              sources);
      served = ImmutableMap.copyOf(next);
      snapshot = mesh.snapshot();
      services.publish(Maps.transformValues(next, Served::state), origins);
    }
    return new MeshUpdate(isServed, translation.problems());
  }

  private Served translated(CompiledMesh mesh, Proxy proxy) {
    Optional<Served> before = Optional.ofNullable(served.get(proxy.id()));
    if (before.isEmpty()) {
      XdsResources resources = mesh.translate(proxy);
      return new Served(resources, ProxyState.of(resources));
    }
    XdsUpdate update = mesh.translate(proxy, before.get().resources());
    return new Served(update.resources(), before.get().state().after(update));
  }

  /**
   * Tells how much time has passed since the last call, by which streams that keep others waiting
   * are found ({@link StreamLimits}). To be called about once a second; without, no time is up.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public void tick(Duration passed) {
    if (passed.isNegative()) {
      throw new IllegalArgumentException("passed: " + passed + " (expected: no negative time)");
    }
    services.tick(passed);
  }

  /**
   * Whether each proxy of the mesh has an Envoy, and all have acknowledged what they shall have.
   */
  public boolean isSettled() {
    return services.isSettled();
  }

  /** How many streams are open, of secrets too. */
  public int openStreams() {
    return services.openStreams();
  }

  /** How many Envoys of a proxy are connected. */
  public long envoys(String proxyId) {
    return services.envoys(proxyId);
  }

  /** Builds {@link RutterCache}. */
  public static final class Builder {
    private XdsListener listener = XdsListener.NONE;
    private SecretSource secrets = SecretSource.NONE;
    private StreamLimits limits = StreamLimits.DEFAULT;
    private boolean skipErrors;

    private Builder() {}

    /** Told of problems, acknowledgments and clients. Default: nobody is. */
    @CanIgnoreReturnValue
    public Builder listener(XdsListener listener) {
      this.listener = listener;
      return this;
    }

    /** Where secrets come from that Envoys ask for. Default: there are none. */
    @CanIgnoreReturnValue
    public Builder secrets(SecretSource secrets) {
      this.secrets = secrets;
      return this;
    }

    /** How long and how much streams may keep. Default: {@link StreamLimits#DEFAULT}. */
    @CanIgnoreReturnValue
    public Builder limits(StreamLimits limits) {
      this.limits = limits;
      return this;
    }

    /**
     * Whether a mesh with errors is served without the objects that have them. Default: false, it
     * is not served, since half a change may be worse than none.
     */
    @CanIgnoreReturnValue
    public Builder skipErrors(boolean skipErrors) {
      this.skipErrors = skipErrors;
      return this;
    }

    /** Builds the cache. */
    public RutterCache build() {
      return new RutterCache(this);
    }
  }
}
