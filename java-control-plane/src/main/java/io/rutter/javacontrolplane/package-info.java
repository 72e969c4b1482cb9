// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A mesh to Envoys, over java-control-plane's server: {@link
 * io.rutter.javacontrolplane.RutterCache}. Opens no socket, starts no thread and reads no clock.
 */
@NullMarked
@CheckReturnValue
package io.rutter.javacontrolplane;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
