// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Which VirtualService, DestinationRule and PeerAuthentication holds, and what several of them
 * merge into.
 */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.resolve.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
