// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.bootstrap.v3.LayeredRuntime;
import io.envoyproxy.envoy.config.bootstrap.v3.RuntimeLayer;

/** The runtime values that Istio's own bootstrap has and that decide what Envoy accepts. */
public final class StaticRuntime {
  private StaticRuntime() {}

  /**
   * One static layer that allows regular expressions as large as Istio allows (Envoy's default
   * limit of 100 instructions rejects many that Istio's validation accepts).
   */
  public static LayeredRuntime layers() {
    return LayeredRuntime.newBuilder()
        .addLayers(
            RuntimeLayer.newBuilder()
                .setName("rutter")
                .setStaticLayer(
                    Struct.newBuilder()
                        .putFields(
                            "re2.max_program_size.error_level",
                            Value.newBuilder().setNumberValue(32768).build())))
        .build();
  }
}
