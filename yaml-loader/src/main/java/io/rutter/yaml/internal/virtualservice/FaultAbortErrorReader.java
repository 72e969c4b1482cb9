// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.FaultAbortError;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link FaultAbortError}: the one of its fields that is set. */
public final class FaultAbortErrorReader {
  private FaultAbortErrorReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<FaultAbortError> read(ObjectNode in) {
    return in.oneOf("httpStatus", "grpcStatus", "http2Error")
        .flatMap(
            field ->
                switch (field) {
                  case "httpStatus" ->
                      Optional.of(
                          new FaultAbortError.HttpStatus(in.int32Value("httpStatus").orElse(0)));
                  case "grpcStatus" ->
                      in.stringValue("grpcStatus").map(FaultAbortError.GrpcStatus::new);
                  default -> in.stringValue("http2Error").map(FaultAbortError.Http2Error::new);
                });
  }
}
