// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import java.time.Duration;

/** How long and how much streams may keep. Immutable. */
public final class StreamLimits {
  /** 30 seconds, 30 seconds, 10,000 streams, any certificate that is trusted. */
  public static final StreamLimits DEFAULT =
      new StreamLimits(Duration.ofSeconds(30), Duration.ofSeconds(30), 10_000, false);

  private final Duration acknowledgment;
  private final Duration firstRequest;
  private final int streams;
  private final boolean matchNames;

  private StreamLimits(
      Duration acknowledgment, Duration firstRequest, int streams, boolean matchNames) {
    this.acknowledgment = acknowledgment;
    this.firstRequest = firstRequest;
    this.streams = streams;
    this.matchNames = matchNames;
  }

  /** How long an Envoy may take to acknowledge a step of a change until it is passed over. */
  public Duration acknowledgment() {
    return acknowledgment;
  }

  /** How long a stream may be open before it says who it is. */
  public Duration firstRequest() {
    return firstRequest;
  }

  /** Most streams at one time. */
  public int streams() {
    return streams;
  }

  /** Whether the certificate of an Envoy must have its {@code NAME.NAMESPACE} as a DNS name. */
  public boolean matchNames() {
    return matchNames;
  }

  /** These limits with another time for acknowledgments. */
  public StreamLimits withAcknowledgment(Duration most) {
    return new StreamLimits(most, firstRequest, streams, matchNames);
  }

  /** These limits with another time for first requests. */
  public StreamLimits withFirstRequest(Duration most) {
    return new StreamLimits(acknowledgment, most, streams, matchNames);
  }

  /** These limits with another number of streams. */
  public StreamLimits withStreams(int most) {
    return new StreamLimits(acknowledgment, firstRequest, most, matchNames);
  }

  /** These limits where certificates must name the Envoy, or need not. */
  public StreamLimits withMatchNames(boolean match) {
    return new StreamLimits(acknowledgment, firstRequest, streams, match);
  }
}
