// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** A mesh that is built in code, from a registry of one's own to Envoy: docs/guide.md. */
@NullMarked
@CheckReturnValue
package io.rutter.meshincode;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
