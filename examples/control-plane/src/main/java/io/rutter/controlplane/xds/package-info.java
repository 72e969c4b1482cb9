// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Translated meshes to Envoys, over java-control-plane's server: what a stream is given, when, and
 * in which order. Knows nothing of folders, files and ports.
 */
@NullMarked
@CheckReturnValue
package io.rutter.controlplane.xds;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
