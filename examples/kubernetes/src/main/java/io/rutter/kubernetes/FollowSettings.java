// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.rutter.controlplane.ServerSettings;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How a control plane follows clusters.
 *
 * @param server how it serves Envoys
 * @param statusAddress where it answers probes, and Prometheus
 * @param revision its revision
 * @param rootNamespace where the settings of the mesh and the Lease are
 * @param instance names this instance among the others
 * @param quiet see {@link Debounce}
 * @param most see {@link Debounce}
 * @param discovery how often the API servers are asked which kinds they serve
 * @param patience how long no answer of an API server is no news
 * @param writesProblems whether problems are written into the status of objects
 * @param writesIngresses whether the addresses of Ingresses are written
 */
record FollowSettings(
    ServerSettings server,
    InetSocketAddress statusAddress,
    Revision revision,
    String rootNamespace,
    String instance,
    Duration quiet,
    Duration most,
    Duration discovery,
    Duration patience,
    boolean writesProblems,
    boolean writesIngresses) {}
