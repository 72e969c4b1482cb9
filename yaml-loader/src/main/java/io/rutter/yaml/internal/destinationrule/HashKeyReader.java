// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.HashKey;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link HashKey}: the one of its fields that is set. */
public final class HashKeyReader {
  private HashKeyReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<HashKey> read(ObjectNode in) {
    return in.oneOf("httpHeaderName", "httpCookie", "useSourceIp", "httpQueryParameterName")
        .flatMap(
            field ->
                switch (field) {
                  case "httpHeaderName" ->
                      in.stringValue("httpHeaderName").map(HashKey.Header::new);
                  case "httpCookie" ->
                      in.object("httpCookie", HashCookieReader::read).map(HashKey.Cookie::new);
                  case "useSourceIp" -> in.boolValue("useSourceIp").map(HashKey.SourceIp::new);
                  default ->
                      in.stringValue("httpQueryParameterName").map(HashKey.QueryParameter::new);
                });
  }
}
