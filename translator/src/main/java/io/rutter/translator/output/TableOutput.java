// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import io.rutter.model.problem.VisibleText;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.XdsResources;
import io.rutter.translator.internal.output.ClusterTable;
import io.rutter.translator.internal.output.EndpointTable;
import io.rutter.translator.internal.output.ListenerTable;
import io.rutter.translator.internal.output.RouteTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a translation as tables for people: the outline of each resource, a line for each part.
 */
public final class TableOutput {
  private TableOutput() {}

  /**
   * A table for each proxy and kind, without problems, in memory: {@link #write} is for large
   * meshes.
   */
  public static String print(Translation translation) {
    return print(translation, EnumSet.allOf(ResourceKind.class));
  }

  /** A table for each proxy and each of these kinds, without problems, in memory. */
  public static String print(Translation translation, Set<ResourceKind> kinds) {
    StringBuilder out = new StringBuilder();
    try {
      write(translation, kinds, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Nothing fails in memory.
    }
    return out.toString();
  }

  /** Writes a table for each proxy and kind; problems are left to the caller. */
  public static void write(Translation translation, Set<ResourceKind> kinds, Appendable out)
      throws IOException {
    String separator = "";
    for (XdsResources proxy : translation.proxies()) {
      out.append(separator).append(VisibleText.of(proxy.proxy().id())).append(" (");
      out.append(proxy.proxy().type().name().toLowerCase(Locale.ROOT)).append(")\n");
      for (ResourceKind kind : ResourceKind.values()) {
        if (kinds.contains(kind)) {
          out.append('\n').append(table(proxy, kind));
        }
      }
      separator = "\n";
    }
  }

  private static String table(XdsResources proxy, ResourceKind kind) {
    return switch (kind) {
      case CLUSTERS -> ClusterTable.print(proxy.clusters());
      case ENDPOINTS -> EndpointTable.print(proxy.endpoints());
      case LISTENERS -> ListenerTable.print(proxy.listeners());
      case ROUTES -> RouteTable.print(proxy.routes());
    };
  }
}
