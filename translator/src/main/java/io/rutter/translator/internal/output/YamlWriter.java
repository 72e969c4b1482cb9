// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

/**
 * Writes JSON as YAML in block style: two spaces per level, elements of a list at the level of its
 * key, strings without quotes where every YAML reader reads them as strings.
 */
public final class YamlWriter {
  private final JsonReader json;
  private final StringBuilder yaml = new StringBuilder();

  private YamlWriter(JsonReader json) {
    this.json = json;
  }

  /**
   * The YAML of a JSON value, with a newline at the end.
   *
   * @param level how far each line but the first is indented, in steps of two spaces
   */
  public static String fromJson(String text, int level) {
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      YamlWriter writer = new YamlWriter(json);
      writer.value(level, false);
      return writer.yaml.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Writes the next value.
   *
   * @param level how far its own lines are indented
   * @param afterKey whether the current line already has the key; otherwise it is indented already
   */
  private void value(int level, boolean afterKey) throws IOException {
    JsonToken token = json.peek();
    if (token == JsonToken.BEGIN_OBJECT) {
      object(level, afterKey);
    } else if (token == JsonToken.BEGIN_ARRAY) {
      list(afterKey ? level - 1 : level, afterKey);
    } else {
      yaml.append(afterKey ? " " : "").append(scalar(token)).append('\n');
    }
  }

  private void object(int level, boolean afterKey) throws IOException {
    json.beginObject();
    if (!json.hasNext()) {
      yaml.append(afterKey ? " {}\n" : "{}\n");
    } else if (afterKey) {
      yaml.append('\n');
    }
    for (boolean first = !afterKey; json.hasNext(); first = false) {
      indent(first ? 0 : level).append(YamlScalars.text(json.nextName())).append(':');
      value(level + 1, true);
    }
    json.endObject();
  }

  private void list(int level, boolean afterKey) throws IOException {
    json.beginArray();
    if (!json.hasNext()) {
      yaml.append(afterKey ? " []\n" : "[]\n");
    } else if (afterKey) {
      yaml.append('\n');
    }
    for (boolean first = !afterKey; json.hasNext(); first = false) {
      indent(first ? 0 : level).append("- ");
      value(level + 1, false);
    }
    json.endArray();
  }

  private StringBuilder indent(int level) {
    return yaml.append("  ".repeat(level));
  }

  private String scalar(JsonToken token) throws IOException {
    return switch (token) {
      case STRING -> YamlScalars.text(json.nextString());
      case BOOLEAN -> Boolean.toString(json.nextBoolean());
      case NULL -> {
        json.nextNull();
        yield "null";
      }
      default -> json.nextString();
    };
  }
}
