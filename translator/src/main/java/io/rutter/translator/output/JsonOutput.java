// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import com.google.common.collect.Iterators;
import com.google.protobuf.Message;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.XdsResources;
import io.rutter.translator.internal.output.MessagePrinter;
import io.rutter.translator.internal.output.ProblemJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a translation as one JSON object:
 *
 * <pre>{@code
 * {"proxies": {"NAME.NAMESPACE": {"clusters": [], "endpoints": [], "listeners": [], "routes": []}},
 *  "problems": []}
 * }</pre>
 *
 * <p>Proxies and resources are sorted by name; each resource has protobuf's JSON form.
 */
public final class JsonOutput {
  /** Indentation of the lists of resources. */
  private static final String INDENT = "      ";

  private final Appendable out;
  private final MessagePrinter printer;

  private JsonOutput(Appendable out, MessagePrinter printer) {
    this.out = out;
    this.printer = printer;
  }

  /** All resources and problems, in memory: {@link #write} is for large meshes. */
  public static String print(Translation translation) {
    return print(translation, EnumSet.allOf(ResourceKind.class));
  }

  /** The resources of these kinds and all problems, in memory. */
  public static String print(Translation translation, Set<ResourceKind> kinds) {
    StringBuilder out = new StringBuilder();
    try {
      write(translation, kinds, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Nothing fails in memory.
    }
    return out.toString();
  }

  /** Writes the resources of these kinds and all problems. */
  public static void write(Translation translation, Set<ResourceKind> kinds, Appendable out)
      throws IOException {
    JsonOutput output = of(translation, kinds, out);
    out.append("{\n  \"proxies\": {");
    String separator = "\n";
    for (XdsResources proxy : translation.proxies()) {
      out.append(separator).append("    ").append(id(proxy)).append(": ");
      output.proxy(proxy, kinds);
      separator = ",\n";
    }
    out.append(translation.proxies().isEmpty() ? "},\n" : "\n  },\n").append("  \"problems\": ");
    list(out, "  ", Iterators.transform(translation.problems().iterator(), ProblemJson::print));
    out.append("\n}\n");
  }

  private static JsonOutput of(Translation translation, Set<ResourceKind> kinds, Appendable out) {
    Stream<Message> messages =
        translation.proxies().stream()
            .flatMap(proxy -> kinds.stream().flatMap(kind -> kind.of(proxy).stream()));
    return new JsonOutput(out, MessagePrinter.json(messages, INDENT + "  "));
  }

  private static String id(XdsResources proxy) {
    return ProblemJson.string(proxy.proxy().id());
  }

  private void proxy(XdsResources proxy, Set<ResourceKind> kinds) throws IOException {
    out.append("{");
    String separator = "\n";
    for (ResourceKind kind : ResourceKind.values()) {
      if (kinds.contains(kind)) {
        out.append(separator).append(INDENT).append('"').append(kind.id()).append("\": ");
        resources(kind.of(proxy));
        separator = ",\n";
      }
    }
    out.append("\n    }");
  }

  private void resources(List<? extends Message> resources) throws IOException {
    list(out, INDENT, Iterators.transform(resources.iterator(), printer::print));
  }

  /** Writes elements, their lines but the first indented already, as a list. */
  private static void list(Appendable out, String indent, Iterator<String> elements)
      throws IOException {
    if (!elements.hasNext()) {
      out.append("[]");
      return;
    }
    out.append("[\n");
    while (elements.hasNext()) {
      out.append(indent).append("  ").append(elements.next());
      out.append(elements.hasNext() ? ",\n" : "\n");
    }
    out.append(indent).append("]");
  }
}
