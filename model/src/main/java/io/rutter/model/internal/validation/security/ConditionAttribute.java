// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a condition of an AuthorizationPolicy can look at. Istio document: Authorization Policy
 * Conditions.
 */
public enum ConditionAttribute {
  /** A header of the request. */
  REQUEST_HEADERS("request.headers", "[NAME]"),
  /** The address of the connection's other end. */
  SOURCE_IP("source.ip", ""),
  /** The address of the client, as headers tell it. */
  REMOTE_IP("remote.ip", ""),
  /** The namespace of the client's certificate. */
  SOURCE_NAMESPACE("source.namespace", ""),
  /** The service account of the client's certificate. */
  SOURCE_SERVICE_ACCOUNT("source.serviceAccount", ""),
  /** The identity of the client's certificate. */
  SOURCE_PRINCIPAL("source.principal", ""),
  /** The trust domain of the client's certificate. */
  SOURCE_TRUST_DOMAIN("source.trustDomain", ""),
  /** Issuer and subject of the token. */
  REQUEST_AUTH_PRINCIPAL("request.auth.principal", ""),
  /** Audiences of the token. */
  REQUEST_AUTH_AUDIENCES("request.auth.audiences", ""),
  /** The party that the token was issued to. */
  REQUEST_AUTH_PRESENTER("request.auth.presenter", ""),
  /** A claim of the token, or a part of one. */
  REQUEST_AUTH_CLAIMS("request.auth.claims", "[CLAIM]"),
  /** The address that the connection goes to. */
  DESTINATION_IP("destination.ip", ""),
  /** The port that the connection goes to. */
  DESTINATION_PORT("destination.port", ""),
  /** The server name that a TLS client asks for. */
  CONNECTION_SNI("connection.sni", ""),
  /** Metadata that a filter of Envoy leaves. */
  EXPERIMENTAL_ENVOY_FILTERS("experimental.envoy.filters.", "FILTER[KEY]");

  private final String text;
  private final String rest;

  ConditionAttribute(String text, String rest) {
    this.text = text;
    this.rest = rest;
  }

  /** The attribute that a whole key names. */
  public static Optional<ConditionAttribute> of(String key) {
    return Arrays.stream(values()).filter(attribute -> attribute.isNamedBy(key)).findFirst();
  }

  /** How the attribute is written, with a placeholder for what is chosen. */
  public String form() {
    return text + rest;
  }

  /** Whether a key begins as if it named the attribute. */
  boolean isMeantBy(String key) {
    return !rest.isEmpty() && key.startsWith(text);
  }

  /** Whether it is part of a request, of which a connection has none. */
  public boolean isOfHttp() {
    return text.startsWith("request.");
  }

  /** Whether it says who calls. A policy that asks an extension provider cannot know that yet. */
  boolean isOfCaller() {
    return text.startsWith("request.auth.")
        || switch (this) {
          case SOURCE_NAMESPACE, SOURCE_SERVICE_ACCOUNT, SOURCE_PRINCIPAL, SOURCE_TRUST_DOMAIN ->
              true;
          default -> false;
        };
  }

  private boolean isNamedBy(String key) {
    if (rest.isEmpty()) {
      return key.equals(text);
    }
    int open = key.indexOf('[');
    boolean begins =
        this == EXPERIMENTAL_ENVOY_FILTERS ? open >= text.length() : open == text.length();
    return key.startsWith(text) && begins && key.endsWith("]") && open < key.length() - 2;
  }
}
