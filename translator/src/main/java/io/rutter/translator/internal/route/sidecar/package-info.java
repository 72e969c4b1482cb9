// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Route configurations of sidecars: which hosts are on a port, and which rule each follows. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.route.sidecar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
