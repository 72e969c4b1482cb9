// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What several analyses need: namespaces, hosts and proxies of the mesh, and where a problem is.
 */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.analyze.known;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
