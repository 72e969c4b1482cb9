// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.rutter.model.proxy.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Which proxies of a mesh are looked at.
 *
 * @param origin who says so, for messages
 * @param names {@code NAME.NAMESPACE}, in which {@code *} stands for any text; none: all proxies
 */
record ProxySelection(String origin, ImmutableList<String> names) {
  private static final Splitter STARS = Splitter.on('*');

  /** All proxies. */
  static final ProxySelection ALL = new ProxySelection("", ImmutableList.of());

  /**
   * Those that are selected.
   *
   * @throws ExtensionConfigurationException with each name that selects none
   */
  List<Proxy> of(List<Proxy> proxies) {
    if (names.isEmpty()) {
      return proxies;
    }
    List<String> faults = new ArrayList<>();
    for (String name : names) {
      if (proxies.stream().noneMatch(proxy -> matches(name, proxy.id()))) {
        faults.add(
            origin
                + ": proxies: "
                + name
                + ": no such proxy (expected: "
                + proxies.stream().map(Proxy::id).sorted().collect(Collectors.joining(", "))
                + ", or a pattern with *)");
      }
    }
    if (!faults.isEmpty()) {
      throw new ExtensionConfigurationException(String.join("\n", faults));
    }
    return proxies.stream()
        .filter(proxy -> names.stream().anyMatch(name -> matches(name, proxy.id())))
        .toList();
  }

  /** Whether a name is this pattern, with any texts in place of its stars. */
  static boolean matches(String pattern, String name) {
    List<String> parts = STARS.splitToList(pattern);
    String first = parts.get(0);
    String last = parts.get(parts.size() - 1);
    if (parts.size() == 1) {
      return name.equals(pattern);
    }
    if (!name.startsWith(first)) {
      return false;
    }
    int end = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int start = name.indexOf(part, end);
      if (start < 0) {
        return false;
      }
      end = start + part.length();
    }
    return name.length() - last.length() >= end && name.endsWith(last);
  }
}
