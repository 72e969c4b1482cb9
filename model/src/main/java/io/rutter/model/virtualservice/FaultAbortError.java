// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;

/** The error that an injected abort answers with. */
public sealed interface FaultAbortError {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link FaultAbortError}. */
  enum Kind {
    /** {@link HttpStatus}. */
    HTTP_STATUS,
    /** {@link GrpcStatus}. */
    GRPC_STATUS,
    /** {@link Http2Error}. */
    HTTP2_ERROR
  }

  /**
   * An HTTP status, 200 to 600.
   *
   * @param value what {@code httpStatus} holds
   */
  record HttpStatus(int value) implements FaultAbortError {
    @Override
    public Kind kind() {
      return Kind.HTTP_STATUS;
    }
  }

  /**
   * A gRPC status by its name, such as {@code UNAVAILABLE}.
   *
   * @param value what {@code grpcStatus} holds
   */
  record GrpcStatus(String value) implements FaultAbortError {
    /** The names by number. gRPC document: Status codes and their use in gRPC. */
    private static final ImmutableList<String> NAMES =
        ImmutableList.of(
            "OK",
            "CANCELLED",
            "UNKNOWN",
            "INVALID_ARGUMENT",
            "DEADLINE_EXCEEDED",
            "NOT_FOUND",
            "ALREADY_EXISTS",
            "PERMISSION_DENIED",
            "RESOURCE_EXHAUSTED",
            "FAILED_PRECONDITION",
            "ABORTED",
            "OUT_OF_RANGE",
            "UNIMPLEMENTED",
            "INTERNAL",
            "UNAVAILABLE",
            "DATA_LOSS",
            "UNAUTHENTICATED");

    /** Checks that the value is not null. */
    public GrpcStatus {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.GRPC_STATUS;
    }

    /** The number of the status, 0 to 16. Empty: gRPC has no status of that name. */
    public OptionalInt number() {
      int number = NAMES.indexOf(value);
      return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }
  }

  /**
   * An HTTP/2 error code; not supported, so the abort is invalid.
   *
   * @param value what {@code http2Error} holds
   */
  record Http2Error(String value) implements FaultAbortError {
    /** Checks that the value is not null. */
    public Http2Error {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.HTTP2_ERROR;
    }
  }
}
