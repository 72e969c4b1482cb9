// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import com.google.common.collect.ImmutableList;

/**
 * The servers that share one listener: either plain HTTP servers, which share one filter chain and
 * one route configuration, or one plain TCP server, or any number of TLS servers, which plain-text
 * servers may join if TLS came first.
 *
 * @param port the port that the proxy listens on
 * @param bind the address, or empty for the wildcard
 * @param servers in order of acceptance: Gateways oldest first, servers as listed
 */
public record ServerGroup(int port, String bind, ImmutableList<MergedServer> servers) {}
