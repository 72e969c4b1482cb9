// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import com.google.protobuf.Message;

/**
 * One aspect of how a call ends.
 *
 * @param actual what is compared
 * @param told how people are told; empty: by the fields that differ, of messages
 */
record AspectValue(Object actual, String told) {
  static AspectValue of(Message message) {
    return new AspectValue(message, "");
  }
}
