// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.protobuf.Message;
import io.rutter.translator.internal.output.MessagePrinter;
import io.rutter.translator.internal.output.ProblemJson;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

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
  private final Appendable out;
  private final MessagePrinter printer = new MessagePrinter();

  private JsonOutput(Appendable out) {
    this.out = out;
  }

  /** Writes the resources of these kinds and all problems. */
  public static void write(Translation translation, Set<ResourceKind> kinds, Appendable out)
      throws IOException {
    JsonOutput output = new JsonOutput(out);
    out.append("{\n  \"proxies\": {");
    String separator = "\n";
    for (XdsResources proxy : translation.proxies()) {
      out.append(separator)
          .append("    ")
          .append(ProblemJson.string(Translation.proxyId(proxy.proxy())));
      out.append(": ");
      output.proxy(proxy, kinds);
      separator = ",\n";
    }
    out.append(translation.proxies().isEmpty() ? "},\n" : "\n  },\n").append("  \"problems\": ");
    output.list("  ", translation.problems().stream().map(ProblemJson::print).toList());
    out.append("\n}\n");
  }

  /** Writes the resources of one kind only: {@code {"NAME.NAMESPACE": []}}. */
  static void writeKind(Translation translation, ResourceKind kind, Appendable out)
      throws IOException {
    JsonOutput output = new JsonOutput(out);
    out.append("{");
    String separator = "\n";
    for (XdsResources proxy : translation.proxies()) {
      out.append(separator)
          .append("  ")
          .append(ProblemJson.string(Translation.proxyId(proxy.proxy())));
      out.append(": ");
      output.resources("  ", kind.of(proxy));
      separator = ",\n";
    }
    out.append("\n}\n");
  }

  private void proxy(XdsResources proxy, Set<ResourceKind> kinds) throws IOException {
    out.append("{");
    String separator = "\n";
    for (ResourceKind kind : ResourceKind.values()) {
      if (kinds.contains(kind)) {
        out.append(separator).append("      \"").append(kind.id()).append("\": ");
        resources("      ", kind.of(proxy));
        separator = ",\n";
      }
    }
    out.append("\n    }");
  }

  private void resources(String indent, List<? extends Message> resources) throws IOException {
    list(indent, resources.stream().map(printer::print).toList());
  }

  /** Writes elements that start at the margin as a list that starts at this indentation. */
  private void list(String indent, List<String> elements) throws IOException {
    if (elements.isEmpty()) {
      out.append("[]");
      return;
    }
    String inner = indent + "  ";
    out.append("[\n");
    for (Iterator<String> i = elements.iterator(); i.hasNext(); ) {
      out.append(inner).append(i.next().replace("\n", "\n" + inner));
      out.append(i.hasNext() ? ",\n" : "\n");
    }
    out.append(indent).append("]");
  }
}
