// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import com.google.protobuf.FloatValue;
import com.google.protobuf.Int32Value;
import com.google.protobuf.Int64Value;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.NullValue;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.type.v3.Int64Range;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the message, the text is that of {@link JsonFormat}. */
class MessageTextTest {
  private static final Struct STRUCT =
      Struct.newBuilder()
          .putFields("b", text("<a href='x'>&=\u2028\u00e9\ud83d\ude00\"\\\u0001</a>"))
          .putFields("a", Value.newBuilder().setNumberValue(1e300).build())
          .putFields("", Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build())
          .putFields(
              "list",
              Value.newBuilder()
                  .setListValue(ListValue.newBuilder().addValues(text("x")).addValues(text("")))
                  .build())
          .putFields("none", Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build())
          .build();

  private static final TypeRegistry TYPES =
      TypeRegistry.newBuilder()
          .add(wellKnown().stream().map(Message::getDescriptorForType).toList())
          .add(Cluster.getDescriptor())
          .add(RouteConfiguration.getDescriptor())
          .build();

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static List<Message> wellKnown() {
    return List.<Message>of(
        BoolValue.of(true),
        BytesValue.of(ByteString.copyFromUtf8("a\u0000\u00ff>")),
        DoubleValue.of(Double.NaN),
        Duration.newBuilder().setSeconds(-3).setNanos(-1_000).build(),
        Empty.getDefaultInstance(),
        FieldMask.newBuilder().addPaths("a_b.c").addPaths("d").build(),
        FloatValue.of(Float.NEGATIVE_INFINITY),
        Int32Value.of(-7),
        Int64Value.of(Long.MIN_VALUE),
        ListValue.newBuilder().addValues(text("x")).build(),
        StringValue.of("it's"),
        STRUCT,
        Timestamp.newBuilder().setSeconds(1_700_000_000).setNanos(5).build(),
        UInt32Value.of(-1),
        UInt64Value.of(-1),
        Value.newBuilder().setBoolValue(false).build());
  }

  static Stream<Message> messages() {
    Metadata metadata =
        Metadata.newBuilder()
            .putFilterMetadata("z", STRUCT) // Beyond U+E000 each version has an order of its own.
            .putFilterMetadata("\ud83d\ude00", STRUCT)
            .putFilterMetadata("a", STRUCT)
            .putTypedFilterMetadata("b", Any.pack(Any.pack(STRUCT)))
            .putTypedFilterMetadata("empty", Any.getDefaultInstance())
            .build();
    Cluster cluster =
        Cluster.newBuilder()
            .setName("outbound|80||a.b")
            .setTypeValue(77)
            .setConnectTimeout(Duration.newBuilder().setSeconds(10))
            .setMetadata(metadata)
            .build();
    VirtualHost virtualHost =
        VirtualHost.newBuilder()
            .addDomains("*")
            .addDomains("a\nb")
            .addRoutes(Route.newBuilder().setMetadata(metadata))
            .addRoutes(Route.getDefaultInstance())
            .putTypedPerFilterConfig("x", Any.pack(cluster))
            .build();
    HeaderMatcher range =
        HeaderMatcher.newBuilder()
            .setRangeMatch(Int64Range.newBuilder().setStart(-1).setEnd(Long.MAX_VALUE))
            .build();
    // The common type that is inferred of messages is not that of another protobuf.
    return Stream.of(
            Stream.<Message>of(
                cluster,
                Cluster.getDefaultInstance(),
                RouteConfiguration.newBuilder()
                    .addAllVirtualHosts(IntStream.range(0, 3).mapToObj(i -> virtualHost).toList())
                    .build(),
                range,
                DataSource.newBuilder().setInlineBytes(ByteString.copyFromUtf8("\u0000>")).build(),
                Any.getDefaultInstance()),
            wellKnown().stream(),
            wellKnown().stream().<Message>map(Any::pack))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isThatOfJsonFormat(Message message) throws InvalidProtocolBufferException {
    String expected = JsonFormat.printer().usingTypeRegistry(TYPES).sortingMapKeys().print(message);
    MessageText text = new MessageText("    ");
    assertThat(text.of(message)).isEqualTo(expected.replace("\n", "\n    "));
    assertThat(text.of(message)).as("again").isEqualTo(expected.replace("\n", "\n    "));
    assertThat(new MessageText("").of(message)).isEqualTo(expected);
  }

  @Test
  void unknownTypesAreRefused() {
    Any any = Any.newBuilder().setTypeUrl("type.googleapis.com/a.B").build();
    assertThatThrownBy(() -> new MessageText("").of(any))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.B");
  }

  /** Others may write the fields of what they pack in any order, the last of one counting. */
  @Test
  void anyOrderOfFields() throws InvalidProtocolBufferException {
    Cluster first = Cluster.newBuilder().setName("a").setType(Cluster.DiscoveryType.EDS).build();
    Cluster second =
        Cluster.newBuilder()
            .setClusterType(Cluster.CustomClusterType.newBuilder().setName("c"))
            .setConnectTimeout(Duration.newBuilder().setSeconds(1))
            .setName("b")
            .build();
    for (ByteString value :
        List.of(
            second.toByteString().concat(first.toByteString()),
            first.toByteString().concat(second.toByteString()))) {
      Any any = Any.newBuilder().setTypeUrl(Any.pack(first).getTypeUrl()).setValue(value).build();
      assertThat(new MessageText("").of(any))
          .isEqualTo(JsonFormat.printer().usingTypeRegistry(TYPES).print(any));
    }
  }
}
