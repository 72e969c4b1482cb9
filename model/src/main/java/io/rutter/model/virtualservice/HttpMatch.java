// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.StringMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Conditions on an HTTP request, all of which must hold. Istio reference: HTTPMatchRequest. Port,
 * gateways, source labels and source namespace are settled per proxy while translating; the others
 * are checked by Envoy on each request.
 */
@AutoValue
public abstract class HttpMatch {
  HttpMatch() {}

  /**
   * Name of the match, for logs, put after that of the rule. Absent: the route has only the name of
   * the rule.
   */
  public abstract Optional<String> name();

  /**
   * Condition on the path, without the query; a prefix is a plain one, so {@code /foo} also matches
   * {@code /foobar}. Absent: any path.
   */
  public abstract Optional<StringMatch> uri();

  /** Condition on the scheme, case-sensitive. Absent: any scheme. */
  public abstract Optional<StringMatch> scheme();

  /** Condition on the HTTP method, case-sensitive. Absent: any method. */
  public abstract Optional<StringMatch> method();

  /** Condition on the host or authority header, case-sensitive. Absent: any authority. */
  public abstract Optional<StringMatch> authority();

  /**
   * Conditions on request headers by lower-case name; an empty condition only asks that the header
   * is present, and {@code @request.auth.claims} names a JWT claim (gateways only). Empty: headers
   * do not matter.
   */
  public abstract ImmutableMap<String, StringMatch> headers();

  /**
   * Port that the request must come in on: the service port on sidecars, the server port on
   * gateways; 1 to 65535. Absent: any port.
   */
  public abstract OptionalInt port();

  /**
   * Labels that the proxy's own workload must have; ignored if gateways is given. Empty: any
   * workload.
   */
  public abstract ImmutableMap<String, String> sourceLabels();

  /**
   * Gateways, or {@code mesh}, that this match is for, in place of the document's list; source
   * labels and source namespace then have no effect. Empty: those of the document.
   */
  public abstract ImmutableList<String> gateways();

  /**
   * Conditions on query parameters by name; an empty condition only asks that the parameter is
   * present. Empty: the query does not matter.
   */
  public abstract ImmutableMap<String, StringMatch> queryParams();

  /**
   * Whether exact and prefix conditions on the path ignore case; regular expressions do not change.
   * Absent: false.
   */
  public abstract boolean ignoreUriCase();

  /**
   * Conditions on request headers that must not hold, by name; a missing header satisfies one
   * unless it asks for presence only. Empty: none.
   */
  public abstract ImmutableMap<String, StringMatch> withoutHeaders();

  /** Namespace that the proxy must be in; ignored if gateways is given. Absent: any namespace. */
  public abstract Optional<String> sourceNamespace();

  /**
   * Prefix of the statistics that Envoy keeps for this one route. Absent: no statistics per route.
   */
  public abstract Optional<String> statPrefix();

  /** Takes requests with such a path. */
  public static HttpMatch of(StringMatch uri) {
    return builder().uri(uri).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_HttpMatch.Builder()
        .headers(ImmutableMap.of())
        .sourceLabels(ImmutableMap.of())
        .gateways(ImmutableList.of())
        .queryParams(ImmutableMap.of())
        .ignoreUriCase(false)
        .withoutHeaders(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link HttpMatch}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link HttpMatch#name()}. */
    public abstract Builder name(String name);

    /** See {@link HttpMatch#name()}; empty clears it. */
    public abstract Builder name(Optional<String> name);

    /** See {@link HttpMatch#uri()}. */
    public abstract Builder uri(StringMatch uri);

    /** See {@link HttpMatch#uri()}; empty clears it. */
    public abstract Builder uri(Optional<StringMatch> uri);

    /** See {@link HttpMatch#scheme()}. */
    public abstract Builder scheme(StringMatch scheme);

    /** See {@link HttpMatch#scheme()}; empty clears it. */
    public abstract Builder scheme(Optional<StringMatch> scheme);

    /** See {@link HttpMatch#method()}. */
    public abstract Builder method(StringMatch method);

    /** See {@link HttpMatch#method()}; empty clears it. */
    public abstract Builder method(Optional<StringMatch> method);

    /** See {@link HttpMatch#authority()}. */
    public abstract Builder authority(StringMatch authority);

    /** See {@link HttpMatch#authority()}; empty clears it. */
    public abstract Builder authority(Optional<StringMatch> authority);

    /** See {@link HttpMatch#headers()}. */
    public abstract Builder headers(Map<String, StringMatch> headers);

    /** See {@link HttpMatch#port()}. */
    public abstract Builder port(int port);

    /** See {@link HttpMatch#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link HttpMatch#sourceLabels()}. */
    public abstract Builder sourceLabels(Map<String, String> sourceLabels);

    /** See {@link HttpMatch#gateways()}. */
    public abstract Builder gateways(List<String> gateways);

    /** See {@link HttpMatch#gateways()}. */
    public abstract Builder gateways(String... gateways);

    /** See {@link HttpMatch#queryParams()}. */
    public abstract Builder queryParams(Map<String, StringMatch> queryParams);

    /** See {@link HttpMatch#ignoreUriCase()}. */
    public abstract Builder ignoreUriCase(boolean ignoreUriCase);

    /** See {@link HttpMatch#withoutHeaders()}. */
    public abstract Builder withoutHeaders(Map<String, StringMatch> withoutHeaders);

    /** See {@link HttpMatch#sourceNamespace()}. */
    public abstract Builder sourceNamespace(String sourceNamespace);

    /** See {@link HttpMatch#sourceNamespace()}; empty clears it. */
    public abstract Builder sourceNamespace(Optional<String> sourceNamespace);

    /** See {@link HttpMatch#statPrefix()}. */
    public abstract Builder statPrefix(String statPrefix);

    /** See {@link HttpMatch#statPrefix()}; empty clears it. */
    public abstract Builder statPrefix(Optional<String> statPrefix);

    /** Builds the value. */
    public abstract HttpMatch build();
  }
}
