// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import io.rutter.model.problem.Problem;
import java.util.function.Consumer;

/** What a listener is told, as text: {@code event: details}. */
record ToldEvents(Consumer<String> events) implements XdsListener {
  @Override
  public void onConnected(XdsClient client) {
    events.accept("connected: " + client.proxyId());
  }

  @Override
  public void onDisconnected(XdsClient client) {
    events.accept("gone: " + client.proxyId());
  }

  @Override
  public void onAcknowledged(XdsClient client) {
    events.accept("acknowledged: " + client.proxyId());
  }

  @Override
  public void onRefused(XdsClient client, Problem problem) {
    events.accept("refused: " + problem);
  }

  @Override
  public void onPassedOver(XdsClient client, String step) {
    events.accept("not-acknowledged: " + step);
  }

  @Override
  public void onUnknownProxy(XdsClient client) {
    events.accept("unknown-proxy: " + client.proxyId());
  }

  @Override
  public void onNoMeshYet(XdsClient client) {
    events.accept("no-mesh-yet: " + client.proxyId());
  }

  @Override
  public void onStreamRefused(XdsClient client, String reason) {
    events.accept("stream-refused: " + reason);
  }

  @Override
  public void onUnsupportedType(XdsClient client, String typeUrl) {
    events.accept("unsupported-type: " + typeUrl);
  }

  @Override
  public void onInternalError(XdsClient client, Throwable error) {
    events.accept("internal-error: " + error);
  }
}
