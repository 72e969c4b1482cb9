// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes with the translator: Envoy's messages, and nothing to send them with. */
class ClassPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.grpc.Channel",
        "io.grpc.stub.AbstractStub",
        "io.grpc.protobuf.ProtoUtils",
        "io.netty.channel.Channel",
        "io.netty.buffer.ByteBuf",
      })
  void classIsAbsent(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void jarsAreNeitherGrpcNorNetty() {
    assertThat(System.getProperty("java.class.path").split(File.pathSeparator))
        .hasSizeGreaterThan(3)
        .noneMatch(entry -> entry.matches(".*/(grpc|netty)-[^/]*\\.jar"));
  }
}
