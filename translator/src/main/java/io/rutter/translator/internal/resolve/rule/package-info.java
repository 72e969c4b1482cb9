// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Which VirtualService, DestinationRule and PeerAuthentication applies, and how several are merged.
 */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.resolve.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
