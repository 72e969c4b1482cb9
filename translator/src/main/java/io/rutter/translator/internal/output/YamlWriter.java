// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.common.base.CharMatcher;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes JSON as YAML in block style: two spaces per level, elements of a list at the level of its
 * key, strings without quotes where every YAML reader reads them as strings.
 */
public final class YamlWriter {
  private final JsonReader json;

  /** The comments; absent where there are none, so that nobody works out paths. */
  private final Optional<Function<String, Optional<String>>> comments;

  private final StringBuilder yaml = new StringBuilder();

  private YamlWriter(JsonReader json, Optional<Function<String, Optional<String>>> comments) {
    this.json = json;
    this.comments = comments;
  }

  /**
   * The YAML of a JSON value, with a newline at the end.
   *
   * @param level how far each line but the first is indented, in steps of two spaces
   */
  public static String fromJson(String text, int level) {
    return fromJson(text, level, Optional.empty());
  }

  /**
   * The same with comments: at the end of the line of a key, and above an element of a list.
   *
   * @param comments the comment on the value at a path such as {@code a.b[0]["c-d"]}, on one line
   */
  public static String fromJson(
      String text, int level, Function<String, Optional<String>> comments) {
    return fromJson(text, level, Optional.of(comments));
  }

  private static String fromJson(
      String text, int level, Optional<Function<String, Optional<String>>> comments) {
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      YamlWriter writer = new YamlWriter(json, comments);
      writer.value(level, false, "");
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
   * @param path the path of the value
   */
  private void value(int level, boolean afterKey, String path) throws IOException {
    JsonToken token = json.peek();
    if (token == JsonToken.BEGIN_OBJECT) {
      object(level, afterKey, path);
    } else if (token == JsonToken.BEGIN_ARRAY) {
      list(afterKey ? level - 1 : level, afterKey, path);
    } else {
      yaml.append(afterKey ? " " : "").append(scalar(token)).append(end(afterKey, path));
    }
  }

  /** The end of a line that may have a comment on the value after its key. */
  private String end(boolean afterKey, String path) {
    return afterKey ? comment(path).map(comment -> "  # " + comment + "\n").orElse("\n") : "\n";
  }

  private void object(int level, boolean afterKey, String path) throws IOException {
    json.beginObject();
    if (!json.hasNext()) {
      yaml.append(afterKey ? " {}" : "{}").append(end(afterKey, path));
    } else if (afterKey) {
      yaml.append(end(true, path));
    }
    for (boolean first = !afterKey; json.hasNext(); first = false) {
      String key = json.nextName();
      indent(first ? 0 : level).append(YamlScalars.text(key)).append(':');
      value(level + 1, true, field(path, key));
    }
    json.endObject();
  }

  private Optional<String> comment(String path) {
    return comments.flatMap(known -> known.apply(path));
  }

  private String field(String path, String key) {
    if (comments.isEmpty()) {
      return "";
    }
    if (!CharMatcher.inRange('a', 'z')
        .or(CharMatcher.inRange('A', 'Z'))
        .or(CharMatcher.inRange('0', '9'))
        .matchesAllOf(key)) {
      return path + "[\"" + key + "\"]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  private void list(int level, boolean afterKey, String path) throws IOException {
    json.beginArray();
    if (!json.hasNext()) {
      yaml.append(afterKey ? " []" : "[]").append(end(afterKey, path));
    } else if (afterKey) {
      yaml.append(end(true, path));
    }
    int place = 0;
    for (boolean first = !afterKey; json.hasNext(); first = false) {
      String element = comments.isEmpty() ? "" : path + "[" + place++ + "]";
      Optional<String> comment = comment(element);
      if (comment.isPresent()) {
        indent(first ? 0 : level).append("# ").append(comment.get()).append('\n');
      }
      indent(first && comment.isEmpty() ? 0 : level).append("- ");
      value(level + 1, false, element);
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
