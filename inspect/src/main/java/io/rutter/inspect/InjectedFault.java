// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the fault filter does to calls of this route.
 *
 * @param delay how long it delays them; absent if it does not, or if a header says how long
 * @param delayShare the fraction of calls that it delays
 * @param abortStatus the HTTP status that it answers with; absent: none
 * @param abortGrpcStatus the gRPC status that it answers with; absent: none
 * @param abortShare the fraction of calls that it aborts
 */
public record InjectedFault(
    Optional<Duration> delay,
    double delayShare,
    OptionalInt abortStatus,
    OptionalInt abortGrpcStatus,
    double abortShare) {}
