// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.rutter.javacontrolplane.StreamLimits;
import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import io.rutter.model.problem.Problem;

/** What happens to Envoys, as events. */
public final class LoggedClients implements XdsListener {
  private final EventSink events;
  private final StreamLimits limits;

  /**
   * A listener that tells of clients.
   *
   * @param limits those of the streams
   */
  public LoggedClients(EventSink events, StreamLimits limits) {
    this.events = events;
    this.limits = limits;
  }

  @Override
  public void onConnected(XdsClient client) {
    events.accept(ofProxy(Event.Level.INFO, "connected", client));
  }

  @Override
  public void onDisconnected(XdsClient client) {
    events.accept(ofProxy(Event.Level.INFO, "gone", client));
  }

  @Override
  public void onAcknowledged(XdsClient client) {
    events.accept(ofProxy(Event.Level.DEBUG, "acknowledged", client));
  }

  @Override
  public void onRefused(XdsClient client, Problem problem) {
    events.accept(ofProxy(Event.Level.ERROR, "nack", client).with(problem));
  }

  @Override
  public void onPassedOver(XdsClient client, String step) {
    events.accept(
        ofProxy(Event.Level.WARN, "not-acknowledged", client)
            .with("seconds", limits.acknowledgment().toSeconds())
            .with("step", step));
  }

  @Override
  public void onUnknownProxy(XdsClient client) {
    events.accept(
        ofProxy(Event.Level.WARN, "unknown-proxy", client)
            .with("expected", "the id of a Proxy of the mesh, NAME.NAMESPACE"));
  }

  @Override
  public void onNoMeshYet(XdsClient client) {
    events.accept(ofProxy(Event.Level.INFO, "no-mesh-yet", client));
  }

  @Override
  public void onStreamRefused(XdsClient client, String reason) {
    events.accept(ofNode(Event.Level.WARN, "stream-refused", client).with("reason", reason));
  }

  @Override
  public void onUnsupportedType(XdsClient client, String typeUrl) {
    events.accept(ofNode(Event.Level.WARN, "unsupported-type", client).with("type", typeUrl));
  }

  @Override
  public void onInternalError(XdsClient client, Throwable error) {
    events.accept(
        ofNode(Event.Level.ERROR, "internal-error", client).with("error", StackSummary.of(error)));
  }

  /** An event of the Envoy of a proxy. */
  private static Event ofProxy(Event.Level level, String name, XdsClient client) {
    return Event.of(level, name).with("proxy", client.proxyId()).with("peer", client.address());
  }

  /** An event of any client. */
  private static Event ofNode(Event.Level level, String name, XdsClient client) {
    Event event = Event.of(level, name);
    return (client.nodeId().isEmpty() ? event : event.with("node", client.nodeId()))
        .with("peer", client.address());
  }
}
