// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.UpstreamRequest;
import java.util.List;

/** Header changes of a request, including {@code host} and {@code :path}. */
final class HostHeader {
  private HostHeader() {}

  static UpstreamRequest apply(
      List<HeaderChange> changes,
      String host,
      String path,
      ImmutableListMultimap<String, String> headers) {
    String newHost = host;
    String newPath = path;
    for (HeaderChange change : changes) {
      if (change.action() == HeaderChange.Action.OVERWRITE
          || change.action() == HeaderChange.Action.OVERWRITE_IF_EXISTS) {
        newHost = isHost(change) ? change.value() : newHost;
        newPath = change.name().equals(":path") ? change.value() : newPath;
      }
    }
    ImmutableList<HeaderChange> others =
        changes.stream()
            .filter(change -> !isHost(change) && !change.name().startsWith(":"))
            .collect(toImmutableList());
    return new UpstreamRequest(newHost, newPath, HeaderChanges.apply(others, headers));
  }

  private static boolean isHost(HeaderChange change) {
    return change.name().equals("host") || change.name().equals(":authority");
  }
}
