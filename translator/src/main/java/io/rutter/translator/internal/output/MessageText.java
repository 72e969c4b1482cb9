// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.gson.Gson;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.JsonFormat;
import io.rutter.model.problem.VisibleText;
import io.rutter.translator.internal.proto.MessageTypes;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes messages as {@link JsonFormat} does, byte for byte, in a fraction of its time: it reads
 * their binary form, which only has fields that are set and contains the message of an {@code Any}
 * as it is. Control characters that a terminal would interpret are escaped.
 */
final class MessageText {
  /** How a type is written in JSON. */
  private enum Form {
    ANY,
    DURATION,
    WRAPPER,
    STRUCT,
    VALUE,
    LIST,
    RARE,
    MESSAGE
  }

  private static final ImmutableMap<String, Form> FORMS =
      ImmutableMap.<String, Form>builder()
          .put("google.protobuf.Any", Form.ANY)
          .put("google.protobuf.BoolValue", Form.WRAPPER)
          .put("google.protobuf.BytesValue", Form.WRAPPER)
          .put("google.protobuf.DoubleValue", Form.WRAPPER)
          .put("google.protobuf.Duration", Form.DURATION)
          .put("google.protobuf.FieldMask", Form.RARE)
          .put("google.protobuf.FloatValue", Form.WRAPPER)
          .put("google.protobuf.Int32Value", Form.WRAPPER)
          .put("google.protobuf.Int64Value", Form.WRAPPER)
          .put("google.protobuf.ListValue", Form.LIST)
          .put("google.protobuf.StringValue", Form.WRAPPER)
          .put("google.protobuf.Struct", Form.STRUCT)
          .put("google.protobuf.Timestamp", Form.RARE)
          .put("google.protobuf.UInt32Value", Form.WRAPPER)
          .put("google.protobuf.UInt64Value", Form.WRAPPER)
          .put("google.protobuf.Value", Form.VALUE)
          .buildOrThrow();

  /** The default of any type in binary form, length included. */
  private static final byte[] ZEROS = new byte[8];

  private static final Gson TEXTS = new Gson();

  private final String indent;
  private final StringBuilder out = new StringBuilder();

  /** Whether the fields of the message at hand came as Java writes them. */
  private boolean inOrder = true;

  /**
   * Writes nothing yet.
   *
   * @param indent what each line but the first starts with
   */
  MessageText(String indent) {
    this.indent = indent;
  }

  /** The JSON of a message, two spaces per level, without a newline at the end. */
  String of(Message message) {
    out.setLength(0);
    try {
      message(message.getDescriptorForType(), reader(message.toByteString()), 0);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return out.toString();
  }

  private static CodedInputStream reader(ByteString message) {
    CodedInputStream in = message.newCodedInput();
    in.enableAliasing(true);
    return in;
  }

  private void line(int level) {
    out.append('\n').append(indent);
    for (int i = 0; i < level; i++) {
      out.append("  ");
    }
  }

  private static Form form(Descriptor type) {
    return FORMS.getOrDefault(type.getFullName(), Form.MESSAGE);
  }

  /** Writes what is left to read as a message of the type. */
  private void message(Descriptor type, CodedInputStream in, int level) throws IOException {
    switch (form(type)) {
      case ANY -> any(Any.parseFrom(in), level);
      case DURATION ->
          out.append('"').append(Durations.toString(Duration.parseFrom(in))).append('"');
      case WRAPPER -> wrapper(type, in);
      case STRUCT -> map(field(type, 1), in.readTag(), in, level);
      case VALUE -> oneValue(type, in, level);
      case LIST -> list(field(type, 1), in.readTag(), in, level);
      case RARE -> out.append(JsonFormat.printer().print(DynamicMessage.parseFrom(type, in)));
      case MESSAGE -> {
        out.append('{');
        fields(type, in, "", level);
      }
    }
  }

  private static FieldDescriptor field(Descriptor type, int number) {
    FieldDescriptor field = type.findFieldByNumber(number);
    if (field == null) {
      throw new IllegalArgumentException(type.getFullName() + ": no field " + number);
    }
    return field;
  }

  private void wrapper(Descriptor type, CodedInputStream in) throws IOException {
    boolean isDefault = in.readTag() == 0;
    value(field(type, 1), isDefault ? CodedInputStream.newInstance(ZEROS) : in, 0);
  }

  /** A {@code Value}, of which no more than one field is set. */
  private void oneValue(Descriptor type, CodedInputStream in, int level) throws IOException {
    int tag = in.readTag();
    if (tag == 0) {
      out.append("null");
    } else {
      value(field(type, WireFormat.getTagFieldNumber(tag)), in, level);
    }
  }

  private void any(Any any, int level) throws IOException {
    if (any.equals(Any.getDefaultInstance())) {
      out.append("{}");
      return;
    }
    Message type =
        MessageTypes.prototype(any.getTypeUrl())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "an Any of a type that is none of Envoy's API: " + any.getTypeUrl()));
    boolean outerInOrder = inOrder;
    int start = out.length();
    inOrder = true;
    held(any.getTypeUrl(), type.getDescriptorForType(), any.getValue(), level);
    if (!inOrder) {
      out.setLength(start);
      ByteString ordered = type.getParserForType().parseFrom(any.getValue()).toByteString();
      held(any.getTypeUrl(), type.getDescriptorForType(), ordered, level);
    }
    inOrder = outerInOrder;
  }

  /** A message with the name of its type. */
  private void held(String typeUrl, Descriptor type, ByteString message, int level)
      throws IOException {
    out.append('{');
    line(level + 1);
    out.append("\"@type\": ");
    text(typeUrl);
    if (form(type) == Form.MESSAGE) {
      fields(type, reader(message), ",", level);
    } else {
      out.append(',');
      line(level + 1);
      out.append("\"value\": ");
      message(type, reader(message), level + 1);
      line(level);
      out.append('}');
    }
  }

  /** The fields and the end of an object. */
  private void fields(Descriptor type, CodedInputStream in, String separator, int level)
      throws IOException {
    String before = separator;
    int last = 0;
    long oneofs = 0;
    int tag = in.readTag();
    while (tag != 0) {
      FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
      if (field == null) {
        in.skipField(tag);
        tag = in.readTag();
        continue;
      }
      long oneof =
          field.getContainingOneof() == null ? 0 : 1L << field.getContainingOneof().getIndex();
      inOrder &= field.getNumber() > last && (oneofs & oneof) == 0;
      last = field.getNumber();
      oneofs |= oneof;
      out.append(before);
      before = ",";
      line(level + 1);
      out.append('"').append(field.getJsonName()).append("\": ");
      tag = field(field, tag, in, level + 1);
    }
    line(level);
    out.append('}');
  }

  /** Writes what a field has, and returns the tag after it. */
  private int field(FieldDescriptor field, int tag, CodedInputStream in, int level)
      throws IOException {
    if (field.isMapField()) {
      return map(field, tag, in, level);
    }
    if (field.isRepeated()) {
      return list(field, tag, in, level);
    }
    value(field, in, level);
    return in.readTag();
  }

  @CanIgnoreReturnValue // Nothing follows in a Struct or ListValue.
  private int list(FieldDescriptor field, int first, CodedInputStream in, int level)
      throws IOException {
    out.append('[');
    int tag = first;
    while (isOf(field, tag)) {
      if (isPacked(field, tag)) {
        int outer = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
          element(field, in, level);
        }
        in.popLimit(outer);
      } else {
        element(field, in, level);
      }
      tag = in.readTag();
    }
    out.append(']');
    return tag;
  }

  private void element(FieldDescriptor field, CodedInputStream in, int level) throws IOException {
    out.append(out.charAt(out.length() - 1) == '[' ? "" : ", ");
    value(field, in, level);
  }

  private static boolean isPacked(FieldDescriptor field, int tag) {
    return field.isPackable()
        && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }

  private static boolean isOf(FieldDescriptor field, int tag) {
    return WireFormat.getTagFieldNumber(tag) == field.getNumber();
  }

  @CanIgnoreReturnValue // Nothing follows in a Struct or ListValue.
  private int map(FieldDescriptor field, int first, CodedInputStream in, int level)
      throws IOException {
    if (field(field.getMessageType(), 1).getType() != FieldDescriptor.Type.STRING) {
      throw new IllegalArgumentException(field + " (expected: a map of texts)");
    }
    Map<ByteString, ByteString> entries =
        new TreeMap<>(ByteString.unsignedLexicographicalComparator());
    int tag = first;
    while (isOf(field, tag)) {
      ByteString entry = in.readBytes();
      entries.put(valueOf(entry, 1).readBytes(), entry);
      tag = in.readTag();
    }
    String separator = "{";
    for (Map.Entry<ByteString, ByteString> entry : entries.entrySet()) {
      out.append(separator);
      separator = ",";
      line(level + 1);
      text(entry.getKey().toStringUtf8());
      out.append(": ");
      value(field(field.getMessageType(), 2), valueOf(entry.getValue(), 2), level + 1);
    }
    out.append(entries.isEmpty() ? "{" : "");
    line(level);
    out.append('}');
    return tag;
  }

  /** Reads on with the value of a field, or with zeros, which are the default of any. */
  private static CodedInputStream valueOf(ByteString message, int number) throws IOException {
    CodedInputStream in = reader(message);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == number) {
        return in;
      }
      in.skipField(tag);
    }
    return CodedInputStream.newInstance(ZEROS);
  }

  private void value(FieldDescriptor field, CodedInputStream in, int level) throws IOException {
    switch (field.getType()) {
      case INT32 -> out.append(in.readInt32());
      case SINT32 -> out.append(in.readSInt32());
      case SFIXED32 -> out.append(in.readSFixed32());
      case BOOL -> out.append(in.readBool());
      case UINT32 -> out.append(Integer.toUnsignedString(in.readUInt32()));
      case FIXED32 -> out.append(Integer.toUnsignedString(in.readFixed32()));
      case INT64 -> quoted(Long.toString(in.readInt64()));
      case SINT64 -> quoted(Long.toString(in.readSInt64()));
      case SFIXED64 -> quoted(Long.toString(in.readSFixed64()));
      case UINT64 -> quoted(Long.toUnsignedString(in.readUInt64()));
      case FIXED64 -> quoted(Long.toUnsignedString(in.readFixed64()));
      case FLOAT -> {
        float number = in.readFloat();
        number(number, Float.toString(number));
      }
      case DOUBLE -> {
        double number = in.readDouble();
        number(number, Double.toString(number));
      }
      case STRING -> text(in.readStringRequireUtf8());
      case BYTES -> quoted(Base64.getEncoder().encodeToString(in.readByteArray()));
      case ENUM -> constant(field, in.readEnum());
      case MESSAGE -> {
        int outer = in.pushLimit(in.readRawVarint32());
        message(field.getMessageType(), in, level);
        in.popLimit(outer);
      }
      case GROUP -> throw new IllegalArgumentException(field + " (expected: no group)");
    }
  }

  private void quoted(String text) {
    out.append('"').append(text).append('"');
  }

  private void number(double number, String text) {
    if (Double.isFinite(number)) {
      out.append(text);
    } else {
      quoted(text);
    }
  }

  private void constant(FieldDescriptor field, int number) {
    EnumValueDescriptor known = field.getEnumType().findValueByNumber(number);
    if (field.getEnumType().getFullName().equals("google.protobuf.NullValue")) {
      out.append("null");
    } else if (known == null) {
      out.append(number);
    } else {
      quoted(known.getName());
    }
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || "\"\\<>&='".indexOf(c) >= 0) {
        out.append(VisibleText.inJson(TEXTS.toJson(text)));
        return;
      }
    }
    quoted(text);
  }
}
