// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the fault filter does to calls of this route.
 *
 * @param delay how long it holds them back; absent: not, or as long as a header says
 * @param delayShare the part of the calls that it holds back
 * @param abortStatus the HTTP status that it answers with; absent: none
 * @param abortGrpcStatus the gRPC status that it answers with; absent: none
 * @param abortShare the part of the calls that it answers itself
 */
public record InjectedFault(
    Optional<Duration> delay,
    double delayShare,
    OptionalInt abortStatus,
    OptionalInt abortGrpcStatus,
    double abortShare) {}
