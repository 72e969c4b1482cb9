// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import java.time.Duration;

/**
 * How long and how much streams may keep.
 *
 * @param acknowledgment how long a step of a rollout may take until it is passed over
 * @param firstRequest how long a stream may be open before it says who it is
 * @param streams most streams at one time
 * @param matchNames whether the certificate of an Envoy must have its id, {@code NAME.NAMESPACE},
 *     as a DNS name
 */
public record StreamLimits(
    Duration acknowledgment, Duration firstRequest, int streams, boolean matchNames) {
  /** 30 seconds, 30 seconds, 10,000 streams, any certificate that is trusted. */
  public static final StreamLimits DEFAULT =
      new StreamLimits(Duration.ofSeconds(30), Duration.ofSeconds(30), 10_000, false);

  /** Most characters of a node id: Kubernetes' names, and what Istio puts around them, are less. */
  static final int NODE_ID_CHARACTERS = 2_048;

  /**
   * Most characters of the names that an Envoy asks for while no mesh names it. One that has much
   * to ask for asks again when it is known.
   */
  static final int UNKNOWN_NAMES_CHARACTERS = 65_536;

  /** Most types that are asked for in vain and told of, for one stream. */
  static final int UNSUPPORTED_TYPES = 10;

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
