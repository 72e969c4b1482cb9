// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes with the translator: Envoy's messages, the interfaces of gRPC that their artifact
 * needs beside a java-control-plane server, and nothing to send them with.
 */
class ClassPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.grpc.internal.ManagedChannelImpl",
        "io.grpc.netty.NettyServerBuilder",
        "io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder",
        "io.grpc.okhttp.OkHttpServerBuilder",
        "io.netty.channel.Channel",
        "io.netty.buffer.ByteBuf",
      })
  void classIsAbsent(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void jarsOfGrpcAreInterfaces() {
    assertThat(System.getProperty("java.class.path").split(File.pathSeparator))
        .hasSizeGreaterThan(3)
        .noneMatch(entry -> entry.matches(".*/netty-[^/]*\\.jar"))
        .filteredOn(entry -> entry.matches(".*/grpc-[^/]*\\.jar"))
        .allMatch(
            entry -> entry.matches(".*/grpc-(api|stub|protobuf|protobuf-lite)-[0-9.]*\\.jar"));
  }
}
