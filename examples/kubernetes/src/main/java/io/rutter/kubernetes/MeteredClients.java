// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import io.rutter.model.problem.Problem;

/** Counts what happens to Envoys, and passes it on. */
final class MeteredClients implements XdsListener {
  private final Metrics metrics;
  private final XdsListener next;

  MeteredClients(Metrics metrics, XdsListener next) {
    this.metrics = metrics;
    this.next = next;
  }

  @Override
  public void onConnected(XdsClient client) {
    metrics.addProxies(1);
    next.onConnected(client);
  }

  @Override
  public void onDisconnected(XdsClient client) {
    metrics.addProxies(-1);
    next.onDisconnected(client);
  }

  @Override
  public void onAcknowledged(XdsClient client) {
    next.onAcknowledged(client);
  }

  @Override
  public void onRefused(XdsClient client, Problem problem) {
    metrics.countRefusal();
    next.onRefused(client, problem);
  }

  @Override
  public void onPassedOver(XdsClient client, String step) {
    next.onPassedOver(client, step);
  }

  @Override
  public void onUnknownProxy(XdsClient client) {
    // NodeProxies has said what is wrong with the node; no object could name its proxy.
  }

  @Override
  public void onNoMeshYet(XdsClient client) {
    next.onNoMeshYet(client);
  }

  @Override
  public void onStreamRefused(XdsClient client, String reason) {
    next.onStreamRefused(client, reason);
  }

  @Override
  public void onUnsupportedType(XdsClient client, String typeUrl) {
    next.onUnsupportedType(client, typeUrl);
  }

  @Override
  public void onInternalError(XdsClient client, Throwable error) {
    next.onInternalError(client, error);
  }
}
