// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import com.google.auto.value.AutoValue;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.Protocol;
import io.rutter.model.registry.Service;
import java.util.Optional;

/**
 * What a connection manager depends on besides the proxy. The rest follows from the listener class:
 * server header, client certificate header, client address, cross-cutting filters.
 */
@AutoValue
public abstract class HttpConnectionManagerOptions {
  HttpConnectionManagerOptions() {}

  /** The kind of traffic it handles. */
  public abstract ListenerClass listenerClass();

  /** The prefix of its statistics, with its delimiter. */
  public abstract String statPrefix();

  /** Where its routes come from. */
  public abstract RouteSource routes();

  /** The protocol of the port. Default: HTTP. */
  public abstract Protocol protocol();

  /** The service that it is for, if it is for one; a wildcard service may need name resolution. */
  public abstract Optional<Service> service();

  /** How connections carry HTTP. Default: {@link Codec#AUTO}. */
  public abstract Codec codec();

  /** Whether requests may have absolute URLs, as requests to an HTTP proxy have. Default: no. */
  public abstract boolean absoluteUrls();

  /** How connections carry HTTP. */
  public enum Codec {
    /** HTTP/1 or HTTP/2 over TCP, by ALPN or first bytes. */
    AUTO,
    /** HTTP/3 over QUIC. */
    HTTP3
  }

  /** Where the routes come from. */
  public sealed interface RouteSource {
    /** Routes from the control plane, by name. */
    record Rds(String name) implements RouteSource {}

    /** Routes inside the listener. */
    record Inline(RouteConfiguration configuration) implements RouteSource {}
  }

  /** A builder for a kind of traffic. */
  public static Builder builder(ListenerClass listenerClass) {
    return new AutoValue_HttpConnectionManagerOptions.Builder()
        .listenerClass(listenerClass)
        .protocol(Protocol.HTTP)
        .codec(Codec.AUTO)
        .absoluteUrls(false);
  }

  /** Builds {@link HttpConnectionManagerOptions}; required: stat prefix and routes. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    abstract Builder listenerClass(ListenerClass listenerClass);

    /** See {@link HttpConnectionManagerOptions#statPrefix()}. */
    public abstract Builder statPrefix(String statPrefix);

    /** See {@link HttpConnectionManagerOptions#routes()}. */
    public abstract Builder routes(RouteSource routes);

    /** Sets routes from the control plane. */
    public final Builder rds(String name) {
      return routes(new RouteSource.Rds(name));
    }

    /** Sets routes inside the listener. */
    public final Builder routeConfiguration(RouteConfiguration configuration) {
      return routes(new RouteSource.Inline(configuration));
    }

    /** See {@link HttpConnectionManagerOptions#protocol()}. */
    public abstract Builder protocol(Protocol protocol);

    /** See {@link HttpConnectionManagerOptions#service()}. */
    public abstract Builder service(Service service);

    /** See {@link HttpConnectionManagerOptions#codec()}. */
    public abstract Builder codec(Codec codec);

    /** See {@link HttpConnectionManagerOptions#absoluteUrls()}. */
    public abstract Builder absoluteUrls(boolean absoluteUrls);

    /** Builds the value. */
    public abstract HttpConnectionManagerOptions build();
  }
}
