// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.envoyproxy.envoy.config.core.v3.Node;
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
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * {@link XdsClient#proxyId()}, or the one that a {@link ProxySource} makes of its node. Each stream
 * goes at its own pace, also where several have one node id, in an order that loses no request: new
 * clusters with their endpoints, then listeners and routes, then removals, each when Envoy has
 * acknowledged the one before. Versions are hashes of contents: an Envoy that comes back, or meets
 * another instance, is told what has changed. Nothing is kept of a stream that has ended.
 *
 * <p>It opens no socket, starts no thread and reads no clock. Safe for use by many threads: any of
 * them may call any method at any time. {@link #update} sends what can be sent in the thread that
 * calls it; what has to wait for an Envoy is sent in the thread that the gRPC server reads its
 * acknowledgment with. Neither waits for an Envoy.
 */
public final class RutterCache {
  /**
   * What one proxy has.
   *
   * @param resources what it was translated to
   * @param state what its Envoys are given
   */
  private record Served(XdsResources resources, ProxyState state) {}

  /**
   * What is served.
   *
   * @param number how many of them there were: 0 before the first mesh
   * @param named the ids of the proxies that the mesh names
   * @param served what each proxy has by its id, and by the id of their nodes those that Envoys
   *     have brought: two clusters may have Pods of one name
   */
  private record Current(
      long number,
      CompiledMesh mesh,
      ImmutableSet<String> named,
      ImmutableMap<String, Served> served,
      Origins origins) {
    Current plus(String id, Served one) {
      return new Current(
          number + 1,
          mesh,
          named,
          ImmutableMap.<String, Served>builder().putAll(served).put(id, one).buildKeepingLast(),
          origins.plus(id, one.resources));
    }

    Current minus(String id) {
      return new Current(
          number + 1,
          mesh,
          named,
          ImmutableMap.copyOf(Maps.filterKeys(served, known -> !known.equals(id))),
          origins);
    }
  }

  private final XdsServices services;
  private final ProxySource proxies;
  private final ClientAdmission admission;
  private final boolean skipErrors;

  /** Held for short times only, after this cache and before a stream. */
  private final Object lock = new Object();

  /** The nodes of connected Envoys by their ids, once for each stream. */
  private final ListMultimap<String, Node> arrived = ArrayListMultimap.create();

  private volatile Current current;

  private RutterCache(Builder builder) {
    proxies = builder.proxies;
    admission = builder.admission;
    services = new XdsServices(builder.secrets, builder.limits, builder.listener, new Arrivals());
    skipErrors = builder.skipErrors;
    current =
        new Current(
            0,
            Translator.create().compile(MeshSnapshot.builder().build()),
            ImmutableSet.of(),
            ImmutableMap.of(),
            Origins.NONE);
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
   * Translates a mesh for all proxies that it names or Envoys have brought, and brings their Envoys
   * to that, unless it has errors: then all keep the one before, see {@link Builder#skipErrors}. A
   * mesh that is made with {@link CompiledMesh#with} from the one before is translated only where
   * it differs. A proxy that the mesh names no more keeps what it has.
   *
   * @param inputProblems what was found when the mesh was read; errors among them count too
   * @param sources where the objects of the mesh are, for problems that are found later
   * @return the problems of all of it
   */
  @CanIgnoreReturnValue
  public synchronized MeshUpdate update(
      CompiledMesh mesh, Collection<Problem> inputProblems, SourceMap sources) {
    Current last = current;
    Map<String, Served> next = new LinkedHashMap<>();
    for (Proxy proxy : mesh.snapshot().proxies()) {
      // A duplicate is told of.
      next.computeIfAbsent(proxy.id(), id -> translated(mesh, proxy, last.served.get(id)));
    }
    ImmutableSet<String> named = ImmutableSet.copyOf(next.keySet());
    addArrived(arrived(), mesh, last, next);
    Translation translation =
        Translation.ofResources(mesh, next.values().stream().map(Served::resources).toList())
            .withInput(inputProblems, sources);
    boolean isServed = skipErrors || !translation.hasErrors();
    if (isServed) {
      synchronized (lock) {
        addArrived(arrived, mesh, last, next);
        next.keySet().removeIf(id -> !named.contains(id) && !arrived.containsKey(id));
        Origins origins =
            new Origins(
                mesh,
                last.mesh.snapshot(),
                ImmutableMap.copyOf(Maps.transformValues(next, Served::resources)),
                sources);
        current = new Current(current.number + 1, mesh, named, ImmutableMap.copyOf(next), origins);
        services.publish(Maps.transformValues(next, Served::state), origins);
      }
    }
    return new MeshUpdate(isServed, translation.problems());
  }

  private ImmutableListMultimap<String, Node> arrived() {
    synchronized (lock) {
      return ImmutableListMultimap.copyOf(arrived);
    }
  }

  /** Adds the proxies of Envoys, unless the mesh names them. */
  private void addArrived(
      Multimap<String, Node> nodes, CompiledMesh mesh, Current last, Map<String, Served> next) {
    for (Map.Entry<String, Node> arrival : nodes.entries()) {
      String id = arrival.getKey();
      if (!next.containsKey(id) && !next.containsKey(XdsClient.proxyId(id))) {
        Optional<Proxy> proxy = proxies.proxy(arrival.getValue(), mesh.snapshot());
        if (proxy.isPresent()) {
          next.put(id, translated(mesh, proxy.get(), last.served.get(id)));
        }
      }
    }
  }

  private static Served translated(CompiledMesh mesh, Proxy proxy, @Nullable Served before) {
    if (before == null) {
      XdsResources resources = mesh.translate(proxy);
      return new Served(resources, ProxyState.of(resources));
    }
    XdsUpdate update = mesh.translate(proxy, before.resources());
    return new Served(update.resources(), before.state().after(update));
  }

  /** Serves Envoys whose proxies the mesh does not name for as long as they are connected. */
  private final class Arrivals implements XdsServices.Arrivals {
    @Override
    public Optional<String> refusal(XdsClient client) {
      return admission.refusal(client);
    }

    @Override
    public void onArrival(XdsClient client, Node node) {
      String id = client.nodeId();
      Current now;
      synchronized (lock) {
        arrived.put(id, node);
        now = current;
      }
      while (now.number > 0 && !now.named.contains(client.proxyId())) {
        Optional<Proxy> proxy = proxies.proxy(node, now.mesh.snapshot());
        if (proxy.isEmpty()) {
          return;
        }
        Served served = translated(now.mesh, proxy.get(), now.served.get(id));
        synchronized (lock) {
          if (now.number == current.number) {
            current = now.plus(id, served);
            services.add(id, served.state, current.origins);
            return;
          }
          now = current; // Another mesh, or another Envoy, has come meanwhile.
        }
      }
    }

    @Override
    public void onDeparture(XdsClient client) {
      String id = client.nodeId();
      synchronized (lock) {
        List<Node> nodes = arrived.get(id);
        if (!nodes.isEmpty()) {
          nodes.remove(nodes.size() - 1);
        }
        if (nodes.isEmpty() && !current.named.contains(id) && current.served.containsKey(id)) {
          current = current.minus(id);
          services.remove(id);
        }
      }
    }
  }

  /**
   * Asks for the secrets again that Envoys have asked for, and sends those that have changed. To be
   * called when some may have; a secret that is gone stays with the Envoys that have it.
   */
  public void refreshSecrets() {
    services.refreshSecrets();
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
    private ProxySource proxies = ProxySource.NONE;
    private ClientAdmission admission = ClientAdmission.ALL;
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

    /** Where proxies come from that the mesh does not name. Default: there are none. */
    @CanIgnoreReturnValue
    public Builder proxies(ProxySource proxies) {
      this.proxies = proxies;
      return this;
    }

    /** Which clients may be who they say they are. Default: {@link ClientAdmission#ALL}. */
    @CanIgnoreReturnValue
    public Builder admission(ClientAdmission admission) {
      this.admission = admission;
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
