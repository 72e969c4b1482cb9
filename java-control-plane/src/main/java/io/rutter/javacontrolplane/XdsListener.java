// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import io.rutter.model.problem.Problem;

/**
 * Told of what happens to the Envoys of a {@link RutterCache}. Each method does nothing unless it
 * is overridden.
 *
 * <p>Called by the threads that call the cache or its services, several at one time, but for one
 * stream one after another. An implementation returns soon, does not throw, and does not call the
 * cache.
 */
public interface XdsListener {
  /** Hears nothing. */
  XdsListener NONE = new XdsListener() {};

  /** An Envoy of the mesh asks for its resources. */
  default void onConnected(XdsClient client) {}

  /** The stream of an Envoy that was told of as connected has ended. */
  default void onDisconnected(XdsClient client) {}

  /** An Envoy has acknowledged all that it shall have; told once after each update. */
  default void onAcknowledged(XdsClient client) {}

  /**
   * An Envoy has refused resources (NACK). What it refused is not sent again; the next update is.
   *
   * @param problem of the code {@code refused-by-envoy}: what Envoy says, and the object that the
   *     resources come from, with its place, as far as these can be told; one call for each object
   */
  default void onRefused(XdsClient client, Problem problem) {}

  /**
   * An Envoy has not acknowledged a step of a change within {@link StreamLimits#acknowledgment()};
   * it goes on with the next step.
   *
   * @param step {@code clusters}, {@code listeners} or {@code removals}
   */
  default void onPassedOver(XdsClient client, String step) {}

  /**
   * An Envoy whose proxy the mesh does not name. It is served as soon as the mesh does. Told once
   * of each of the last thousand such proxies.
   */
  default void onUnknownProxy(XdsClient client) {}

  /**
   * An Envoy that has come before the first mesh. It is served as soon as there is one; whether
   * that names its proxy is told then.
   */
  default void onNoMeshYet(XdsClient client) {}

  /** A client did what no Envoy does, or there are too many: its stream was ended. */
  default void onStreamRefused(XdsClient client, String reason) {}

  /** A client asks for a type of resources that a mesh does not have; it gets no answer. */
  default void onUnsupportedType(XdsClient client, String typeUrl) {}

  /** A fault of this library, of a {@link SecretSource} or of gRPC, which has ended one stream. */
  default void onInternalError(XdsClient client, Throwable error) {}
}
