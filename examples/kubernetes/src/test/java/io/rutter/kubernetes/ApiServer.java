// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An API server: that of fabric8 for objects, and what that one lacks, which is to say what it
 * serves, to be away, to have no kind of that name, and to remember nothing: a watch that begins in
 * the past is told that its version has expired.
 */
final class ApiServer implements AutoCloseable {
  /** Tells of each start; kept, or its level would be lost. */
  private static final Logger SERVERS = Logger.getLogger("io.fabric8.mockwebserver");

  private static final Pattern VERSION = Pattern.compile("[?&]resourceVersion=(\\d+)");

  private static final Set<String> OWN_KINDS =
      Set.of("Service", "Pod", "Node", "Namespace", "EndpointSlice", "Ingress", "IngressClass");

  static {
    SERVERS.setLevel(Level.WARNING);
  }

  private final KubernetesCrudDispatcher objects = new KubernetesCrudDispatcher();
  private final ApiKinds kinds = new ApiKinds();
  private volatile long lastWrite;
  private volatile boolean refusesOldWatches;
  private volatile boolean isAway;
  private volatile boolean allowsSecrets = true;
  private volatile int statusRefusal;
  private MockWebServer server = new MockWebServer();
  private final int port;

  /** What was asked, {@code METHOD PATH}. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  final KubernetesClient client;

  private ApiServer(int port) {
    this.port = port;
    start();
    client = newClient();
  }

  /** Starts one without objects. */
  static ApiServer start(int port) {
    return new ApiServer(port);
  }

  private void start() {
    server = new MockWebServer();
    server.setDispatcher(new Front());
    server.start(InetAddress.getLoopbackAddress(), port);
  }

  /** A client that does not wait long before it tries again. */
  KubernetesClient newClient() {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("http://127.0.0.1:" + port)
            .withWatchReconnectInterval(20)
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** Ends all connections, and answers no more until {@link #comeBack}. */
  void goAway() {
    server.shutdown();
  }

  /** Answers again, with the objects that it had. */
  void comeBack() {
    start();
  }

  /** Answers, but only that it cannot. */
  void setUnavailable(boolean unavailable) {
    isAway = unavailable;
  }

  /** Watches that begin in the past are not opened at all, as some proxies have it. */
  void refuseOldWatches() {
    refusesOldWatches = true;
  }

  /** Removes the definition of a kind, or puts it back; its objects go and come with it. */
  void setServed(String kind, boolean served) {
    kinds.setServed(kind, served);
  }

  /** Refuses to write statuses with this HTTP status; 0: does it. */
  void refuseStatuses(int code) {
    statusRefusal = code;
  }

  /** Whether accounts may list secrets. */
  void allowSecrets(boolean allow) {
    allowsSecrets = allow;
  }

  /** Creates an object, or replaces the one of its name. */
  void apply(String yaml) {
    GenericKubernetesResource object =
        Serialization.unmarshal("---\n" + yaml, GenericKubernetesResource.class);
    ServedKind kind = ApiKinds.served(object.getKind());
    String namespace = object.getMetadata().getNamespace();
    var all = client.genericKubernetesResources(kind.context());
    var here =
        kind.isNamespaced() ? all.inNamespace(namespace == null ? "default" : namespace) : all;
    GenericKubernetesResource present = here.withName(object.getMetadata().getName()).get();
    if (present == null) {
      GenericKubernetesResource unused = here.resource(object).create();
      return;
    }
    // Who writes an object does not write its status.
    Object status = present.getAdditionalProperties().get("status");
    if (status != null) {
      object.getAdditionalProperties().putIfAbsent("status", status);
    }
    GenericKubernetesResource unused = here.resource(object).update();
  }

  /** Deletes an object. */
  void delete(String kind, String namespace, String name) {
    var unused =
        client
            .genericKubernetesResources(ApiKinds.served(kind).context())
            .inNamespace(namespace)
            .withName(name)
            .delete();
  }

  /** An object as it is now. */
  GenericKubernetesResource get(String kind, String namespace, String name) {
    return client
        .genericKubernetesResources(ApiKinds.served(kind).context())
        .inNamespace(namespace)
        .withName(name)
        .get();
  }

  /** All objects of the kinds that are served, as YAML, in the order of a store. */
  String yaml() {
    return kinds.now().stream()
        .map(kind -> ApiKinds.served(kind.name()))
        .flatMap(this::yaml)
        .collect(Collectors.joining("\n---\n"));
  }

  private Stream<String> yaml(ServedKind kind) {
    return client
        .genericKubernetesResources(kind.context())
        .inAnyNamespace()
        .list()
        .getItems()
        .stream()
        .sorted(
            comparing(
                    (GenericKubernetesResource object) -> object.getMetadata().getNamespace(),
                    nullsFirst(naturalOrder()))
                .thenComparing(object -> object.getMetadata().getName()))
        .map(
            object -> {
              object.setApiVersion(kind.apiVersion());
              object.setKind(kind.kind().name());
              return Serialization.asYaml(object);
            });
  }

  /** Stands before the objects. */
  private final class Front extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      requests.add(request.getMethod() + " " + request.getPath());
      String path = request.getPath().replaceFirst("\\?.*", "");
      boolean isWatch = request.getPath().contains("watch=true");
      if (isAway) {
        return status(503, "away");
      }
      if (path.equals("/readyz")) {
        return new MockResponse().setResponseCode(200).setBody("ok");
      }
      if (path.equals("/apis")) {
        return json(kinds.groups());
      }
      if (path.matches("/api/v1|/apis/[^/]+/[^/]+")) {
        return json(kinds.resources(path));
      }
      if (kinds.isGone(path)) {
        return status(404, "the server could not find the requested resource");
      }
      if (path.endsWith("/status") && statusRefusal != 0) {
        return status(statusRefusal, "the status is refused");
      }
      if (path.endsWith("/subjectaccessreviews")) {
        return json(review(request));
      }
      if (isWatch && version(request.getPath()) < lastWrite) {
        return refusesOldWatches
            ? status(410, "too old resource version")
            : new MockResponse().withWebSocketUpgrade(new Expired());
      }
      long written = lastWrite;
      MockResponse response = objects.dispatch(request);
      if (isWatch && response.getWebSocketListener() != null) {
        return new MockResponse()
            .withWebSocketUpgrade(new Gapless(response.getWebSocketListener(), written));
      }
      if (!request.getMethod().equals("GET")) {
        lastWrite = objects.requestResourceVersion();
      }
      return response.code() == 200 && isListOfOwnKind(request, path)
          ? json(withoutTypes(response.getBody().readUtf8()))
          : response;
    }
  }

  /** Whether it is a list of a kind of Kubernetes' own: only custom resources say what they are. */
  private static boolean isListOfOwnKind(RecordedRequest request, String path) {
    return request.getMethod().equals("GET")
        && OWN_KINDS.stream().anyMatch(kind -> path.endsWith("/" + ApiKinds.plural(kind)));
  }

  private static Object withoutTypes(String list) {
    Map<?, ?> tree = Serialization.unmarshal(list, Map.class);
    if (tree.get("items") instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> object) {
          object.keySet().removeAll(Set.of("kind", "apiVersion"));
        }
      }
    }
    return tree;
  }

  /**
   * A watch of fabric8's server, which loses what is written until it is open: then it is told that
   * its version has expired.
   */
  private final class Gapless extends WebSocketListener {
    private final WebSocketListener watch;
    private final long written;

    Gapless(WebSocketListener watch, long written) {
      this.watch = watch;
      this.written = written;
    }

    @Override
    public void onBeforeAccept(WebSocket socket, Response response) {
      watch.onBeforeAccept(socket, response);
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      watch.onOpen(socket, response);
      if (lastWrite != written) {
        new Expired().onOpen(socket, response);
      }
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      end(() -> watch.onClosing(socket, code, reason));
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
      end(() -> watch.onClosed(socket, code, reason));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable error, Response response) {
      end(() -> watch.onFailure(socket, error, response));
    }
  }

  /** The end of a watch waits for what is being sent, which must not wait for the same thread. */
  private static void end(Runnable watch) {
    Thread thread = new Thread(watch, "end of a watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** A watch that is told at once that its version has expired, as an API server does it. */
  private static final class Expired extends WebSocketListener {
    @Override
    public void onOpen(WebSocket socket, Response response) {
      boolean unused =
          socket.send(
              Serialization.asJson(
                  Map.of(
                      "type",
                      "ERROR",
                      "object",
                      new StatusBuilder()
                          .withCode(410)
                          .withReason("Expired")
                          .withStatus("Failure")
                          .withMessage("too old resource version")
                          .build())));
    }
  }

  private static long version(String path) {
    Matcher matcher = VERSION.matcher(path);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : Long.MAX_VALUE;
  }

  private Object review(RecordedRequest request) {
    GenericKubernetesResource review =
        Serialization.unmarshal(request.getUtf8Body(), GenericKubernetesResource.class);
    review.setAdditionalProperty("status", Map.of("allowed", allowsSecrets));
    return review;
  }

  private static MockResponse json(Object value) {
    return new MockResponse()
        .setResponseCode(200)
        .setHeader("Content-Type", "application/json")
        .setBody(Serialization.asJson(value));
  }

  private static MockResponse status(int code, String message) {
    return json(new StatusBuilder()
            .withCode(code)
            .withMessage(message)
            .withStatus("Failure")
            .build())
        .setResponseCode(code);
  }

  @Override
  public void close() {
    client.close();
    server.shutdown();
  }
}
