// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import io.rutter.inspect.CallMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A request in the making, changed until it meets conditions of policies. */
final class AccessDraft {
  private static final String TOKENS = "envoy.filters.http.jwt_authn";
  private static final ImmutableList<String> METHODS =
      ImmutableList.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final String SPIFFE = "spiffe://";

  private final Random random;
  private final SampleTexts texts;
  private final ChainTarget target;
  private final String trustDomain;
  final ListMultimap<String, String> headers = ArrayListMultimap.create();
  final JsonObject claims = new JsonObject();
  String method;
  String path;
  String host;
  String source;
  String address;
  int port;
  Optional<String> serverName;
  Optional<String> peer;
  boolean certificate = true;

  /**
   * A draft of a request.
   *
   * @param target where it goes
   * @param parts what its route needs
   * @param trustDomain how names of clients begin, with {@code spiffe://}
   */
  AccessDraft(ChainTarget target, MatchingRequests.Parts parts, String trustDomain, Random random) {
    this.random = random;
    this.texts = new SampleTexts(random);
    this.target = target;
    this.trustDomain = trustDomain;
    this.method = parts.method();
    this.path = parts.path();
    this.host = parts.host();
    this.headers.putAll(parts.headers());
    this.address = target.address();
    this.source = LoopbackRequest.someSource(address);
    this.port = target.port();
    this.serverName =
        target.tls().map(LoopbackRequest.Tls::serverName).filter(name -> !name.isEmpty());
    this.peer = Optional.of(trustDomain + "ns/default/sa/default");
  }

  void meet(Permission condition) {
    switch (condition.getRuleCase()) {
      case AND_RULES -> condition.getAndRules().getRulesList().forEach(this::meet);
      case OR_RULES -> meet(one(condition.getOrRules().getRulesList()));
      case NOT_RULE -> {
        if (isRare()) {
          meet(condition.getNotRule());
        }
      }
      case HEADER -> meet(condition.getHeader());
      case URL_PATH -> path = rooted(texts.of(condition.getUrlPath().getPath()));
      case URI_TEMPLATE -> {
        try {
          path =
              texts.ofTemplate(
                  condition
                      .getUriTemplate()
                      .getTypedConfig()
                      .unpack(UriTemplateMatchConfig.class)
                      .getPathTemplate());
        } catch (InvalidProtocolBufferException e) {
          throw new IllegalStateException(e);
        }
      }
      case DESTINATION_PORT -> {
        if (!target.chain().getFilterChainMatch().hasDestinationPort()
            && target.mode() == CallMode.INBOUND) {
          port = condition.getDestinationPort();
        }
      }
      case DESTINATION_IP -> {
        if (target.mode() == CallMode.INBOUND) {
          address = texts.of(condition.getDestinationIp());
        }
      }
      case REQUESTED_SERVER_NAME ->
          serverName = Optional.of(texts.of(condition.getRequestedServerName()));
      case SOURCED_METADATA -> meet(condition.getSourcedMetadata().getMetadataMatcher());
      default -> {}
    }
  }

  void meet(Principal condition) {
    switch (condition.getIdentifierCase()) {
      case AND_IDS -> condition.getAndIds().getIdsList().forEach(this::meet);
      case OR_IDS -> meet(one(condition.getOrIds().getIdsList()));
      case NOT_ID -> {
        if (isRare()) {
          meet(condition.getNotId());
        }
      }
      case AUTHENTICATED ->
          peer = Optional.of(peer(condition.getAuthenticated().getPrincipalName()));
      case DIRECT_REMOTE_IP -> source = texts.of(condition.getDirectRemoteIp());
      case REMOTE_IP -> remote(condition.getRemoteIp());
      case HEADER -> meet(condition.getHeader());
      case URL_PATH -> path = rooted(texts.of(condition.getUrlPath().getPath()));
      case SOURCED_METADATA -> meet(condition.getSourcedMetadata().getMetadataMatcher());
      default -> {}
    }
  }

  private boolean isRare() {
    return random.nextInt(6) == 0;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  static String rooted(String path) {
    return path.startsWith("/") ? path : "/" + path;
  }

  private void meet(HeaderMatcher header) {
    String value =
        header.hasPresentMatch() ? texts.pick("any", "v") : texts.of(header.getStringMatch());
    switch (header.getName()) {
      case ":authority" -> host = value;
      case ":method" -> method = method(header, value);
      default -> {
        if (!header.getName().startsWith(":")) {
          headers.replaceValues(header.getName(), List.of(value));
        }
      }
    }
  }

  /** A method that there is: what is no method is not HTTP to Envoy, or a bad request. */
  private String method(HeaderMatcher header, String value) {
    StringMatcher matcher = header.getStringMatch();
    List<String> matched =
        METHODS.stream()
            .filter(known -> !matcher.hasExact() || known.equals(value))
            .filter(known -> known.startsWith(matcher.getPrefix()))
            .filter(known -> known.endsWith(matcher.getSuffix()))
            .toList();
    return matched.isEmpty() ? method : one(matched);
  }

  /** A name that is matched, in a trust domain that clients of the chain have, if it may be any. */
  private String peer(StringMatcher matcher) {
    String name = texts.of(matcher);
    if (!matcher.hasSafeRegex()) {
      return name;
    }
    String regex = matcher.getSafeRegex().getRegex();
    if (regex.equals(".+")) {
      return trustDomain + texts.pick("ns/a/sa/b", "ns/shop/sa/web");
    }
    int namespace = name.indexOf("/ns/");
    boolean anyDomain = regex.startsWith(".*/") || regex.startsWith(SPIFFE + ".");
    return anyDomain && namespace >= 0
        ? trustDomain + name.substring(namespace + 1)
        : name.startsWith(SPIFFE) ? name : trustDomain + name;
  }

  private void remote(CidrRange range) {
    String client = texts.of(range);
    if (random.nextInt(3) > 0) {
      headers.replaceValues("x-forwarded-for", List.of(texts.pick("", "198.51.100.9, ") + client));
    } else {
      source = client;
    }
  }

  private void meet(MetadataMatcher matcher) {
    if (!matcher.getFilter().equals(TOKENS)) {
      return;
    }
    JsonObject parent = claims;
    for (int i = 1; i < matcher.getPathCount() - 1; i++) {
      String key = matcher.getPath(i).getKey();
      JsonElement child = parent.get(key);
      if (child == null || !child.isJsonObject()) {
        child = new JsonObject();
        parent.add(key, child);
      }
      parent = child.getAsJsonObject();
    }
    parent.add(matcher.getPath(matcher.getPathCount() - 1).getKey(), value(matcher.getValue()));
  }

  private JsonElement value(ValueMatcher matcher) {
    return switch (matcher.getMatchPatternCase()) {
      case OR_MATCH -> value(one(matcher.getOrMatch().getValueMatchersList()));
      case LIST_MATCH -> {
        JsonArray list = new JsonArray();
        if (random.nextBoolean()) {
          list.add("other");
        }
        list.add(value(matcher.getListMatch().getOneOf()));
        yield list;
      }
      case STRING_MATCH -> new JsonPrimitive(texts.of(matcher.getStringMatch()));
      default -> new JsonPrimitive("any");
    };
  }

  /** The request as it is sent. */
  SimulatedRequest request(boolean http) {
    Optional<LoopbackRequest.Tls> tls =
        target
            .tls()
            .map(
                given ->
                    new LoopbackRequest.Tls(
                        serverName.orElse(""),
                        given.applicationProtocols(),
                        certificate,
                        peer.filter(name -> certificate)));
    boolean mixed = source.contains(":") != address.contains(":");
    boolean movable = target.mode() == CallMode.INBOUND && source.contains(":");
    return new SimulatedRequest(
        target.mode(),
        new LoopbackRequest(
            mixed && !movable ? LoopbackRequest.someSource(address) : source,
            mixed && movable ? ChainTarget.SOME_IPV6_ADDRESS : address,
            port,
            tls,
            http,
            method,
            path,
            host,
            ImmutableListMultimap.copyOf(headers)));
  }
}
