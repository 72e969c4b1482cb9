// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.model.proxy.Proxy;
import io.rutter.yaml.LoadResult;
import java.util.List;
import java.util.Optional;

/** The names that {@code --proxy} takes. */
final class ProxyNames {
  private ProxyNames() {}

  /** Refuses an empty name, which most often is a variable of a script that has no value. */
  static void check(String name) {
    if (name.isEmpty()) {
      throw new UsageException("--proxy: an empty text (expected: NAME.NAMESPACE)");
    }
  }

  /** The proxy of this name, or the only one. */
  static Proxy choose(LoadResult input, Optional<String> name) {
    name.ifPresent(ProxyNames::check);
    List<Proxy> all = input.snapshot().proxies();
    List<Proxy> found =
        all.stream().filter(proxy -> name.isEmpty() || proxy.id().equals(name.get())).toList();
    if (found.size() != 1) {
      throw InputException.notIn(
          input,
          "--proxy: "
              + name.map(given -> "no proxy " + given).orElse("name one")
              + InputException.known(all.stream()));
    }
    return found.get(0);
  }
}
