// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.problem;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.Optional;

/** What kind of mistake a {@link Problem} is; the codes are stable and documented. */
public enum ProblemCode {
  /** A file cannot be read. */
  UNREADABLE_FILE,
  /** A file has no document. */
  EMPTY_INPUT,
  /** The input exceeds a limit of the loader. */
  LIMIT_EXCEEDED,
  /** The input is not YAML. */
  MALFORMED_YAML,
  /** A key stands twice in one mapping. */
  DUPLICATE_KEY,
  /** The kind of the document is neither read nor known to be skipped. */
  UNKNOWN_KIND,
  /** The kind is known and has no effect on the translation. */
  IGNORED_KIND,
  /** A document of a folder that is no object of a mesh: it has no kind. */
  IGNORED_DOCUMENT,
  /** The object has no field of that name. */
  UNKNOWN_FIELD,
  /** The field exists and has no effect on the translation. */
  IGNORED_FIELD,
  /** A required field is missing. */
  MISSING_FIELD,
  /** The value has another type, for example a list where a string is expected. */
  WRONG_TYPE,
  /** The value is of the right type, but not one of those allowed. */
  INVALID_VALUE,
  /** More than one field of a group of which one may be set. */
  CONFLICTING_FIELDS,
  /** Two objects of one kind, namespace and name. */
  DUPLICATE_OBJECT,
  /** The value is well formed, but what it names does not exist. */
  UNRESOLVED_REFERENCE,
  /** The field is deprecated. */
  DEPRECATED_FIELD,
  /** Two objects claim the same thing and one of them lost. */
  CONFLICT,
  /** A part of the object has no translation. */
  NOT_TRANSLATED,
  /** A rule that is never used, because others take its traffic or its conditions never hold. */
  UNREACHABLE,
  /** Endpoints that no port of a service takes. */
  UNUSED_ENDPOINTS,
  /** No service of the mesh has the host. */
  UNKNOWN_HOST,
  /** The services of the host do not have the port. */
  UNKNOWN_PORT,
  /** Nobody has handed over the keys of a RequestAuthentication. */
  UNKNOWN_KEYS,
  /** No extension provider of the name can be asked. */
  UNKNOWN_PROVIDER,
  /** No DestinationRule that clients get for the host has the subset. */
  UNKNOWN_SUBSET,
  /** There is no Gateway of that name. */
  UNKNOWN_GATEWAY,
  /** There is no Secret of that name. */
  UNKNOWN_CREDENTIAL,
  /** The service exists, but is not visible to those who have the rule. */
  HIDDEN_HOST,
  /** The Gateway does not take the host. */
  HOST_NOT_IN_GATEWAY,
  /** No workload has the labels. */
  SELECTS_NOTHING,
  /** The rules are for a protocol that the ports do not speak. */
  PROTOCOL_MISMATCH,
  /** The port does not say its protocol. */
  UNDECLARED_PROTOCOL,
  /** One of several destinations has no weight. */
  MISSING_WEIGHT,
  /** The weights are not percentages. */
  WEIGHT_TOTAL,
  /** A setting of localities needs outlier detection to have an effect. */
  NO_OUTLIER_DETECTION,
  /** Clients do not use the kind of TLS that the sidecars of a service take. */
  MUTUAL_TLS_CONFLICT,
  /** No Service leads to the port of a Gateway's server. */
  PORT_NOT_IN_SERVICE,
  /** Two servers show one certificate, so that a connection for one is used for the other. */
  SHARED_CREDENTIAL,
  /** The proxy wraps the client's TLS in another TLS. */
  DOUBLE_TLS,
  /** Plain text is sent to a TLS port. */
  PLAIN_TEXT_TO_TLS,
  /** A rewritten path runs into the rest of the one that was asked for. */
  REWRITE_WITHOUT_SLASH,
  /** A DENY rule without a port, of which only a part holds for TCP. */
  DENIES_TCP,
  /** A condition of a policy that no request meets. */
  NEVER_MATCHES,
  /** A rule that allows only what another denies. */
  DENIED_ANYWAY,
  /** A rule that allows nothing on a TCP port, since it asks for something of requests. */
  LOST_ON_TCP,
  /** A policy that traffic gets past. */
  NOT_ENFORCED,
  /** The mesh has no such namespace. */
  UNKNOWN_NAMESPACE,
  /** No pod of the namespace has the service account. */
  UNKNOWN_ACCOUNT,
  /** A trust domain that is not one of the mesh. */
  UNKNOWN_TRUST_DOMAIN,
  /** A condition on who calls where callers have no identity. */
  NO_PEER_IDENTITY,
  /** A condition on tokens where nobody looks at them. */
  NO_REQUEST_AUTHENTICATION,
  /** Tokens that are let through beside good ones. */
  UNCHECKED_TOKEN,
  /** A key that only its owner should have. */
  PRIVATE_KEY,
  /** A running Envoy refuses resources that come from the object. */
  REFUSED_BY_ENVOY;

  /** The code in text form: lower case with hyphens, {@code unknown-field}. */
  public String id() {
    return Ascii.toLowerCase(name()).replace('_', '-');
  }

  /** The code whose {@link #id} this is. */
  public static Optional<ProblemCode> of(String id) {
    return Arrays.stream(values()).filter(code -> code.id().equals(id)).findFirst();
  }
}
