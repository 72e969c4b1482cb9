// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The name of this process among others that serve the same mesh. Two with one name would both hold
 * the Lease, and write.
 */
final class InstanceName {
  private InstanceName() {}

  /** The host's name and the process id. */
  static String ofProcess() {
    return host() + "-" + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "rutter"; // A host that does not know its own name.
    }
  }
}
